"""Posts as vCard 4.0 (RFC 6350), so that a phone can keep the number."""

from collections.abc import Iterator

from legation.model.answer import Answer, Option

LINE_OCTETS = 75
"""RFC 6350, 3.2: longer lines are folded, and a fold never splits a character."""


def render_vcard(answer: Answer) -> str:
    """One card an option, lines ended by CRLF."""
    return "".join(fold(line) + "\r\n" for option in answer.options for line in card(option))


def card(option: Option) -> Iterator[str]:
    """The lines of one post's card, unfolded."""
    post = option.post
    yield from ("BEGIN:VCARD", "VERSION:4.0", "KIND:org")
    yield f"UID:urn:legation:{escape(post.id)}"
    yield f"FN:{escape(post.name)}"
    yield f"ORG:{escape(post.name)}"
    if post.address or post.city:
        street = escape(post.address or "")
        yield f"ADR;TYPE=work:;;{street};{escape('' if post.address else post.city or '')};;;{post.receiving}"
    for number, type_ in [(n, "voice") for n in post.emergency_phones] + [
        (n, "work,voice") for n in post.phones
    ]:
        yield telephone(number, type_)
    for mail in post.emails:
        yield f"EMAIL;TYPE=work:{escape(mail)}"
    if post.website:
        yield f"URL:{escape(post.website)}"
    if post.latitude is not None and post.longitude is not None:
        yield f"GEO:geo:{post.latitude},{post.longitude}"
    yield f"NOTE:{escape(' '.join([option.why, *(caveat.text for caveat in option.caveats)]))}"
    yield f"REV:{option.as_of.replace('-', '')}T000000Z"
    yield "END:VCARD"


def telephone(number: str, kind: str) -> str:
    """A number as a `tel:` URI when it is E.164, else as the text a source gave."""
    types = f'"{kind}"' if "," in kind else kind
    if number.startswith("+") and number[1:].isdigit():
        return f"TEL;VALUE=uri;TYPE={types}:tel:{number}"
    return f"TEL;VALUE=text;TYPE={types}:{escape(number)}"


def escape(text: str) -> str:
    """Text as a property value (RFC 6350, 3.4); control characters are dropped, so no line can be forged."""
    for plain, escaped in (("\\", "\\\\"), (",", "\\,"), (";", "\\;"), ("\n", "\\n")):
        text = text.replace(plain, escaped)
    return "".join(character for character in text if character.isprintable())


def fold(line: str) -> str:
    """Fold one line at 75 octets."""
    pieces, piece, size = [], "", 0
    for character in line:
        width = len(character.encode())
        if size + width > LINE_OCTETS:
            pieces.append(piece)
            piece, size = " ", 1
        piece += character
        size += width
    return "\r\n".join([*pieces, piece])
