"""Pictures of the main pages: `python -m bench.screenshots FOLDER`, at 320, 768 and 1280 px, dark, right to left.

Needs Debian's chromium (`apt-get install chromium`).
"""

import sys
from pathlib import Path

from bench.server import browser, served

PAGES = {
    "home": "/en/",
    "answer": "/en/ru/nl/",
    "answer-phones": "/en/ru/gb/",
    "nobody": "/en/af/nl/",
    "refugee": "/en/my/refugee/",
    "place": "/en/ru/",
    "abroad": "/en/nl/abroad/",
    "post": "/en/post/Q4374029/",
    "unclear": "/en/find/?citizen=dutch&place=Georgia",
    "missing": "/en/zz/",
    "about": "/en/about/",
    "sources": "/en/sources/",
    "pocket": "/en/ru/pocket/",
    "card": "/en/ru/nl/card/",
}
ELSEWHERE = {
    "answer-ar": "/ar/ru/nl/",
    "answer-zh": "/zh/ru/nl/",
    "home-ar": "/ar/",
    "answer-ru": "/ru/ru/nl/",
}
WIDTHS = (320, 768, 1280)
PHONE_HEIGHT = 568
"""The smallest telephone still in use: 320 × 568."""


def main(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    with served() as origin, browser() as chromium:
        for width in WIDTHS:
            page = chromium.new_page(
                viewport={"width": width, "height": PHONE_HEIGHT if width == 320 else 800}
            )
            for name, path in {**PAGES, **(ELSEWHERE if width == 320 else {})}.items():
                page.goto(origin + path)
                page.screenshot(path=folder / f"{name}-{width}.png")
            page.close()
        page = chromium.new_page(viewport={"width": 320, "height": PHONE_HEIGHT}, color_scheme="dark")
        for name in ("home", "answer", "place"):
            page.goto(origin + PAGES[name])
            page.screenshot(path=folder / f"{name}-dark.png")
    print(f"{len(list(folder.glob('*.png')))} pictures in {folder}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
