/* Appearance. */
(function () {
  'use strict';

  const { one, made, button, shortcuts } = window.encyclopedia;

  const root = document.documentElement;
  const STORED = 'encyclopedia:appearance';
  const CHOICES = {
    text: ['Text size', { '': 'Standard', small: 'Small', large: 'Large' }],
    width: ['Width of lines', { '': 'Standard', wide: 'Wide' }],
    scheme: ['Colours', { '': 'As the device', light: 'Light', dark: 'Dark' }],
    previews: ['Previews of links', { '': 'On', off: 'Off' }],
    keys: ['Keyboard shortcuts', { '': 'On', off: 'Off' }],
  };

  function choose(name, value) {
    if (value) root.dataset[name] = value;
    else delete root.dataset[name];
    const chosen = {};
    for (const each of Object.keys(CHOICES)) if (root.dataset[each]) chosen[each] = root.dataset[each];
    try {
      localStorage.setItem(STORED, JSON.stringify(chosen));
    } catch (refused) {
      // It holds for this page, then.
    }
  }

  function fieldset(name) {
    const [title, values] = CHOICES[name];
    const current = root.dataset[name] || '';
    const options = Object.entries(values).map(([value, text]) => {
      const input = made('input', { type: 'radio', name: `_${name}`, value });
      input.checked = value === current;
      input.addEventListener('change', () => choose(name, value));
      return made('label', {}, input, text);
    });
    return made('fieldset', {}, made('legend', {}, title), ...options);
  }

  function appearance(help) {
    const masthead = one('.masthead');
    if (!masthead || !('popover' in masthead)) return;
    const panel = made(
      'div',
      { class: 'appearance', id: '_appearance', popover: '', role: 'group', 'aria-label': 'Appearance' },
      ...Object.keys(CHOICES).map(fieldset),
      button('List the shortcuts', () => {
        panel.hidePopover();
        help.showModal();
      }),
    );
    const label = 'Appearance';
    masthead.append(
      made('button', { type: 'button', class: 'open-appearance', popovertarget: '_appearance', 'aria-label': label, title: label }, 'Aa'),
      panel,
    );
  }

  appearance(shortcuts);
})();
