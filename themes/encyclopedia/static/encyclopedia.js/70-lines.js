/* Musicians by their numbers, their places in the order of the alphabet. Lists have 512 lines a file. */
(function () {
  'use strict';

  const { root, data } = window.encyclopedia;

  async function musician(number) {
    const lines = (await data(`lines/${number >> 9}.js`)).split('\n');
    const [name, dates, slug] = lines[number & 511].split('\t');
    return { name, dates, path: `musicians/${slug}.html`, href: `${root}musicians/${slug}.html` };
  }

  window.encyclopedia.musician = musician;
})();
