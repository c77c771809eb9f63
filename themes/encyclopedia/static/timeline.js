/* A choice of decades: what lies outside of them is left out. The timeline is complete without. */
(function () {
  'use strict';

  const { one, all, made } = window.encyclopedia;

  const dated = all('[data-first]');
  const rows = all('.decades tr[data-first]');
  if (rows.length < 2) return;

  function choice(label, chosen) {
    const select = made('select', {});
    for (const row of rows) select.append(new Option(one('th', row).textContent, rows.indexOf(row)));
    select.selectedIndex = chosen;
    select.addEventListener('change', show);
    return [select, made('label', {}, `${label} `, select)];
  }

  const told = made('span', { role: 'status' });
  const [from, labelOfFrom] = choice('From the', 0);
  const [to, labelOfTo] = choice('to the', rows.length - 1);

  function show() {
    if (to.selectedIndex < from.selectedIndex) to.selectedIndex = from.selectedIndex;
    const first = Number(rows[from.selectedIndex].dataset.first);
    const last = Number(rows[to.selectedIndex].dataset.last);
    const lives = new Set();
    for (const element of dated) {
      const within = Number(element.dataset.first) <= last && Number(element.dataset.last) >= first;
      element.toggleAttribute('hidden', !within);
      element.style.display = within ? '' : 'none';
      if (within && element.href) lives.add(element.getAttribute('href'));
    }
    told.textContent = one('.timeline') ? `${lives.size} lives` : '';
  }

  one('.chronicle > .heading').after(made('div', { class: 'years', role: 'group', 'aria-label': 'Decades to show' }, labelOfFrom, labelOfTo, told));
})();
