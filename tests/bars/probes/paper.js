/* What is wrong with the page on paper: things to press, a tinted sheet, text in columns or beyond the edge. */
() => {
  const faults = [];
  const seen = (element) => element.checkVisibility({ visibilityProperty: true }) && element.getClientRects().length;
  for (const element of document.querySelectorAll('nav, form, button, input, select, dialog, [popover], .skip')) {
    if (seen(element)) faults.push(`printed: ${element.outerHTML.slice(0, 80)}`);
  }
  for (const element of [document.documentElement, document.body]) {
    const colour = getComputedStyle(element).backgroundColor;
    if (!['rgb(255, 255, 255)', 'rgba(0, 0, 0, 0)'].includes(colour)) faults.push(`tinted: ${colour}`);
  }
  const page = document.scrollingElement;
  if (page.scrollWidth > page.clientWidth) faults.push(`${page.scrollWidth} of ${page.clientWidth} pixels`);
  /* One column: what is read in order stands in order, each block below the last. */
  const blocks = [...document.querySelectorAll('main :is(h1, .lead > p, .body > :is(p, h2, h3), .apparatus)')].filter(seen);
  for (const [place, block] of blocks.entries()) {
    const before = blocks[place - 1];
    if (!before || before.contains(block)) continue;
    const [above, below] = [before, block].map((element) => element.getBoundingClientRect());
    if (below.top < above.bottom - 1) faults.push(`beside another: ${block.outerHTML.slice(0, 80)}`);
  }
  return faults;
}
