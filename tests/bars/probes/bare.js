/* What a reader without scripts misses: `main` has to say something, the page to lead on, and no control may be dead. */
() => {
  const faults = [];
  const main = document.querySelector('main');
  const seen = (element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  if (!main || main.innerText.trim().length < 40) faults.push('no text');
  if (![...document.querySelectorAll('a[href]:not(.skip)')].some(seen)) faults.push('no link');
  for (const control of document.querySelectorAll('button, input, select, textarea')) {
    const works = control.form?.hasAttribute('action') || control.hasAttribute('popovertarget') || control.hasAttribute('commandfor');
    if (seen(control) && !works) faults.push(`does nothing: ${control.outerHTML.slice(0, 120)}`);
  }
  return faults;
}
