"""Everything at hand on one place, as of one date: packaged facts and the local history together."""

import sqlite3
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

import msgspec

from legation.model.situation import (
    ISSUERS,
    Advice,
    Alert,
    AlertRun,
    AlertShown,
    ConflictSpan,
    Fighting,
    Issuer,
    Language,
    PlaceShown,
    Run,
    Situation,
    SituationSummary,
    Spread,
    Unknown,
    WrittenFact,
)
from legation.situation.brief import summary
from legation.situation.conflicts import Evidence, Standing, enemies_of, find_standing
from legation.situation.headline import choose, rank
from legation.situation.history import days_between, settle
from legation.situation.wording import Wording
from legation.store.situation import advice_run

STALE_DAYS: Final = 30
ALERT_DAYS: Final = 7
SITUATIONS_KEPT: Final = 300
BRIEFS_KEPT: Final = 2_000
FIRST_DAY: Final = "2000-01-01"
FOREVER: Final = "9998-12-31"
ALERTS: Final = "gdacs"
CONFLICTS: Final = "ucdp_prio"
EVENTS: Final = "ucdp_ged"
COLOURS: Final = ("red", "orange", "green")

SPAN = msgspec.json.Decoder(ConflictSpan)
FACT = msgspec.json.Decoder(WrittenFact)
ALERT = msgspec.json.Decoder(Alert)


class Snapshots(msgspec.Struct, frozen=True):
    """Moments of a source's snapshots in order of time: all, and those that list everything."""

    every: tuple[str, ...] = ()
    complete: tuple[str, ...] = ()

    def newest(self, on: str) -> str | None:
        """The newest at the end of a day."""
        index = bisect_right(self.every, f"{on}T99")
        return self.every[index - 1] if index else None


class Dossier(msgspec.Struct, frozen=True):
    """What the store and the history hold on one place: advice in order of issuer and time, conflicts, alerts."""

    runs: tuple[Run, ...]
    conflicts: tuple[Evidence, ...]
    alerts: tuple[AlertRun, ...]


class Observer:
    """Answers what is going on at a place; keeps what it has read until a file changes.

    Args:
        connection: the store.
        history: the local history that `legation update` appends to, when there is one.
    """

    def __init__(self, connection: sqlite3.Connection, history: sqlite3.Connection | None = None) -> None:
        self.connections = (connection, history) if history else (connection,)
        self.store = connection
        self.wordings: dict[Language, Wording] = {}
        self.versions: tuple[int, ...] = ()
        self.known: dict[str, Snapshots] = {}
        self.dossiers: dict[str, Dossier] = {}
        self.found: dict[tuple[str, str, Language], Situation] = {}
        self.briefs: dict[tuple[str, str], SituationSummary] = {}

    def find(self, place: str, on: str, language: Language = "en") -> Situation:
        """The situation of a place of the register at the end of a day (ISO date)."""
        self._refresh()
        known = self.found.get((place, on, language))
        if known is None:
            if len(self.found) >= SITUATIONS_KEPT:
                self.found.clear()
            known = self.found[place, on, language] = self._find(place, on, language)
        return known

    def _find(self, place: str, on: str, language: Language) -> Situation:
        wording = self.wordings.get(language) or self.wordings.setdefault(
            language, Wording(self.store, language)
        )
        dossier = self._dossier(place)
        found = (find_standing(evidence, on) for evidence in dossier.conflicts)
        standings = rank([standing for standing in found if standing], place)
        headline = choose(standings, place)
        advice = tuple(self._advice(dossier, on))
        return Situation(
            place=PlaceShown(place, wording.name(place).name),
            as_of=on,
            headline=wording.headline(headline) if headline else None,
            conflicts=tuple(standing.shown() for standing in standings),
            advice=advice,
            alerts=self._alerts(dossier, on, wording),
            spread=find_spread(advice),
            unknown=tuple(self._unknown(place, on, standings, advice, wording)),
        )

    def brief(self, place: str, on: str) -> SituationSummary:
        """The same in short; kept until a file changes, for `find` asks it with every answer."""
        self._refresh()
        known = self.briefs.get((place, on))
        if known is None:
            if len(self.briefs) >= BRIEFS_KEPT:
                self.briefs.clear()
            known = self.briefs[place, on] = summary(self.find(place, on))
        return known

    def enemies(self, place: str, on: str) -> frozenset[str]:
        """The states that fight the place's government, or fight in the place."""
        return enemies_of(place, self.find(place, on).conflicts)

    def runs(self, place: str) -> tuple[Run, ...]:
        """All runs of a place, by issuer and in order of time."""
        self._refresh()
        return self._dossier(place).runs

    def snapshots(self, source: str) -> Snapshots:
        """The snapshots of a source."""
        self._refresh()
        return self.known.get(source, Snapshots())

    def alert_runs(self, places: Sequence[str]) -> list[list[AlertRun]]:
        """The runs of each alert that touches one of the places, in order of time."""
        query = (
            "SELECT DISTINCT source, id, first, alert_run.last, alert FROM alert_place JOIN alert_run USING (number) "
            f"WHERE place IN ({','.join('?' * len(places))}) ORDER BY source, id, first"
        )
        rows = sorted(row for connection in self.connections for row in connection.execute(query, places))
        return [
            [AlertRun(source, ALERT.decode(body), first, last) for source, _, first, last, body in part]
            for _, part in groupby(rows, key=lambda row: row[:2])
        ]

    def _refresh(self) -> None:
        """Forget what was read when another process has changed the history; the store is replaced, never changed."""
        changing = self.connections[1:]
        versions = tuple(one.execute("PRAGMA data_version").fetchone()[0] for one in changing)
        if versions == self.versions and self.known:
            return
        query = "SELECT source, seen, complete FROM situation_snapshot"
        rows = sorted(row for connection in self.connections for row in connection.execute(query))
        parts = {source: list(part) for source, part in groupby(rows, key=lambda row: row[0])}
        self.known = {
            source: Snapshots(
                tuple(seen for _, seen, _ in part), tuple(seen for _, seen, complete in part if complete)
            )
            for source, part in parts.items()
        }
        self.versions = versions
        self.dossiers = {}
        self.found = {}
        self.briefs = {}

    def _dossier(self, place: str) -> Dossier:
        if place not in self.dossiers:
            query = "SELECT * FROM advice_run WHERE place = ?"
            rows = [row for connection in self.connections for row in connection.execute(query, (place,))]
            self.dossiers[place] = Dossier(
                runs=tuple(sorted(map(advice_run, rows), key=lambda run: (run.issuer, run.first))),
                conflicts=tuple(self._evidence(number) for number in self._conflicts(place)),
                alerts=tuple(run for runs in self.alert_runs([place]) for run in runs),
            )
        return self.dossiers[place]

    def _conflicts(self, place: str) -> list[str]:
        """Numbers of the conflicts that touch a place."""
        query = (
            "SELECT id FROM conflict_place JOIN armed_conflict USING (number) WHERE place = ? "
            "UNION SELECT conflict FROM fighting WHERE place = ?"
        )
        numbers = {
            row[0] for connection in self.connections for row in connection.execute(query, (place, place))
        }
        return sorted(numbers, key=int)

    def _evidence(self, number: str) -> Evidence:
        """All that is at hand on one conflict; spans from the newest edition of the yearly set."""
        query = "SELECT span FROM armed_conflict WHERE id = ?"
        every = [connection.execute(query, (number,)).fetchall() for connection in self.connections]
        spans: list[tuple[str]] = next((found for found in reversed(every) if found), [])
        facts = self.store.execute(
            "SELECT fact FROM written_fact WHERE conflict = ? ORDER BY number", (number,)
        )
        query = "SELECT conflict, place, events, first, last FROM fighting WHERE conflict = ?"
        fighting = {
            (row[1], row[3][:7]): Fighting(*row)
            for connection in self.connections
            for row in connection.execute(query, (number,))
        }
        return Evidence(
            tuple(SPAN.decode(row[0]) for row in spans),
            tuple(fighting[key] for key in sorted(fighting)),
            tuple(FACT.decode(row[0]) for row in facts),
        )

    def _advice(self, dossier: Dossier, on: str) -> Iterator[Advice]:
        begun = (run for run in dossier.runs if run.first[:10] <= on)
        for issuer, part in groupby(begun, key=lambda run: run.issuer):
            known = self.known.get(f"advice_{issuer.lower()}", Snapshots())
            if advice := find_advice(issuer, list(part), known, on):
                yield advice

    def _alerts(self, dossier: Dossier, on: str, wording: Wording) -> tuple[AlertShown, ...]:
        """Alerts that go on, or ended at most seven days ago, by the newest snapshot that is at most as old."""
        newest: dict[str, AlertShown] = {}
        for run in dossier.alerts:
            if run.first[:10] > on:
                continue
            snapshot = self.known.get(run.source, Snapshots()).newest(on) or run.last
            seen = min(run.last, snapshot)
            going_on = run.alert.current or days_between(run.alert.until, on) <= ALERT_DAYS
            if going_on and days_between(seen, on) <= ALERT_DAYS:
                newest[run.alert.id] = show_alert(run.alert, run.source, seen[:10], wording)
            else:
                newest.pop(run.alert.id, None)
        return tuple(
            sorted(newest.values(), key=lambda alert: (COLOURS.index(alert.level), alert.since, alert.id))
        )

    def _unknown(
        self,
        place: str,
        on: str,
        standings: Sequence[Standing],
        advice: Sequence[Advice],
        wording: Wording,
    ) -> list[Unknown]:
        """What is not known, or no longer known well."""
        gaps: list[tuple[str, dict[str, str]]] = []
        yearly, events = (
            self.known.get(source, Snapshots()).newest(FOREVER) for source in (CONFLICTS, EVENTS)
        )
        if on < FIRST_DAY:
            gaps.append(("before-conflicts", {}))
        elif not standings:
            gaps.append(("no-headline", {}))
        if yearly and on > yearly[:10]:
            gaps.append(("conflict-gap", {"month": f"{wording.month(yearly)} {yearly[:4]}"}))
        if events and on > events[:10] and standings:
            gaps.append(("events-gap", {"month": f"{wording.month(events)} {events[:4]}"}))
        silent = [
            issuer for issuer in ISSUERS if issuer != place and issuer not in {one.issuer for one in advice}
        ]
        if silent:
            gaps.append(("no-advice", {"issuers": wording.issuers(silent)}))
        if stale := [one.issuer for one in advice if one.stale]:
            gaps.append(("stale-advice", {"issuers": wording.issuers(stale)}))
        alerts = self.known.get(ALERTS, Snapshots()).newest(on)
        if alerts and days_between(alerts, on) > ALERT_DAYS:
            gaps.append(("stale-alerts", {"day": alerts[:10]}))
        if refused := self._refused(on):
            gaps.append(("refused", {"issuers": ", ".join(refused)}))
        return [Unknown(code, wording.unknown(code, **said)) for code, said in gaps]

    def _refused(self, on: str) -> list[str]:
        """Sources whose newest attempt up to a day was refused."""
        if len(self.connections) == 1:
            return []
        query = "SELECT source, taken, max(tried) FROM health WHERE tried < ? GROUP BY source ORDER BY source"
        return [source for source, taken, _ in self.connections[1].execute(query, (f"{on}T99",)) if not taken]


def find_advice(issuer: Issuer, runs: list[Run], snapshots: Snapshots, on: str) -> Advice | None:
    """What an issuer advises at the end of a day; None before its first word and seven days after its last."""
    state = settle(runs, snapshots.complete, on)
    held = state.held
    if held is None:
        return None
    said = next((run for run in reversed(runs) if run.said == held), runs[-1])
    newest = snapshots.newest(on) or said.last
    seen = said.last if said.last[:10] <= on else max(said.first, newest)
    waiting = state.pending.said if state.pending else None
    return Advice(
        issuer=issuer,
        level=held.level,
        regional_max=held.regional_max,
        wording=held.wording,
        updated=held.updated,
        seen=seen[:10],
        url=held.url,
        stale=days_between(seen, on) > STALE_DAYS,
        first_seen=state.since[:10],
        vanished=state.vanished[:10] if state.vanished else None,
        unconfirmed=(waiting.level, waiting.regional_max) if waiting else None,
        derived=held.derived,
    )


def find_spread(advice: Sequence[Advice]) -> Spread | None:
    """How far the issuers that state a level disagree; None when fewer than two do."""
    levels = [one.level for one in advice if one.level is not None]
    return Spread(min(levels), max(levels), len(levels)) if len(levels) > 1 else None


def show_alert(alert: Alert, source: str, seen: str, wording: Wording) -> AlertShown:
    """An alert in the language of the answer."""
    return AlertShown(
        id=alert.id,
        kind=alert.kind,
        level=alert.level,
        title=wording.alert(alert),
        places=alert.places,
        since=alert.since,
        until=alert.until,
        current=alert.current,
        updated=alert.updated,
        seen=seen,
        url=alert.url,
        source=source,
        latitude=alert.latitude,
        longitude=alert.longitude,
        severity=alert.severity,
    )
