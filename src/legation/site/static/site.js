// Makes the pages better where scripts run; every page works without.
const { map: mapModule, ask: askModule, outlines, worker, names } = document.body.dataset;
const kept = "kept-1";
const OLD_MS = 7 * 86400e3;
const EARTH_KM = 6371;

function announceAge() {
  const made = document.querySelector("time[data-old]");
  if (!made) return;
  const { old, offline } = made.dataset;
  const isOld = Date.now() - Date.parse(made.dateTime) > OLD_MS;
  if (!isOld && navigator.onLine) return;
  const notice = document.createElement("p");
  notice.className = "notes";
  notice.textContent = navigator.onLine ? old : `${offline} ${made.dateTime}.`;
  if (isOld && !navigator.onLine) notice.append(" ", old);
  document.querySelector("main").prepend(notice);
}

function kilometres(from, [latitude, longitude]) {
  const radians = Math.PI / 180;
  const half = (degrees) => Math.sin((degrees * radians) / 2) ** 2;
  const across = Math.cos(from.latitude * radians) * Math.cos(latitude * radians) * half(longitude - from.longitude);
  return 2 * EARTH_KM * Math.asin(Math.sqrt(half(latitude - from.latitude) + across));
}

/** Which of the posts on the page is nearest; reckoned here, so that nobody learns where the person is. */
function offerNearest(box) {
  const status = box.querySelector("[role=status]");
  const doors = [...document.querySelectorAll("[data-at]")];
  const fail = () => (status.textContent = box.dataset.failed);
  function found({ coords }) {
    const reckoned = doors.map((door) => ({ door, far: kilometres(coords, door.dataset.at.split(",").map(Number)) }));
    const nearest = reckoned.reduce((one, other) => (other.far < one.far ? other : one));
    const link = nearest.door.querySelector("a").cloneNode(true);
    status.replaceChildren(`${box.dataset.near}: `, link, ` ~${Math.round(nearest.far)} km`);
  }
  box.hidden = !("geolocation" in navigator) || doors.length < 2;
  box.querySelector("button").addEventListener("click", () => {
    status.textContent = box.dataset.asking;
    navigator.geolocation.getCurrentPosition(found, fail, { timeout: 15000, maximumAge: 600000 });
  });
}

function offerMap(box) {
  let chart = null;
  box.hidden = false;
  box.addEventListener("toggle", async () => {
    if (chart || !box.open) return;
    const { load, draw } = await import(mapModule);
    const [places, points] = await Promise.all([load(outlines), fetch(box.dataset.points).then((one) => one.json())]);
    chart = draw(box, places, points.features);
  });
}

function pageFiles() {
  const files = document.querySelectorAll("link[rel=stylesheet],link[rel=icon],script[src]");
  return [...files].map((file) => file.href || file.src);
}

/** Everything that a page kept on this phone needs. */
function needed() {
  const [list, ask] = [names, askModule].map((path) => new URL(path, location.href).href);
  return [...pageFiles(), list, ask];
}

function offerKeeping(box) {
  const status = box.querySelector("[role=status]");
  box.hidden = !("caches" in window);
  box.querySelector("button").addEventListener("click", async () => {
    try {
      const cache = await caches.open(kept);
      await cache.addAll([location.href, ...box.dataset.with.split(" "), ...needed()]);
      status.textContent = box.dataset.done;
    } catch {
      status.textContent = box.dataset.failed;
    }
  });
}

function offerForgetting(box) {
  box.hidden = !("caches" in window);
  box.querySelector("button").addEventListener("click", async () => {
    await Promise.all((await caches.keys()).map((name) => caches.delete(name)));
    box.querySelector("[role=status]").textContent = box.dataset.done;
  });
}

/** Keep this page, those it marks, and what searching needs; not where the reader saves data. */
async function workOffline() {
  if (!("serviceWorker" in navigator) || !worker || !isSecureContext) return;
  await navigator.serviceWorker.register(worker);
  const { active } = await navigator.serviceWorker.ready;
  const further = navigator.connection?.saveData ? [] : [...document.querySelectorAll("[data-keep]")].map((link) => link.href);
  active.postMessage({ visited: [location.href, ...needed(), ...further] });
}

async function improveForm() {
  const form = document.querySelector("form.ask[role=search]");
  if (form) (await import(askModule)).improve(form, { map: mapModule, outlines });
}

announceAge();
improveForm();
document.querySelectorAll("[data-near]").forEach(offerNearest);
document.querySelectorAll("[data-points]").forEach(offerMap);
document.querySelectorAll("[data-with]").forEach(offerKeeping);
document.querySelectorAll("[data-forget]").forEach(offerForgetting);
if (document.readyState === "complete") workOffline().catch(() => {});
else addEventListener("load", () => workOffline().catch(() => {}));
