/* What the reader looks for, as the address of the page has it: ?q=kobyz&country=kazakhstan. */
(function () {
  'use strict';

  const { search } = window.encyclopedia;

  /* { text, chosen }: the query, and the chosen values by the name of their group. */
  function stateOf(address) {
    const parameters = new URL(address).searchParams;
    const chosen = {};
    for (const name of new Set(parameters.keys())) if (name !== 'q') chosen[name] = parameters.getAll(name);
    return { text: (parameters.get('q') || '').trim(), chosen };
  }

  /* The address of this page with another state. */
  function addressOf({ text, chosen }) {
    const parameters = new URLSearchParams();
    if (text) parameters.set('q', text);
    for (const [name, values] of Object.entries(chosen)) for (const value of values) parameters.append(name, value);
    const query = parameters.toString();
    return `${location.pathname}${query ? `?${query}` : ''}`;
  }

  Object.assign(search, { stateOf, addressOf });
})();
