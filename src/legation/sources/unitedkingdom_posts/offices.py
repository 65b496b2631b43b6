"""The form of the capture: one file a country, organisations with their offices."""

from pathlib import Path

import msgspec

from legation.sources.table import check_length, decoded, unfit


class Phone(msgspec.Struct, frozen=True):
    """A number and what it is for."""

    label: str = ""
    number: str = ""


class OfficeDetails(msgspec.Struct, frozen=True):
    """What an office says of itself; the times are HTML."""

    type: str
    email: str | None = None
    description: str | None = None
    access_and_opening_times: str | None = None


class Label(msgspec.Struct, frozen=True):
    """An address as it is shown, with line breaks."""

    value: str = ""


class Address(msgspec.Struct, frozen=True):
    """Where an office stands."""

    label: Label = Label()


class Office(msgspec.Struct, frozen=True):
    """An office."""

    title: str
    details: OfficeDetails
    web_url: str = ""
    address: Address = Address()
    contact_numbers: tuple[Phone, ...] = ()


class Offices(msgspec.Struct, frozen=True):
    """The offices of an organisation."""

    main: Office | None = None
    other: tuple[Office, ...] = ()


class Organisation(msgspec.Struct, frozen=True):
    """A British organisation abroad: an embassy with its consulates, a trade office, an aid programme."""

    title: str
    web_url: str
    offices: Offices


class Listing(msgspec.Struct, frozen=True):
    """A file."""

    results: tuple[Organisation, ...]


def read_listing(path: Path, source: str) -> Listing:
    """Decode a file.

    Raises:
        StopSource: not UTF-8, not JSON, or in another form.
    """
    try:
        listing = msgspec.json.decode(decoded(path, source), type=Listing)
    except msgspec.DecodeError as error:
        raise unfit(path, source, 1, f"is no list of organisations: {error}") from error
    for organisation in listing.results:
        for office in filter(None, (organisation.offices.main, *organisation.offices.other)):
            check_length(" ".join(phone.number for phone in office.contact_numbers), path, source)
    return listing
