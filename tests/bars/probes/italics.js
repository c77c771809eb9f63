/* Where italics are asked for and the letters would be upright, or the other way round, in a font that has both. */
() => {
  const both = (style) => /^"?Literata\b/.test(style.fontFamily);
  const faults = [];
  for (const element of document.body.querySelectorAll('*')) {
    for (const part of [null, '::before', '::after', '::first-letter']) {
      const style = getComputedStyle(element, part);
      if (both(style) && (style.fontStyle === 'italic') !== style.fontFeatureSettings.includes('"ital"')) {
        faults.push(`${style.fontStyle}: ${element.outerHTML.slice(0, 80)} ${part ?? ''}`);
      }
    }
  }
  return faults;
}
