/* What results say of themselves, from the cards of previews; without them, names and dates have to do. */
(function () {
  'use strict';

  const { data, search } = window.encyclopedia;

  /* FNV-1a, 32 bits, of the path in UTF-8. */
  function checksum(path) {
    let sum = 0x811c9dc5;
    for (const byte of new TextEncoder().encode(path)) sum = Math.imul(sum ^ byte, 0x01000193) >>> 0;
    return sum;
  }

  /* The card of a page; null where there is none. */
  async function cardOf(path) {
    try {
      const count = await data('cards/count.js');
      const cards = await data(`cards/${checksum(path) % count}.js`);
      return cards[path] || null;
    } catch (missing) {
      return null;
    }
  }

  Object.assign(search, { cardOf });
})();
