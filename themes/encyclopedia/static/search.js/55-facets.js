/* What results have in common, to choose among them. */
(function () {
  'use strict';

  const { search } = window.encyclopedia;
  const MUSICIANS = 'musicians';
  const KIND = 'kind';
  const DECADE = 'decade';

  /* All by which results can be told apart: a name, a title, and of a place in the catalogue the values it has. */
  function groupsOf({ names, directory }, facets) {
    const { entities } = names;
    const groups = [
      { name: KIND, title: 'Kind', label: (value) => titleOf(entities, value), valuesOf: (place) => [entities[place].kind.kind] },
    ];
    for (const { singular, title, terms, column } of facets ? facets.kinds : []) {
      const labels = new Map(terms);
      const valuesOf = (place) => (place < directory.musicians ? column[place].map((term) => terms[term][0]) : []);
      groups.push({ name: singular, title, label: (value) => labels.get(value), valuesOf });
    }
    if (facets && facets.decades) {
      const valuesOf = (place) => (place < directory.musicians && facets.decades[place] !== null ? [String(facets.decades[place])] : []);
      groups.push({ name: DECADE, title: 'Born in', label: (value) => `the ${value}s`, valuesOf });
    }
    return groups;
  }

  const titleOf = (entities, kind) => {
    const entity = entities.find((one) => one.kind.kind === kind);
    return entity && entity.kind.title;
  };

  /*
    The places that have one of the chosen values in every group where any is chosen; and for each group its options with
    the number of results that each would leave, the fullest first. `chosen` has the values by the name of the group.
  */
  function narrowed(places, groups, chosen) {
    const active = groups.filter(({ name }) => chosen[name] && chosen[name].length);
    const fits = (place, group) => group.valuesOf(place).some((value) => chosen[group.name].includes(value));
    const kept = places.filter((place) => active.every((group) => fits(place, group)));
    const options = groups.map((group) => {
      const others = active.filter((other) => other !== group);
      const counts = new Map((chosen[group.name] || []).filter((value) => group.label(value)).map((value) => [value, 0]));
      for (const place of places) {
        if (!others.every((other) => fits(place, other))) continue;
        for (const value of group.valuesOf(place)) counts.set(value, (counts.get(value) || 0) + 1);
      }
      const sorted = [...counts].sort(([, one], [, other]) => other - one);
      return {
        name: group.name,
        title: group.title,
        options: sorted.map(([value, count]) => ({
          value,
          label: group.label(value),
          count,
          chosen: Boolean(chosen[group.name] && chosen[group.name].includes(value)),
        })),
      };
    });
    return { places: kept, groups: options };
  }

  Object.assign(search, { groupsOf, narrowed, MUSICIANS });
})();
