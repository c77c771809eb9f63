/* The header's field: names under it while somebody types, by keyboard and by touch (ARIA APG, combobox with a list). */
(function () {
  'use strict';

  const { root, made, painted, search } = window.encyclopedia;
  const LIST = '_suggestions';

  function styled() {
    if (document.querySelector('link[href$="static/search.css"]')) return;
    document.head.append(made('link', { rel: 'stylesheet', href: `${root}static/search.css` }));
  }

  function optionOf(number, href, ...content) {
    return made('li', { role: 'option', id: `${LIST}-${number}`, 'aria-selected': 'false', 'data-href': href }, ...content);
  }

  function entityOption(entity, number) {
    const name = made('span', { class: 'name' }, entity.name);
    const about = entity.kind.kind === search.MUSICIANS ? entity.detail : [entity.kind.singular, entity.detail].filter(Boolean).join(', ');
    return optionOf(number, root + entity.path, name, ' ', made('span', { class: 'about' }, about));
  }

  /* Turns the field of a search form into a combobox. */
  function assist(input) {
    styled();
    const form = input.form;
    const list = made('ul', { role: 'listbox', id: LIST, 'aria-label': 'Suggestions', hidden: '' });
    const told = made('span', { class: 'unseen', role: 'status' });
    let active = -1;
    let looking = Promise.resolve();

    const options = () => [...list.children];
    const isOpen = () => !list.hidden;

    function choose(number) {
      active = number;
      options().forEach((option, index) => {
        option.setAttribute('aria-selected', String(index === active));
        if (index === active) option.scrollIntoView({ block: 'nearest' });
      });
      if (active < 0) input.removeAttribute('aria-activedescendant');
      else input.setAttribute('aria-activedescendant', `${LIST}-${active}`);
    }

    function show(open) {
      list.hidden = !open;
      input.setAttribute('aria-expanded', String(open));
      if (!open) choose(-1);
    }

    async function update() {
      const text = input.value.trim();
      // The sign is seen first, and names are looked for once no other is on its way.
      const [known] = await Promise.all([search.catalogue().catch(() => null), painted()]);
      if (text !== input.value.trim()) return;
      if (!known || !text) {
        list.replaceChildren();
        show(false);
        told.textContent = '';
        return;
      }
      const entities = search.suggest(known, text);
      const everything = `${form.action.replace(/\?.*/, '')}?q=${encodeURIComponent(text)}`;
      list.replaceChildren(
        ...entities.map(entityOption),
        optionOf(entities.length, everything, made('span', { class: 'everything' }, `All that is said of “${text}”`)),
      );
      choose(-1);
      show(document.activeElement === input);
      told.textContent = entities.length === 1 ? 'One name' : `${entities.length} names`;
    }

    const look = () => {
      looking = update();
    };

    const KEYS = {
      // Names that are still looked for come before any of them is chosen.
      ArrowDown: () => {
        looking.then(() => (isOpen() ? choose((active + 1) % list.children.length) : list.children.length ? show(true) : look()));
      },
      ArrowUp: () => {
        if (isOpen()) choose(active < 0 ? list.children.length - 1 : active - 1);
      },
      Escape: () => {
        if (isOpen()) show(false);
        else input.value = '';
      },
      Enter: () => {
        if (!isOpen() || active < 0) return false;
        location.assign(list.children[active].dataset.href);
        return true;
      },
    };

    for (const [name, value] of Object.entries({
      role: 'combobox',
      'aria-autocomplete': 'list',
      'aria-controls': LIST,
      'aria-expanded': 'false',
      autocomplete: 'off',
    })) {
      input.setAttribute(name, value);
    }
    form.classList.add('assisted');
    form.append(list, told);
    input.addEventListener('input', look);
    input.addEventListener('blur', () => show(false));
    input.addEventListener('keydown', (event) => {
      if (event.isComposing || !Object.hasOwn(KEYS, event.key)) return;
      if (KEYS[event.key]() !== false) event.preventDefault();
    });
    // The field keeps the focus while an option is pressed, by finger too.
    list.addEventListener('pointerdown', (event) => event.preventDefault());
    list.addEventListener('mousedown', (event) => event.preventDefault());
    list.addEventListener('click', (event) => {
      const option = event.target.closest('[role="option"]');
      if (option) location.assign(option.dataset.href);
    });
    look();
  }

  Object.assign(search, { assist });
})();
