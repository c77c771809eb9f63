/* What answers a query, the best first: names before texts, rare words before common ones. */
(function () {
  'use strict';

  const { search } = window.encyclopedia;

  /* By rank: once in the text, more often, many times, in the summary, in a facet. */
  const RANKS = [1, 1.5, 1.9, 2.6, 3.4];
  const NAME = 3.6;
  const ALIAS = 3.4;
  /* The years of a life, and a hall's city. */
  const TOLD = 2.6;
  /* A word that only begins as the reader's does counts for less. */
  const BEGINNING = 0.7;
  /* What a whole name is worth, by its closeness: more than any text. */
  const WHOLE = [1000, 600, 900, 500, 400, 350];
  const MOST_CUT = 3;
  const LEAST_LEFT = 3;

  /* A query as folded words, in the order in which they were typed, each once. */
  function queryOf(text, fold) {
    const found = new Map();
    for (const written of search.words(text)) {
      const word = fold(written);
      if (word && !found.has(word)) found.set(word, { written, word });
    }
    return [...found.values()];
  }

  /* The shards that have to be there to look for a word, and those for its shorter forms. */
  const needed = (word, prefixes) => search.prefixesFor(word, prefixes);

  /* The postings of the words that begin so: [word, postings] pairs; of a short word, its own alone. */
  function lookedUp(word, { directory, shards }) {
    const found = [];
    for (const prefix of needed(word, directory.prefixes)) {
      const shard = shards.get(prefix);
      for (const pair of shard ? search.wordsIn(shard, word) : []) {
        if (word.length > 2 || pair[0] === word) found.push(pair);
      }
    }
    return found;
  }

  const inNames = (word, entities) => {
    const start = ` ${word}`;
    return entities.some(({ key, others }) => ` ${key}`.includes(start) || others.some((other) => ` ${other}`.includes(start)));
  };

  /*
    The word to look for instead of one that nobody has: a name or a word of the texts that is spelt nearly so, or the
    same with another ending. Null where there is none.
  */
  function instead(word, catalogue) {
    const { names, directory, shards } = catalogue;
    const spellings = catalogue.vocabulary();
    const near = (words, most) => search.nearest(word, words, most);
    const close = word.length > 3 && near(spellings.keys(), 1);
    if (close) return { word: close, written: spellings.get(close), meant: true };
    const own = shards.get(search.prefixesFor(word, directory.prefixes)[0]);
    const there = own && word.length > 4 ? near([...search.wordsIn(own, word[0])].map(([other]) => other), 1) : '';
    if (there) return { word: there, written: there, meant: true };
    for (let cut = 1; cut <= MOST_CUT && word.length - cut >= LEAST_LEFT; cut++) {
      const shorter = word.slice(0, -cut);
      if (lookedUp(shorter, catalogue).length || inNames(shorter, names.entities)) return { word: shorter, written: '', meant: false };
    }
    const far = word.length > 5 && near(spellings.keys(), 2);
    return far ? { word: far, written: spellings.get(far), meant: true } : null;
  }

  /* Raises the score of every entity that has the word; says whether any has. */
  function weigh(word, catalogue, scores) {
    const { names, directory } = catalogue;
    const best = new Float32Array(names.entities.length);
    const found = lookedUp(word, catalogue);
    let everybody = false;
    let holders = 0;
    for (const [other, postings] of found) {
      const weight = other === word ? 1 : BEGINNING;
      if (postings === search.EVERYBODY) {
        everybody = true;
        continue;
      }
      catalogue.read(postings, (number, rank) => {
        const place = names.numbers[number];
        const worth = RANKS[rank] * weight;
        if (!best[place]) holders++;
        if (worth > best[place]) best[place] = worth;
      });
    }
    names.entities.forEach(({ key, told, others }, place) => {
      const worth =
        worthOf(word, key, NAME) ||
        others.reduce((most, other) => Math.max(most, worthOf(word, other, ALIAS)), 0) ||
        (told && worthOf(word, told, TOLD));
      if (!worth) return;
      if (!best[place]) holders++;
      if (worth > best[place]) best[place] = worth;
    });
    const rarity = Math.log(1 + (names.entities.length - holders + 0.5) / (holders + 0.5));
    const entries = Math.max(directory.entries, 1);
    const common = Math.log(1 + 0.5 / entries);
    best.forEach((worth, place) => {
      if (worth) scores.add(place, worth * (everybody ? 0.1 : rarity));
      else if (everybody) scores.add(place, common);
    });
    return holders > 0 || everybody;
  }

  function worthOf(word, key, worth) {
    const spaced = ` ${key} `;
    if (spaced.includes(` ${word} `)) return worth;
    return spaced.includes(` ${word}`) ? worth * BEGINNING : 0;
  }

  /*
    The answer to a query: places of entities, the best first; the folded words that were found, to be marked; and the
    query as it may have been meant, where a word of it was not found. `catalogue.shards` must have what `prefixesOf` says.
  */
  function results(text, catalogue) {
    const { names } = catalogue;
    const query = queryOf(text, catalogue.fold);
    const sums = new Float32Array(names.entities.length);
    const counts = new Uint8Array(names.entities.length);
    const scores = {
      add(place, worth) {
        sums[place] += worth;
        counts[place]++;
      },
    };
    const words = [];
    let meant = text;
    let asked = 0;
    for (const { written, word } of query) {
      // Of a letter that stands alone texts say nothing; names may have it as an initial.
      const isKnown = weigh(word, catalogue, scores);
      const other = isKnown || word.length < LEAST_LEFT ? null : instead(word, catalogue);
      if (other) {
        weigh(other.word, catalogue, scores);
        if (other.meant) meant = meant.replace(written, other.written);
      }
      if (isKnown || other) {
        words.push(other ? other.word : word);
        asked++;
      } else if (word.length >= LEAST_LEFT) asked++;
    }
    const most = counts.reduce((one, other) => Math.max(one, other), 0);
    const places = [];
    const whole = words.join(' ');
    names.entities.forEach((entity, place) => {
      if (!most || counts[place] < most) return;
      const close = search.closeness(entity, words, whole);
      if (close < search.NAMES.NOT) sums[place] += WHOLE[close] + (entity.key.length === whole.length ? 1 : 0);
      places.push(place);
    });
    places.sort((one, other) => sums[other] - sums[one] || one - other);
    return { places, words, meant: meant === text ? '' : meant, complete: most >= asked };
  }

  /* The prefixes of all shards that an answer to the query can take. */
  function prefixesOf(text, { fold, directory: { prefixes } }) {
    const found = new Set();
    for (const { word } of queryOf(text, fold)) for (const prefix of needed(word, prefixes)) found.add(prefix);
    return [...found];
  }

  Object.assign(search, { results, prefixesOf, queryOf });
})();
