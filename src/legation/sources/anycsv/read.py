"""Read a list by its `columns.toml`: each row becomes claims on one post, or is set aside."""

import re
from collections.abc import Iterator
from typing import Final, get_args

from legation.errors import InputError, SkipRecord
from legation.model.codes import POST_KINDS, PostKind
from legation.places import Gazetteer
from legation.sources.anycsv.columns import Columns, Field
from legation.sources.contact import clean, clean_lines
from legation.sources.draft import Draft
from legation.sources.row import Reader, Row
from legation.sources.say import say_city, say_emails, say_phones, say_place, say_website
from legation.sources.snapshot import Snapshot
from legation.sources.standing import Clues, find_standing
from legation.sources.table import Line, parse_table

FIELDS: Final[tuple[Field, ...]] = get_args(Field)
PHONES: Final[tuple[Field, ...]] = ("phones", "emergency_phones")
STATES: Final[tuple[Field, ...]] = ("accredited", "serves")


def reader_of(columns: Columns) -> Reader:
    """The `read` function of a list."""

    def read(snapshot: Snapshot, gazetteer: Gazetteer) -> Iterator[Row]:
        required = frozenset(columns.column.values())
        for path in snapshot.paths:
            for line in parse_table(path, snapshot.source, columns.delimiter, required):
                yield read_line(line, columns, snapshot, gazetteer)

    return read


def read_line(line: Line, columns: Columns, snapshot: Snapshot, gazetteer: Gazetteer) -> Row:
    """Map one line, or set it aside."""
    if line.cells is None:
        return Row(line.locator, line.locator, set_aside="wrong number of fields")
    cells = dict(line.cells)
    said = {field: cells.pop(columns.column[field], "") for field in columns.column}
    said = {field: said.get(field, "").strip() or columns.constant.get(field, "") for field in FIELDS}
    draft = Draft(cells, snapshot.source, snapshot.seen, clean(said["record"]), line.locator)
    try:
        _say_everything(draft, said, columns, gazetteer)
    except SkipRecord as skip:
        return draft.set_aside(skip.message)
    return draft.mapped()


def _say_everything(draft: Draft, said: dict[Field, str], columns: Columns, gazetteer: Gazetteer) -> None:
    if not draft.record:
        raise SkipRecord("no-record", "nothing identifies the row", draft.source, draft.locator)
    kind = _kind(draft, said["kind"], columns)
    sending = _state(draft, said["sending"], columns, gazetteer)
    receiving = _state(draft, said["receiving"], columns, gazetteer)
    if sending == receiving:
        raise SkipRecord("at-home", "stands in the sending state itself", draft.source, draft.locator)
    draft.say("kind", kind)
    draft.say("sending", sending)
    receiving = _say_standing(draft, said, sending, receiving, gazetteer)
    for field in PHONES:
        say_phones(draft, field, _values(said[field], columns), receiving)
    say_emails(draft, _values(said["emails"], columns))
    say_website(draft, [clean(said["website"])])
    draft.say("address", clean(said["address"]))
    draft.say("hours", clean_lines(said["hours"]))
    draft.say("districts", _values(said["districts"], columns))
    for field in STATES:
        codes = {_state(draft, one, columns, gazetteer) for one in _values(said[field], columns)}
        draft.say(field, sorted(codes))


def _say_standing(
    draft: Draft, said: dict[Field, str], sending: str, receiving: str, gazetteer: Gazetteer
) -> str:
    """Say the place, point and city, weighed against each other where there is a point."""
    city, point = clean(said["city"]), _point(draft, said["latitude"], said["longitude"])
    standing = point and find_standing(gazetteer, Clues(sending, receiving, point, city=city or None))
    if not standing:
        draft.say("receiving", receiving)
        say_place(draft, gazetteer, city, receiving)
        return receiving
    draft.say("receiving", standing.receiving)
    draft.say("position", "{},{}".format(*standing.point) if standing.point else "")
    if standing.fault:
        draft.remark("position", standing.fault)
    say_city(draft, gazetteer, city, standing.city, "coordinates")
    return standing.receiving


def _kind(draft: Draft, said: str, columns: Columns) -> PostKind:
    word = clean(said)
    if reason := columns.set_aside.get(word):
        raise SkipRecord("no-post", reason, draft.source, draft.locator)
    if word in columns.kind:
        return columns.kind[word]
    for kind in POST_KINDS:
        if word.lower() == kind:
            return kind
    message = f"{word or 'nothing'} is not in the [kind] of columns.toml"
    raise SkipRecord("unknown-kind", message, draft.source, draft.locator)


def _state(draft: Draft, said: str, columns: Columns, gazetteer: Gazetteer) -> str:
    """The code of a state: by the mapping, as a code, by its name; a guess is none."""
    word = clean(said)
    code = columns.state.get(word, word if re.fullmatch("[A-Z]{2}", word) else "")
    if code and gazetteer.get_place(code):
        return code
    try:
        match = gazetteer.parse_place(word)
    except InputError:
        match = None
    if match is None or match.city is not None or match.guess:
        message = f"{word or 'nothing'} is no state: add it to the [state] of columns.toml"
        raise SkipRecord("unknown-state", message, draft.source, draft.locator)
    return match.place.code


def _point(draft: Draft, latitude: str, longitude: str) -> tuple[float, float] | None:
    if not latitude and not longitude:
        return None
    try:
        point = (round(float(latitude), 5), round(float(longitude), 5))
    except ValueError:
        point = (0.0, 0.0)
    if point != (0, 0) and -90 <= point[0] <= 90 and -180 <= point[1] <= 180:
        return point
    draft.remark("position", f"{latitude},{longitude}")
    return None


def _values(said: str, columns: Columns) -> list[str]:
    return [value for part in said.split(columns.separator) if (value := clean(part))]
