/* The passage of a text that has most of what was looked for. */
(function () {
  'use strict';

  const { search } = window.encyclopedia;
  const LENGTH = 220;
  const BEFORE = 70;

  /* Where words stand that begin with one of the folded `words`: [start, end, which] in the order of the text. */
  function placesOf(text, words, fold) {
    const found = [];
    for (const match of text.matchAll(search.WORD)) {
      const folded = fold(match[0]);
      const which = words.findIndex((word) => (word.length > 2 ? folded.startsWith(word) : folded === word));
      if (which >= 0) found.push([match.index, match.index + match[0].length, which]);
    }
    return found;
  }

  /* The text in pieces, [text, whether it was looked for]. */
  function marked(text, words, fold) {
    const pieces = [];
    let last = 0;
    for (const [start, end] of placesOf(text, words, fold)) {
      pieces.push([text.slice(last, start), false], [text.slice(start, end), true]);
      last = end;
    }
    pieces.push([text.slice(last), false]);
    return pieces.filter(([piece]) => piece);
  }

  /* The same of the best passage of a long text; nothing where none of the words is in it. */
  function passage(text, words, fold) {
    const whole = text.normalize('NFC');
    const places = placesOf(whole, words, fold);
    let best = [0, 0];
    places.forEach(([start], index) => {
      const there = places.slice(index).filter(([, end]) => end <= start + LENGTH - BEFORE);
      const count = new Set(there.map(([, , which]) => which)).size + there.length / 1000;
      if (count > best[0]) best = [count, start];
    });
    if (!best[0]) return [];
    const paragraph = whole.lastIndexOf('\n', best[1]) + 1;
    let start = Math.max(paragraph, best[1] - BEFORE);
    if (start > paragraph) start = whole.indexOf(' ', start) + 1;
    let end = whole.indexOf('\n', best[1]);
    if (end < 0) end = whole.length;
    if (end > start + LENGTH) end = Math.max(whole.lastIndexOf(' ', start + LENGTH), best[1]);
    const cut = `${start > paragraph ? '… ' : ''}${whole.slice(start, end)}${end < whole.length && whole[end] !== '\n' ? ' …' : ''}`;
    return marked(cut, words, fold);
  }

  Object.assign(search, { marked, passage });
})();
