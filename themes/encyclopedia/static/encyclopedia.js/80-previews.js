/* Previews of links: what shows them is loaded when somebody first rests on one. */
(function () {
  'use strict';

  const { script } = window.encyclopedia;
  let rested; // the reader's last event, while the script is on its way

  function begin(event) {
    const off = document.documentElement.dataset.previews === 'off' || navigator.connection?.saveData;
    const on = !off && event.pointerType !== 'touch' && event.target.closest?.('main a[href]');
    rested = on ? event : undefined;
    if (on) script('static/previews.js').then(begun, () => {});
  }

  function begun() {
    for (const type of ['pointerover', 'focusin']) document.removeEventListener(type, begin);
    if (rested) window.encyclopedia.preview(rested);
    rested = undefined;
  }

  for (const type of ['pointerover', 'focusin']) document.addEventListener(type, begin);
})();
