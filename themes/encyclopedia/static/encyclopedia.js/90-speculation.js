/* Pages that the pointer rests on are fetched before the click, where that costs the reader nothing. */
(function () {
  'use strict';

  const { made } = window.encyclopedia;

  /* Its hash stands in the pages' content security policy. */
  const SPECULATION =
    '{"prefetch":[{"where":{"and":[{"href_matches":"/*.html"},{"not":{"selector_matches":"[rel~=noopener]"}}]},"eagerness":"moderate"}]}';

  function speculate() {
    const saving = navigator.connection && navigator.connection.saveData;
    if (location.protocol === 'file:' || saving || !HTMLScriptElement.supports?.('speculationrules')) return;
    document.head.append(made('script', { type: 'speculationrules' }, SPECULATION));
  }

  speculate();
})();
