"""Numbers, mails and addresses as a person reads them and as a tap uses them."""

from collections.abc import Callable
from functools import lru_cache

from legation.model.answer import Option, PostShown
from legation.model.directory import Post
from legation.render.components.lead import Number

Office = Post | PostShown


@lru_cache(maxsize=20_000)
def written(number: str) -> str:
    """A number in groups, as it is dialled from abroad; as the source said it when it is not E.164."""
    if not dialled(number):
        return number
    import phonenumbers

    try:
        parsed = phonenumbers.parse(number)
    except phonenumbers.NumberParseException:
        return number
    return phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.INTERNATIONAL)


def dialled(number: str) -> str | None:
    """The `tel:` address of an E.164 number (RFC 3966), None for anything else."""
    return (
        f"tel:{number}" if number.startswith("+") and number[1:].isascii() and number[1:].isdigit() else None
    )


def numbers_of(post: Office, said: Callable[[str], str], each: int) -> list[Number]:
    """A post's numbers, the emergency ones first, so many of each kind; each number once."""
    emergency = post.emergency_phones[:each]
    others = [number for number in post.phones if number not in post.emergency_phones][:each]
    labelled = [(said("Emergency"), number) for number in emergency] + [(said("Call"), one) for one in others]
    return [Number(label, written(number), dialled(number)) for label, number in labelled]


def where(post: Office, name_of_place: str) -> str:
    """The address, else the city, else the place."""
    if post.address:
        return post.address
    return f"{post.city}, {name_of_place}" if post.city else name_of_place


def map_of(post: Office) -> str | None:
    """A map at the door; a link, never loaded by us."""
    if post.latitude is None or post.longitude is None:
        return None
    at = f"{post.latitude}/{post.longitude}"
    return f"https://www.openstreetmap.org/?mlat={post.latitude}&mlon={post.longitude}#map=17/{at}"


def at(post: Office) -> str | None:
    """Where a door is, `latitude,longitude`, for what the device reckons itself."""
    return (
        f"{post.latitude},{post.longitude}"
        if post.latitude is not None and post.longitude is not None
        else None
    )


def distance(option: Option) -> str | None:
    """Kilometres from where the person is."""
    if option.distance_km is None:
        return None
    return f"{option.distance_km:.1f} km" if option.distance_km < 10 else f"{option.distance_km:.0f} km"
