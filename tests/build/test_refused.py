"""A source that is torn is refused with one line, keeps its last good data, and the others are built."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from legation.build.build import build, open_gazetteer, read_source
from legation.errors import StopSource
from legation.places import Gazetteer
from legation.sources import declarations
from legation.sources.row import Row
from legation.sources.snapshot import Snapshot, find_snapshots

DATA = Path(__file__).resolve().parents[2] / "data"
CAPTURES = DATA.parent / ".." / "shared" / "data"
SOURCES = [
    one.id
    for one in declarations().values()
    if one.part == "directory" and one.snapshots and not one.optional
]
HTML = b"<!doctype html><html><head><title>Sign in</title></head><body><h1>503</h1></body></html>\n"

needs_captures = pytest.mark.skipif(
    not CAPTURES.is_dir(), reason="the captures lie in ../shared/data, which is not here"
)


def many_phones(body: bytes) -> bytes:
    """Every digit run that may be a phone, a thousand times."""
    return re.sub(rb"\+?[0-9][0-9 ()/-]{6,}[0-9]", lambda found: (found[0] + b" / ") * 1000, body)


PHONE = {
    "wikidata": rb"\+[0-9][0-9 -]{8,}[0-9]",
    "argentina": rb"00 +[0-9]{2} +\([0-9]+\)[0-9 ]+",
    "factbook": rb"\[[0-9]+\] \([0-9]+\) [0-9-]+",
    "philippines": rb'(?<="contact": ")[^"]+',
    "unitedkingdom_posts": rb'(?<="number": ")[^"]+',
}
"""A telephone field of a source; the pages have any."""


def one_phone(body: bytes, source: str) -> bytes:
    """The first telephone field, a thousand times as long."""
    phone = re.compile(PHONE.get(source, rb"\+?[0-9(][0-9 ()-]{7,}[0-9]"))
    return phone.sub(lambda found: b" / ".join([found[0]] * 1_000), body, count=1)


FAULTS: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda _: b"",
    "torn": lambda body: body[: len(body) // 3],
    "twice as large": lambda body: body + body,
    "UTF-16": lambda body: body.decode(errors="replace").encode("utf-16"),
    "HTML": lambda _: HTML,
    "a thousand phones": many_phones,
}


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return open_gazetteer(DATA)


@needs_captures
@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("source", SOURCES)
def test_a_faulty_capture_is_refused(source: str, fault: str, tmp_path: Path, gazetteer: Gazetteer) -> None:
    declaration = declarations()[source]
    newest = find_snapshots(declaration, CAPTURES)[-1]
    for path in newest.paths:
        target = tmp_path / path.relative_to(CAPTURES)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(FAULTS[fault](path.read_bytes()))
    spoilt = Snapshot(source, newest.seen, tuple(sorted(tmp_path.rglob("*.*"))))
    with pytest.raises(StopSource) as refused:
        read_source(declaration, [spoilt], gazetteer, lambda *_: None, 0, 1)
    assert "\n" not in refused.value.message
    assert source in refused.value.message


@needs_captures
@pytest.mark.parametrize("source", SOURCES)
def test_a_capture_with_one_swollen_field_is_refused(
    source: str, tmp_path: Path, gazetteer: Gazetteer
) -> None:
    declaration = declarations()[source]
    newest = find_snapshots(declaration, CAPTURES)[-1]
    done = False
    for path in newest.paths:
        target = tmp_path / path.relative_to(CAPTURES)
        target.parent.mkdir(parents=True, exist_ok=True)
        body = path.read_bytes()
        swollen = body if done else one_phone(body, source)
        done = swollen != body or done
        target.write_bytes(swollen)
    with pytest.raises(StopSource, match="characters") as refused:
        read_source(declaration, find_snapshots(declaration, tmp_path)[-1:], gazetteer, lambda *_: None, 0, 1)
    assert refused.value.source == source


def test_whatever_a_reader_stumbles_over_stops_its_source_alone(
    tmp_path: Path, gazetteer: Gazetteer, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stumble(*_: object) -> list[Row]:
        raise RecursionError("invented")

    monkeypatch.setattr("legation.build.build.get_reader", lambda _: stumble)
    declaration = msgspec.structs.replace(declarations()["wikidata"], floor=())
    snapshot = Snapshot("wikidata", "2026-01-01", (tmp_path / "invented.csv",))
    with pytest.raises(StopSource, match=r"wikidata of 2026-01-01 cannot be read: RecursionError invented"):
        read_source(declaration, [snapshot], gazetteer, lambda *_: None, 0, 1)


def copy(folder: Path) -> Path:
    """A data folder to build in."""
    data = folder / "data"
    for part in ("places", "status", "posts", "emergency", "arrangements"):
        shutil.copytree(DATA / part, data / part)
    shutil.copy(DATA / "judgements.csv", data)
    return data


@needs_captures
@pytest.mark.parametrize("source", ["wikidata"])
def test_of_a_refused_source_the_text_keeps_every_byte(source: str, tmp_path: Path) -> None:
    captures = tmp_path / "captures"
    shutil.copytree(CAPTURES / "missions", captures / "missions")
    for path in (captures / "missions" / source).iterdir():
        path.write_bytes(b"")
    data = copy(tmp_path)
    report = build(captures, data)
    assert list(report.refusals) == [source]
    assert report.changed == []


def test_when_every_source_is_refused_the_build_stops(tmp_path: Path) -> None:
    with pytest.raises(StopSource, match="--from"):
        build(tmp_path, copy(tmp_path))
