/*
  Makes site_builder/pages/drawing/world.json, the outlines of the countries, and dots for those too small for one; and
  site_builder/content/borders.json, which countries meet on land.

      npm install --no-save --ignore-scripts \
          world-atlas@2.0.2 d3-geo@3.1.2 topojson-client@3.1.0 i18n-iso-countries@7.14.0
      node tools/world_map.mjs node_modules

  With these versions the same bytes come out on any machine. The outlines are those of Natural Earth at 1:110 million
  (public domain), in the Equal Earth projection, cut at 180° by d3-geo. Coordinates are tenths of a pixel of a map that
  is 960 pixels wide: the world map needs no tenths, but a country's own map is an enlargement. Countries that are
  missing at that scale are dots at the centre of their largest island at 1:50 or 1:10 million.

  Countries meet where their outlines share a line, at 1:50 or at 1:10 million: the first lacks Ceuta and Gibraltar, the
  second has strips between some neighbours, such as the buffer zone of Cyprus. Coarser outlines touch where none meet.
*/
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';

const modules = resolve(process.argv[2] ?? 'node_modules');
const require = createRequire(`${modules}/`);
const { geoArea, geoCentroid, geoContains, geoEqualEarth, geoPath } = require('d3-geo');
const { feature, neighbors } = require('topojson-client');
const { numericToAlpha2 } = require('i18n-iso-countries');

const WIDTH = 9600;
/* A ring around less than this, in square units, would be a speck. */
const SPECK = 60;
/* Without a code in ISO 3166-1: the names in content/countries.json, or of Natural Earth. */
const UNCODED = { 'N. Cyprus': 'Northern Cyprus', Kosovo: 'Kosovo', Somaliland: 'Somaliland' };
/* Natural Earth has these only as parts of others; in degrees east and north. */
const PARTS = {
  BQ: [-68.27, 12.18], BV: [3.36, -54.42], CC: [96.84, -12.17], CX: [105.69, -10.49], GF: [-53.24, 3.93], GP: [-61.58, 16.22],
  MQ: [-61.02, 14.65], RE: [55.54, -21.12], SJ: [16.72, 78.83], TK: [-171.85, -9.2], UM: [-176.47, 0.2], YT: [45.15, -12.83],
};
/* Borders shorter than the files can show: 150 metres of the Zambezi. */
const SHORT_BORDERS = [['BW', 'ZM']];

const root = new URL('..', import.meta.url);
const countries = JSON.parse(readFileSync(new URL('site_builder/content/countries.json', root)));
const codes = countries.map((country) => country.code).filter(Boolean).sort();

const projection = geoEqualEarth().fitWidth(WIDTH, { type: 'Sphere' });
const height = Math.round(geoPath(projection).bounds({ type: 'Sphere' })[1][1]);

const atlasOf = (scale) => JSON.parse(readFileSync(`${modules}/world-atlas/countries-${scale}.json`));
const keyOf = ({ id, properties }) => (id ? numericToAlpha2(id) : UNCODED[properties.name]);

function features(scale) {
  const atlas = atlasOf(scale);
  const found = new Map();
  for (const geometry of feature(atlas, atlas.objects.countries).features) {
    const key = keyOf(geometry);
    if (key && !found.has(key)) found.set(key, geometry);
  }
  return found;
}

/* The rings that d3 draws, each in whole numbers. */
function rings(geometry) {
  const all = [];
  const context = {
    moveTo: (x, y) => all.push([[x, y]]),
    lineTo: (x, y) => all.at(-1).push([x, y]),
    closePath: () => {},
    arc: () => {},
  };
  geoPath(projection, context)(geometry);
  return all.map((ring) => ring.map(([x, y]) => [Math.round(x), Math.round(y)]));
}

const area = (ring) => Math.abs(ring.reduce((sum, [x, y], at) => {
  const [nextX, nextY] = ring[(at + 1) % ring.length];
  return sum + x * nextY - nextX * y;
}, 0)) / 2;

/* "m" to the first point, then the way from each point to the next: that takes half the room of places. */
function written(ring) {
  const points = ring.filter(([x, y], at) => at === 0 || x !== ring[at - 1][0] || y !== ring[at - 1][1]);
  if (String(points[0]) === String(points.at(-1))) points.pop();
  const steps = points.slice(1).map(([x, y], at) => [x - points[at][0], y - points[at][1]]);
  return [points[0], ...steps].map((step) => step.join(' ')).join(' ');
}

const shapes = {};
for (const [key, geometry] of [...features('110m')].sort(([one], [other]) => (one < other ? -1 : 1))) {
  shapes[key] = rings(geometry).filter((ring) => area(ring) >= SPECK).map(written);
}

function largest(geometry) {
  const { type, coordinates } = geometry.geometry;
  const polygons = (type === 'Polygon' ? [coordinates] : coordinates).map((held) => ({ type: 'Polygon', coordinates: held }));
  return polygons.sort((one, other) => geoArea(other) - geoArea(one))[0];
}

const dots = {};
const finer = [features('50m'), features('10m')];
for (const code of codes.filter((key) => !shapes[key]?.length)) {
  delete shapes[code];
  const geometry = finer.map((found) => found.get(code)).find(Boolean);
  const place = geometry ? geoCentroid(largest(geometry)) : PARTS[code];
  if (place) dots[code] = projection(place).map(Math.round);
  else console.error(`${code} is in no file`);
}

const lines = (object) => Object.entries(object).map(([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)}`).join(',\n');
const text = `{"width": ${WIDTH}, "height": ${height}, "scale": ${projection.scale()}, "shapes": {\n${lines(shapes)}\n}, "dots": {\n${lines(dots)}\n}}\n`;
writeFileSync(new URL('site_builder/pages/drawing/world.json', root), text);

/* The land of each country in pieces: French Guiana is no part of France here, since it is a country of its own there. */
function* pieces(atlas) {
  for (const { type, arcs, id, properties } of atlas.objects.countries.geometries) {
    for (const held of type === 'Polygon' ? [arcs] : arcs ?? []) {
      const piece = { type: 'Polygon', arcs: held };
      const inside = Object.keys(PARTS).find((code) => geoContains(feature(atlas, piece), PARTS[code]));
      yield { key: inside ?? keyOf({ id, properties }), piece };
    }
  }
}

const met = new Set(SHORT_BORDERS.map(String));
for (const scale of ['50m', '10m']) {
  const atlas = atlasOf(scale);
  const all = [...pieces(atlas)].filter(({ key }) => key);
  neighbors(all.map(({ piece }) => piece)).forEach((others, at) => {
    for (const other of others) if (all[at].key < all[other].key) met.add(String([all[at].key, all[other].key]));
  });
}
const borders = {};
for (const [one, other] of [...met].map((pair) => pair.split(','))) {
  (borders[one] ??= []).push(other);
  (borders[other] ??= []).push(one);
}
const sorted = Object.fromEntries(Object.keys(borders).sort().map((key) => [key, borders[key].sort()]));
writeFileSync(new URL('site_builder/content/borders.json', root), `{\n${lines(sorted)}\n}\n`);
console.log(`${met.size} borders`);
console.log(`${Object.keys(shapes).length} shapes, ${Object.keys(dots).length} dots, ${text.length} bytes`);
