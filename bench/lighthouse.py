"""Lighthouse on every kind of page, as a phone sees it: `python -m bench.lighthouse [KIND…]`.

Needs Debian's chromium and node; Lighthouse itself comes from npm into `.venv/lighthouse` at the first run. Ends with 1
when a page has less than 99 in a category.
"""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

from rich.console import Console
from rich.table import Table

from bench.server import FLAGS, served

VERSION = "12.8.2"
"""The last that runs on Node 20."""

HOME = Path(sys.prefix) / "lighthouse"
FLOOR = 99
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
PAGES = {
    "home": "/en/",
    "answer": "/en/ru/nl/",
    "answer, heavy": "/en/iq/us/",
    "answer, nobody": "/en/af/nl/",
    "answer, Arabic": "/ar/ru/gb/",
    "place": "/en/ru/",
    "abroad": "/en/nl/abroad/",
    "post": "/en/post/Q4374029/",
    "pocket": "/en/ru/pocket/",
    "card": "/en/ru/nl/card/",
    "places": "/en/places/",
    "changes": "/en/changes/",
    "sources": "/en/sources/",
    "about": "/en/about/",
}


def install() -> Path:
    """The program, from npm when it is not here yet."""
    program = HOME / "node_modules" / ".bin" / "lighthouse"
    if not program.exists():
        HOME.mkdir(exist_ok=True)
        subprocess.run(
            ["npm", "install", "--silent", "--prefix", str(HOME), f"lighthouse@{VERSION}"],
            check=True,
        )
    return program


def measure(program: Path, url: str, chromium: str) -> tuple[dict[str, int], list[str]]:
    """Points of a page in each category, and the audits that cost any."""
    command = [
        str(program),
        url,
        "--quiet",
        "--output=json",
        f"--only-categories={','.join(CATEGORIES)}",
        f"--chrome-flags={' '.join(FLAGS)}",
    ]
    done = subprocess.run(
        command, capture_output=True, check=True, env={**os.environ, "CHROME_PATH": chromium}
    )
    report = json.loads(done.stdout)
    points = {name: round(report["categories"][name]["score"] * 100) for name in CATEGORIES}
    weighty = {
        audit["id"]
        for category in report["categories"].values()
        for audit in category["auditRefs"]
        if audit["weight"]
    }
    lost = [
        name
        for name, audit in report["audits"].items()
        if name in weighty
        and (audit["score"] or 0) < 0.9
        and audit["scoreDisplayMode"] in ("binary", "numeric")
    ]
    return points, lost


def main(kinds: list[str]) -> int:
    """Print the table."""
    chromium = shutil.which("chromium")
    if chromium is None:
        raise SystemExit("chromium is missing: apt-get install chromium")
    program = install()
    table = Table("page", *CATEGORIES, "lost in")
    low = False
    with served("--origin", "http://localhost") as origin:
        for kind in kinds or PAGES:
            points, lost = measure(program, origin + PAGES[kind], chromium)
            table.add_row(kind, *(str(points[name]) for name in CATEGORIES), ", ".join(lost))
            low = low or min(points.values()) < FLOOR
    Console().print(table)
    return int(low)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
