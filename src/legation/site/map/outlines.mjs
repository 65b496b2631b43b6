// Write static/outlines.json: the outlines of data/places/borders.geojsonl as TopoJSON, light enough for a telephone.
// `make map`. Borders: Natural Earth, public domain.
import { readFileSync, writeFileSync } from "node:fs";
import { topology } from "topojson-server";
import { filter, filterWeight, presimplify, quantile, simplify } from "topojson-simplify";
import { quantize } from "topojson-client";

const KEPT = 0.2; // share of the points: borders stay true to some ten kilometres
const SMALLEST_RING = 1e-9; // steradians
const [source, target] = process.argv.slice(2);

const features = readFileSync(source, "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line))
  .filter(({ geometry }) => geometry.coordinates.length)
  .map(({ geometry, properties }) => ({ type: "Feature", id: properties.place, geometry: clockwise(geometry) }));

// RFC 7946 winds outer rings the other way round than d3 wants them.
function clockwise({ type, coordinates }) {
  return { type, coordinates: coordinates.map((rings) => rings.map((ring) => ring.toReversed())) };
}

const shared = presimplify(topology({ places: { type: "FeatureCollection", features } }));
const light = filter(simplify(shared, quantile(shared, KEPT)), filterWeight(shared, SMALLEST_RING));
writeFileSync(target, `${JSON.stringify(quantize(light, 1e4))}\n`);
