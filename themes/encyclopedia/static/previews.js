/*
  What an entry says of itself, shown beside a link that the pointer or the keyboard rests on.

  It comes after 400 ms and goes 300 ms after both are left, so that the pointer may wander into it; Esc sends it away,
  and it stays away until the link has been left. Focus stays where it is. Touch opens none.
*/
(function () {
  'use strict';

  const { root, made, card: cardOf } = window.encyclopedia;

  const DELAY = 400;
  const GRACE = 300;
  const EXTRACT = 525;
  /* What has no card of its own, or is a way about the site more than an entry. */
  const NONE = /^(?:pairs|a-z|today|disambiguation|static|media)\/|(?:^|\/)(?:index|family-[^/]*)\.html$/;

  let link; // that the reader rests on
  let shown; // the link whose preview is shown
  let dismissed; // a link whose preview was sent away
  let timer;

  const preview = made('div', { class: 'preview', popover: 'manual', id: '_preview' });
  const styled = new Promise((resolve) => {
    const sheet = made('link', { rel: 'stylesheet', href: `${root}static/previews.css` });
    sheet.onload = sheet.onerror = resolve;
    document.head.append(sheet);
  });
  // Part of what the page is about, as landmarks go.
  (document.querySelector('main') || document.body).append(preview);

  /* The path of the entry that a link leads to; undefined where there is none to show. */
  function entryOf(target) {
    const found = target?.closest?.('main a[href]');
    // In a drawing it would lie on what the reader looks at, and the list beside it has the same links.
    if (!found || found.closest('.preview, nav, .breadcrumbs, svg')) return undefined;
    const [whole] = found.href.split(/[?#]/);
    if (!whole.startsWith(root) || whole === location.href.split(/[?#]/)[0]) return undefined;
    const path = decodeURIComponent(whole.slice(root.length));
    return path.endsWith('.html') && !NONE.test(path) ? { found, path } : undefined;
  }

  function extract(text) {
    const paragraphs = text.split('\n');
    const first = paragraphs[0].length < EXTRACT / 3 ? paragraphs.slice(0, 2).join(' ') : paragraphs[0];
    if (first.length <= EXTRACT) return first;
    return `${first.slice(0, EXTRACT).replace(/[\s,;:–—-]+\S*$/, '')}…`;
  }

  function fill(card) {
    const parts = [];
    if (card.image) parts.push(made('img', { src: root + card.image, alt: '' }));
    parts.push(made('p', { class: 'name', dir: 'auto' }, card.name));
    const detail = [card.kind, card.dates].filter(Boolean).join(', ');
    if (detail) parts.push(made('p', { class: 'detail' }, detail));
    if (card.summary) parts.push(made('p', { class: 'summary' }, card.summary));
    if (card.text) parts.push(made('p', { class: 'extract' }, extract(card.text)));
    preview.replaceChildren(...parts);
  }

  /* Beside the link: where the browser cannot do that by itself, by hand. */
  function place(beside) {
    if (CSS.supports('position-area: block-end')) {
      beside.style.anchorName = '--previewed';
      return;
    }
    const box = beside.getBoundingClientRect();
    const size = preview.getBoundingClientRect();
    const below = box.bottom + size.height + 8 < innerHeight;
    preview.style.inset = 'auto';
    preview.style.left = `${Math.max(8, Math.min(box.left, innerWidth - size.width - 8))}px`;
    preview.style.top = `${below ? box.bottom + 4 : Math.max(8, box.top - size.height - 4)}px`;
  }

  async function show({ found, path }) {
    let card;
    try {
      [card] = await Promise.all([cardOf(path), styled]);
    } catch (missing) {
      return;
    }
    // The reader may have gone on while the card was on its way.
    if (!card || link !== found || dismissed === found || document.documentElement.dataset.previews === 'off') return;
    hide();
    fill(card);
    preview.showPopover();
    place(found);
    shown = found;
  }

  function hide() {
    clearTimeout(timer);
    if (shown) shown.style.anchorName = '';
    shown = undefined;
    if (preview.matches(':popover-open')) preview.hidePopover();
  }

  function rest(event) {
    if (event.pointerType === 'touch' || document.documentElement.dataset.previews === 'off') return;
    if (preview.contains(event.target)) {
      clearTimeout(timer);
      return;
    }
    const entry = entryOf(event.target);
    if (!entry) {
      leave();
      return;
    }
    // A click or a tap gives focus too; only that of the keyboard asks for a preview.
    if (event.type === 'focusin' && !entry.found.matches(':focus-visible')) return;
    if (entry.found === link) {
      if (shown === link) clearTimeout(timer);
      return;
    }
    leave();
    link = entry.found;
    clearTimeout(timer);
    timer = setTimeout(show, DELAY, entry);
  }

  function leave() {
    if (!link && !shown) return;
    if (dismissed === link) dismissed = undefined;
    link = undefined;
    clearTimeout(timer);
    if (shown) timer = setTimeout(hide, GRACE);
  }

  function dismiss(event) {
    if (event.key !== 'Escape' || !link && !shown) return;
    dismissed = link;
    hide();
  }

  document.addEventListener('pointerover', rest);
  document.addEventListener('focusin', rest);
  document.addEventListener('focusout', (event) => event.target === link && !link.matches(':hover') && leave());
  document.documentElement.addEventListener('pointerleave', leave);
  document.addEventListener('keydown', dismiss, true);
  document.addEventListener('pointerdown', (event) => preview.contains(event.target) || dismiss({ key: 'Escape' }));
  window.encyclopedia.preview = rest;
})();
