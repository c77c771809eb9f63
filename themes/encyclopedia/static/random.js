/* A musician by chance: random.html leads on to one at once, and the home page shows another where it is asked to. */
(function () {
  'use strict';

  const { one, made, button, card, data, musician } = window.encyclopedia;

  async function anybody() {
    const count = await data('lines/count.js');
    return musician(Math.floor(Math.random() * count));
  }

  /* In the place of the entry that the page began with. */
  async function show(featured) {
    const { path, href } = await anybody();
    const { name, dates, summary } = await card(path);
    const link = made('a', { href, dir: 'auto' }, name);
    one('.name', featured).replaceChildren(link);
    for (const old of featured.querySelectorAll('.dates, .text')) old.remove();
    const told = [['dates', dates], ['text', summary]].filter(([, text]) => text);
    one('.name', featured).after(...told.map(([kind, text]) => made('p', { class: kind }, text)));
    link.focus();
  }

  const featured = one('.featured');
  if (one('article.random')) {
    anybody().then(({ href }) => location.replace(href), () => {});
  } else if (featured) {
    const another = button('Another', () => show(featured).catch(() => another.remove()));
    featured.append(made('p', { class: 'another' }, another));
  }
})();
