"""Changes of the directory: as lines of text and as an Atom feed."""

from collections.abc import Sequence
from typing import Final

from legation.model.changes import PostChange
from legation.render.atom import FeedEntry, render_feed

WORDS: Final[dict[str, str]] = {
    "listed": "listed anew",
    "gone": "no longer in the directory",
    "merged": "is the same post as",
    "moved": "place",
    "kind": "kind",
    "phones": "telephone",
    "emergency_phones": "emergency telephone",
    "emails": "mail",
    "website": "website",
    "address": "address",
    "hours": "opening hours",
    "opened": "opened",
    "seen-open": "seen at work",
    "closed": "closed",
    "suspended": "suspended",
    "resumed": "works again",
    "relocated": "works from elsewhere",
    "services-limited": "limited services",
    "unconfirmed": "nobody confirms that it works",
}
NO_VALUE: Final = frozenset({"listed", "gone"})


def render_post_changes(changes: Sequence[PostChange]) -> str:
    """One change a line: the day it was noticed, the post, what changed, who says so and since when."""
    return "".join(f"{change.on}  {post_change_line(change)}\n" for change in changes)


def post_change_line(change: PostChange) -> str:
    """A change in one line."""
    return f"{change.name} ({change.post}): {what_changed(change)}"


def what_changed(change: PostChange) -> str:
    """What changed, from what to what, and who says so."""
    said = WORDS.get(change.what, change.what)
    if change.source == "status":
        return f"{said}, {change.after[0]}" if change.after and change.after[0] != change.on else said
    if change.what not in NO_VALUE:
        after = ", ".join(change.after) or "no longer known"
        said += f" {after}"
        if change.before:
            said += f", before: {', '.join(change.before)}"
    ground = f"{change.source}, {change.seen}"
    return f"{said} ({ground}; read anew)" if change.correction else f"{said} ({ground})"


def post_change_entry(change: PostChange) -> FeedEntry:
    """A change as an entry of a feed; its address tells changes of one post, field and day apart."""
    return FeedEntry(
        title=post_change_line(change),
        subject=f"post/{change.post}/{change.what}",
        at=f"{first_day(change.on)}T00:00:00Z",
        summary=f"Noticed {change.on}.",
        category=change.receiving,
    )


def first_day(said: str) -> str:
    """The first day of an ISO date, month or year."""
    return said + "-01-01"[len(said) - 4 :]


def render_post_atom(changes: Sequence[PostChange]) -> str:
    """The newest changes as an Atom feed (RFC 4287)."""
    return render_feed("Changes of diplomatic posts", "posts", map(post_change_entry, changes))
