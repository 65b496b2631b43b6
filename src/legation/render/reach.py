"""Whom to ask when nobody says how to reach a post."""

from collections.abc import Iterable

from legation.model.answer import Option
from legation.model.codes import MISSION_HEADS


def can_be_reached(option: Option) -> bool:
    """Whether a phone, a mail or a website of the post itself is known."""
    post = option.post
    own = post.website and all(caveat.code != "mission-website" for caveat in option.caveats)
    return bool(post.phones or post.emergency_phones or post.emails or own)


def sister_post(option: Option, options: Iterable[Option]) -> Option | None:
    """The post of the same state in the same place to ask instead; None when the post itself can be reached.

    One with a phone comes first, then the head of mission, then the order of the answer.
    """
    if can_be_reached(option):
        return None
    sisters = [
        other
        for other in options
        if (other.post.sending, other.post.receiving) == (option.post.sending, option.post.receiving)
        and can_be_reached(other)
    ]
    return min(
        sisters,
        key=lambda one: (
            not (one.post.phones or one.post.emergency_phones),
            one.post.kind not in MISSION_HEADS,
            one.rank,
        ),
        default=None,
    )
