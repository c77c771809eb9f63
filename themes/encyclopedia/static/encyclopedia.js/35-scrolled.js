/* What has got the focus in a drawing or table wider than the window is brought into it from where it begins. */
(function () {
  'use strict';

  const { all } = window.encyclopedia;

  for (const box of all('.scroll')) {
    box.addEventListener('focusin', ({ target }) => {
      if (!target.matches(':focus-visible') || target === box) return;
      // The browser scrolls first, and is content with the end of a long bar.
      requestAnimationFrame(() => {
        const [inner, outer] = [target, box].map((element) => element.getBoundingClientRect());
        if (inner.left < outer.left || inner.right > outer.right) target.scrollIntoView({ block: 'nearest', inline: 'start' });
      });
    });
  }
})();
