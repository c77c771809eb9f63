/* Long lists: a filter, and, where the lines have numbers, the order of those. */
(function () {
  'use strict';

  const { one, all, made, button } = window.encyclopedia;

  const folded = (text) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

  const hideEmpty = (list) => {
    for (const group of all('.group', list)) group.hidden = !one('.items > li:not([hidden])', group);
  };

  const number = (line) => Number((one('.count', line)?.firstChild.data ?? '').replace(/\D/g, ''));

  /* A button that puts the lines in the order of their numbers, and back; nothing where there are none. */
  function sorter(list, lines) {
    if (!lines.some(number)) return [];
    const places = lines.map((line) => [line, line.parentNode]);
    const ranked = made('ul', { class: 'items' });
    one('.group', list).before(made('section', { class: 'group', hidden: '' }, ranked));
    const sort = button('Most first', () => {
      const isRanked = sort.getAttribute('aria-pressed') === 'true';
      sort.setAttribute('aria-pressed', String(!isRanked));
      if (isRanked) for (const [line, place] of places) place.append(line);
      else ranked.append(...[...lines].sort((a, b) => number(b) - number(a)));
      hideEmpty(list);
    }, { 'aria-pressed': 'false' });
    return [sort];
  }

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
      hideEmpty(list);
      told.textContent = words.length ? `${count} of ${lines.length}` : '';
    });
    one('h2, .heading', list).after(made('div', { class: 'filter' }, input, ...sorter(list, lines.map(([line]) => line)), told));
  }

  all('.long-list').forEach(filter);
})();
