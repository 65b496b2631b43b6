"""The served site beside Datasette and pygeoapi: the same rows, the same questions, one worker each, one run.

`python -m bench.serve`. Needs wrk; a peer that is not here is named and left out. Three rows of ours (`bench.app`):
`kept` is the server as it runs, `read` does the storage work of the peers for every request, `anew` keeps no page. The
ratios that are asked for are those of `read`.
"""

import datetime as dt
import json
import os
import random
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path

from bench.load import SECONDS, Asked, Rate, have_wrk, interleaved
from bench.peers import datasette, pygeoapi, spatial_copy
from bench.rows import write_rows
from bench.server import Running, started
from legation.site.assets import asset, assets
from legation.site.edition import Edition, open_edition
from legation.site.site import Site

PAIRS = 300
LEAST_EQUAL = 60
OURS = ("kept", "read", "anew")
WANTED = {"Datasette": 15, "pygeoapi": 50}
OWN = ("own-post", "own-honorary", "own-nonresident")
Posts = frozenset[tuple[str, ...]]


def main() -> None:
    """Print every figure."""
    edition = open_edition()
    today = dt.datetime.now(dt.UTC).date().isoformat()
    pairs = questions(edition)
    weight(edition, today)
    made_anew(edition, pairs, today)
    start_and_memory(pairs)
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        rows = Path(folder) / "missions.db"
        write_rows(edition, today, rows)
        running = dict(all_started(rows, Path(folder), stack))
        equal = agree(running, pairs)
        if have_wrk():
            report(interleaved(asked_of(running, equal)))
        for name, one in running.items():
            print(f"memory after that, {name:20} {one.megabytes():7.0f} MB")


def questions(edition: Edition) -> list[tuple[str, str]]:
    """Citizen and place of every question, as codes."""
    chance = random.Random(7)  # noqa: S311
    states = [code for code, place in edition.places.items() if place.kind == "state"]
    return [(chance.choice(states), chance.choice(states)) for _ in range(PAIRS)]


def weight(edition: Edition, today: str) -> None:
    """Compressed bytes of an answer with its styles."""
    page, styles = Site(edition, today).page("/en/ru/nl/"), assets()[asset("site.css")]
    size = len(page.packed or b"") + len(styles.packed or b"")
    print(f"answer page with its styles      {size / 1000:8.1f} kB   (wanted: 14)")


def made_anew(edition: Edition, pairs: Sequence[tuple[str, str]], today: str) -> None:
    """How long a page takes that nobody asked for before."""
    site = Site(edition, today)
    for form in (".json", "/"):
        paths = [path_of(pair, form) for pair in pairs]
        for path in paths:
            site.page(path)
        start = time.perf_counter()
        for path in paths:
            site.page(path)
        each = (time.perf_counter() - start) / len(paths)
        print(f"answer made anew, {'JSON' if form == '.json' else 'HTML'}           {each * 1e3:8.2f} ms")


def start_and_memory(pairs: Sequence[tuple[str, str]]) -> None:
    """`legation serve` as it is started: seconds to its first answer, memory when it has given many."""
    serve = [sys.executable, "-m", "legation", "serve", "--port", "{port}"]
    with started(serve, "/en/ru/nl/"):
        pass  # the first time may compile bytecode and the store
    with started(serve, "/en/ru/nl/") as running:
        print(f"start to first answer            {running.seconds:8.2f} s    (wanted: 1)")
        for pair in pairs:
            for form in (".json", "/"):
                urllib.request.urlopen(running.origin + path_of(pair, form)).close()
        print(f"memory of the server             {running.megabytes():8.0f} MB   (wanted: 120)")


def all_started(rows: Path, folder: Path, stack: ExitStack) -> Iterator[tuple[str, Running]]:
    """Ours three ways, and the peers that are here."""
    for mode in OURS:
        command = [sys.executable, "-m", "bench.app", mode, "{port}", str(rows)]
        yield f"legation {mode}", stack.enter_context(started(command, "/robots.txt"))
    yield "Datasette", stack.enter_context(datasette(rows, folder))
    spatial = spatial_copy(rows, folder)
    if isinstance(spatial, Path):
        yield "pygeoapi", stack.enter_context(pygeoapi(spatial, folder))
    else:
        print(f"pygeoapi: left out, {spatial}")


def path_of(pair: tuple[str, str], form: str) -> str:
    """Where our answer is."""
    citizen, place = pair
    return f"/en/{place.lower()}/{citizen.lower()}{form}"


def path_at(name: str, pair: tuple[str, str], form: str) -> str:
    """Where a program answers a question, as "JSON" or "HTML"."""
    citizen, place = pair
    if name == "Datasette":
        kind = ".json" if form == "JSON" else ""
        return f"/missions/find{kind}?op={citizen}&host={place}&_shape=array"
    if name == "pygeoapi":
        return f"/collections/missions/items?sending={citizen}&receiving={place}&limit=100&f={form.lower()}"
    return path_of(pair, ".json" if form == "JSON" else "/")


def asked_of(running: Mapping[str, Running], pairs: Sequence[tuple[str, str]]) -> dict[str, Asked]:
    """Everything to ask, JSON and HTML of each."""
    return {
        f"{name} {form}": Asked(one.origin, [path_at(name, pair, form) for pair in pairs])
        for name, one in running.items()
        for form in ("JSON", "HTML")
    }


def agree(running: Mapping[str, Running], pairs: Sequence[tuple[str, str]]) -> Sequence[tuple[str, str]]:
    """The pairs on which all agree: the same posts of the own state, by what they are and have.

    Raises:
        SystemExit: fewer pairs than a comparison of speed needs.
    """
    equal = list(pairs)
    for name in WANTED:
        if name not in running:
            continue
        differ = [pair for pair in pairs if not same(running, pair, name)]
        said = ", ".join(map("→".join, differ))
        alike = len(pairs) - len(differ)
        print(f"the same posts as {name:10} {alike:4} of {len(pairs)} pairs; by our rules others: {said}")
        equal = [pair for pair in equal if pair not in differ]
    if len(equal) < LEAST_EQUAL:
        raise SystemExit(f"fewer than {LEAST_EQUAL} pairs with equal answers: nothing to compare")
    print(f"asked below: the {len(equal)} pairs that all answer alike")
    return equal


def same(running: Mapping[str, Running], pair: tuple[str, str], name: str) -> bool:
    """Whether a peer and we name the same posts."""
    mine = our_posts(fetched(running["legation read"], "legation", pair), pair[1], name)
    return mine == their_posts(fetched(running[name], name, pair), name)


def fetched(running: Running, name: str, pair: tuple[str, str]) -> object:
    """An answer as JSON."""
    with urllib.request.urlopen(running.origin + path_at(name, pair, "JSON")) as reply:
        return json.load(reply)


def our_posts(answer: object, place: str, peer: str) -> Posts:
    """The own state's posts of an answer; for pygeoapi, which knows no accreditation, those on the map in the place."""
    posts = [one["post"] for one in answer["options"] if one["ground"] in OWN]  # type: ignore[index]
    if peer == "pygeoapi":
        posts = [post for post in posts if post["receiving"] == place and post["latitude"] is not None]
    return frozenset(facts(post | {"phones": "\n".join(post["phones"])}) for post in posts)


def their_posts(answer: object, peer: str) -> Posts:
    """The posts of a peer's answer."""
    if peer == "pygeoapi":
        features = answer["features"]  # type: ignore[index, call-overload]
        return frozenset(facts(one["properties"] | {"id": one["id"]}) for one in features)
    return frozenset(facts(row) for row in answer)  # type: ignore[attr-defined]


def facts(post: Mapping[str, object]) -> tuple[str, ...]:
    """What must be the same."""
    return tuple(str(post[key]) for key in ("id", "name", "kind", "city", "phones", "website", "hours"))


def report(rates: Mapping[str, Rate]) -> None:
    """Print the medians, and ours as multiples of the peers'."""
    print(f"{'':26} requests/s    p99 ms   (load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores)")
    for label, rate in rates.items():
        form = label[-4:]
        ratios = [
            # One that gave no answer in the time is taken to have given one.
            f"{rate.requests / max(rates[f'{peer} {form}'].requests, 1 / SECONDS):6.1f} × {peer} (wanted: {wanted})"
            for peer, wanted in WANTED.items()
            if label.startswith("legation") and f"{peer} {form}" in rates
        ]
        failed = f"   {rate.failed} FAILED" if rate.failed else ""
        print(f"{label:24} {rate.requests:12,.0f} {rate.p99:9.1f}   {'  '.join(ratios)}{failed}")


if __name__ == "__main__":
    main()
