// The map: outlines and posts on a canvas, moved by pointer or keys. Also finds the place of a point, on the device.
import { geoContains, geoDistance, geoEqualEarth, geoMercator, geoPath } from "d3-geo";
import { feature } from "topojson-client";

const EARTH_KM = 6371;
const OFF_SHORE_KM = 60;
const STEP = 60;
const NEAREST_ZOOM = 400;

/** Read the outlines of all places. */
export async function load(href) {
  const answer = await fetch(href);
  const world = await answer.json();
  return feature(world, world.objects.places).features;
}

/** The code of the place at a point, or of the coast close by; null far out at sea. */
export function locate(places, longitude, latitude) {
  const here = [longitude, latitude];
  const inside = places.find((place) => geoContains(place, here));
  if (inside) return inside.id;
  let nearest = { far: OFF_SHORE_KM / EARTH_KM, code: null };
  for (const place of places) {
    const { type, coordinates } = place.geometry;
    for (const rings of type === "Polygon" ? [coordinates] : coordinates) {
      for (const point of rings[0]) {
        const far = geoDistance(here, point);
        if (far < nearest.far) nearest = { far, code: place.id };
      }
    }
  }
  return nearest.code;
}

/** Draw a map into a canvas: the posts of a GeoJSON, around the place named by its code, or the whole world. */
export function draw(canvas, places, posts, code) {
  const context = canvas.getContext("2d");
  const around = places.find((place) => place.id === code);
  const dots = posts.filter((post) => post.geometry).map((post) => post.geometry.coordinates);
  const ratio = Math.min(window.devicePixelRatio || 1, 2);
  const width = canvas.clientWidth;
  const height = canvas.clientHeight;
  canvas.width = width * ratio;
  canvas.height = height * ratio;
  const projection = around ? geoMercator() : geoEqualEarth();
  const extent = [[12, 12], [width - 12, height - 12]];
  if (around && code === "RU") projection.rotate([-100, 0]); // the antimeridian runs through it
  projection.fitExtent(extent, around || { type: "Sphere" });
  const home = { scale: projection.scale(), translate: projection.translate() };
  const path = geoPath(projection, context);
  const style = getComputedStyle(canvas);
  const colour = (name) => style.getPropertyValue(name).trim();

  function paint() {
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.fillStyle = colour("--card");
    context.fillRect(0, 0, width, height);
    context.strokeStyle = colour("--soft");
    context.lineWidth = 0.5;
    for (const place of places) {
      context.beginPath();
      path(place);
      context.fillStyle = place === around ? colour("--mind") : colour("--paper");
      context.fill();
      context.stroke();
    }
    context.fillStyle = colour("--accent");
    for (const dot of dots) {
      const at = projection(dot);
      if (!at) continue;
      context.beginPath();
      context.arc(at[0], at[1], 4, 0, 2 * Math.PI);
      context.fill();
    }
  }

  function move(x, y) {
    const [left, top] = projection.translate();
    projection.translate([left + x, top + y]);
    paint();
  }

  function zoom(factor, [x, y] = [width / 2, height / 2]) {
    const scale = Math.min(Math.max(projection.scale() * factor, home.scale / 2), home.scale * NEAREST_ZOOM);
    const ratioOf = scale / projection.scale();
    const [left, top] = projection.translate();
    projection.scale(scale).translate([x + (left - x) * ratioOf, y + (top - y) * ratioOf]);
    paint();
  }

  const keys = {
    ArrowLeft: () => move(STEP, 0),
    ArrowRight: () => move(-STEP, 0),
    ArrowUp: () => move(0, STEP),
    ArrowDown: () => move(0, -STEP),
    "+": () => zoom(1.5),
    "=": () => zoom(1.5),
    "-": () => zoom(1 / 1.5),
    0: () => {
      projection.scale(home.scale).translate(home.translate);
      paint();
    },
  };
  canvas.addEventListener("keydown", (event) => {
    if (!keys[event.key]) return;
    event.preventDefault();
    keys[event.key]();
  });
  canvas.addEventListener("pointerdown", (event) => canvas.setPointerCapture(event.pointerId));
  canvas.addEventListener("pointermove", (event) => {
    if (canvas.hasPointerCapture(event.pointerId)) move(event.movementX, event.movementY);
  });
  paint();
  return { zoom };
}
