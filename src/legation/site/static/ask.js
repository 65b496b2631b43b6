// The form where scripts run: names while one types, the place from the device's location, answers without a server.
const MOST = 8;
const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().trim();

/** Names that begin with what was typed, then those with a word that does, then those that hold it. */
export function matching(names, typed) {
  const meant = plain(typed);
  if (!meant) return [];
  const rank = ({ folded, code }) =>
    folded.startsWith(meant) || code.toLowerCase() === meant ? 0 : folded.includes(` ${meant}`) ? 1 : folded.includes(meant) ? 2 : 3;
  return names
    .map((name) => ({ ...name, rank: rank(name) }))
    .filter((name) => name.rank < 3)
    .sort((one, other) => one.rank - other.rank)
    .slice(0, MOST);
}

function namesOf(input) {
  const options = document.getElementById(input.getAttribute("list")).options;
  return [...options].map((option) => ({ code: option.dataset.code, name: option.value, folded: plain(option.value) }));
}

/** An editable combobox with a list (ARIA Authoring Practices); Enter without a choice sends the form as ever. */
function combobox(input) {
  const names = namesOf(input);
  const list = document.createElement("ul");
  let chosen = -1;
  list.id = `${input.id}-list`;
  list.hidden = true;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", input.labels[0].textContent);
  input.removeAttribute("list");
  for (const [name, value] of [["role", "combobox"], ["aria-autocomplete", "list"], ["aria-expanded", "false"], ["aria-controls", list.id]])
    input.setAttribute(name, value);
  input.after(list);

  function close() {
    chosen = -1;
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  }

  function take(item) {
    input.value = item.textContent;
    close();
  }

  function point(to) {
    const items = [...list.children];
    chosen = (to + items.length) % items.length;
    items.forEach((item, number) => item.setAttribute("aria-selected", String(number === chosen)));
    items[chosen].scrollIntoView({ block: "nearest" });
    input.setAttribute("aria-activedescendant", items[chosen].id);
  }

  function offer() {
    const found = matching(names, input.value);
    close();
    if (!found.length) return;
    list.replaceChildren(
      ...found.map(({ name }, number) => {
        const item = document.createElement("li");
        item.id = `${list.id}-${number}`;
        item.setAttribute("role", "option");
        item.setAttribute("aria-selected", "false");
        item.textContent = name;
        item.addEventListener("pointerdown", (event) => event.preventDefault());
        item.addEventListener("click", () => take(item));
        return item;
      }),
    );
    list.hidden = false;
    input.setAttribute("aria-expanded", "true");
  }

  input.addEventListener("input", offer);
  input.addEventListener("blur", close);
  input.addEventListener("keydown", (event) => {
    if (event.key === "Escape") return close();
    if (event.key === "ArrowDown" && list.hidden) offer();
    if (list.hidden) return;
    if (event.key === "ArrowDown") point(chosen + 1);
    else if (event.key === "ArrowUp") point(chosen < 0 ? -1 : chosen - 1);
    else if (event.key === "Enter" && chosen >= 0) take(list.children[chosen]);
    else return;
    event.preventDefault();
  });
  return names;
}

function offerLocation(box, place, places, { map, outlines }) {
  const status = box.querySelector("[role=status]");
  const fail = () => (status.textContent = box.dataset.failed);
  async function found({ coords }) {
    try {
      const { load, locate } = await import(map);
      const code = locate(await load(outlines), coords.longitude, coords.latitude);
      const { name } = places.find((one) => one.code === code);
      place.value = status.textContent = name;
    } catch {
      fail();
    }
  }
  box.hidden = !("geolocation" in navigator);
  box.querySelector("button").addEventListener("click", () => {
    status.textContent = box.dataset.asking;
    navigator.geolocation.getCurrentPosition(found, fail, { timeout: 15000, maximumAge: 600000 });
  });
}

/** In a copy on a disk or a CDN nobody reads words: take the best name of each list and go to the answer's file. */
function answerHere(form, fields) {
  form.hidden = false;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const [who, where] = fields.map(({ input, names }) => matching(names, input.value)[0]);
    if (!who) return fields[0].input.focus();
    if (!where) return fields[1].input.focus();
    location.href = form.dataset.pattern.replace("PLACE", where.code.toLowerCase()).replace("WHO", who.code.toLowerCase());
  });
}

export function improve(form, files) {
  const fields = ["citizen", "place"].map((id) => {
    const input = form.querySelector(`#${id}`);
    return { input, names: combobox(input) };
  });
  offerLocation(form.querySelector("[data-locate]"), fields[1].input, fields[1].names, files);
  if (form.dataset.pattern) answerHere(form, fields);
}
