/*
  The explorer's arithmetic, apart from any page: who has what, in columns, and how many would be left.

  A *facet* is what search/facets.js calls a kind, or the decade of birth. Its values lie in one row, those of musician n
  from `starts[n]` to `starts[n + 1]`. Within a facet any of the chosen terms will do; all facets have to agree.
*/
(function () {
  'use strict';

  function flat(name, title, terms, column) {
    const starts = new Uint32Array(column.length + 1);
    let total = 0;
    column.forEach((held, number) => {
      total += held.length;
      starts[number + 1] = total;
    });
    const values = new Uint32Array(total);
    column.forEach((held, number) => values.set(held, starts[number]));
    return { name, title, terms, starts, values };
  }

  function decadesOf(decades) {
    const found = [...new Set(decades.filter((decade) => decade !== null))].sort((one, other) => one - other);
    const places = new Map(found.map((decade, place) => [decade, place]));
    const column = decades.map((decade) => (decade === null ? [] : [places.get(decade)]));
    return flat('decade', 'Decade of birth', found.map((decade) => [String(decade), `${decade}s`]), column);
  }

  function facetsOf({ kinds, decades }) {
    const facets = kinds.map(({ singular, title, terms, column }) => flat(singular, title, terms, column));
    return [...facets, decadesOf(decades)].filter((facet) => facet.values.length);
  }

  /* The order to go through the musicians in: by name they are numbered; without a year they come last. */
  function orderOf(sort, born) {
    const order = Uint32Array.from(born, (_, number) => number);
    if (sort === 'oldest') return order.sort((a, b) => (born[a] ?? Infinity) - (born[b] ?? Infinity) || a - b);
    if (sort === 'youngest') return order.sort((a, b) => (born[b] ?? -Infinity) - (born[a] ?? -Infinity) || a - b);
    return order;
  }

  /* One pass: the musicians that are left, in order, and for each facet how many each term would leave. */
  function counted(facets, chosen, order) {
    const counts = facets.map((facet) => new Uint32Array(facet.terms.length));
    const masks = facets.map((facet, place) => {
      const mask = new Uint8Array(facet.terms.length);
      for (const term of chosen[place]) mask[term] = 1;
      return mask;
    });
    const asked = facets.map((_, place) => place).filter((place) => chosen[place].size);
    const left = [];
    for (const number of order) {
      let missed = -1;
      let several = false;
      for (const place of asked) {
        const { starts, values } = facets[place];
        let has = false;
        for (let at = starts[number]; at < starts[number + 1]; at++) has = has || masks[place][values[at]] === 1;
        if (has) continue;
        several = missed >= 0;
        missed = place;
        if (several) break;
      }
      if (several) continue;
      if (missed < 0) left.push(number);
      // Whoever lacks one facet alone would be there if another term of it were chosen.
      for (let place = 0; place < facets.length; place++) {
        if (missed >= 0 && missed !== place) continue;
        const { starts, values } = facets[place];
        for (let at = starts[number]; at < starts[number + 1]; at++) counts[place][values[at]]++;
      }
    }
    return { left, counts };
  }

  const SORTS = { name: 'By name', oldest: 'Earliest born first', youngest: 'Latest born first' };

  /* ?instrument=violin&instrument=cello&country=italy&sort=oldest. What the encyclopedia does not know is passed over. */
  function readAddress(query, facets) {
    const parameters = new URLSearchParams(query);
    const chosen = facets.map(({ name, terms }) => {
      const places = new Map(terms.map(([slug], place) => [slug, place]));
      return new Set(parameters.getAll(name).map((slug) => places.get(slug)).filter((place) => place !== undefined));
    });
    const sort = parameters.get('sort');
    return { chosen, sort: Object.hasOwn(SORTS, sort) ? sort : 'name' };
  }

  function writtenAddress({ chosen, sort }, facets) {
    const parameters = new URLSearchParams();
    facets.forEach(({ name, terms }, place) => {
      for (const term of chosen[place]) parameters.append(name, terms[term][0]);
    });
    if (sort !== 'name') parameters.set('sort', sort);
    const query = parameters.toString();
    return query && `?${query}`;
  }

  globalThis.explorer = { SORTS, facetsOf, orderOf, counted, readAddress, writtenAddress };
})();
