/* Which entries an address may have meant that leads nowhere: those with names like its last part. */
(function () {
  'use strict';

  if (!window.encyclopedia) return;
  const { root, one, made, script } = window.encyclopedia;
  const place = one('.meant');

  /* "musicians/bakhyt-tarro.html" asks for "bakhyt tarro". */
  function asked() {
    const last = location.pathname.split('/').filter(Boolean).pop() || '';
    const name = last.replace(/\.\w+$/, '');
    try {
      return name === '404' ? '' : decodeURIComponent(name).replace(/[-_+\s]+/g, ' ').trim();
    } catch {
      return '';
    }
  }

  async function tell(text) {
    await script('static/search.js');
    const { search } = window.encyclopedia;
    const entities = search.suggest(await search.catalogue(), text, 5);
    const all = made('a', { href: `${root}search.html?q=${encodeURIComponent(text)}` }, `Search for “${text}”`);
    const lines = entities.map((entity) =>
      made('li', {}, made('a', { href: root + entity.path }, made('bdi', {}, entity.name)), ' ', made('span', { class: 'detail' }, entity.detail || '')),
    );
    if (lines.length) place.append(made('h2', {}, 'Did you mean'), made('ul', { class: 'items' }, ...lines));
    place.append(made('p', {}, all));
  }

  const text = asked();
  // Where the names could not be had, the links of the page are there.
  if (place && text) tell(text).catch(() => {});
})();
