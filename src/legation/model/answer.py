"""What `legation find` answers. The JSON Schema in `docs/reference/answer.schema.json` is made from these types."""

import msgspec

from legation.errors import Candidate
from legation.model.codes import GapCode, Ground, PostKind
from legation.model.emergency import Service
from legation.model.situation import SituationSummary


class PlaceAsked(msgspec.Struct, frozen=True):
    """Where the person is: shown name, receiving place, point (None for a whole country), guess or not."""

    name: str
    receiving: str
    latitude: float | None
    longitude: float | None
    guess: bool


class Query(msgspec.Struct, frozen=True):
    """The question as understood. `on` is an ISO date."""

    citizen: list[str]
    status: str | None
    need: str | None
    on: str
    place: PlaceAsked


class Open(msgspec.Struct, frozen=True):
    """Whether the door is open now, and when that changes (UTC time); None is unknown."""

    now: bool | None = None
    next_change: str | None = None


class PostShown(msgspec.Struct, frozen=True):
    """A post as an answer shows it; see `legation.model.directory.Post` for the fields."""

    id: str
    name: str
    kind: PostKind
    sending: str
    receiving: str
    city: str | None
    latitude: float | None
    longitude: float | None
    address: str | None
    phones: list[str]
    emergency_phones: list[str]
    emails: list[str]
    website: str | None
    hours: str | None


class Caveat(msgspec.Struct, frozen=True):
    """Something the person must know: a stable code and a sentence."""

    code: str
    text: str


class Option(msgspec.Struct, frozen=True):
    """One way to be helped.

    Attributes:
        rank: 1 is first.
        ground: why this post helps. arrangement: its id, when the ground is an arrangement.
        why: one sentence: why it is offered and what it cannot do.
        in_place: whether the post stands in the place asked about.
        distance_km: from the asked point (or the seat of government of the place), one decimal.
        open: the door, now. post: whom to reach.
        caveats: as of the date asked.
        as_of: ISO date on which a source last listed the post. sources: their identifiers.
    """

    rank: int
    ground: Ground
    arrangement: str | None
    why: str
    in_place: bool
    distance_km: float | None
    open: Open
    post: PostShown
    caveats: list[Caveat]
    as_of: str
    sources: list[str]


class Gap(msgspec.Struct, frozen=True):
    """The explicit lack of help in place: code, sentence with what to do instead, the rule if one says so."""

    code: GapCode
    text: str
    arrangement: str | None = None


class HotlineShown(msgspec.Struct, frozen=True):
    """A line of the ministry at home or of an organisation, with its source and date."""

    sending: str
    ministry: str
    phone: str
    hours: str | None
    scope: str
    note: str | None
    source: str
    as_of: str | None


class EmergencyShown(msgspec.Struct, frozen=True):
    """The local emergency numbers of one service, with their source and date.

    Attributes:
        service: see `legation.model.emergency.Service`.
        numbers: as dialled there; a condition follows in brackets: "18 (from a landline)".
        source: who says so. as_of: on which ISO date.
    """

    service: Service
    numbers: list[str]
    source: str
    as_of: str


class Answer(msgspec.Struct, frozen=True):
    """The whole answer; `gap` is set exactly when no option is in place; `situation` is that of the place.

    `emergency_numbers` are those of police, ambulance and fire in the place, whoever asks.
    """

    query: Query
    options: list[Option]
    gap: Gap | None
    warnings: list[Caveat]
    hotlines: list[HotlineShown]
    situation: SituationSummary
    emergency_numbers: list[EmergencyShown] = []


class ErrorShown(msgspec.Struct, frozen=True):
    """The body of `{"error": …}` for an input that cannot be used."""

    code: str
    input: str
    message: str
    candidates: list[Candidate] = []
