"""What can be asked of the HTTP API: every path that gives data, its parameters, its type."""

from typing import Any, Final, get_args

import msgspec

from legation.model.answer import Answer
from legation.model.codes import NEEDS, PersonStatus
from legation.model.situation import LANGUAGES
from legation.render.components.banner import Banner
from legation.site.banner import OEmbed
from legation.site.data import AbroadData, ChangesData, PlaceData, PlacesData, PostData, SourcesData
from legation.site.page import JSON, MEDIA_TYPES

Described = dict[str, Any]
Parameters = dict[str, tuple[str, Described]]
"""Name to explanation and schema."""

CODE: Final[Described] = {"type": "string", "pattern": "^[a-z]{2}$"}
PATH_PARTS: Final[dict[str, tuple[str, Described, str]]] = {
    "language": ("Of names and sentences, where they exist in it.", {"enum": list(LANGUAGES)}, "en"),
    "place": ("Where the person is: code of the register, lower case.", CODE, "ru"),
    "state": ("Whose posts: code of the register, lower case.", CODE, "nl"),
    "who": (
        "Citizenships joined by +, or refugee, or stateless.",
        {"type": "string", "pattern": r"^([a-z]{2}(\+[a-z]{2}){0,3}|refugee|stateless)$"},
        "nl",
    ),
    "post": (
        "Identifier of a post.",
        {"type": "string", "pattern": "^[A-Za-z0-9][A-Za-z0-9-]{0,120}$"},
        "Q4374029",
    ),
}
DAY: Final[Described] = {"type": "string", "format": "date"}
ON_ANSWER: Final[Parameters] = {
    "on": ("As of this day, from 1961-04-18 to a year ahead; today when left out.", DAY),
    "need": ("Kind of help.", {"enum": list(NEEDS)}),
    "status": ("For people without the protection of a state.", {"enum": list(get_args(PersonStatus))}),
    "region": (
        "First-order region of the place, as GeoNames numbers it; distances are from its largest city.",
        {"type": "string", "pattern": "^[A-Z]{2}[.][A-Z0-9]{1,6}$"},
    ),
    "city": ("GeoNames identifier of a city of the place.", {"type": "string", "pattern": "^[0-9]{1,11}$"}),
}
ON_FIND: Final[Parameters] = {
    "citizen": ("Whose citizen, in words.", {"type": "string", "maxLength": 100}),
    "place": ("Where, in words.", {"type": "string", "maxLength": 100}),
    "q": ("Or both in one: dutch in moscow.", {"type": "string", "maxLength": 200}),
}
ON_OEMBED: Final[Parameters] = {
    "url": ("Address of the page of a place.", {"type": "string"}),
    "format": ("Only json.", {"enum": ["json"]}),
}


class Operation(msgspec.Struct, frozen=True):
    """One thing to ask for.

    Attributes:
        path: with its parts in braces; its ending says the form.
        name: stable, camelCase.
        summary: one sentence.
        gives: the type of the data; None where another standard says what it is.
        parameters: after the question mark.
    """

    path: str
    name: str
    summary: str
    gives: type[msgspec.Struct] | None = None
    parameters: Parameters = {}

    @property
    def media_type(self) -> str:
        """What comes, without its charset."""
        _, dot, ending = self.path.rpartition(".")
        return MEDIA_TYPES[ending].partition(";")[0] if dot else JSON


ANSWER: Final = "/{language}/{place}/{who}"
OPERATIONS: Final = (
    Operation(f"{ANSWER}.json", "answer", "Who can help a citizen in a place.", Answer, ON_ANSWER),
    Operation(f"{ANSWER}.geojson", "answerOnMap", "The same for a map.", None, ON_ANSWER),
    Operation(f"{ANSWER}.vcf", "answerContacts", "The same for an address book.", None, ON_ANSWER),
    Operation("/{language}/{place}.json", "place", "A place: its situation and the posts there.", PlaceData),
    Operation("/{language}/{place}.geojson", "placeOnMap", "The posts there, for a map."),
    Operation("/{language}/{place}.atom", "placeChanges", "Changes of advice on the place, as a feed."),
    Operation("/{language}/{state}/abroad.json", "abroad", "A state's posts abroad.", AbroadData),
    Operation("/{language}/{state}/abroad.geojson", "abroadOnMap", "A state's posts abroad, for a map."),
    Operation("/{language}/post/{post}.json", "post", "A post and who says what of it.", PostData),
    Operation("/{language}/post/{post}.vcf", "postContact", "A post for an address book."),
    Operation("/{language}/places.json", "places", "All places with their names.", PlacesData),
    Operation("/{language}/changes.json", "changes", "What changed lately.", ChangesData),
    Operation("/{language}/changes.atom", "changesFeed", "What changed lately, as a feed."),
    Operation("/{language}/sources.json", "sources", "Sources and licences.", SourcesData),
    Operation("/banner/{language}/{place}.json", "banner", "The words of the notice on a place.", Banner),
    Operation("/banner/{language}/{place}.html", "bannerHtml", "The notice on a place, to be included."),
    Operation("/oembed", "oembed", "The notice for editors (oEmbed).", OEmbed, ON_OEMBED),
)
