/*
  Answers queries as a reader's browser does, under node: the script and the data files of a finished site, with nothing
  but `KB` and `encyclopedia` around them. Reads {"site", "queries", "expressions"} from standard input; prints what answers
  each query, and what each expression is worth, in which `search` are the theme's functions and `known` is the catalogue.
*/
'use strict';

const fs = require('node:fs');
const path = require('node:path');
const vm = require('node:vm');

const { site, queries = [], expressions = [], most = 5 } = JSON.parse(fs.readFileSync(0, 'utf8'));
const values = new Map();
const run = (file) => vm.runInThisContext(fs.readFileSync(path.join(site, file), 'utf8'), { filename: file });
const data = async (file) => {
  if (!values.has(file)) run(file);
  return values.get(file);
};
globalThis.window = globalThis;
globalThis.KB = (file, value) => values.set(file, value);
globalThis.encyclopedia = { data };
run('static/search.js');

const { search } = globalThis.encyclopedia;

async function answered(query) {
  const { names } = await search.catalogue();
  const before = values.size;
  const started = performance.now();
  const answer = await search.answer(query);
  const took = performance.now() - started;
  let warm = Infinity;
  for (let times = 0; times < 3; times++) {
    const spent = process.cpuUsage();
    await search.answer(query);
    // Of the processor, and the quickest: whatever else the machine does is no part of it.
    const { user, system } = process.cpuUsage(spent);
    warm = Math.min(warm, (user + system) / 1000);
  }
  return {
    paths: answer.places.slice(0, most).map((place) => names.entities[place].path),
    count: answer.places.length,
    words: answer.words,
    meant: answer.meant,
    complete: answer.complete,
    suggestions: search.suggest(await search.catalogue(), query).map((entity) => entity.path),
    files: [...values.keys()].slice(before),
    cold_ms: took,
    warm_ms: warm,
  };
}

(async () => {
  const answers = [];
  for (const query of queries) answers.push(await answered(query));
  const known = await search.catalogue();
  const values = expressions.map((expression) => new Function('search', 'known', `return ${expression};`)(search, known));
  process.stdout.write(JSON.stringify({ answers, values }));
})();
