/* Names for what has been typed so far: no file with words is needed for these. */
(function () {
  'use strict';

  const { search } = window.encyclopedia;
  const [EXACT, BEGINNING, ALIAS, ALIAS_BEGINNING, WORDS, ALIAS_WORDS, NOT] = [0, 1, 2, 3, 4, 5, 6];

  const hasAll = (key, words) => {
    const spaced = ` ${key}`;
    return words.every((word) => spaced.includes(` ${word}`));
  };

  /* How well an entity's names answer: the less the better. */
  function closeness({ key, told, others }, words, whole) {
    if (key === whole) return EXACT;
    if (key.startsWith(whole)) return BEGINNING;
    if (others.includes(whole)) return ALIAS;
    if (hasAll(told ? `${key} ${told}` : key, words)) return WORDS;
    if (others.some((other) => other.startsWith(whole))) return ALIAS_BEGINNING;
    return others.some((other) => hasAll(other, words)) ? ALIAS_WORDS : NOT;
  }

  /* The entities that best answer these folded words, the last of which may be the beginning of one. */
  function named({ entities }, words, most) {
    const whole = words.join(' ');
    const found = [];
    for (const entity of entities) {
      const close = closeness(entity, words, whole);
      if (close < NOT) found.push([close, entity]);
    }
    // The sort is stable: entities stay in the order of the alphabet.
    found.sort(([one], [other]) => one - other);
    return found.slice(0, most).map(([, entity]) => entity);
  }

  /* Suggestions for a text that is being typed; where no name is like it, for what may have been meant. */
  function suggest(catalogue, text, most = 8) {
    const words = search.words(text).map(catalogue.fold).filter(Boolean);
    if (!words.length) return [];
    const found = named(catalogue.names, words, most);
    if (found.length) return found;
    const known = catalogue.vocabulary();
    const meant = words.map((word) => {
      if (known.has(word)) return word;
      return search.nearest(word, known.keys(), word.length > 5 ? 2 : 1) || word;
    });
    return named(catalogue.names, meant, most);
  }

  Object.assign(search, { suggest, closeness, NAMES: { EXACT, BEGINNING, ALIAS, ALIAS_BEGINNING, WORDS, ALIAS_WORDS, NOT } });
})();
