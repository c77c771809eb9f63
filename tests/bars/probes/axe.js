/* What axe-core, which is here already, finds against WCAG 2.2 AA and good practice. */
async ({ colours, without }) => {
  const tags = colours ? ['cat.color'] : ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
  const rules = Object.fromEntries(without.map((rule) => [rule, { enabled: false }]));
  const { violations } = await axe.run({ runOnly: tags, resultTypes: ['violations'], rules });
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
}
