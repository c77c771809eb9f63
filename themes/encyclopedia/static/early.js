/* Runs before the first paint: what the reader has chosen, as attributes of <html> that the style sheet knows. */
(function (root) {
  'use strict';
  root.classList.add('js');
  // The page begins with an answer, which needs room.
  if (location.search) root.classList.add('asked');
  try {
    const chosen = JSON.parse(localStorage.getItem('encyclopedia:appearance')) || {};
    for (const name of ['text', 'width', 'scheme', 'keys', 'previews']) {
      if (/^[a-z]+$/.test(chosen[name] || '')) root.dataset[name] = chosen[name];
    }
  } catch (refused) {
    // Without storage, or with what another program left there, the page looks as it does at first.
  }
})(document.documentElement);
