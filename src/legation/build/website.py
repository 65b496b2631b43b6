"""Set aside a website that is plainly another post's: its address names another place where the state has a post.

Where many hands write a list, an entry is copied and a field forgotten: Serbia's embassy in Beirut has
`nicosia.mfa.gov.rs`, Iraq's in Kuwait has Nepal's. A mission that serves several states may share one website, so an
address stays that also names the post's own place, a state it is accredited to, or the seat of a mission accredited
here; so does that of a consulate under no resident mission, and whatever a state says of its own posts.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Final
from urllib.parse import unquote, urlsplit

import msgspec

from legation.build.judge import rank_of
from legation.build.match import Group
from legation.build.settle import settle
from legation.model.claims import Claim
from legation.places import Gazetteer
from legation.places.text import fold
from legation.sources import declarations

SHORTEST: Final = 4
"""Shorter names are words of every other address: Bar, Ica, Ie."""
LONGEST: Final = 3
"""Words of a name: Port-au-Prince."""
GOVERNMENT = re.compile(r"\.(?:gov|gob|gouv|gub|govt|go|gv|gc)\.(?P<code>[a-z]{2})")
CODED: Final = 5
"""So many hosts of a state begin with the code of the place where a code there names one: `bd.mission.example`."""
CODES: Final = {"UK": "GB"}
"""Codes that addresses use, where the register has another."""

Meaning = tuple[str, int]
"""A place and a city in it; 0 is the whole place."""
Spellings = Mapping[str, frozenset[Meaning]]


class Network(msgspec.Struct, frozen=True):
    """The posts of one state, by place: their cities, whom the missions there serve; and its coded hosts."""

    cities: dict[str, set[int]]
    heads: dict[str, set[str]]
    coded: frozenset[str]

    def has(self, place: str, city: int) -> bool:
        """Whether the state has a post in a place, and in a city of it where one is meant."""
        return city in self.cities[place] if city and place in self.cities else place in self.cities


def set_strays_aside(
    groups: Iterable[Group], gazetteer: Gazetteer
) -> tuple[list[Group], dict[str, list[str]]]:
    """The groups without the websites that are another post's, and these by the place that they name."""
    groups = list(groups)
    spellings, networks = read_spellings(gazetteer), find_networks(groups, gazetteer)
    kept, aside = [], defaultdict(list)
    for group in groups:
        strays = dict(find_strays(group, networks[group.sending], spellings, gazetteer))
        for address, place in strays.items():
            aside[f"names {place}"].append(f"{group.id} in {group.receiving} {address}")
        kept.append(_without(group, strays.keys()) if strays else group)
    return kept, dict(aside)


def read_spellings(gazetteer: Gazetteer) -> Spellings:
    """Every name as an address writes it, without spaces, and what it means."""
    found: dict[str, set[Meaning]] = defaultdict(set)
    for key, place, city in gazetteer.names():
        name = key.replace(" ", "")
        if len(name) >= SHORTEST and name.isascii():
            found[name].add((place, city))
    return {name: frozenset(meanings) for name, meanings in found.items()}


def find_networks(groups: Iterable[Group], gazetteer: Gazetteer) -> dict[str, Network]:
    """The network of each sending state."""
    states: dict[str, list[Group]] = defaultdict(list)
    for group in groups:
        states[group.sending].append(group)
    return {state: _network(posts, gazetteer) for state, posts in states.items()}


def _network(posts: Iterable[Group], gazetteer: Gazetteer) -> Network:
    cities: dict[str, set[int]] = defaultdict(set)
    heads: dict[str, set[str]] = defaultdict(set)
    tails: Counter[str] = Counter()
    for post in posts:
        city = gazetteer.find_city(str(post.get("city")), post.receiving)
        cities[post.receiving] |= {city.id} if city else set()
        if rank_of(post.get("kind")) == "head":
            heads[post.receiving] |= _accredited(post)
        hosts = {_coded(str(claim.value)) for claim in _websites(post)}
        tails.update(tail for code, tail in hosts if code == post.receiving)
    coded = frozenset(tail for tail, times in tails.items() if times >= CODED)
    return Network(dict(cities), dict(heads), coded)


def find_strays(
    group: Group, network: Network, spellings: Spellings, gazetteer: Gazetteer
) -> Iterator[tuple[str, str]]:
    """The websites of a post that name another place, and which."""
    if rank_of(group.get("kind")) != "head" and group.receiving not in network.heads:
        return
    own = own_places(group, network)
    for claim in _websites(group):
        if declarations()[claim.source].speaks_for == group.sending:
            continue
        address = str(claim.value)
        named = [
            meanings
            for meanings in named_in(address, spellings, network)
            if not _is_of(group.sending, meanings)
        ]
        places = [place for meanings in named for place, _ in meanings]
        government = government_of(address)
        if any(_is_near(place, own, gazetteer) for place in [*places, *([government] if government else [])]):
            continue
        strange = {place for meanings in named for place, city in meanings if network.has(place, city)}
        if government and government != group.sending:
            strange.add(government)
        if strange:
            yield address, min(strange)


def named_in(address: str, spellings: Spellings, network: Network) -> Iterator[frozenset[Meaning]]:
    """What the words of an address mean, longest names first, and the code it begins with where that names a place."""
    code, tail = _coded(address)
    if code and tail in network.coded:
        yield frozenset({(code, 0)})
    parts = urlsplit(address.lower())
    for part in re.split(r"[./?&=]", f"{parts.hostname or ''}/{unquote(parts.path)}?{unquote(parts.query)}"):
        words = fold(re.sub(r"[^\w]|_", " ", part)).split()
        while words:
            long = min(LONGEST, len(words))
            length = next((n for n in range(long, 0, -1) if "".join(words[:n]) in spellings), None)
            if length:
                yield spellings["".join(words[:length])]
            words = words[length or 1 :]


def government_of(address: str) -> str | None:
    """The state whose government's domain an address is in."""
    found = GOVERNMENT.search(urlsplit(address.lower()).hostname or "")
    return _code(found["code"]) if found else None


def own_places(group: Group, network: Network) -> frozenset[str]:
    """The places that the website of a post may name: its own, those it serves, those whose mission serves it."""
    said = (claim for dossier in group.dossiers for claim in dossier.claims)
    stands = {str(claim.value) for claim in said if claim.field == "receiving"}
    shared = {place for place, served in network.heads.items() if group.receiving in served}
    return frozenset({group.receiving} | stands | _accredited(group) | shared)


def _is_of(state: str, meanings: frozenset[Meaning]) -> bool:
    """Whether a word may be a state's own name, which tells no post of it from another."""
    return (state, 0) in meanings


def _is_near(place: str, own: frozenset[str], gazetteer: Gazetteer) -> bool:
    """Whether a place is one of some, a territory of one, or has one of them as its territory."""
    return any(
        place == other or place in _wholes(other, gazetteer) or other in _wholes(place, gazetteer)
        for other in own
    )


def _wholes(code: str, gazetteer: Gazetteer) -> frozenset[str]:
    place = gazetteer.get_place(code)
    if place is None:
        return frozenset()
    return frozenset({place.receiving, place.nationality or code, *place.covered_by, *place.claimants})


def _accredited(group: Group) -> set[str]:
    """Everything that was ever said of whom a mission serves."""
    said = [
        claim.value for dossier in group.dossiers for claim in dossier.claims if claim.field == "accredited"
    ]
    return {state for value in said if isinstance(value, list) for state in value}


def _websites(group: Group) -> Iterator[Claim]:
    return (claim for dossier in group.dossiers for claim in dossier.claims if claim.field == "website")


def _coded(address: str) -> tuple[str, str]:
    """The code of two letters that a host begins with, "" where it begins with none, and the rest of the host."""
    label, _, tail = (urlsplit(address.lower()).hostname or "").removeprefix("www.").partition(".")
    return _code(label) if len(label) == 2 else "", tail


def _code(letters: str) -> str:
    return CODES.get(letters.upper(), letters.upper())


def _without(group: Group, addresses: Iterable[str]) -> Group:
    """A group whose dossiers never said some websites."""
    strays = set(addresses)
    dossiers = tuple(
        msgspec.structs.replace(one, claims=claims, said=settle(claims, one.record))
        for one in group.dossiers
        for claims in [tuple(c for c in one.claims if c.field != "website" or c.value not in strays)]
    )
    return msgspec.structs.replace(group, dossiers=dossiers)
