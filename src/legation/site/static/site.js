// Makes the pages better where scripts run; every page works without.
const { map: mapModule, outlines, worker } = document.body.dataset;
const kept = "kept-1";

function announceAge() {
  const made = document.querySelector("time[data-old]");
  if (!made || Date.now() - Date.parse(made.dateTime) < 7 * 86400e3) return;
  const notice = document.createElement("p");
  notice.className = "notes";
  notice.textContent = made.dataset.old;
  document.querySelector("main").prepend(notice);
}

function offerLocation(box) {
  const status = box.querySelector("[role=status]");
  const place = document.getElementById("place");
  box.hidden = !("geolocation" in navigator);
  const fail = () => (status.textContent = box.dataset.failed);
  async function found({ coords }) {
    try {
      const { load, locate } = await import(mapModule);
      const code = locate(await load(outlines), coords.longitude, coords.latitude);
      const option = document.querySelector(`#names option[data-code="${code}"]`);
      if (!option) return fail();
      place.value = option.value;
      status.textContent = option.value;
    } catch {
      fail();
    }
  }
  box.querySelector("button").addEventListener("click", () => {
    status.textContent = box.dataset.asking;
    navigator.geolocation.getCurrentPosition(found, fail, { timeout: 15000, maximumAge: 600000 });
  });
}

function offerMap(box) {
  const canvas = box.querySelector("canvas");
  let chart = null;
  box.hidden = false;
  box.addEventListener("toggle", async () => {
    if (chart || !box.open) return;
    const { load, draw } = await import(mapModule);
    const [places, points] = await Promise.all([load(outlines), fetch(box.dataset.points).then((one) => one.json())]);
    chart = draw(canvas, places, points.features, box.dataset.place);
    box.querySelectorAll("[data-zoom]").forEach((button) =>
      button.addEventListener("click", () => chart.zoom(Number(button.dataset.zoom))),
    );
  });
}

function pageFiles() {
  const files = document.querySelectorAll("link[rel=stylesheet],link[rel=icon],script[src]");
  return [...files].map((file) => file.href || file.src);
}

function offerKeeping(box) {
  const status = box.querySelector("[role=status]");
  const urls = () => [location.href, ...box.dataset.with.split(" "), ...pageFiles()];
  box.hidden = !("caches" in window);
  box.querySelector("button").addEventListener("click", async () => {
    try {
      const cache = await caches.open(kept);
      await cache.addAll(urls());
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

async function workOffline() {
  if (!("serviceWorker" in navigator) || !worker || !isSecureContext) return;
  await navigator.serviceWorker.register(worker);
  const { active } = await navigator.serviceWorker.ready;
  const further = [...document.querySelectorAll("[data-keep]")].map((link) => link.href);
  active.postMessage({ visited: [location.href, ...further, ...pageFiles()] });
}

announceAge();
document.querySelectorAll("[data-locate]").forEach(offerLocation);
document.querySelectorAll("[data-points]").forEach(offerMap);
document.querySelectorAll("[data-with]").forEach(offerKeeping);
document.querySelectorAll("[data-forget]").forEach(offerForgetting);
workOffline().catch(() => {});
