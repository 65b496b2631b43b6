// <script type="module" src="…/banner.js"></script>
// <consular-notice country="RU" lang="en" theme="auto" dismissible><a href="…/en/ru/">Consular assistance</a></consular-notice>
// Puts a notice into any page: in its own shadow tree, without global styles, cookies or tracking.
// What stands inside the element stays visible until the words are there, and if they never come.
const origin = new URL(".", import.meta.url).href;
const languages = ["en", "fr", "es", "de", "nl", "pt", "ru", "uk", "ar", "zh", "hi"];
const css = `:host{all:initial;display:block;color-scheme:light dark}
:host([hidden]){display:none}
aside{box-sizing:border-box;display:flex;gap:8px;align-items:flex-start;font:16px/1.45 system-ui,sans-serif;color:var(--ink);background:var(--paper);border:1px solid var(--line);border-inline-start:6px solid var(--edge);border-radius:8px;padding:8px 14px;margin:0}
p{margin:0;flex:1;text-align:start}
a{color:var(--edge);display:inline-block;min-height:24px}
button{all:unset;cursor:pointer;min-width:44px;min-height:44px;text-align:center;font-size:20px;line-height:44px}
a:focus-visible,button:focus-visible{outline:3px solid #ffbf47;outline-offset:2px}
aside{--ink:#16202a;--paper:#f4f8f9;--line:#d5dbe0;--edge:#0b5563}
aside.dark{--ink:#eef2f5;--paper:#1a242b;--line:#36424c;--edge:#7cc7d6}
@media(prefers-color-scheme:dark){aside.auto{--ink:#eef2f5;--paper:#1a242b;--line:#36424c;--edge:#7cc7d6}}`;

class ConsularNotice extends HTMLElement {
  static observedAttributes = ["country", "lang", "theme", "dismissible"];

  connectedCallback() {
    this.show();
  }

  attributeChangedCallback() {
    if (this.isConnected) this.show();
  }

  get words() {
    const wish = (this.lang || document.documentElement.lang || "en").slice(0, 2).toLowerCase();
    const language = languages.includes(wish) ? wish : "en";
    const country = (this.getAttribute("country") || "").toLowerCase();
    return /^[a-z]{2}$/.test(country) ? `${origin}banner/${language}/${country}.json` : null;
  }

  async show() {
    const address = this.words;
    if (!address) return;
    try {
      const answer = await fetch(address, { credentials: "omit", referrerPolicy: "no-referrer" });
      if (answer.ok && address === this.words) this.fill(await answer.json());
    } catch {
      // Without the words the link inside the element stays.
    }
  }

  fill(words) {
    const root = this.shadowRoot || this.attachShadow({ mode: "open" });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [sheet];
    const make = (name, text) => Object.assign(document.createElement(name), text ? { textContent: text } : {});
    const box = make("aside");
    const line = make("p");
    const link = make("a", words.link);
    const theme = this.getAttribute("theme");
    box.className = theme === "light" || theme === "dark" ? theme : "auto";
    box.lang = words.language;
    box.dir = words.direction;
    box.setAttribute("aria-label", words.title);
    link.href = new URL(words.href, origin).href;
    link.referrerPolicy = "no-referrer";
    const headline = make("span", words.headline);
    line.append(make("strong", words.title), " ", headline, " ", words.question, " ", link);
    box.append(line);
    if (this.hasAttribute("dismissible")) {
      const close = make("button", "×");
      close.setAttribute("aria-label", words.close);
      close.addEventListener("click", () => (this.hidden = true));
      box.append(close);
    }
    root.replaceChildren(box);
  }
}

if (!customElements.get("consular-notice")) customElements.define("consular-notice", ConsularNotice);
