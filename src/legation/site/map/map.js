// The map: outlines and posts on a canvas, moved by pointer or keys. Also finds the place of a point, on the device.
import { geoContains, geoDistance, geoEqualEarth, geoMercator, geoPath } from "d3-geo";
import { feature } from "topojson-client";

const EARTH_KM = 6371;
const OFF_SHORE_KM = 60;
const STEP = 60;
const NEAREST_ZOOM = 400;
const TAP_PX = 22;
const DOT_PX = 4;

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

/** Draw a map into the canvas of a box: the posts of a GeoJSON, around the place that the box names, or the whole world. */
export function draw(box, places, features) {
  const canvas = box.querySelector("canvas");
  const context = canvas.getContext("2d");
  const { place: code, post: pattern } = box.dataset;
  const around = places.find((place) => place.id === code);
  const posts = features
    .filter((post) => post.geometry)
    .sort((one, other) => one.properties.name.localeCompare(other.properties.name));
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
  let chosen = -1;

  function dot([x, y], radius, fill) {
    context.beginPath();
    context.arc(x, y, radius, 0, 2 * Math.PI);
    context.fillStyle = colour(fill);
    context.fill();
  }

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
    const spots = posts.map((post) => projection(post.geometry.coordinates));
    for (const at of spots) if (at) dot(at, DOT_PX, "--accent");
    const at = spots[chosen];
    if (!at) return;
    dot(at, DOT_PX * 2.5, "--ink");
    dot(at, DOT_PX * 1.75, "--focus");
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

  /** Choose a post: say which, with a link to its page, and bring it into view. */
  function choose(number) {
    if (!posts.length) return;
    chosen = (number + posts.length) % posts.length;
    const { id, properties, geometry } = posts[chosen];
    const link = document.createElement("a");
    link.className = "touch";
    link.dir = "auto";
    link.href = pattern.replace("ID", id);
    link.textContent = properties.name;
    box.querySelector(".focused").replaceChildren(link, ` ${chosen + 1}/${posts.length}`);
    const [x, y] = projection(geometry.coordinates);
    if (x < 0 || y < 0 || x > width || y > height) move(width / 2 - x, height / 2 - y);
    else paint();
  }

  function tap(x, y) {
    const far = posts.map((post) => Math.hypot(projection(post.geometry.coordinates)[0] - x, projection(post.geometry.coordinates)[1] - y));
    const nearest = far.indexOf(Math.min(...far));
    if (far[nearest] <= TAP_PX) choose(nearest);
  }

  const keys = {
    ArrowLeft: () => move(STEP, 0),
    ArrowRight: () => move(-STEP, 0),
    ArrowUp: () => move(0, STEP),
    ArrowDown: () => move(0, -STEP),
    "+": () => zoom(1.5),
    "=": () => zoom(1.5),
    "-": () => zoom(1 / 1.5),
    n: () => choose(chosen + 1),
    p: () => choose(Math.max(chosen, 0) - 1),
    0: () => {
      projection.scale(home.scale).translate(home.translate);
      paint();
    },
  };
  canvas.addEventListener("keydown", (event) => {
    const act = keys[event.key] || keys[event.key.toLowerCase()];
    if (!act || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    act();
  });
  box.querySelectorAll("[data-key]").forEach((button) => button.addEventListener("click", keys[button.dataset.key]));
  let travelled = 0;
  canvas.addEventListener("pointerdown", (event) => {
    travelled = 0;
    canvas.setPointerCapture(event.pointerId);
  });
  canvas.addEventListener("pointermove", (event) => {
    if (!canvas.hasPointerCapture(event.pointerId)) return;
    travelled += Math.abs(event.movementX) + Math.abs(event.movementY);
    move(event.movementX, event.movementY);
  });
  canvas.addEventListener("pointerup", ({ offsetX, offsetY }) => travelled < 4 && tap(offsetX, offsetY));
  paint();
}
