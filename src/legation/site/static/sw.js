// Keeps what was visited, so that it is there without a network. Nothing leaves the device.
const FILES = "files-1";
const PAGES = "pages-1";
const MOST = 80;
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

/** Keep a page or a file that a page names; pages anew each time, so that the copy is the newest (the HTTP cache saves the traffic). */
async function remember(href) {
  const url = new URL(href);
  if (isFile(url) && (await caches.match(href))) return;
  const answer = await fetch(href);
  if (answer.ok && !answer.redirected) await keep(isFile(url) ? FILES : PAGES, href, answer);
}

async function file(request) {
  const known = await caches.match(request);
  if (known) return known;
  const answer = await fetch(request);
  if (answer.ok) keep(FILES, request, answer.clone());
  return answer;
}

async function page(request, url) {
  try {
    const answer = await fetch(request, { signal: AbortSignal.timeout(PATIENCE_MS) });
    if (answer.ok && !answer.redirected && request.mode === "navigate") await keep(PAGES, request, answer.clone());
    return answer;
  } catch (error) {
    const known = await offline(request, url);
    if (known) return known;
    throw error;
  }
}

/** Put last into a cache, and drop what was put first when there are too many. */
async function keep(name, request, answer) {
  const cache = await caches.open(name);
  await cache.put(request, answer);
  const keys = await cache.keys();
  await Promise.all(keys.slice(0, Math.max(0, keys.length - MOST)).map((old) => cache.delete(old)));
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
  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().trim();
  const code = (word) => {
    const meant = plain(word || "");
    const found =
      meant &&
      (places.find(({ code, name }) => code.toLowerCase() === meant || plain(name) === meant) ||
        places.find(({ name }) => plain(name).startsWith(meant)));
    return found && found.code.toLowerCase();
  };
  const place = code(words.get("place"));
  const who = code(words.get("citizen"));
  const target = place ? `${base}${language}/${place}/${who ? `${who}/` : ""}` : `${base}${language}/`;
  return Response.redirect(new URL(target, self.location.origin), 303);
}
