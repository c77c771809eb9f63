/* Keys. */
(function () {
  'use strict';

  const { one, made, button } = window.encyclopedia;

  const KEYS = {
    '/': ['search this site or this list', () => one('.search input, .filter input')],
    h: ['home', () => one('.site-title a')],
    n: ['the next entry', () => one('[rel="next"]')],
    p: ['the entry before', () => one('[rel="prev"]')],
    r: ['any musician at all', () => one('a[href$="random.html"]')],
    e: ['the explorer', () => one('a[href$="explore.html"]')],
    '?': ['this list', () => one('dialog')],
  };

  function shortcuts() {
    const rows = Object.entries(KEYS).map(([key, [text]]) => [made('dt', {}, made('kbd', {}, key)), made('dd', {}, text)]);
    const title = made('h2', { id: '_shortcuts' }, 'Keyboard shortcuts');
    const dialog = made('dialog', { 'aria-labelledby': '_shortcuts' }, title, made('dl', {}, ...rows.flat()));
    dialog.append(button('Close', () => dialog.close(), { autofocus: '' }));
    document.body.append(dialog);
    document.addEventListener('keydown', (event) => {
      const typing = event.target.closest?.('input:not([type="radio"]), textarea, select, [contenteditable], dialog');
      if (typing || event.ctrlKey || event.metaKey || event.altKey || document.documentElement.dataset.keys === 'off') return;
      const found = Object.hasOwn(KEYS, event.key) && KEYS[event.key][1]();
      if (!found) return;
      event.preventDefault();
      if (found === dialog) dialog.showModal();
      else if (found.href) found.click();
      else found.focus();
    });
    return dialog;
  }

  window.encyclopedia.shortcuts = shortcuts();
})();
