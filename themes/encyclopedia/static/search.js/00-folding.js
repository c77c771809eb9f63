/*
  Searching, without a page: pure functions of the files in search/ and of what a reader types.

  A classic script in parts that share encyclopedia.search. It is loaded when somebody begins to search, not before.
  This part folds words as site_builder/search/folding.py does, with the table that comes with the index.
*/
(function () {
  'use strict';

  const MARKS = /\p{M}/gu;
  const BREATH = /([bcdgkprstz])h/g;
  const DOUBLE = /([a-z])\1+/g;
  const WORD = /[\p{L}\p{N}]+/gu;

  /* The words of a text as they are written. */
  const words = (text) => text.normalize('NFC').match(WORD) || [];

  /* A function that folds words by these letters, and remembers what it has folded. */
  function folding(letters) {
    const known = new Map();
    const table = new Map(Object.entries(letters));
    return (word) => {
      let folded = known.get(word);
      if (folded === undefined) {
        folded = '';
        for (const letter of word.normalize('NFKD').replace(MARKS, '').toLowerCase()) {
          folded += table.has(letter) ? table.get(letter) : letter;
        }
        folded = folded.replace(BREATH, '$1').replace(DOUBLE, '$1');
        known.set(word, folded);
      }
      return folded;
    };
  }

  window.encyclopedia.search = { WORD, words, folding };
})();
