/* What is wider than the window, so that it has to be scrolled in two directions, or is cut off. */
() => {
  const page = document.scrollingElement;
  const faults = [];
  if (page.scrollWidth > page.clientWidth) {
    const wide = [...document.body.querySelectorAll('*')].filter((element) => {
      const { right, left, width } = element.getBoundingClientRect();
      return width && (right > page.clientWidth + 1 || left < -1) && !element.closest('.unseen, .skip');
    });
    const names = wide.slice(0, 3).map((element) => element.outerHTML.slice(0, 80));
    faults.push(`${page.scrollWidth} of ${page.clientWidth} pixels: ${names.join(' | ')}`);
  }
  const cut = ['hidden', 'clip'];
  for (const element of document.body.querySelectorAll('*')) {
    const style = getComputedStyle(element);
    const hides = cut.includes(style.overflowX) && style.position !== 'absolute' && element.checkVisibility();
    if (hides && element.scrollWidth > element.clientWidth + 1) faults.push(`cut off: ${element.outerHTML.slice(0, 80)}`);
  }
  return faults;
}
