/* The explorer's page: facets to choose from, what was chosen, and who is left. */
(function () {
  'use strict';

  const { one, made, button, data, musician, painted } = window.encyclopedia;
  const { SORTS, facetsOf, orderOf, counted, readAddress, writtenAddress } = globalThis.explorer;

  const TOP = 12;
  const A_PAGE = 50;
  const folded = (text) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const number = new Intl.NumberFormat('en');

  function explore(place, columns) {
    const facets = facetsOf(columns);
    const state = readAddress(location.search, facets);
    const orders = new Map();
    let found;
    let length = A_PAGE;
    let waiting;

    const told = made('p', { class: 'told', role: 'status' });
    const chips = made('ul', { class: 'chips', 'aria-label': 'Chosen' });
    const results = made('ul', { class: 'items' });
    const more = button('Show more', () => {
      const next = results.children.length;
      length += A_PAGE;
      list().then(() => one('a', results.children[next])?.focus());
    });
    more.hidden = true;
    const panels = facets.map((facet, at) => panel(facet, at));

    function panel(facet, at) {
      const terms = made('ul', {});
      const boxes = facet.terms.map(([, name], term) => {
        const input = made('input', { type: 'checkbox' });
        const count = made('span', { class: 'count' });
        input.addEventListener('change', () => choose(at, term, input.checked));
        return { input, count, line: made('li', {}, made('label', {}, input, made('bdi', {}, name), count)), text: folded(name) };
      });
      const filter = made('input', { type: 'search', placeholder: 'Filter', 'aria-label': `Filter: ${facet.title}`, autocomplete: 'off' });
      filter.addEventListener('input', () => painted().then(() => fillPanel(at)));
      const rest = made('p', { class: 'rest' });
      const parts = facet.terms.length > TOP ? [filter, terms, rest] : [terms];
      const fieldset = made('fieldset', {}, made('legend', {}, facet.title), ...parts);
      return { fieldset, terms, boxes, filter, rest };
    }

    /* The terms with most musicians left, whatever is chosen, and those that the filter lets through. */
    function fillPanel(at) {
      const { terms, boxes, filter, rest } = panels[at];
      const counts = found.counts[at];
      const words = folded(filter.value).split(/\s+/).filter(Boolean);
      const fit = [];
      boxes.forEach(({ text }, term) => {
        const passes = words.every((word) => text.includes(word));
        if (state.chosen[at].has(term) || (counts[term] && passes)) fit.push(term);
      });
      // Decades are a row of their own kind: they stay in their order.
      const isRow = facets[at].name === 'decade';
      if (!isRow) fit.sort((a, b) => counts[b] - counts[a] || a - b);
      const shown = isRow ? fit : fit.filter((term, rank) => rank < TOP || state.chosen[at].has(term));
      for (const term of shown) {
        boxes[term].input.checked = state.chosen[at].has(term);
        boxes[term].count.textContent = number.format(counts[term]);
      }
      const lines = shown.map((term) => boxes[term].line);
      // To move a line would take the focus from it.
      if (lines.length !== terms.children.length || lines.some((line, rank) => terms.children[rank] !== line)) {
        const active = document.activeElement;
        terms.replaceChildren(...lines);
        if (active !== document.activeElement && terms.contains(active)) active.focus();
      }
      const hidden = fit.length - shown.length;
      rest.textContent = hidden ? `${number.format(hidden)} more` : '';
    }

    function fillChips() {
      const lines = state.chosen.flatMap((terms, at) => [...terms].map((term) => {
        const [, name] = facets[at].terms[term];
        const remove = button(name, async () => {
          await choose(at, term, false);
          (one('button', chips) || sort).focus();
        }, { 'aria-label': `${name}: no longer asked for` });
        return made('li', {}, remove);
      }));
      if (lines.length > 1) {
        lines.push(made('li', {}, button('Clear all', async () => {
          state.chosen.forEach((terms) => terms.clear());
          await updated();
          sort.focus();
        }, { class: 'clear' })));
      }
      chips.replaceChildren(...lines);
    }

    function choose(at, term, wanted) {
      state.chosen[at][wanted ? 'add' : 'delete'](term);
      return updated();
    }

    /* Once what was pressed is seen; choices made in between are answered together. */
    function updated() {
      waiting ??= painted().then(() => {
        waiting = undefined;
        update();
      });
      return waiting;
    }

    function update() {
      if (!orders.has(state.sort)) orders.set(state.sort, orderOf(state.sort, columns.born));
      found = counted(facets, state.chosen, orders.get(state.sort));
      length = A_PAGE;
      panels.forEach((_, at) => fillPanel(at));
      fillChips();
      const total = columns.born.length;
      const all = found.left.length === total ? 'All ' : '';
      const of = all ? '' : ` of ${number.format(total)}`;
      told.textContent = `${all}${number.format(found.left.length)}${of} ${total === 1 ? 'musician' : 'musicians'}`;
      history.replaceState(null, '', location.pathname + writtenAddress(state, facets) + location.hash);
      return list();
    }

    /* The lines come from files of 512, so a first page of fifty takes one or a few. */
    async function list() {
      const asked = found;
      const shown = asked.left.slice(0, length);
      const lines = await Promise.all(shown.map(lineOf));
      // Another choice may have been made while the lines were on their way.
      if (found !== asked || shown.length !== Math.min(length, asked.left.length)) return;
      const known = results.listed === asked ? results.children.length : 0;
      if (!known) results.replaceChildren();
      results.append(...lines.slice(known));
      results.listed = asked;
      more.hidden = shown.length >= asked.left.length;
    }

    async function lineOf(who) {
      const { name, dates, href } = await musician(who);
      const terms = facets.slice(0, 2).flatMap(({ terms: names, starts, values }) =>
        [...values.subarray(starts[who], starts[who + 1])].map((term) => names[term][1]));
      const line = made('span', { class: 'line' }, made('a', { href }, made('bdi', {}, name)));
      if (dates) line.append(' ', made('span', { class: 'detail' }, dates));
      return made('li', {}, line, ...(terms.length ? [made('span', { class: 'summary' }, terms.join(' · '))] : []));
    }

    const options = Object.entries(SORTS).map(([value, text]) => made('option', { value }, text));
    const sort = made('select', {}, ...options);
    sort.value = state.sort;
    sort.addEventListener('change', () => {
      state.sort = sort.value;
      updated();
    });
    const form = made('form', { class: 'facets', 'aria-label': 'What to look for' }, ...panels.map(({ fieldset }) => fieldset));
    const choices = made('details', { class: 'choices' }, made('summary', {}, 'Choose'), form);
    // Beside the list the facets are always open; above it, on a phone, they fold away.
    const wide = matchMedia('(min-width: 44em)');
    const unfold = () => {
      choices.open = wide.matches;
    };
    wide.addEventListener('change', unfold);
    unfold();
    place.append(
      choices,
      made('section', { class: 'found', 'aria-label': 'Found' },
        made('div', { class: 'above' }, told, made('label', {}, 'Order ', sort)), chips, results, more),
    );
    form.addEventListener('submit', (event) => event.preventDefault());
    return update();
  }

  const place = one('.explorer');
  data('search/facets.js').then((columns) => explore(place, columns)).then(
    () => place.classList.add('ready'),
    () => {
      // Without the data the lists below do, as they do without a script.
      document.documentElement.classList.add('unexplored');
      place.remove();
    },
  );
})();
