// Makes a page of the preview live. The server puts this script into every page on its way to the browser; the files of
// the site know nothing of it. livereload's own script, which comes after it, holds the one connection and says when
// something is new; this one keeps the reader's place, and shows what is wrong.
(() => {
  'use strict';

  const STATE = '/__preview/state';
  const tag = document.currentScript;
  const build = tag.dataset.build;
  const isDraft = 'draft' in tag.dataset;
  const isOwn = 'own' in tag.dataset;
  const place = `site-builder-preview ${location.pathname}`;
  const closed = 'site-builder-preview closed';
  let shown = '';
  let panel = null;

  const summaryOf = (details) => details.querySelector('summary')?.textContent ?? '';

  function stored(key) {
    try {
      return sessionStorage.getItem(key);
    } catch {
      return null;
    }
  }

  function store(key, value) {
    try {
      sessionStorage.setItem(key, value);
    } catch {
      // A browser that keeps nothing goes to where it likes, and opens what it is told to.
    }
  }

  function remember() {
    const details = [...document.querySelectorAll('details')].map((each) => [summaryOf(each), each.open]);
    store(place, JSON.stringify({ x: scrollX, y: scrollY, details }));
    history.scrollRestoration = 'manual';
  }

  function restore() {
    const kept = JSON.parse(stored(place) || 'null');
    store(place, '');
    if (!kept) return;
    document.querySelectorAll('details').forEach((each, index) => {
      const [summary, open] = kept.details[index] ?? [];
      if (summary === summaryOf(each)) each.open = open;
    });
    const go = () => scrollTo({ left: kept.x, top: kept.y, behavior: 'instant' });
    go();
    // Pictures may have come since, and moved everything; but whoever scrolled in the meantime is not pulled back.
    const here = scrollY;
    addEventListener('load', () => {
      if (scrollY === here) go();
      history.scrollRestoration = 'auto';
    });
  }

  function reload() {
    remember();
    location.reload();
  }

  function element(name, className, text = '') {
    const made = document.createElement(name);
    made.className = className;
    made.textContent = text;
    return made;
  }

  // In a shadow tree the site's styles and these cannot disturb each other.
  function panelOf() {
    const host = document.createElement('site-builder-preview');
    const root = host.attachShadow({ mode: 'open' });
    const style = document.createElement('link');
    style.rel = 'stylesheet';
    style.href = '/__preview/overlay.css';
    const box = element('div', 'box');
    box.hidden = true;
    style.addEventListener('load', () => { box.hidden = false; });
    root.append(style, box);
    document.documentElement.append(host);
    return box;
  }

  function counted(number, noun) {
    return number ? `${number} ${noun}${number === 1 ? '' : 's'}` : '';
  }

  function problemsOf(state) {
    const errors = state.problems.filter((problem) => problem.severity === 'error').length;
    const warnings = state.problems.length - errors;
    const more = state.more ? `${state.more} more` : '';
    const counts = [counted(errors, 'error'), counted(warnings, 'warning'), more].filter(Boolean).join(', ');

    const details = element('details', errors ? 'problems errors' : 'problems');
    // Whoever has closed it knows, until something else is wrong.
    details.open = errors > 0 && stored(closed) !== shown;
    details.addEventListener('toggle', () => store(closed, details.open ? '' : shown));
    details.setAttribute('role', 'status');
    details.append(element('summary', '', counts));
    for (const problem of state.problems) details.append(element('pre', problem.severity, problem.text));
    const list = element('a', '', 'All rebuilds');
    list.href = '/__preview/';
    details.append(list);
    return details;
  }

  function show(state) {
    const news = JSON.stringify([state.problems, state.more]);
    if (isOwn || news === shown) return;
    shown = news;
    panel ??= panelOf();
    panel.replaceChildren(
      ...(isDraft ? [element('p', 'draft', 'Draft')] : []),
      ...(state.problems.length ? [problemsOf(state)] : []),
    );
  }

  async function refresh() {
    try {
      const answer = await fetch(STATE, { cache: 'no-store' });
      const state = await answer.json();
      if (state.build && state.build !== build) reload();
      else show(state);
    } catch {
      // The server is gone; livereload's script waits for the next one.
    }
  }

  // livereload's script asks every class whose name begins like this, and goes on by itself where the answer is false:
  // it exchanges a style sheet, and otherwise loads the page anew.
  window.LiveReloadPluginPreview = class {
    static identifier = 'site-builder-preview';

    static version = '1.0';

    reload(path) {
      if (isOwn || path === '*') {
        reload();
        return true;
      }
      if (path !== STATE) return false;
      refresh();
      return true;
    }

    analyze() {
      return { disable: false };
    }
  };

  // What happened while nobody listened, such as a new start of the server, is asked for once.
  document.addEventListener('LiveReloadConnect', refresh);

  restore();
  refresh();
})();
