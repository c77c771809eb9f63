/* Previews of links: what shows them is loaded when somebody first rests on one. */
(function () {
  'use strict';

  const { script } = window.encyclopedia;

  function begin(event) {
    const off = document.documentElement.dataset.previews === 'off' || navigator.connection?.saveData;
    if (off || event.pointerType === 'touch' || !event.target.closest?.('main a[href]')) return;
    for (const type of ['pointerover', 'focusin']) document.removeEventListener(type, begin);
    script('static/previews.js').then(() => window.encyclopedia.preview(event), () => {});
  }

  for (const type of ['pointerover', 'focusin']) document.addEventListener(type, begin);
})();
