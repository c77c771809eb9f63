/* All names of the site, from search/names.js. */
(function () {
  'use strict';

  const { search } = window.encyclopedia;
  const MUSICIAN = { kind: 'musicians', title: 'Musicians', singular: 'Musician', folder: 'musicians/' };
  const AT_A_STRETCH = 500;

  /* The slug that most pages have; site_builder/pages/searching.py says the same. */
  function simpleSlug(name) {
    const letters = name.replace(/['’‘ʼ`´]/g, '').normalize('NFKD').toLowerCase();
    return letters.replace(/\p{M}/gu, '').replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');
  }

  function entityOf(line, kind) {
    const [name, detail = '', slug = '', ...aliases] = line.split('\t');
    return { name, detail, kind, path: `${kind.folder}${slug || simpleSlug(name)}.html`, aliases };
  }

  /* Lets the page answer its reader in between. */
  const pause = () => new Promise((done) => setTimeout(done));

  /*
    What can be found: every entity, musicians first, each at the place of its number; `numbers` leads from the numbers
    in postings to these places. `parts` are the values of the files with names. It takes a while, but not at a stretch.
  */
  async function namesOf(directory, parts, fold) {
    const key = (name) => search.words(name).map(fold).filter(Boolean).join(' ');
    const entities = [];
    const add = async (lines, kind) => {
      for (const line of lines ? lines.split('\n') : []) {
        const entity = entityOf(line, kind);
        entity.key = key(entity.name);
        entity.told = key(entity.detail);
        entity.others = entity.aliases.map(key).filter((other) => other && other !== entity.key);
        if (entities.push(entity) % AT_A_STRETCH === 0) await pause();
      }
    };
    for (const part of parts) await add(part.musicians, MUSICIAN);
    for (const { names, ...kind } of parts[0].terms) await add(names, kind);
    const places = new Map(entities.map((entity, place) => [entity.path, place]));
    const numbers = new Int32Array(directory.entries);
    for (let number = 0; number < directory.musicians; number++) numbers[number] = number;
    parts[0].texts.forEach((path, index) => {
      numbers[directory.musicians + index] = places.get(path);
    });
    return { entities, numbers };
  }

  /* Every word of a name, folded, with one of its spellings. */
  function vocabulary({ entities }, fold) {
    const spellings = new Map();
    for (const { name, aliases } of entities) {
      for (const word of [name, ...aliases].flatMap(search.words)) {
        const folded = fold(word);
        if (folded.length > 2 && !spellings.has(folded)) spellings.set(folded, word);
      }
    }
    return spellings;
  }

  Object.assign(search, { namesOf, vocabulary });
})();
