/* What entries say of themselves: the texts of previews, and of what a search finds. */
(function () {
  'use strict';

  const { data } = window.encyclopedia;

  /* FNV-1a, as in the program that shelved the cards. */
  function checksum(path) {
    let number = 0x811c9dc5;
    for (const byte of new TextEncoder().encode(path)) number = Math.imul(number ^ byte, 0x01000193);
    return number >>> 0;
  }

  /* The card of the page at a path; undefined where it has none. */
  window.encyclopedia.card = async (path) => {
    const count = await data('cards/count.js');
    return (await data(`cards/${checksum(path) % count}.js`))[path];
  };
})();
