"""Read out of free words that a person has no state to turn to: "syrian refugee in germany"."""

from typing import Final

from legation.model.codes import PersonStatus
from legation.places.text import fold, folded_words

WORDS: Final[dict[PersonStatus, frozenset[str]]] = {
    "refugee": folded_words("""
        refugee refugees asylum-seeker asylum-seekers réfugié réfugiée réfugiés refugiado refugiada refugiados
        Flüchtling Flüchtlinge Asylsuchender Asylsuchende Asylbewerber vluchteling vluchtelingen asielzoeker
        asielzoekers беженец беженка беженцы біженець біженка біженці لاجئ لاجئة لاجئون शरणार्थी
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


def status_in(words: str) -> tuple[PersonStatus | None, str]:
    """The status that a word says, and the other words; the first such word decides."""
    tokens = words.split()
    for at, token in enumerate(tokens):
        bare = fold(token.strip("\"'“”«».,;:!?()،؟"))
        for status, known in WORDS.items():
            if bare in known:
                return status, " ".join(tokens[:at] + tokens[at + 1 :])
    return None, words
