/* The files in search/, loaded as they are needed. */
(function () {
  'use strict';

  const { search, data } = window.encyclopedia;
  let loading = null;

  /* All that suggestions and results are made from, out of the values of the files. */
  async function catalogueOf(directory, parts) {
    const fold = search.folding(directory.letters);
    const names = await search.namesOf(directory, parts, fold);
    let spellings = null;
    const vocabulary = () => (spellings ??= search.vocabulary(names, fold));
    return { directory, names, fold, vocabulary, read: search.reader(directory), shards: new Map() };
  }

  async function load() {
    const directory = await data('search/directory.js');
    return catalogueOf(directory, await Promise.all(directory.names.map(data)));
  }

  /* The catalogue with all names. Where it could not be had, the next call tries again. */
  function catalogue() {
    loading ??= load().catch((error) => {
      loading = null;
      throw error;
    });
    return loading;
  }

  /* The answer to a query, when the words that it takes are there. */
  async function answer(text) {
    const known = await catalogue();
    const missing = search.prefixesOf(text, known).filter((prefix) => !known.shards.has(prefix));
    await Promise.all(
      missing.map(async (prefix) => known.shards.set(prefix, await data(search.wordsFile(prefix)))),
    );
    return search.results(text, known);
  }

  Object.assign(search, { catalogueOf, catalogue, answer });
})();
