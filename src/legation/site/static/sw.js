// Keeps what was visited, so that it is there without a network. Nothing leaves the device.
const FILES = "files-1";
const PAGES = "pages-1";
const MOST_PAGES = 80;
const PATIENCE_MS = 6000;
const base = new URL(self.registration.scope).pathname;

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("message", (event) => {
  if (event.data && event.data.visited) event.waitUntil(Promise.all(event.data.visited.map(remember)));
});

self.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== "GET" || url.origin !== self.location.origin) return;
  event.respondWith(isFile(url) ? file(event.request) : page(event.request, url));
});

function isFile(url) {
  return url.pathname.startsWith(`${base}static/`);
}

async function remember(href) {
  const url = new URL(href);
  const cache = await caches.open(isFile(url) ? FILES : PAGES);
  if (await cache.match(href)) return;
  const answer = await fetch(href);
  if (answer.ok && !answer.redirected) await cache.put(href, answer);
}

async function file(request) {
  const known = await caches.match(request);
  if (known) return known;
  const answer = await fetch(request);
  if (answer.ok) (await caches.open(FILES)).put(request, answer.clone());
  return answer;
}

async function page(request, url) {
  try {
    const answer = await fetch(request, { signal: AbortSignal.timeout(PATIENCE_MS) });
    if (answer.ok && !answer.redirected && request.mode === "navigate") await keep(request, answer.clone());
    return answer;
  } catch (error) {
    const known = await offline(request, url);
    if (known) return known;
    throw error;
  }
}

async function keep(request, answer) {
  const cache = await caches.open(PAGES);
  await cache.put(request, answer);
  const keys = await cache.keys();
  await Promise.all(keys.slice(0, Math.max(0, keys.length - MOST_PAGES)).map((old) => cache.delete(old)));
}

async function offline(request, url) {
  const known = (await caches.match(request)) || (await caches.match(request, { ignoreSearch: true }));
  const [language, place, who] = url.pathname.slice(base.length).split("/");
  if (place === "find") return searched(language, url.searchParams);
  if (known || request.mode !== "navigate") return known;
  return (
    (place && (await caches.match(`${base}${language}/${place}/pocket/`))) ||
    (who && (await caches.match(`${base}${language}/${place}/`))) ||
    caches.match(`${base}${language}/`)
  );
}

async function searched(language, words) {
  const list = await caches.match(`${base}${language}/places.json`);
  if (!list) return caches.match(`${base}${language}/`);
  const { places } = await list.json();
  const code = (word) => {
    const meant = (word || "").trim().toLowerCase();
    const found = places.find(({ code, name }) => code.toLowerCase() === meant || name.toLowerCase() === meant);
    return found && found.code.toLowerCase();
  };
  const place = code(words.get("place"));
  const who = code(words.get("citizen"));
  const target = place ? `${base}${language}/${place}/${who ? `${who}/` : ""}` : `${base}${language}/`;
  return Response.redirect(new URL(target, self.location.origin), 303);
}
