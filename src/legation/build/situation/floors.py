"""Whether a snapshot of the situation is fit: its floors, measured."""

from legation.errors import StopSource
from legation.sources.declaration import Declaration


def check(declaration: Declaration, measure: str, measured: int) -> None:
    """Refuse what falls under a floor or through a ceiling.

    Raises:
        StopSource: with the floor, what was measured, and the reason that the declaration gives.
    """
    for floor in declaration.floor:
        if floor.of != measure or floor.minimum <= measured <= (floor.maximum or measured):
            continue
        message = (
            f"{declaration.id}: {measured:,} {measure}, outside {floor.minimum:,g} to {floor.maximum or measured:,g} "
            f"({floor.reason}). The last good state stays."
        )
        raise StopSource("unhealthy-source", message, declaration.id)
