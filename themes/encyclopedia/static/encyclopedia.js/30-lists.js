/* Long lists. */
(function () {
  'use strict';

  const { one, all, made } = window.encyclopedia;

  /* A list that fills more than a screen; the style sheet says the same where it keeps a place for the filter. */
  const LONG = '.group:nth-of-type(5), .items > li:nth-child(20)';

  const folded = (text) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

  function filter(list) {
    if (!one(LONG, list)) return;
    const lines = all('.items > li', list).map((line) => [line, folded(line.textContent)]);
    const input = made('input', { type: 'search', 'aria-label': 'Filter this list', placeholder: 'Filter this list', autocomplete: 'off' });
    const told = made('span', { role: 'status' });
    input.addEventListener('input', () => {
      const words = folded(input.value).split(/\s+/).filter(Boolean);
      let count = 0;
      for (const [line, text] of lines) {
        line.hidden = !words.every((word) => text.includes(word));
        count += line.hidden ? 0 : 1;
      }
      for (const group of all('.group', list)) group.hidden = !one('.items > li:not([hidden])', group);
      told.textContent = words.length ? `${count} of ${lines.length}` : '';
    });
    one('h2, .heading', list).after(made('div', { class: 'filter', role: 'search' }, input, told));
  }

  all('.members, .alphabet, .index').forEach(filter);
})();
