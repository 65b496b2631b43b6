"""Local emergency numbers: whom to ring in a place when it burns, hurts or is stolen."""

from typing import Final, Literal

import msgspec

from legation.model.claims import Said

Service = Literal[
    "general", "ambulance", "fire", "police", "coastguard", "rescue", "tourist police", "traffic police"
]
SERVICES: Final[tuple[Service, ...]] = (
    "general",
    "ambulance",
    "fire",
    "police",
    "coastguard",
    "rescue",
    "tourist police",
    "traffic police",
)
"""`general` is for every emergency, or for those that the source does not name."""


class EmergencyNumbers(msgspec.Struct, frozen=True):
    """The numbers of one service in one place.

    Attributes:
        place: code of the register.
        service: who answers.
        numbers: as dialled there, or E.164 for a whole number; a condition follows in brackets: "18 (from a landline)".
        source: who says so. seen: on which ISO date.
    """

    place: str
    service: Service
    numbers: tuple[str, ...]
    source: str
    seen: str


class EmergencyRecord(msgspec.Struct, frozen=True):
    """One line of `data/emergency.jsonl`: for each service everything that was said, winners first."""

    place: str
    claims: dict[Service, tuple[Said, ...]]

    def numbers(self) -> tuple[EmergencyNumbers, ...]:
        """What the winners say, in the order of `SERVICES`."""
        return tuple(
            EmergencyNumbers(
                self.place, service, tuple(msgspec.convert(said.value, list[str])), said.source, said.seen
            )
            for service in SERVICES
            if (said := next(iter(self.claims.get(service, ())), None))
        )
