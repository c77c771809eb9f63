/* In which entries a word stands, from the files in search/t/. */
(function () {
  'use strict';

  const { search } = window.encyclopedia;
  const EVERYBODY = '*';
  const LONG = 4;

  /* Where the words are that begin with `prefix`; site_builder/pages/routes.py says the same. */
  function wordsFile(prefix) {
    const letters = [...prefix].map((letter) => (letter < '\x80' ? letter : `-${letter.codePointAt(0).toString(16)}`));
    return `search/t/t${letters.join('')}.js`;
  }

  /*
    The prefix of the shard that has the word and many that begin with it; and those of the shards with the others, unless
    the word is so short that these may be half of the index.
  */
  function prefixesFor(word, prefixes) {
    const own = prefixes.filter((prefix) => word.startsWith(prefix));
    const longest = own.sort((one, other) => other.length - one.length).slice(0, 1);
    if (word.length < LONG) return longest;
    return [...longest, ...prefixes.filter((prefix) => prefix.length > word.length && prefix.startsWith(word))];
  }

  /* The words in a shard that begin with `start`, each with its postings. */
  function* wordsIn(shard, start) {
    let place = shard.startsWith(start) ? 0 : shard.indexOf(`\n${start}`) + 1;
    if (!place && !shard.startsWith(start)) return;
    while (place < shard.length && shard.startsWith(start, place)) {
      const end = shard.indexOf('\n', place);
      const line = end < 0 ? shard.slice(place) : shard.slice(place, end);
      const space = line.indexOf(' ');
      yield [line.slice(0, space), line.slice(space + 1)];
      if (end < 0) return;
      place = end + 1;
    }
  }

  /* A function that calls `visit` with number and rank for each posting. */
  function reader({ entries, marks, last_digits: last, other_digits: others }) {
    const base = last.length;
    const value = new Int16Array(128).fill(-1);
    const rank = new Uint8Array(128);
    [...last].forEach((digit, index) => (value[digit.charCodeAt(0)] = index));
    [...others].forEach((digit, index) => (value[digit.charCodeAt(0)] = base + index));
    [...marks].forEach((mark, index) => (rank[mark.charCodeAt(0)] = index + 1));
    return (postings, visit) => {
      if (postings === EVERYBODY) {
        for (let number = 0; number < entries; number++) visit(number, 0);
        return;
      }
      let number = -1;
      let distance = 0;
      let ranked = 0;
      for (let place = 0; place < postings.length; place++) {
        const sign = postings.charCodeAt(place);
        const digit = value[sign];
        if (digit < 0) ranked = rank[sign];
        else if (digit < base) {
          number += distance * base + digit;
          visit(number, ranked);
          distance = ranked = 0;
        } else distance = distance * base + digit - base;
      }
    };
  }

  Object.assign(search, { EVERYBODY, wordsFile, prefixesFor, wordsIn, reader });
})();
