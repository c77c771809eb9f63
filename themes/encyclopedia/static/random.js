/* A musician by chance: random.html leads on to one at once, and the home page shows another where it is asked to. */
(function () {
  'use strict';

  const { one, made, button, data, musician } = window.encyclopedia;

  async function anybody() {
    const count = await data('lines/count.js');
    return musician(Math.floor(Math.random() * count));
  }

  /* In the place of the entry that the page began with. */
  function show({ name, dates, href }, featured) {
    // A list sorts by the last name; here it stands as it is said.
    const said = name.includes(', ') ? name.split(', ').reverse().join(' ') : name;
    const link = made('a', { href }, said);
    one('.name', featured).replaceChildren(link);
    for (const old of featured.querySelectorAll('.dates, .text')) old.remove();
    if (dates) one('.name', featured).after(made('p', { class: 'dates' }, dates));
    link.focus();
  }

  const featured = one('.featured');
  if (one('article.random')) {
    anybody().then(({ href }) => location.replace(href), () => {});
  } else if (featured) {
    const another = button('Another', () => anybody().then((found) => show(found, featured), () => another.remove()));
    featured.append(made('p', { class: 'another' }, another));
  }
})();
