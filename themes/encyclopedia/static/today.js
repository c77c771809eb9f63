/* What happened on this day: a few lines on the home page, all of it on today.html, with ways to the days around. */
(function () {
  'use strict';

  const { root, one, made, button, data } = window.encyclopedia;

  const ON_HOME = 3;
  const AHEAD = 27;
  const MONTHS = 'January February March April May June July August September October November December'.split(' ');
  const EVENTS = { born: 'was born', died: 'died', played: 'played' };

  const isLeap = (year) => new Date(year, 1, 29).getMonth() === 1;
  const named = (date) => `${date.getDate()} ${MONTHS[date.getMonth()]}`;

  /* The days of the year that are told on a date: in a year without a leap day, 1 March has two. */
  function told(date) {
    const month = date.getMonth() + 1;
    const day = date.getDate();
    const days = [[month, day]];
    if (month === 3 && day === 1 && !isLeap(date.getFullYear())) days.unshift([2, 29]);
    return days;
  }

  async function rowsOf(date) {
    const rows = [];
    let more = 0;
    for (const [month, day] of told(date)) {
      const found = (await data(`today/${String(month).padStart(2, '0')}.js`))[day];
      if (!found) continue;
      more += found.more || 0;
      for (const row of found.rows) rows.push([...row.slice(0, 4), row[4] || '', month === 2 && day === 29]);
    }
    return { rows: rows.sort((one, other) => one[0] - other[0]), more };
  }

  function line([year, event, name, path, venue, leapt], date) {
    const what = event === 'played' ? ` played at ${venue}` : ` ${EVENTS[event]}`;
    const when = leapt && date.getMonth() === 2 ? `29 February ${year}` : year;
    const ago = date.getFullYear() - year;
    const years = ago > 0 ? `${ago} ${ago === 1 ? 'year' : 'years'} ago` : '';
    return made(
      'li', {},
      made('span', { class: 'detail' }, `${when} `), made('a', { href: root + path }, made('bdi', {}, name)),
      what, ' ', made('span', { class: 'detail' }, years),
    );
  }

  const pageOf = (date) => `${root}today/${MONTHS[date.getMonth()].toLowerCase()}.html#day-${date.getDate()}`;

  /* The day itself; where nothing is known of it, and something of one soon after, that one. */
  async function nearest(date) {
    for (let days = 0; days <= AHEAD; days++) {
      const other = new Date(date.getFullYear(), date.getMonth(), date.getDate() + days);
      const { rows, more } = await rowsOf(other);
      if (rows.length) return { day: other, rows, more };
    }
    return { day: date, rows: [], more: 0 };
  }

  async function show(section, date, most) {
    const { day, rows, more } = most === ON_HOME ? await nearest(date) : { day: date, ...await rowsOf(date) };
    const title = made('h2', {}, `${day.getDate() === date.getDate() ? 'On this day' : 'Soon'}: ${named(day)}`);
    const list = made('ul', { class: 'items' }, ...rows.slice(0, most).map((row) => line(row, day)));
    const left = more + Math.max(0, rows.length - most);
    const note = rows.length ? '' : 'Nothing is known to have happened on this day. ';
    const all = made('a', { href: most === ON_HOME ? `${root}today.html` : pageOf(date) }, left ? `All ${rows.length + more} of this day` : 'Other days');
    section.replaceChildren(title, list, made('p', {}, note, most === ON_HOME || left ? all : ''));
  }

  function browse(section) {
    const date = new Date();
    const shown = made('div', { 'aria-live': 'polite' });
    const turn = (days) => {
      date.setDate(date.getDate() + days);
      return show(shown, date, Infinity);
    };
    const steps = made('p', { class: 'steps' }, button('← The day before', () => turn(-1)), button('The day after →', () => turn(1)));
    turn(0).then(() => section.replaceChildren(shown, steps), () => section.remove());
  }

  const section = one('.of-today');
  if (section && one('article.home')) show(section, new Date(), ON_HOME).catch(() => section.remove());
  else if (section) browse(section);
  if (window.encyclopedia.testing) window.encyclopedia.testing.today = { told, rowsOf, show };
})();
