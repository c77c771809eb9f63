/* The page of results. */
(function () {
  'use strict';

  const { root, one, made, button, card: cardOf, data, search } = window.encyclopedia;
  const AT_ONCE = 10;
  const MOST_OPTIONS = 12;
  const PAUSE_MS = 120;
  /* How long results wait for their passages, so that nothing moves when these come. */
  const PATIENCE_MS = 1000;

  const results = one('#_results');
  const input = one('#_query');
  if (!results || !input) return;

  const told = made('p', { class: 'told', role: 'status' });
  const hint = made('p', { class: 'meant' });
  const filters = made('form', { class: 'filters', 'aria-label': 'Narrow the results' });
  const list = made('ol', { class: 'results' });
  const more = button('Show more', showMore);
  let state = search.stateOf(location.href);
  let shown = { places: [], words: [] };
  let known = null;
  let groups = [];
  let asked = 0;

  const pieces = (some) => some.map(([text, isMarked]) => (isMarked ? made('mark', {}, text) : text));

  /* A line of the results, and when it has its passage. */
  function resultOf(place) {
    const entity = known.names.entities[place];
    const name = pieces(search.marked(entity.name, shown.words, known.fold));
    const kind = entity.kind.kind === search.MUSICIANS ? '' : entity.kind.singular;
    const about = [kind, entity.detail].filter(Boolean).join(', ');
    const item = made('li', {}, made('h2', {}, made('a', { href: root + entity.path }, ...name)));
    if (about) item.append(made('p', { class: 'about' }, about));
    const passage = made('p', { class: 'passage' });
    item.append(passage);
    const { words } = shown;
    // Without its card, name and dates have to do.
    const filled = cardOf(entity.path).then(({ text = '', summary = '' }) => {
      const found = search.passage(text, words, known.fold);
      passage.append(...pieces(found.length ? found : search.marked(summary, words, known.fold)));
    }).catch(() => {});
    return { item, filled };
  }

  /* The next ten lines, with their passages unless these are slow to come. */
  async function linesFrom(start) {
    const lines = shown.places.slice(start, start + AT_ONCE).map(resultOf);
    const late = new Promise((done) => setTimeout(done, PATIENCE_MS));
    await Promise.race([Promise.all(lines.map(({ filled }) => filled)), late]);
    return lines.map(({ item }) => item);
  }

  async function showMore() {
    const number = asked;
    const start = list.children.length;
    const lines = await linesFrom(start);
    if (number !== asked || start !== list.children.length) return;
    list.append(...lines);
    more.hidden = list.children.length >= shown.places.length;
    one('a', lines[0])?.focus();
  }

  function fieldset({ name, title, options }) {
    const chosen = options.filter((option) => option.chosen);
    const others = options.filter((option) => !option.chosen).slice(0, MOST_OPTIONS);
    const boxes = [...chosen, ...others].map(({ value, label, count, chosen: isChosen }) => {
      const box = made('input', { type: 'checkbox', name, value });
      box.checked = isChosen;
      return made('label', {}, box, made('span', {}, label), ' ', made('span', { class: 'count' }, String(count)));
    });
    const open = chosen.length ? { open: '' } : {};
    return made('details', { ...open, 'data-name': name }, made('summary', {}, title), made('fieldset', {}, made('legend', { class: 'unseen' }, title), ...boxes));
  }

  function showFilters(options) {
    const wasOpen = new Set([...filters.querySelectorAll('details[open]')].map((details) => details.dataset.name));
    const focused = filters.contains(document.activeElement) ? [document.activeElement.name, document.activeElement.value] : null;
    const useful = options.filter((group) => group.options.length > 1 || group.options.some((option) => option.chosen));
    filters.replaceChildren(...useful.map(fieldset));
    for (const details of filters.children) if (wasOpen.has(details.dataset.name)) details.open = true;
    if (focused) [...filters.elements].find((box) => box.name === focused[0] && box.value === focused[1])?.focus();
    filters.hidden = !useful.length;
  }

  function sentence(count, complete) {
    if (!state.text) return '';
    const entries = count === 0 ? 'Nothing' : count === 1 ? 'One entry' : `${count} entries`;
    if (!count || complete) return `${entries} found for “${state.text}”.`;
    return `No entry has all the words of “${state.text}”; ${count === 1 ? 'one has' : `${count} have`} most of them.`;
  }

  async function update() {
    const number = ++asked;
    document.title = document.title.replace(/^(“.*?” — )?/, state.text ? `“${state.text}” — ` : '');
    try {
      known = await search.catalogue();
      const answer = await search.answer(state.text);
      if (!groups.length) groups = search.groupsOf(known, await data('search/facets.js').catch(() => null));
      if (number !== asked) return;
      const chosen = search.narrowed(answer.places, groups, state.chosen);
      shown = { places: chosen.places, words: answer.words };
      const lines = await linesFrom(0);
      if (number !== asked) return;
      told.textContent = sentence(shown.places.length, answer.complete);
      hint.replaceChildren();
      if (answer.meant) {
        const href = search.addressOf({ text: answer.meant, chosen: state.chosen });
        hint.append('Did you mean ', made('a', { href }, answer.meant), '?');
      }
      showFilters(chosen.groups);
      list.replaceChildren(...lines);
      more.hidden = lines.length >= shown.places.length;
    } catch (failed) {
      told.textContent = 'The index could not be loaded. The lists below have every entry.';
    }
  }

  function go(next, isNew) {
    document.documentElement.classList.remove('asked');
    state = next;
    history[isNew ? 'pushState' : 'replaceState'](null, '', search.addressOf(state));
    update();
  }

  let pause = 0;
  input.addEventListener('input', () => {
    clearTimeout(pause);
    pause = setTimeout(() => go({ ...state, text: input.value.trim() }, false), PAUSE_MS);
  });
  input.form.addEventListener('submit', (event) => {
    event.preventDefault();
    clearTimeout(pause);
    go({ text: input.value.trim(), chosen: {} }, true);
  });
  filters.addEventListener('change', () => {
    const chosen = {};
    for (const [name, value] of new FormData(filters)) (chosen[name] ||= []).push(value);
    go({ ...state, chosen }, true);
  });
  addEventListener('popstate', () => {
    state = search.stateOf(location.href);
    input.value = state.text;
    update();
  });
  input.value = state.text;
  results.replaceChildren(told, hint, filters, list, more);
  more.hidden = true;
  if (state.text) update();
  else input.focus();
})();
