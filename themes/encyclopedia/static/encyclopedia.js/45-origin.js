/* Whoever came by another name of the entry is told so, if the entry itself knows that name. */
(function () {
  'use strict';

  const { one, all, made } = window.encyclopedia;
  const crumb = one('.breadcrumbs [aria-current]');
  if (!crumb || !location.hash.startsWith('#from=')) return;
  let name = '';
  try {
    name = decodeURIComponent(location.hash.slice('#from='.length));
  } catch {
    // Not made by a page of ours.
  }
  history.replaceState(history.state, '', location.pathname + location.search);
  if (all('.infobox dd').some((value) => value.textContent.trim() === name)) {
    crumb.append(made('span', { class: 'origin' }, ` (redirected from “${name}”)`));
  }
})();
