/*
  Comforts for readers with scripts: nothing here is needed to read or to get about.

  Classic scripts, so that they run from disk as well. They make their own controls, in places that the style sheet keeps
  free, and store one value: encyclopedia:appearance. This part is what the others, and the scripts of single pages, share.
*/
(function () {
  'use strict';

  /* The top of the site, as a whole address. */
  const root = new URL('..', document.currentScript.src).href;
  const scripts = new Map();
  const values = new Map();

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

  /* Runs a script of the site, once; one that could not be had is asked for again. */
  function script(path) {
    if (!scripts.has(path)) {
      const ran = new Promise((resolve, reject) => {
        const element = made('script', { src: root + path });
        element.onload = resolve;
        element.onerror = () => {
          scripts.delete(path);
          element.remove();
          reject(new Error(`${path} could not be loaded`));
        };
        document.head.append(element);
      });
      scripts.set(path, ran);
    }
    return scripts.get(path);
  }

  /* What a file of data holds. Such a file is a script too, since pages from disk may load nothing else. */
  async function data(path) {
    await script(path);
    if (!values.has(path)) throw new Error(`${path} holds nothing`);
    return values.get(path);
  }

  /* After the next frame: what has been pressed or typed is seen before any work that it leads to. */
  const painted = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));

  window.KB = (path, value) => values.set(path, value);
  window.encyclopedia = { root, one, all, made, button, script, data, painted };
})();
