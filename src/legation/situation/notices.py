"""From changes and alerts to notices that follow one another: each update or cancellation names what it replaces."""

from collections.abc import Iterable, Sequence
from typing import Final

from legation.model.situation import AlertRun, Change, ChangeShown, Issuer, Language, Notice, PlaceShown
from legation.situation.history import find_changes
from legation.situation.observe import Observer
from legation.situation.wording import Wording

GRAVE: Final = 3
SEVERITIES: Final = {3: "Severe", 4: "Extreme"}
COLOURS: Final = {"orange": "Severe", "red": "Extreme"}
CATEGORIES: Final = {
    "earthquake": "Geo",
    "volcano": "Geo",
    "tsunami": "Geo",
    "flood": "Met",
    "cyclone": "Met",
    "drought": "Met",
    "wildfire": "Fire",
    "other": "Other",
}


def place_changes(observer: Observer, place: str, since: str = "") -> list[Change]:
    """Every change of level of a place, oldest first, from a day on."""
    runs = observer.runs(place)
    changes = [
        change
        for issuer in sorted({run.issuer for run in runs})
        for change in find_changes(
            issuer,
            [run for run in runs if run.issuer == issuer],
            observer.snapshots(f"advice_{issuer.lower()}").complete,
        )
    ]
    return sorted(
        (change for change in changes if change.effective >= since),
        key=lambda one: (one.effective, one.issuer),
    )


def all_changes(
    observer: Observer, places: Iterable[str], since: str, language: Language
) -> list[ChangeShown]:
    """The changes of several places with their names, oldest first."""
    wording = Wording(observer.store, language)
    found = [
        ChangeShown(
            PlaceShown(place, wording.name(place).name),
            one.issuer,
            one.seen,
            one.effective,
            one.before,
            one.after,
        )
        for place in places
        for one in place_changes(observer, place, since)
    ]
    return sorted(found, key=lambda change: (change.effective, change.place.code, change.issuer))


def all_notices(observer: Observer, places: Sequence[str], since: str, language: Language) -> list[Notice]:
    """The notices of several places on advice and alerts that were sent from a day on, oldest first."""
    wording = Wording(observer.store, language)
    found = []
    for place in places:
        shown = PlaceShown(place, wording.name(place).name)
        found += advice_notices(place_changes(observer, place), shown)
    for runs in observer.alert_runs(places):
        found += alert_notices(runs, wording)
    return sorted((one for one in found if one.sent >= since), key=lambda one: (one.sent, one.identifier))


def advice_notices(changes: Iterable[Change], place: PlaceShown) -> list[Notice]:
    """A notice for each rise to level 3 or 4, an update for a change between them, a cancellation for the end."""
    notices: list[Notice] = []
    open_notices: dict[Issuer, Notice] = {}
    for change in changes:
        level = (change.after.level if change.after else None) or 0
        before = open_notices.get(change.issuer)
        if level < GRAVE and before is None:
            continue
        if before and change.before and level >= GRAVE and level == change.before.level:
            continue
        notice = Notice(
            identifier=f"legation-advice-{change.issuer}-{change.place}-{_stamp(change.effective)}",
            sent=change.effective,
            kind="Cancel" if level < GRAVE else "Update" if before else "Alert",
            category="Security",
            event="Travel advice",
            headline=_advice_headline(change, place, level),
            severity=SEVERITIES.get(level, "Unknown"),
            certainty="Likely",
            areas=(place,),
            replaces=((before.identifier, before.sent),) if before else (),
        )
        notices.append(notice)
        open_notices[change.issuer] = notice
        if level < GRAVE:
            del open_notices[change.issuer]
    return notices


def alert_notices(runs: Sequence[AlertRun], wording: Wording) -> list[Notice]:
    """A notice when an alert begins, an update while it goes on, a cancellation once the publisher calls it over."""
    notices: list[Notice] = []
    for run in sorted(runs, key=lambda run: run.first):
        before = notices[-1] if notices and notices[-1].kind != "Cancel" else None
        if run.alert.current or before:
            notices.append(_alert_notice(run, before, wording))
    return notices


def _alert_notice(run: AlertRun, before: Notice | None, wording: Wording) -> Notice:
    alert = run.alert
    areas = tuple(PlaceShown(code, wording.name(code).name) for code in alert.places)
    return Notice(
        identifier=f"legation-{run.source}-{alert.id}-{_stamp(run.first)}",
        sent=run.first,
        kind="Cancel" if not alert.current else "Update" if before else "Alert",
        category=CATEGORIES[alert.kind],
        event=wording.alert(alert),
        headline=f"{wording.alert(alert)}: {', '.join(area.name for area in areas)}",
        severity=COLOURS.get(alert.level, "Unknown"),
        certainty="Observed",
        areas=areas,
        url=alert.url,
        replaces=((before.identifier, before.sent),) if before else (),
    )


def _advice_headline(change: Change, place: PlaceShown, level: int) -> str:
    if level < GRAVE:
        said = f"level {level}" if level else "no level"
        return f"{change.issuer}: travel advice for {place.name} is down to {said}"
    return f"{change.issuer}: travel advice for {place.name} is at level {level} of 4"


def _stamp(moment: str) -> str:
    """A moment without the signs that an identifier may not have."""
    return moment.replace("-", "").replace(":", "")
