"""What must hold of the directory as a whole before it replaces the last one."""

from collections import Counter
from collections.abc import Iterable

import msgspec

from legation.build.pack import FIELDS
from legation.errors import StopSource
from legation.model.directory import PostRecord
from legation.model.settled import settled


def check(records: Iterable[PostRecord], places: frozenset[str]) -> None:
    """Refuse a directory that breaks a rule.

    Args:
        records: all of it.
        places: the codes of the register.

    Raises:
        StopSource: naming the first record and what is wrong with it, and how many there are.
    """
    records = list(records)
    known = Counter(record.id for record in records)
    faulty = [(record.id, fault) for record in records if (fault := _fault(record, places))]
    faulty += [(post, "has its id twice") for post, times in sorted(known.items()) if times > 1]
    if faulty:
        post, fault = faulty[0]
        message = f"{len(faulty)} posts break a rule of the directory, first {post}: {fault}. Mend the rule or reader."
        raise StopSource("unfit-directory", message, "build", post)


def _fault(record: PostRecord, places: frozenset[str]) -> str | None:
    """What is wrong with one record."""
    if strangers := {record.sending, record.receiving} - places:
        return f"{', '.join(sorted(strangers))} is not in the register"
    if unknown := sorted(set(record.claims) - set(FIELDS)):
        return f"claims the unknown field {unknown[0]}"
    try:
        post = settled(record)
    except (msgspec.ValidationError, ValueError) as error:
        return str(error)
    if post.sending == post.receiving:
        return "stands in its own state"
    if post.website and not post.website.startswith(("http://", "https://")):
        return f"website {post.website}"
    if not all(said.source and said.seen for values in record.claims.values() for said in values):
        return "a value without source or date"
    return None
