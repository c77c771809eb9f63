/* What the map and the table tell each other, and a larger map. Both are complete without. */
(function () {
  'use strict';

  const { one, all, made, button } = window.encyclopedia;

  /* A country that is pointed at, or has the focus, is marked in both. */
  const places = new Map();
  for (const element of all('[data-place]')) {
    const id = element.dataset.place;
    places.set(id, [...(places.get(id) ?? []), element]);
  }
  const lit = (id, on) => places.get(id).forEach((element) => element.classList.toggle('lit', on));
  for (const [id, elements] of places) {
    if (elements.length < 2) continue;
    for (const element of elements) {
      for (const event of ['pointerenter', 'focusin']) element.addEventListener(event, () => lit(id, true));
      for (const event of ['pointerleave', 'focusout']) element.addEventListener(event, () => lit(id, false));
    }
  }

  /* The map grows inside of its frame, which scrolls; what was in the middle stays there. */
  const frame = one('.map .scroll');
  const drawing = one('svg', frame);
  const SIZES = [1, 1.5, 2.25, 3.5, 5];
  let size = 0;

  function zoom(step) {
    const middle = [
      (frame.scrollLeft + frame.clientWidth / 2) / drawing.clientWidth,
      (frame.scrollTop + frame.clientHeight / 2) / drawing.clientHeight,
    ];
    size = Math.min(SIZES.length - 1, Math.max(0, size + step));
    drawing.style.width = `${SIZES[size] * 100}%`;
    frame.scrollTo(middle[0] * drawing.clientWidth - frame.clientWidth / 2, middle[1] * drawing.clientHeight - frame.clientHeight / 2);
    larger.disabled = size === SIZES.length - 1;
    smaller.disabled = size === 0;
  }

  const larger = button('Larger', () => zoom(1));
  const smaller = button('Smaller', () => zoom(-1), { disabled: '' });
  one('.map figcaption').after(made('div', { class: 'zoom', role: 'group', 'aria-label': 'Size of the map' }, larger, smaller));
})();
