"""What became different in the directory from one build to the next, or by a status event."""

from typing import Literal

import msgspec

from legation.model.codes import StatusKind

ChangeOf = Literal[
    "listed",
    "gone",
    "merged",
    "moved",
    "kind",
    "phones",
    "emergency_phones",
    "emails",
    "website",
    "address",
    "hours",
]


class PostChange(msgspec.Struct, frozen=True, omit_defaults=True):
    """One change of one post: a line of `data/changes/<year>.jsonl`, or a status event.

    Attributes:
        on: ISO date of the build that noticed it; of a status event that no build noticed, its own date.
        post, sending, receiving, name: of the post.
        what: a field whose value changed; `listed` anew, `gone`, `merged` into another; `moved` to another city or
            door; or a status event (`closed`, `opened` …).
        before, after: the values; empty is none. Of a status event `after` is its date.
        source: who says so now. seen: when, ISO date.
        correction: True when its source said nothing new between the two builds: we read the same word otherwise.
    """

    on: str
    post: str
    sending: str
    receiving: str
    name: str
    what: ChangeOf | StatusKind
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    source: str = ""
    seen: str = ""
    correction: bool = False
