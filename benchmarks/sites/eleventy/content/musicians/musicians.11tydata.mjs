export default {
  layout: "entry.njk",
  permalink: (data) => `/musicians/${data.page.fileSlug}/`,
};
