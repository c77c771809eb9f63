/*
  How two musicians are connected: the shortest chain of shared stages, ensembles, labels and acquaintance.

  The data, connections/data.js, come when the reader turns to the form, or with an address that names somebody. Its shape
  is told in pages/acquaintance.py; the search takes the order of pages/chains.py, and finds the chains that are printed there.
*/
(function () {
  'use strict';

  /* Everybody's ties. `data` holds a relation from one side; both know of it. */
  function networkOf(data) {
    const members = data.terms.map(() => []);
    data.held.forEach((terms, musician) => terms.forEach((term) => members[term].push(musician)));
    const known = data.held.map(() => []);
    for (let at = 0; at < data.relations.length; at += 3) {
      const [one, role, other] = data.relations.slice(at, at + 3);
      known[one].push([role, other]);
      known[other].push([data.roles[role][1], one]);
    }
    for (const relations of known) relations.sort(([role, other], [role2, other2]) => role - role2 || other - other2);
    return { held: data.held, members, known };
  }

  /* The steps from one to the other, [one, other, term or -1, role]; null where no way leads there. */
  function chainBetween(network, start, end) {
    const ways = new Map([[start, null]]);
    const seen = new Set();
    const queue = [start];
    for (const one of queue) {
      if (one === end) break;
      for (const [role, other] of network.known[one]) {
        if (ways.has(other)) continue;
        ways.set(other, [one, other, -1, role]);
        queue.push(other);
      }
      for (const term of network.held[one]) {
        if (seen.has(term)) continue;
        seen.add(term);
        for (const other of network.members[term]) {
          if (ways.has(other)) continue;
          ways.set(other, [one, other, term, 0]);
          queue.push(other);
        }
      }
    }
    if (!ways.has(end)) return null;
    const steps = [];
    for (let step = ways.get(end); step; step = ways.get(step[0])) steps.unshift(step);
    return steps;
  }

  const folded = (text) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim();
  const slugByRule = (name) => folded(name).replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '');

  /* What readers type and addresses say, and whom that means. */
  function rollOf(data) {
    const slugs = data.names.map((name, number) => data.slugs[number] ?? slugByRule(name));
    const counts = new Map();
    for (const name of data.names) counts.set(name, (counts.get(name) || 0) + 1);
    const labels = data.names.map((name, number) => (counts.get(name) > 1 ? `${name} (${slugs[number]})` : name));
    const keys = labels.map(folded);
    const numbers = new Map(slugs.map((slug, number) => [slug, number]));
    return {
      slugs,
      labels,
      named: (slug) => numbers.get(slug),
      /* The musicians whose name begins so, then those in whose name a word does. */
      matching(text, most) {
        const key = folded(text);
        if (!key) return [];
        const first = [];
        const later = [];
        keys.forEach((name, number) => {
          if (name.startsWith(key)) first.push(number);
          else if (name.includes(` ${key}`)) later.push(number);
        });
        return [...first, ...later].slice(0, most);
      },
      /* The one who is meant: the name as a whole, or a beginning that only one has. */
      meant(text) {
        const whole = keys.indexOf(folded(text));
        if (whole >= 0) return whole;
        const found = this.matching(text, 2);
        return found.length === 1 ? found[0] : undefined;
      },
    };
  }

  if (typeof window === 'undefined') {
    module.exports = { networkOf, chainBetween, rollOf };
    return;
  }

  const { root, one, made, button, data } = window.encyclopedia;
  const SUGGESTED = 12;
  const HINT = 'Name two musicians, and the way from one to the other stands here.';
  const place = one('.finder');
  if (!place) return;

  let loading;
  const load = () => {
    loading ??= data('connections/data.js').then((value) => ({ value, roll: rollOf(value), network: networkOf(value) }));
    loading.catch(() => {
      loading = undefined;
    });
    return loading;
  };

  function field(name, text) {
    const list = made('datalist', { id: `_names-${name}` });
    const input = made('input', { id: `_${name}`, name, list: list.id, autocomplete: 'off', spellcheck: 'false' });
    input.addEventListener('input', async () => {
      const { roll } = await load();
      list.replaceChildren(...roll.matching(input.value, SUGGESTED).map((number) => made('option', { value: roll.labels[number] })));
    });
    return [input, made('div', {}, made('label', { for: input.id }, text), input, list)];
  }

  const [from, fromField] = field('from', 'From');
  const [to, toField] = field('to', 'To');
  const found = made('div', { class: 'found', role: 'status' });
  const form = made('form', { role: 'search', 'aria-label': 'Chains between two musicians' }, fromField, toField);
  const actions = made('div', { class: 'act' });
  actions.append(made('button', { type: 'submit' }, 'Find the chain'), button('Swap', swap), button('Any two', anyTwo));
  form.append(actions);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    look();
  });
  form.addEventListener('focusin', () => load().catch(() => {}), { once: true });
  place.replaceChildren(form, found);

  function swap() {
    [from.value, to.value] = [to.value, from.value];
    if (from.value && to.value) look();
  }

  async function anyTwo() {
    const { roll, network } = await load();
    const tied = roll.slugs.map((_, number) => number).filter((number) => network.held[number].length || network.known[number].length);
    const any = () => tied[Math.floor(Math.random() * tied.length)];
    const start = any();
    let end = any();
    for (let tries = 0; tries < 50 && (end === start || !chainBetween(network, start, end)); tries += 1) end = any();
    from.value = roll.labels[start];
    to.value = roll.labels[end];
    look();
  }

  async function look({ remember = true } = {}) {
    let known;
    try {
      known = await load();
    } catch (error) {
      say('The data for this search could not be loaded. Some chains are printed below.');
      return;
    }
    const ends = [from, to].map((input) => known.roll.meant(input.value));
    [from, to].forEach((input, at) => input.toggleAttribute('aria-invalid', ends[at] === undefined));
    const missing = [from, to].find((input, at) => ends[at] === undefined);
    if (missing) {
      say(missing.value.trim() ? `No one musician is called “${missing.value.trim()}”. Choose a name from the list.` : 'Name two musicians.');
      return;
    }
    const [start, end] = ends;
    [from.value, to.value] = ends.map((number) => known.roll.labels[number]);
    const query = `?from=${known.roll.slugs[start]}&to=${known.roll.slugs[end]}`;
    if (remember && location.search !== query) history.pushState(null, '', query);
    show(known, start, end);
  }

  function say(text) {
    found.replaceChildren(made('p', {}, text));
  }

  function show({ value, roll, network }, start, end) {
    if (start === end) {
      say(`${roll.labels[start]} needs no chain to get there.`);
      return;
    }
    const steps = chainBetween(network, start, end);
    if (!steps) {
      say(`No chain leads from ${roll.labels[start]} to ${roll.labels[end]}.`);
      return;
    }
    const person = (number) => made('a', { href: `${root}musicians/${roll.slugs[number]}.html` }, value.names[number]);
    const items = steps.map(([before, after, term, role]) => {
      if (term < 0) return made('li', {}, person(before), ` ${value.roles[role][0]} `, person(after));
      const [kind, name, slug] = value.terms[term];
      const [folder, verb, joint, rest] = value.kinds[kind];
      const link = made('a', { href: `${root}${folder}/${slug}.html` }, name);
      return made('li', {}, person(before), ` ${verb} `, link, `${joint} `, person(after), rest ? ` ${rest}` : '');
    });
    const count = steps.length === 1 ? 'One step' : `${steps.length} steps`;
    found.replaceChildren(
      made('h2', {}, `${count} from ${roll.labels[start]} to ${roll.labels[end]}`),
      made('ol', { class: 'steps' }, ...items),
    );
  }

  async function fromAddress() {
    const query = new URLSearchParams(location.search);
    const slugs = [query.get('from'), query.get('to')];
    if (!slugs[0] && !slugs[1]) {
      say(HINT);
      return;
    }
    const { roll } = await load();
    [from, to].forEach((input, at) => {
      const number = roll.named(slugs[at]);
      input.value = number === undefined ? slugs[at] || '' : roll.labels[number];
    });
    if (slugs[0] && slugs[1]) look({ remember: false });
    else say(HINT);
  }

  const restore = () => fromAddress().catch(() => say('The data for this search could not be loaded.'));
  window.addEventListener('popstate', restore);
  restore();
})();
