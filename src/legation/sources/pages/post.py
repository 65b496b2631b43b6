"""From the cards of all pages of a source to one row a post.

A post that serves several places stands on several pages. Its own place's page is believed first, then the first by
name; what another page adds is taken, what it says otherwise is remarked.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import Final, Literal

import msgspec

from legation.model.claims import Claim
from legation.model.codes import MISSION_HEADS, PostKind
from legation.places import Gazetteer
from legation.sources.contact import parse_email, parse_website, place_of
from legation.sources.draft import Draft
from legation.sources.pages.card import Card, House
from legation.sources.pages.dial import find_numbers
from legation.sources.pages.sentences import find_closed_post, find_closure, find_districts
from legation.sources.pages.sign import Sign
from legation.sources.pages.whereabouts import Whereabouts, find_place, find_whereabouts
from legation.sources.row import HELPED_BY, Remark, Row
from legation.sources.snapshot import Snapshot
from legation.sources.standing import find_named_city

NUMBERS: Final[tuple[Literal["phones", "emergency_phones"], ...]] = ("phones", "emergency_phones")
Key = tuple[str, str, str, str]
UNKNOWN: Final = "?"
NO_ADDRESS = re.compile(r"\b(?:Mr|Mrs|Ms|Miss)\b\.? |: |:$|\bcontact\b", re.IGNORECASE)
PASSING = re.compile(r"(?<=[a-z])/[^?#/]*\balert\b.*|[?&](?:_ga|utm_\w+)=.*")
"""An alert in the place of a home page; the tail by which visitors are counted."""
HEAD: Final = "head"
MOST: Final = 12
"""Ways of one sort to reach one post."""
LONGEST_ADDRESS: Final = 300


class Page(msgspec.Struct, frozen=True):
    """A page: its name as locators give it, the codes of the places it is about, and its cards."""

    name: str
    places: tuple[str, ...]
    cards: tuple[Card, ...]


class Mention(msgspec.Struct, frozen=True):
    """A card, the page it is on, and whose post it is of, of what kind, where."""

    page: Page
    card: Card
    sending: str
    kind: PostKind
    where: Whereabouts

    @property
    def at_home(self) -> bool:
        """Whether the page is about the place the post stands in."""
        return self.where.receiving in self.page.places

    @property
    def locator(self) -> str:
        """Page and line."""
        return f"{self.page.name}:{self.card.number}"


def read_posts(
    pages: Iterable[Page], snapshot: Snapshot, gazetteer: Gazetteer, house: House
) -> Iterator[Row]:
    """One row for each post that the pages name, and one set aside for each name that is none.

    Args:
        pages: in the order of their names.
        snapshot: whose word it is, and of when.
        gazetteer: the places.
        house: whose pages they are.
    """
    posts: dict[Key, list[Mention]] = defaultdict(list)
    for page in pages:
        for card in page.cards:
            locator = f"{page.name}:{card.number}"
            if card.sign is None:
                yield Row(locator, locator, set_aside=f"{_why_none(card.title)}: {card.title}")
            elif where := find_whereabouts(card.sign, card.all("address"), page.places, gazetteer):
                mention = Mention(page, card, card.sign.sending, kind_of(card.sign, where), where)
                posts[key_of(mention)].append(mention)
            else:
                yield Row(locator, locator, set_aside=f"stands nowhere that is known: {card.title}")
    for key, found in sorted(_with_heads(_with_cities(posts)).items()):
        mentions = sorted(found, key=_standing(key))
        row = _read_post(f"{' '.join(key[:3])} {mentions[0].kind}", mentions, snapshot, house)
        yield _without_empty_address(row, gazetteer)
    yield from _read_helpers([mention for found in posts.values() for mention in found], snapshot, house)


def _why_none(title: str) -> str:
    """Why a card is no post of any state: a section of a protecting power stands under its arrangement."""
    section = "interests section" in title.lower()
    return (
        "a protecting power's, see its arrangement" if section else "no post that a list of posts could hold"
    )


def _standing(key: Key) -> Callable[[Mention], tuple[bool, bool, bool]]:
    """Who is believed first: what names the post itself and its city, on its own place's page."""
    return lambda one: (key[3] == HEAD and one.kind not in MISSION_HEADS, not one.where.city, not one.at_home)


def key_of(mention: Mention) -> Key:
    """What tells a post from others: whose, where, in which city, of which rank; a mission has one head."""
    where = mention.where
    rank = HEAD if mention.kind in MISSION_HEADS else mention.kind
    return mention.sending, where.receiving, where.city.name if where.city else where.named or UNKNOWN, rank


def _with_heads(posts: dict[Key, list[Mention]]) -> dict[Key, list[Mention]]:
    """The posts, with consulates in an embassy's city as parts of it: it does that work itself (VCDR art. 3 (2))."""
    joined: dict[Key, list[Mention]] = {key: list(found) for key, found in posts.items() if key[3] == HEAD}
    for key, found in posts.items():
        if key[3] != HEAD:
            head = (*key[:3], HEAD)
            part = key[3] in ("consulate", "consulate general") and head in joined
            joined.setdefault(head if part else key, []).extend(found)
    return joined


def _with_cities(posts: dict[Key, list[Mention]]) -> dict[Key, list[Mention]]:
    """The posts, with what is said of one without its city added to the only one of its rank in the place."""
    joined: dict[Key, list[Mention]] = {key: list(found) for key, found in posts.items() if key[2] != UNKNOWN}
    for key, found in posts.items():
        if key[2] == UNKNOWN:
            known = [other for other in joined if (other[0], other[1], other[3]) == (key[0], key[1], key[3])]
            joined.setdefault(known[0] if len(known) == 1 else key, []).extend(found)
    return joined


def _read_helpers(mentions: list[Mention], snapshot: Snapshot, house: House) -> Iterator[Row]:
    """For each place of a page the posts named there that stand elsewhere, or are another state's."""
    helpers: dict[tuple[str, str], set[str]] = defaultdict(set)
    for mention in mentions:
        city = mention.where.city.name if mention.where.city else mention.where.named
        for place in mention.page.places:
            if city and (mention.where.receiving != place or mention.sending != house.sending):
                helpers[place, mention.page.name].add(f"{mention.sending} {city}, {mention.where.receiving}")
    for (place, page), named in sorted(helpers.items()):
        claim = Claim(snapshot.source, snapshot.seen, page, place, HELPED_BY, sorted(named))
        yield Row(place, page, (claim,), about="place")


def kind_of(sign: Sign, where: Whereabouts) -> PostKind:
    """The kind that a name says; an office in Taiwan is the embassy or consulate of a state that has no relations."""
    if sign.kind != "office" or where.receiving != "TW":
        return sign.kind
    return "de facto embassy" if where.city and where.city.capital else "de facto consulate"


def _read_post(record: str, mentions: list[Mention], snapshot: Snapshot, house: House) -> Row:
    first = mentions[0]
    draft = Draft({}, snapshot.source, snapshot.seen, record, first.locator)
    draft.say("kind", first.kind)
    draft.say("sending", first.sending)
    draft.say("receiving", first.where.receiving)
    _say_city(draft, first.where)
    for field in NUMBERS:
        _say_numbers(draft, field, mentions, house)
    _say_emails(draft, mentions)
    _say_website(draft, mentions)
    _say_texts(draft, mentions, snapshot.seen)
    for mention in mentions:
        for part in {part for part, said in mention.card.parts if part in ("fax", "other", "prose") and said}:
            draft.remark("leftover", part)
    return draft.mapped()


def _say_city(draft: Draft, where: Whereabouts) -> None:
    if where.city is None:
        draft.say("city", where.named or "")
        return
    draft.derive("near", f"{where.city.latitude:.5f},{where.city.longitude:.5f}", "city")
    if where.ground:
        draft.derive("city", where.city.name, where.ground)
    else:
        draft.say("city", where.city.name)


def _told(mentions: list[Mention], field: str, each: Iterable[list[str]], draft: Draft) -> list[str]:
    """What the first page that says anything says, with the other cards of that page; else is remarked."""
    told: list[str] = []
    by: Page | None = None
    for mention, values in zip(mentions, each, strict=True):
        if values and (by is None or by is mention.page):
            by = mention.page
            told += values
        elif field != "website" and (
            other := sorted({value.lower() for value in values} - {v.lower() for v in told})
        ):
            draft.remark("another page", f"{field}: {mention.locator} says {', '.join(other)}")
    return list(dict.fromkeys(told))[:MOST]


def _say_numbers(
    draft: Draft, field: Literal["phones", "emergency_phones"], mentions: list[Mention], house: House
) -> None:
    receiving = mentions[0].where.receiving
    plan = "IT" if receiving == "VA" else receiving
    each = []
    for mention in mentions:
        numbers: list[str] = []
        for said in mention.card.all(field):
            every = find_numbers(said, plan, house.sending)
            found = [number for number in every if re.sub(r"\D", "", number.text) not in house.lines]
            numbers += [number.text for number in found]
            for number in found:
                if not number.known:
                    draft.remark("phone", number.text)
                elif place_of(number.text) not in (plan, house.sending, mention.sending):
                    draft.remark("number of another place", f"{mention.locator} {number.text}")
            if not every:
                draft.remark("no number", f"{mention.locator} {said}")
        each.append(numbers)
    draft.say(field, _told(mentions, field, each, draft))


def _say_emails(draft: Draft, mentions: list[Mention]) -> None:
    each = []
    for mention in mentions:
        mails = []
        for said in mention.card.all("emails"):
            try:
                mails.append(parse_email(said))
            except ValueError:
                draft.remark("email", said)
        each.append(mails)
    draft.say("emails", _told(mentions, "emails", each, draft))


def _say_website(draft: Draft, mentions: list[Mention]) -> None:
    each = []
    for mention in mentions:
        found = []
        link = [mention.card.link] if mention.card.link else []
        for said in [*mention.card.all("website"), *link]:
            try:
                found.append(parse_website(PASSING.sub("", said)))
            except ValueError:
                draft.remark("website", said)
        each.append(found[:1])
    draft.say("website", next(iter(_told(mentions, "website", each, draft)), ""))


def _say_texts(draft: Draft, mentions: list[Mention], seen: str) -> None:
    """Say address and hours as the first card that has them, districts, and since when it is closed."""
    cards = [mention.card for mention in mentions]
    addresses = [", ".join(_address_lines(card)) for card in cards]
    draft.say("address", next(filter(None, addresses), "")[:LONGEST_ADDRESS])
    hours = ["\n".join(card.all(part)) for part in ("hours", "phone hours") for card in cards]
    draft.say("hours", next(filter(None, hours), ""))
    prose = [said for card in cards for said in [*card.all("prose"), *card.all("address")]]
    districts = [name for said in prose for name in find_districts(said)]
    draft.say("districts", list(dict.fromkeys(districts)))
    for card in cards:
        _say_closure(draft, card, seen)


def _address_lines(card: Card) -> list[str]:
    """Lines of an address: names of people, labels and advice that stand among them are left out."""
    return [
        text for line in card.all("address") if (text := line.strip(" ,")) and not NO_ADDRESS.search(text)
    ]


def _without_empty_address(row: Row, gazetteer: Gazetteer) -> Row:
    """The row, without an address that names only a city or a country: that is none."""
    said = next((claim for claim in row.claims if claim.field == "address"), None)
    if said is None or not is_place_alone(str(said.value), gazetteer):
        return row
    claims = tuple(claim for claim in row.claims if claim is not said)
    return msgspec.structs.replace(
        row, claims=claims, remarks=(*row.remarks, Remark("address", str(said.value)))
    )


def is_place_alone(address: str, gazetteer: Gazetteer) -> bool:
    """Whether an address consists of at most a city and its country."""
    parts = [part.strip() for part in address.split(",")]
    if len(parts) > 2 or any(sign.isdigit() for sign in address):
        return False
    country = find_place(parts[-1], gazetteer)
    return country is not None and all(
        find_named_city(gazetteer, part, country) or find_place(part, gazetteer) for part in parts[:-1]
    )


def _say_closure(draft: Draft, card: Card, seen: str) -> None:
    """Say since when it is closed, once; a sentence that names a post speaks of that one alone."""
    for said in (*card.all("prose"), *card.all("address")):
        named = find_closed_post(said)
        closed = find_closure(said, seen) if named in (None, card.title) else None
        if closed and not any(claim.field == "closed" for claim in draft.claims):
            draft.say("closed", closed)
