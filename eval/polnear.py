"""PolNeAR as recorded: news with sources, cues and contents of attributions marked by hand (measure only)."""

import re
from collections import defaultdict
from pathlib import Path

import msgspec

Spans = tuple[tuple[int, int], ...]
_LINE = re.compile(r"(T\d+)\t(\S+) ([\d ;]+)\t|(E\d+)\t(.+)")


class Marked(msgspec.Struct, frozen=True):
    """One attribution marked by a person; each part is the character spans it covers, empty where absent."""

    source: Spans
    cue: Spans
    content: Spans


class Document(msgspec.Struct, frozen=True):
    """One article and the readings of it, one for each annotator, in the order of the file names."""

    name: str
    text: str
    readings: tuple[tuple[Marked, ...], ...]


def load_documents(part: Path) -> list[Document]:
    """Every article under `part` (the folder `train` or `dev`), sorted by name."""
    files = defaultdict(list)
    for file in sorted((part / "attributions").glob("*.ann")):
        files[file.stem.rsplit("_", 1)[0]].append(file)
    return [
        Document(
            name,
            (part / "text" / f"{name}.txt").read_text(encoding="utf-8"),
            tuple(parse_annotation(file.read_text(encoding="utf-8")) for file in found),
        )
        for name, found in sorted(files.items())
    ]


def parse_annotation(text: str) -> tuple[Marked, ...]:
    """Read brat stand-off lines; events without any part in the text are left out."""
    spans: dict[str, Spans] = {}
    events: list[str] = []
    for line in text.split("\n"):
        if found := _LINE.match(line):
            if found[1]:
                pairs = (pair.split() for pair in found[3].split(";"))
                spans[found[1]] = tuple((int(first), int(last)) for first, last in pairs)
            else:
                events.append(found[5])
    return tuple(_mark(event, spans) for event in events)


def _mark(event: str, spans: dict[str, Spans]) -> Marked:
    parts: dict[str, Spans] = {"Source": (), "Cue": (), "Content": ()}
    for part in event.split():
        role, _, key = part.partition(":")
        role = role.rstrip("0123456789")
        if role in parts:
            parts[role] += spans.get(key, ())
    return Marked(parts["Source"], parts["Cue"], parts["Content"])
