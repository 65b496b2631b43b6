"""The consular notice that other pages carry: where help is, what is going on, the question, the link."""

import msgspec

__all__ = ["Banner"]


class Banner(msgspec.Struct, frozen=True):
    """A notice on one place.

    Attributes:
        country: code of the place. language: of the words. direction: `ltr` or `rtl`.
        title: what the notice is. headline: the situation, None when nothing is known that warrants a sentence.
        close: what a button that hides the notice is called.
        question: who should follow the link. link: its words. href: its address, absolute where pages elsewhere use it.
    """

    country: str
    language: str
    title: str
    question: str
    link: str
    href: str
    headline: str | None = None
    direction: str = "ltr"
    close: str = "Close"
