"""What became of every plan: which later event fulfilled it, and how it stands on a given day."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from datetime import date, timedelta

import pandas as pd

from relations import edtf
from relations.merging.events import Event
from relations.merging.identity import rule
from relations.merging.likeness import Common, Known, shared_circumstances, shared_words
from relations.merging.statements import Statement, common_words

# A happening fulfils a plan whose period it misses only when it comes this soon after or before it; one without a
# date may take longer. It has to share this much, and something of what its kind is known by.
_LATE = timedelta(days=200)
_UNDATED = timedelta(days=730)
_EARLY = timedelta(days=31)
_ENOUGH = 2.0
_SHORT = 31  # days in which a guest hardly comes twice


def link_plans(events: list[Event]) -> list[Event]:
    """Tie each plan to the event that fulfilled it, where one was reported.

    Parameters
    ----------
    events : list of Event

    Returns
    -------
    list of Event
        The same events, ``fulfilled_by`` filled in where a later report matches: of the same kind, after the
        announcement, in or soon after the planned period, and sharing its number, people, places or words; or where
        a report of another kind shows that it was kept (``shown_by`` in ``identity.toml``).

    Examples
    --------
    >>> link_plans([])
    []
    """
    common = common_words(one for event in events for one in event.statements)
    happened: dict[str, list[Event]] = defaultdict(list)
    for event in events:
        if event.status in ("occurred", "ongoing"):
            happened[event.type].append(event)
    linked = [
        replace(event, fulfilled_by=_fulfilment(event, happened[event.type], common)) if _is_open(event) else event
        for event in events
    ]
    return [replace(event, fulfilled_by=_shown(event, happened)) if _is_open(event) else event for event in linked]


def _is_open(event: Event) -> bool:
    return event.status == "planned" and event.fulfilled_by is None


def _fulfilment(plan: Event, happened: list[Event], common: Common) -> str | None:
    scored = [(_points(plan, other, common), other) for other in happened]
    fitting = [(points, other) for points, other in scored if points >= _ENOUGH]
    if not fitting:
        return None
    return max(fitting, key=lambda pair: (pair[0], -_start(pair[1]).toordinal(), pair[1].event_id))[1].event_id


def _shown(plan: Event, happened: dict[str, list[Event]]) -> str | None:
    """The one report of another kind that shows a plan was kept: who was received in Astana that week had come there.

    Nothing is guessed: the plan's days and the report's are a month at most, the people the same, the city one that
    the announcement names, and no other report fits.
    """
    law, mine = rule(plan.type), Known.of(list(plan.statements))
    if not law.shown_by or not plan.date or not plan.announced or edtf.days(plan.date) > _SHORT:
        return None
    found = []
    for other in (event for kind in law.shown_by for event in happened[kind]):
        if other.date and edtf.days(other.date) <= _SHORT and edtf.overlap(plan.date, other.date):
            known = Known.of(list(other.statements))
            if _in_time(plan, other) and mine.people & known.people and mine.cities & known.places:
                found.append(other.event_id)
    return found[0] if len(found) == 1 else None


def _start(event: Event) -> date:
    return (edtf.span(event.date).earliest or date.min) if event.date else date.max


def _points(plan: Event, other: Event, common: Common) -> float:
    if not other.date or not plan.announced or not _in_time(plan, other):
        return 0.0
    law, known = rule(plan.type), Known.of(list(other.statements))
    if law.figure:
        return 0.0  # that a figure was stated does not tell whether the target was reached
    numbers = {s.ordinal for s in plan.statements if s.ordinal}
    if law.numbered and numbers and known.ordinals:
        return 4.0 if numbers & known.ordinals else 0.0
    countries = {c for s in plan.statements for c in s.event.countries}
    if countries and known.countries and not countries & known.countries:
        return 0.0
    if "cities" not in law.known_by and plan.place and other.place and plan.place != other.place:
        if not _people(plan) & known.people:
            return 0.0
    inside = plan.date is not None and edtf.overlap(plan.date, other.date)
    if not any(_known(plan.statements, known, what, common) for what in law.known_by) and not (
        inside and "time" in law.known_by
    ):
        return 0.0
    points = max(shared_circumstances(statement, known, common) for statement in plan.statements)
    return points + 2.0 * inside


def _people(plan: Event) -> set[str]:
    return {person for one in plan.statements for person in one.people}


def _in_time(plan: Event, other: Event) -> bool:
    """Whether a happening comes after the announcement, and in or near the planned period."""
    assert other.date and plan.announced  # noqa: S101
    first, last = edtf.span(other.date)
    told = edtf.span(plan.announced).earliest
    if told and last and last < told:
        return False
    if not plan.date:
        return not (told and first and first > told + _UNDATED)
    begin, end = edtf.span(plan.date)
    return not ((end and first and first > end + _LATE) or (begin and last and last < begin - _EARLY))


def _known(plans: tuple[Statement, ...], known: Known, what: str, common: Common) -> bool:
    """Whether some announcement shares with a report what an event of its kind is known by."""
    if what == "number":
        return any(one.ordinal in known.ordinals for one in plans if one.ordinal)
    if what == "people":
        return any(one.people & known.people for one in plans)
    if what == "place":
        return any(one.event.place in known.places for one in plans if one.event.place)
    if what == "cities":
        return any(len(one.cities & known.cities) > 1 for one in plans)
    return what == "words" and any(shared_words(one, known, common) for one in plans)


def as_of(events: pd.DataFrame, day: date) -> pd.DataFrame:
    """Say of every commitment how it stands on a day.

    Parameters
    ----------
    events : pandas.DataFrame
        The events table.
    day : datetime.date
        Usually today.

    Returns
    -------
    pandas.DataFrame
        A copy with a column ``outcome``: ``done`` where a report fulfils the plan and what it reports had begun,
        ``cancelled``, ``overdue`` where the whole planned period has passed without a report, ``due`` where it has
        begun, ``open`` before that and where no date was given; missing for what was not yet announced. An event
        told as going on whose last day has passed counts as ``occurred``.

    Examples
    --------
    >>> from relations.tables import frame
    >>> as_of(frame("events", []), date(2026, 1, 1))["outcome"].tolist()
    []
    """
    result = events.copy()
    now = pd.Timestamp(day)
    outcome = pd.Series(pd.NA, index=result.index, dtype="str")
    announced = result["announced"].map(_first_day, na_action="ignore")
    plan = result["commitment"] & ~(pd.to_datetime(announced) > now)
    begun = result.set_index("event_id")["earliest"]
    happened = pd.Series(begun.reindex(result["fulfilled_by"]).to_numpy(), index=result.index)
    outcome[plan] = "open"
    outcome[plan & (result["earliest"] <= now)] = "due"
    outcome[plan & (result["latest"] < now)] = "overdue"
    outcome[plan & result["status"].eq("cancelled")] = "cancelled"
    outcome[plan & result["fulfilled_by"].notna() & ~(happened > now)] = "done"
    result["outcome"] = outcome
    result.loc[result["status"].eq("ongoing") & (result["latest"] < now), "status"] = "occurred"
    return result


def _first_day(when: str) -> date | None:
    return edtf.span(when).earliest
