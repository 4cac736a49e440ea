"""What became of every plan: which later event fulfilled it, and how it stands on a given day."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from datetime import date, timedelta

import pandas as pd

from relations import edtf
from relations.merging.events import Event
from relations.merging.likeness import Known, rule, shared_circumstances

# A happening fulfils a plan whose period it misses only when it comes this soon after it, and shares this much.
_LATE = timedelta(days=550)
_EARLY = timedelta(days=62)
_ENOUGH = 2.0


def link_plans(events: list[Event]) -> list[Event]:
    """Tie each plan to the event that fulfilled it, where one was reported.

    Parameters
    ----------
    events : list of Event

    Returns
    -------
    list of Event
        The same events, ``fulfilled_by`` filled in where a later report matches: of the same kind, after the
        announcement, in or soon after the planned period, and sharing its number, people, places or words.

    Examples
    --------
    >>> link_plans([])
    []
    """
    happened: dict[str, list[Event]] = defaultdict(list)
    for event in events:
        if event.status in ("occurred", "ongoing"):
            happened[event.type].append(event)
    return [
        replace(event, fulfilled_by=_fulfilment(event, happened[event.type]))
        if event.status == "planned" and event.fulfilled_by is None
        else event
        for event in events
    ]


def _fulfilment(plan: Event, happened: list[Event]) -> str | None:
    scored = [(_points(plan, other), other) for other in happened]
    fitting = [(points, other) for points, other in scored if points >= _ENOUGH]
    if not fitting:
        return None
    return max(fitting, key=lambda pair: (pair[0], -_start(pair[1]).toordinal(), pair[1].event_id))[1].event_id


def _start(event: Event) -> date:
    return (edtf.span(event.date).earliest or date.min) if event.date else date.max


def _points(plan: Event, other: Event) -> float:
    if not other.date or not plan.announced:
        return 0.0
    first, last = edtf.span(other.date)
    told = edtf.span(plan.announced).earliest
    if told and last and last < told:
        return 0.0
    if plan.date:
        begin, end = edtf.span(plan.date)
        if (end and first and first > end + _LATE) or (begin and last and last < begin - _EARLY):
            return 0.0
    elif told and first and first > told + 2 * _LATE:
        return 0.0
    known = Known.of(list(other.statements))
    numbers = {s.ordinal for s in plan.statements if s.ordinal}
    if rule(plan.type).numbered and numbers and known.ordinals:
        return 4.0 if numbers & known.ordinals else 0.0
    if rule(plan.type).figure:
        return 0.0  # that a figure was stated does not tell whether the target was reached
    countries = {c for s in plan.statements for c in s.event.countries}
    if countries and known.countries and not countries & known.countries:
        return 0.0
    points = max(shared_circumstances(statement, known) for statement in plan.statements)
    if plan.date and edtf.overlap(plan.date, other.date):
        points += 1.0
    return points


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
        A copy with a column ``outcome``: ``done`` where a report fulfils the plan, ``cancelled``, ``overdue``
        where the whole planned period has passed without a report, ``due`` where it has begun, ``open`` before
        that and where no date was given; missing for what was never announced. An event told as going on
        whose last day has passed counts as ``occurred``.

    Examples
    --------
    >>> from relations.tables import frame
    >>> as_of(frame("events", []), date(2026, 1, 1))["outcome"].tolist()
    []
    """
    result = events.copy()
    now = pd.Timestamp(day)
    outcome = pd.Series(pd.NA, index=result.index, dtype="str")
    plan = result["commitment"]
    outcome[plan] = "open"
    outcome[plan & (result["earliest"] <= now)] = "due"
    outcome[plan & (result["latest"] < now)] = "overdue"
    outcome[plan & result["status"].eq("cancelled")] = "cancelled"
    outcome[plan & result["fulfilled_by"].notna()] = "done"
    result["outcome"] = outcome
    result.loc[result["status"].eq("ongoing") & (result["latest"] < now), "status"] = "occurred"
    return result
