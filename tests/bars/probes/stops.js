/*
  Where the keyboard stops. Called with `list` before the walk, it gives the names of what has to be reached. Called after
  each step, it gives the name of what has the focus, and what is wrong there; or nothing once the focus has left the page.
*/
async ({ list = false }) => {
  const STOPS = 'a[href], area[href], button, input:not([type="hidden"]), select, textarea, summary, [tabindex], [contenteditable]';
  const told = (element) => element.outerHTML.slice(0, 90).replace(/\s+/g, ' ');

  if (list) {
    const groups = new Set();
    const reached = [...document.querySelectorAll(STOPS)].filter((element) => {
      if (element.matches('[tabindex^="-"], :disabled')) return false;
      if (!element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: false })) return false;
      if (element.closest('dialog:not([open]), [popover]:not(:popover-open), [inert]')) return false;
      // Of radio buttons the chosen one is a stop, which is known when it is reached.
      return element.type !== 'radio';
    });
    // Kept for the calls that follow: scripts may change what an element says of itself.
    globalThis.walk = { names: new Map(reached.map((element, place) => [element, `${place} ${told(element)}`])), last: null };
    return [...walk.names.values()];
  }

  const element = document.activeElement;
  if (!element || element === document.body || element === document.documentElement) return [];
  const faults = [];
  const parts = (colour) => {
    const canvas = new OffscreenCanvas(1, 1).getContext('2d');
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data];
  };
  const light = (colour) => {
    const [red, green, blue] = parts(colour).map((part) => (part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const ground = () => {
    for (let at = element.parentElement; at; at = at.parentElement) {
      const { backgroundColor } = getComputedStyle(at);
      if (parts(backgroundColor)[3] === 255) return backgroundColor;
    }
    return 'white';
  };
  const style = getComputedStyle(element);
  const [bright, dark] = [light(style.outlineColor), light(ground())].sort((a, b) => b - a);
  if (style.outlineStyle === 'none' || parseFloat(style.outlineWidth) < 2) faults.push('no outline');
  else if ((bright + 0.05) / (dark + 0.05) < 3) faults.push(`faint outline: ${style.outlineColor} on ${ground()}`);

  /* Inline text has several boxes: one of them has to be seen, and nothing may lie on it (WCAG 2.4.11). */
  const at = [0.5, 0.1, 0.3, 0.7, 0.9];
  const hit = (x, y) => {
    const found = document.elementFromPoint(x, y);
    // In a drawing one mark may lie on another: the outline is wider than either.
    if (found && element.ownerSVGElement && found.ownerSVGElement === element.ownerSVGElement) return true;
    return found && (element.contains(found) || found.contains(element) || found.closest('label')?.control === element);
  };
  const boxes = () => [...element.getClientRects()].filter(({ width, height }) => width > 1 && height > 1);
  const open = () =>
    boxes().some(({ left, top, width, height }) => at.some((x) => at.some((y) => hit(left + x * width, top + y * height))));
  // A script may bring it into sight with the next frame.
  const frames = () => new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted)));
  if (!open() && !(await frames(), open())) faults.push(boxes().length ? 'hidden or out of sight' : 'no box');
  if (element === walk.last) faults.push('trap');
  else if (walk.last && !(walk.last.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING)) faults.push('out of order');
  walk.last = element;
  return [JSON.stringify({ name: walk.names.get(element) ?? told(element), faults })];
}
