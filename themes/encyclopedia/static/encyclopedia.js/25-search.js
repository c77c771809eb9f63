/* Suggestions in the header come when somebody begins to search: until then nothing of it is loaded. */
(function () {
  'use strict';

  const { one, script } = window.encyclopedia;
  const input = one('.search input');
  if (!input) return;
  input.addEventListener(
    'focus',
    () => {
      // Without it the form still leads to the search page.
      script('static/search.js').then(() => window.encyclopedia.search.assist(input), () => {});
    },
    { once: true },
  );
  if (document.activeElement === input) input.dispatchEvent(new Event('focus'));
})();
