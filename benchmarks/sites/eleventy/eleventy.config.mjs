const FACETS = ["instruments", "countries", "venues"];

const slugOf = (name) => name.toLowerCase().replace(/[^a-z]+/g, "-");
const compare = (one, other) => (one < other ? -1 : one > other ? 1 : 0);
const byTitle = (one, other) => compare(one.data.title, other.data.title);

function termsOf(pages, facet) {
  const terms = new Map();
  for (const page of pages) {
    for (const name of page.data[facet]) {
      if (!terms.has(name)) terms.set(name, { name, slug: slugOf(name), pages: [] });
      terms.get(name).pages.push(page);
    }
  }
  return [...terms.values()].sort((one, other) => compare(one.name, other.name));
}

export default async function (config) {
  const { InputPathToUrlTransformPlugin } = await import(`${process.env.BENCHMARK_PACKAGES}/@11ty/eleventy/src/Eleventy.js`);
  config.addPlugin(InputPathToUrlTransformPlugin);
  config.addPassthroughCopy("content/style.css");
  config.addFilter("slugOf", slugOf);
  const musicians = (api) => api.getFilteredByGlob("content/musicians/*.md").sort(byTitle);
  config.addCollection("musicians", musicians);
  for (const facet of FACETS) {
    config.addCollection(facet, (api) => termsOf(musicians(api), facet));
  }
  return { dir: { input: "content" }, markdownTemplateEngine: false };
}
