/* What moves although the reader asked for rest. */
() => {
  const faults = document.getAnimations().map(({ effect }) => `animated: ${effect.target.outerHTML.slice(0, 80)}`);
  for (const element of document.querySelectorAll('*')) {
    for (const part of [null, '::before', '::after']) {
      const { transitionDuration, transitionProperty, animationName, scrollBehavior } = getComputedStyle(element, part);
      const slow = transitionDuration.split(',').some((each) => parseFloat(each) > 0.01) && transitionProperty !== 'none';
      if (slow || animationName !== 'none' || scrollBehavior === 'smooth') {
        faults.push(`moves: ${element.outerHTML.slice(0, 80)} ${part ?? ''}`);
      }
    }
  }
  return faults;
}
