"""The person who asks: whose posts are theirs."""

from collections.abc import Callable, Iterator

import msgspec

from legation.find.outposts import Outposts
from legation.find.rulebook import Rulebook
from legation.find.scene import HONORARY, Scene, serving
from legation.model.codes import Need
from legation.model.directory import Arrangement
from legation.model.place import Place
from legation.places import Gazetteer
from legation.store.directory import Directory, Network


class Nationality(msgspec.Struct, frozen=True):
    """One citizenship: the place it is of, and the states whose posts serve it.

    A Bermudian is a British national: `codes` are ("BM", "GB").
    """

    code: str
    codes: tuple[str, ...]
    state: str


class Asker(msgspec.Struct, frozen=True):
    """A person, what they need, and the directory to look in.

    Attributes:
        nationalities: those whose posts may help here (not the nationality of the place itself).
        status, need: as in the question.
        directory, rulebook, outposts, gazetteer: what is known.
    """

    nationalities: tuple[Nationality, ...]
    status: str | None
    need: Need | None
    directory: Directory
    rulebook: Rulebook
    outposts: Outposts
    gazetteer: Gazetteer

    def networks(self, nationality: Nationality) -> Iterator[Network]:
        """The posts that are this citizen's own."""
        for code in nationality.codes:
            yield self.directory.network(code)

    def arrangements(self, nationality: Nationality, scene: Scene) -> list[Arrangement]:
        """What holds for this citizen there and then; a non-citizen resident only where it says so."""
        receiving = scene.place.receiving or scene.place.code
        found = {
            arrangement.id: arrangement
            for code in nationality.codes
            for arrangement in self.rulebook.holding(code, receiving, scene.day)
        }
        return [a for a in found.values() if self.status is None or self.status in a.people]

    def is_present(self, nationality: Nationality, scene: Scene, *, honorary: bool) -> bool:
        """Whether the own state has an open post in place; an unconfirmed one does not count."""
        return any(
            state.door != "unconfirmed" and (honorary or post.kind != HONORARY)
            for network in self.networks(nationality)
            for post, state in serving(network, scene.standing, scene.day)
        )


def nationality_of(code: str, get_place: Callable[[str], Place | None]) -> Nationality:
    """The citizenship of a place: its own posts, and those of the state whose nationals its people are."""
    place = get_place(code)
    state = place.nationality or code if place else code
    return Nationality(code, (code,) if state == code else (code, state), state)
