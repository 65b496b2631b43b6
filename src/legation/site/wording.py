"""The words of the vocabularies, and in languages other than English the sentences that answers say by code.

`legation.find` writes full sentences in English. In the other languages the site says the sentence of the code; what a
source wrote (an arrangement's title) stays in its language and is marked as such.
"""

import gettext
import re
from typing import Final

from legation.model.answer import Caveat, Gap, Option
from legation.model.codes import Need, PersonStatus, PostKind
from legation.model.emergency import Service

DATE: Final = re.compile(r"\b\d{4}-\d{2}(?:-\d{2})?\b")
"""Days of a caveat: the sentence in other languages keeps them."""


def _(message: str) -> str:
    """Mark a message for the catalogues; it is translated where it is shown."""
    return message


KINDS: Final[dict[PostKind, str]] = {
    "embassy": _("Embassy"),
    "high commission": _("High commission"),
    "nunciature": _("Nunciature"),
    "consulate general": _("Consulate general"),
    "consulate": _("Consulate"),
    "honorary consulate": _("Honorary consulate"),
    "interests section": _("Interests section"),
    "de facto embassy": _("De facto embassy"),
    "de facto consulate": _("De facto consulate"),
    "office": _("Office"),
}
GROUNDS: Final[dict[str, str]] = {
    "own-post": _("Your own state’s post helps its citizens."),
    "own-honorary": _("An honorary consul can advise and pass on, but seldom issues documents."),
    "own-nonresident": _("Nobody in place: your own post in another country covers it."),
    "own-remote": _("One of your own nearest posts; no source names the one in charge here."),
    "arrangement": _("Another state’s post helps here by agreement."),
}
GAPS: Final[dict[str, str]] = {
    "host-is-home": _("This is home: no consulate helps here. Turn to the local authorities."),
    "no-help": _("Your state helps nobody here. Call its foreign ministry."),
    "refugee-unhcr": _(
        "Turn to UNHCR, the UN refugee agency (help.unhcr.org), and to the local authorities. Do not contact the "
        "embassy of the country you fled."
    ),
    "nobody-in-place": _("No open post here is known to help you. Call your foreign ministry."),
}
CAVEATS: Final[dict[str, str]] = {
    "relocated": _("It works from another city for now."),
    "services-limited": _("Its services are limited."),
    "unconfirmed": _("It was closed for a time and no later news was found: call before you go."),
    "closing-announced": _("Its closing was announced: call first."),
    "opening-announced": _("Its opening was announced: call first."),
    "change-announced": _("A change was announced: call first."),
    "unlisted": _("It is no longer listed and may have closed: call first."),
    "mission-website": _("The website is that of its embassy there, not its own."),
    "honorary": _("An honorary consul usually issues no passports."),
    "other-country": _("It stands in another country: a border lies in between."),
    "not-named": _("No source says that this post looks after the place: ask it."),
    "need-excluded": _("The agreement does not cover this kind of help."),
    "need-not-named": _("The agreement does not name this kind of help: ask."),
    "undated": _("Whether it was open on that day no source says."),
    "stale": _("Details may have changed since a source last confirmed them."),
    "dual-national": _("You count there as its own citizen: another state’s consul can often do little."),
    "disputed-territory": _("Who governs this place is disputed: consular help is very limited."),
    "near-border": _("This is close to a border: make sure on which side you are."),
    "region-centre": _("Distances are measured from the largest city of the region."),
    "guess": _("This is our guess at what you typed: make sure it is the right place."),
    "do-not-travel": _("Governments advise against all travel: services may be limited."),
}
SERVICES: Final[dict[Service, str]] = {
    "general": _("All emergencies"),
    "ambulance": _("Ambulance"),
    "fire": _("Fire brigade"),
    "police": _("Police"),
    "coastguard": _("Coastguard"),
    "rescue": _("Rescue"),
    "tourist police": _("Tourist police"),
    "traffic police": _("Traffic police"),
}
NEEDS: Final[dict[Need, str]] = {
    "travel-document": _("Travel document"),
    "arrest": _("Arrest"),
    "illness": _("Illness or accident"),
    "death": _("Death"),
    "repatriation": _("Return home"),
    "notary": _("Notary"),
    "evacuation": _("Evacuation"),
}
STATUSES: Final[dict[PersonStatus, str]] = {
    "refugee": _("Refugee"),
    "stateless": _("Stateless"),
    "non-citizen": _("Resident non-citizen"),
}
FIELDS: Final[dict[str, str]] = {
    "emergency_phones": _("Emergency phone"),
    "phones": _("Phone"),
    "emails": _("Mail"),
    "website": _("Website"),
    "address": _("Address"),
    "hours": _("Hours"),
    "city": _("City"),
    "kind": _("Kind"),
    "position": _("Position"),
    "accredited": _("Also covers"),
}


class Wording:
    """Says things in one language.

    Args:
        language: BCP 47. catalogue: its messages.
    """

    def __init__(self, language: str, catalogue: gettext.NullTranslations) -> None:
        self.language = language
        self.gettext = catalogue.gettext
        self.needs = {code: self.gettext(label) for code, label in NEEDS.items()}
        self._own = language == "en"

    def kind(self, kind: PostKind) -> str:
        """What a post is."""
        return self.gettext(KINDS[kind])

    def why(self, option: Option) -> tuple[str, str | None]:
        """Why a post is offered, and the language of the words when it is not the page's."""
        if self._own:
            return option.why, None
        return self.gettext(GROUNDS[option.ground]), None

    def gap(self, gap: Gap) -> str:
        """What is said when nobody in place helps."""
        return gap.text if self._own else self.gettext(GAPS[gap.code])

    def caveat(self, caveat: Caveat) -> tuple[str, str | None]:
        """A caveat, and the language of the words when it is not the page's."""
        if self._own:
            return caveat.text, None
        if caveat.code in CAVEATS:
            days = " · ".join(dict.fromkeys(DATE.findall(caveat.text)))
            return self.gettext(CAVEATS[caveat.code]) + (f" ({days})" if days else ""), None
        return caveat.text, "en"
