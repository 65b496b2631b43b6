"""Rules that say no, and where to turn instead."""

from legation.find.asker import Asker, Nationality
from legation.find.scene import Scene
from legation.model.directory import Arrangement
from legation.model.place import Place


def is_home(nationality: Nationality, place: Place) -> bool:
    """Whether the place is the person's own state, a part of its territory, or counted as that (host-is-home)."""
    return nationality.code == place.code or nationality.state in (place.nationality, place.receiving)


def refusal(asker: Asker, nationality: Nationality, scene: Scene) -> Arrangement | None:
    """The rule by which the own state helps nobody there, or by which nobody helps this citizen there."""
    for arrangement in asker.arrangements(nationality, scene):
        if arrangement.kind == "no-help":
            helpers = list(asker.rulebook.helpers(arrangement, scene.day))
            if not helpers or nationality.state in helpers:
                return arrangement
    return None


def refuses_own_help(arrangement: Arrangement) -> bool:
    """Whether the own state itself refuses (else only nobody else steps in)."""
    return bool(arrangement.helpers)
