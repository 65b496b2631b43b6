"""Read a table of Wikidata's posts: each row becomes claims, or is set aside with a reason."""

import re
from collections.abc import Callable, Iterator
from typing import Final

from legation.errors import SkipRecord
from legation.places import Gazetteer
from legation.sources.draft import Draft
from legation.sources.row import Row
from legation.sources.say import say_city, say_emails, say_phones, say_website
from legation.sources.snapshot import Snapshot
from legation.sources.standing import Clues, Standing, find_standing
from legation.sources.table import Line, parse_table
from legation.sources.wikidata.legend import Legend, bare, parse_position
from legation.sources.wikidata.mapping import PlaceEntry, mapping

SOURCE: Final = "wikidata"
REQUIRED: Final = frozenset(
    {
        "operatorQID",
        "countryQID",
        "city",
        "cityQID",
        "latitude",
        "longitude",
        "phone",
        "email",
        "website",
        "typeQID",
    }
    | {"creation", "QID"}
)
SERVED: Final = "the place it serves"
OUT_OF_USE: Final = frozenset({"closed", "permanently closed", "decommissioned", "defunct"})
MOMENT = re.compile(r"(?P<year>[0-9]{4})(?P<month>-[0-9]{2})(?P<day>-[0-9]{2})T00:00:00Z")


def read(snapshot: Snapshot, gazetteer: Gazetteer) -> Iterator[Row]:
    """Read every row of a snapshot; see `legation.sources.row.Reader`."""
    lines = [line for path in snapshot.paths for line in parse_table(path, SOURCE, ";", REQUIRED)]
    legend = Legend(lines, gazetteer)
    for line in lines:
        yield read_line(line, legend, snapshot.seen)


def read_line(line: Line, legend: Legend, seen: str) -> Row:
    """Map one line, or set it aside."""
    if line.cells is None:
        return Row(line.locator, line.locator, set_aside="wrong number of fields")
    cells = dict(line.cells)
    draft = Draft(cells, SOURCE, seen, bare(cells.pop("QID")), line.locator)
    try:
        _say_everything(draft, legend)
    except SkipRecord as skip:
        return draft.set_aside(skip.message)
    return draft.mapped()


def _say_everything(draft: Draft, legend: Legend) -> None:
    if not re.fullmatch(r"Q[1-9][0-9]{0,11}", draft.record):
        raise SkipRecord("no-item", "its item is not an item", SOURCE, draft.locator)
    known = mapping().post.get(draft.record)
    if known and known.set_aside:
        raise SkipRecord("no-post", known.set_aside, SOURCE, draft.locator)
    _say_kind(draft)
    sending = _code(draft, "operator", legend.operator)
    draft.say("sending", sending)
    standing = _say_standing(draft, legend, sending)
    _say_contacts(draft, standing.receiving)
    _say_dates(draft)


def _say_kind(draft: Draft) -> None:
    """Say the kind of the first class that we know; set aside what is no post that helps citizens."""
    draft.pop("type")
    items = [bare(item) for item in draft.pop_all("typeQID")]
    known = [entry for item in items if (entry := mapping().kind.get(item))]
    if not known:
        raise SkipRecord(
            "unknown-class", f"class {'|'.join(items)} is not in mapping.toml", SOURCE, draft.locator
        )
    entry = next((entry for entry in known if entry.kind), known[0])
    if entry.set_aside:
        raise SkipRecord("no-post", entry.set_aside, SOURCE, draft.locator)
    if entry.kind:
        draft.say("kind", entry.kind)
    if entry.closed:
        draft.say("closed", draft.seen)


def _code(draft: Draft, column: str, meaning: Callable[[str], PlaceEntry | None]) -> str:
    """The code of the first item of a column that means a place."""
    draft.pop(column)
    items = [bare(item) for item in draft.pop_all(f"{column}QID")]
    entries = [entry for item in items if (entry := meaning(item))]
    if not entries:
        message = f"{column} {'|'.join(items) or 'missing'} is not in mapping.toml"
        raise SkipRecord(f"unknown-{column}", message, SOURCE, draft.locator)
    entry = next((entry for entry in entries if entry.code), entries[0])
    if entry.code is None:
        raise SkipRecord(f"no-{column}", str(entry.set_aside), SOURCE, draft.locator)
    return entry.code


def _say_standing(draft: Draft, legend: Legend, sending: str) -> Standing:
    """Say the receiving place, accreditation, city, district and point."""
    said = _code(draft, "country", legend.country)
    known = mapping().post.get(draft.record)
    stated = (known.receiving if known else None) or said
    accredited = _accredited(draft, legend, sending)
    city, items = draft.pop("city"), draft.pop_all("cityQID")
    point = parse_position(draft.pop("latitude"), draft.pop("longitude"))
    if any(legend.country(bare(item)) for item in items) and not legend.gazetteer.find_city(city, stated):
        city = ""  # a state's item is no city, unless a city has its name
    usual = (
        None
        if stated != said
        else next((legend.cities[bare(item)] for item in items if bare(item) in legend.cities), None)
    )
    clues = Clues(sending, stated, point, accredited, city or None, usual)
    standing = find_standing(legend.gazetteer, clues)
    if standing is None:
        raise SkipRecord("nowhere", "stands in the sending state itself", SOURCE, draft.locator)
    draft.say("receiving", said)
    if ground := standing.ground or (SERVED if stated != said else None):
        draft.derive("receiving", standing.receiving, ground)
        draft.remark("receiving", f"{said} -> {standing.receiving} ({ground})")
    if standing.fault:
        draft.remark("position", standing.fault)
    draft.say("accredited", list(accredited))
    # A city that lies in another place by all other rows was named by mistake.
    mistaken = usual is not None and standing.city is not None and usual.place != standing.city.place
    if standing.point:
        draft.say("position", "{},{}".format(*standing.point))
    ground = "coordinates" if standing.point else "other rows of that district"
    say_city(draft, legend.gazetteer, "" if mistaken else city, standing.city, ground)
    return standing


def _accredited(draft: Draft, legend: Legend, sending: str) -> tuple[str, ...]:
    """The states of the jurisdictions; provinces are left over, a mission to organisations alone is set aside."""
    draft.pop("jurisdictions")
    items = [bare(item) for item in draft.pop_all("jurisdictionQIDs")]
    entries = [entry for item in items if (entry := legend.country(item))]
    organisations = [entry for entry in entries if entry.set_aside]
    if organisations and len(organisations) == len(items):
        raise SkipRecord("no-state", str(organisations[0].set_aside), SOURCE, draft.locator)
    if len(entries) < len(items):
        draft.remark("leftover", "district")
    return tuple(sorted({entry.code for entry in entries if entry.code and entry.code != sending}))


def _say_contacts(draft: Draft, receiving: str) -> None:
    say_phones(draft, "phones", draft.pop_all("phone"), receiving)
    say_emails(draft, draft.pop_all("email"))
    say_website(draft, draft.pop_all("website"))
    draft.say("address", draft.pop("address"))


def _say_dates(draft: Draft) -> None:
    """Say when it opened and closed, as precisely as known: Wikidata writes a year as its first of January."""
    if opened := _date(draft, "creation"):
        draft.say("opened", opened)
    if closed := _date(draft, "dissolved"):
        draft.say("closed", closed)
    elif draft.pop("state").lower() in OUT_OF_USE:
        draft.say("closed", draft.seen)


def _date(draft: Draft, column: str) -> str | None:
    said = next(iter(sorted(draft.pop_all(column))), "")
    match = MOMENT.fullmatch(said)
    if not match:
        if said:
            draft.remark(column, said)
        return None
    if match["month"] + match["day"] == "-01-01":
        return match["year"]
    return said[:10]
