"""Words that say a person has no state to turn to."""

from typing import Final

from legation.model.codes import PersonStatus
from legation.places.text import fold, folded_words

WORDS: Final[dict[PersonStatus, frozenset[str]]] = {
    "refugee": folded_words("""
        refugee refugees asylum-seeker asylum-seekers réfugié réfugiée réfugiés refugiado refugiada refugiados
        Flüchtling Flüchtlinge Asylsuchender Asylsuchende Asylbewerber vluchteling vluchtelingen asielzoeker
        asielzoekers asylum asile asilo Asyl asiel убежища притулку لجوء اللجوء शरण беженец
        беженка беженцы біженець біженка біженці لاجئ لاجئة لاجئون शरणार्थी
    """),
    "stateless": folded_words("""
        stateless apatride apatrides apátrida apátridas Staatenloser Staatenlose staatenlos
        staatloos staatloze staatlozen
    """),
    "non-citizen": folded_words("""
        non-citizen non-citizens noncitizen nepilsonis nepilsone негражданин негражданка
    """),
}
"""One word for each status in the site's languages, where one word says it."""


def bare(token: str) -> str:
    """A word of a question, folded, without the signs that people put around it."""
    return fold(token.strip("\"'“”«».,;:!?()،؟"))


def status_of(token: str) -> PersonStatus | None:
    """The status that a word says."""
    return next((status for status, known in WORDS.items() if bare(token) in known), None)
