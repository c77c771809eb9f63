/* Sets text as a reader may: `size` times as large, or with the spaces of WCAG 1.4.12. */
({ size = 1, spaced = false }) => {
  const root = document.documentElement;
  root.style.fontSize = `${parseFloat(getComputedStyle(root).fontSize) * size}px`;
  if (spaced) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      '* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }' +
        'p { margin-block-end: 2em !important }',
    );
    document.adoptedStyleSheets = [sheet];
  }
  return [];
}
