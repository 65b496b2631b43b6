"""Read out of free words that a person has no state to turn to: "syrian refugee in germany"."""

import re
from typing import Final

from legation.model.codes import PersonStatus
from legation.places.persons import bare, status_of
from legation.places.text import fold, folded_words

ELIDED: Final = re.compile(r"\bd['’](?=asi)", re.IGNORECASE)
"""Before the word for asylum: "d'asile", "d'asilo"."""

COMPANIONS: Final = folded_words("""
    seeker seekers seeking claimant demandeur demandeuse demandeurs solicitante solicitantes requerente richiedente
    richiedenti ищущий ищет шукач طالب طالبة طالبو
""")
"""Beside the word for asylum: "asylum seeker", "demandeur d'asile", "طالب لجوء"."""

FLIGHT: Final = folded_words("""
    fled flee fleeing persecuted persecution deserter exiled  huí huyó huyendo  geflohen geflüchtet verfolgt  gevlucht
    vervolgd  сбежал сбежала бежал бежала утік втекла  هربت هرب
""")
"""Whoever says one of these may have to be kept from the embassy of their own state, and may be a tourist in a fire."""


def flight_in(words: str) -> str | None:
    """The word of a question that leaves open whether someone flees from their own state."""
    return next((token for token in words.split() if fold(token) in FLIGHT), None)


def status_in(words: str) -> tuple[PersonStatus | None, str]:
    """The status that a word says, and the other words; the first such word decides."""
    tokens = ELIDED.sub(" ", words).split()
    for at, token in enumerate(tokens):
        if status := status_of(token):
            others = tokens[:at] + tokens[at + 1 :]
            return status, " ".join(other for other in others if bare(other) not in COMPANIONS)
    return None, words
