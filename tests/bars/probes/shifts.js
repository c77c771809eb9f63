/* How far things moved by themselves, from the first paint on and while the reader scrolls to the end and back. */
async () => {
  const moved = [];
  const observer = new PerformanceObserver((list) => moved.push(...list.getEntries()));
  observer.observe({ type: 'layout-shift', buffered: true });
  const frame = () => new Promise((painted) => requestAnimationFrame(() => setTimeout(painted)));
  const page = document.scrollingElement;
  for (let place = 0; place < Math.min(page.scrollHeight, 20_000); place += 700) {
    scrollTo({ top: place, behavior: 'instant' });
    await frame();
  }
  scrollTo({ top: 0, behavior: 'instant' });
  await frame();
  await frame();
  // What is below the third digit is no shift to anybody: lines that are balanced anew as their text comes in.
  if (moved.reduce((sum, { value }) => sum + value, 0) < 0.001) return [];
  return moved.map(({ value, sources }) => {
    const names = sources.map(({ node }) => (node?.outerHTML ?? node?.textContent ?? '').slice(0, 80));
    return `${value.toFixed(4)}: ${names.join(' | ')}`;
  });
}
