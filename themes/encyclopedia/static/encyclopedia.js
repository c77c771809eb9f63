/*
  Comforts for readers with scripts: nothing here is needed to read or to get about.

  A classic script, so that it runs from disk as well. It makes its own controls, in places that the style sheet keeps
  free, and stores one value: encyclopedia:appearance.
*/
(function () {
  'use strict';

  const root = document.documentElement;
  const STORED = 'encyclopedia:appearance';
  const CHOICES = {
    text: ['Text size', { '': 'Standard', small: 'Small', large: 'Large' }],
    width: ['Width of lines', { '': 'Standard', wide: 'Wide' }],
    scheme: ['Colours', { '': 'As the device', light: 'Light', dark: 'Dark' }],
    keys: ['Keyboard shortcuts', { '': 'On', off: 'Off' }],
  };
  /* A list that fills more than a screen; the style sheet says the same where it keeps a place for the filter. */
  const LONG = '.group:nth-of-type(5), .items > li:nth-child(20)';
  /* Its hash stands in the pages' content security policy. */
  const SPECULATION =
    '{"prefetch":[{"where":{"and":[{"href_matches":"/*.html"},{"not":{"selector_matches":"[rel~=noopener]"}}]},"eagerness":"moderate"}]}';

  const one = (selector, within = document) => within.querySelector(selector);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];

  function made(name, attributes, ...children) {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.append(...children);
    return element;
  }

  function button(text, act, attributes = {}) {
    const element = made('button', { type: 'button', ...attributes }, text);
    element.addEventListener('click', act);
    return element;
  }

  /* Appearance. */

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

  /* Keys. */

  const KEYS = {
    '/': ['search this site or this list', () => one('.search input, .filter input')],
    h: ['home', () => one('.site-title a')],
    n: ['the next entry', () => one('[rel="next"]')],
    p: ['the entry before', () => one('[rel="prev"]')],
    r: ['any musician that this page names', () => {
      const links = all('main a[href*="musicians/"], .page-musician main a:not([href*="/"])');
      return links[Math.floor(Math.random() * links.length)];
    }],
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
      if (typing || event.ctrlKey || event.metaKey || event.altKey || root.dataset.keys === 'off') return;
      const found = Object.hasOwn(KEYS, event.key) && KEYS[event.key][1]();
      if (!found) return;
      event.preventDefault();
      if (found === dialog) dialog.showModal();
      else if (found.href) found.click();
      else found.focus();
    });
    return dialog;
  }

  /* Long lists. */

  const folded = (text) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

  function filter(list) {
    if (!one(LONG, list)) return;
    const lines = all('.items > li', list).map((line) => [line, folded(line.textContent)]);
    const input = made('input', { type: 'search', 'aria-label': 'Filter this list', placeholder: 'Filter this list', autocomplete: 'off' });
    const told = made('span', { role: 'status' });
    input.addEventListener('input', () => {
      const words = folded(input.value).split(/\s+/).filter(Boolean);
      let count = 0;
      for (const [line, text] of lines) {
        line.hidden = !words.every((word) => text.includes(word));
        count += line.hidden ? 0 : 1;
      }
      for (const group of all('.group', list)) group.hidden = !one('.items > li:not([hidden])', group);
      told.textContent = words.length ? `${count} of ${lines.length}` : '';
    });
    one('h2, .heading', list).after(made('div', { class: 'filter', role: 'search' }, input, told));
  }

  /* The contents follow the reader. */

  function follow(contents) {
    const links = new Map();
    for (const link of all('a', contents)) {
      const heading = document.getElementById(decodeURIComponent(link.hash.slice(1)));
      if (heading) links.set(heading, link);
    }
    // A heading is seen from when it enters the upper third of the window, and for all that comes after.
    const seen = new Set();
    const observer = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) seen[isIntersecting ? 'add' : 'delete'](target);
        let current;
        for (const [heading, link] of links) {
          link.removeAttribute('aria-current');
          if (seen.has(heading)) current = link;
        }
        if (current) current.setAttribute('aria-current', 'location');
      },
      { rootMargin: '9999999px 0px -66% 0px' },
    );
    for (const heading of links.keys()) observer.observe(heading);
  }

  /* Notes stand beside the lines that they belong to, where there is a margin to stand in. */

  function sidenotes() {
    for (const reference of all('sup .footnote-ref')) {
      const note = document.getElementById(decodeURIComponent(reference.hash.slice(1)));
      if (!note) continue;
      const text = note.cloneNode(true);
      for (const back of all('.footnote-backref', text)) back.remove();
      const aside = made('span', { class: 'sidenote', role: 'note', 'data-number': reference.textContent });
      for (const paragraph of all('p', text)) aside.append(...paragraph.childNodes, ' ');
      reference.parentNode.after(aside);
      root.classList.add('noted');
    }
  }

  /* How to quote the entry. */

  function cite(article) {
    const canonical = one('link[rel="canonical"]');
    const address = canonical ? canonical.href : location.href.replace(/#.*/, '');
    const site = one('.site-title').textContent.trim();
    const citation = `“${one('h1', article).textContent.trim()}.” ${site}. ${address}`;
    const told = made('span', { role: 'status' });
    const copy = button('Copy a citation', () => {
      const failed = () => {
        const field = made('input', { readonly: '', 'aria-label': 'Citation', value: citation });
        copy.replaceWith(field);
        field.select();
      };
      const written = () => {
        told.textContent = `Copied: ${citation}`;
      };
      if (navigator.clipboard) navigator.clipboard.writeText(citation).then(written, failed);
      else failed();
    });
    article.append(made('p', { class: 'cite' }, copy, told));
  }

  /* Pages that the pointer rests on are fetched before the click, where that costs the reader nothing. */

  function speculate() {
    const saving = navigator.connection && navigator.connection.saveData;
    if (location.protocol === 'file:' || saving || !HTMLScriptElement.supports?.('speculationrules')) return;
    document.head.append(made('script', { type: 'speculationrules' }, SPECULATION));
  }

  appearance(shortcuts());
  all('.members, .alphabet, .index').forEach(filter);
  all('.toc').forEach(follow);
  sidenotes();
  all('article.entry, article.term').forEach(cite);
  speculate();
})();
