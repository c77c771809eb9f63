/* Long lists. */
(function () {
  'use strict';

  const { one, all, made } = window.encyclopedia;

  const folded = (text) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

  function filter(list) {
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
    one('h2, .heading', list).after(made('div', { class: 'filter' }, input, told));
  }

  all('.long-list').forEach(filter);
})();
