"""Statements of many articles → events, each with all its evidence."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from relations import edtf
from relations.merging.identity import rule
from relations.merging.likeness import SAME, Group, likeness
from relations.merging.statements import Statement, common_words

_ANY_YEAR = -1


@dataclass(frozen=True, slots=True)
class Event:
    """One event, as all its sources together tell it."""

    event_id: str
    type: str
    date: str | None
    status: str
    announced: str | None  # EDTF day of the earliest article that announces it
    fulfilled_by: str | None
    best: Statement  # the statement whose words stand for the event
    statements: tuple[Statement, ...]
    disagreement: str | None
    place: str | None


def merge(statements: Iterable[Statement]) -> list[Event]:
    """Unite the statements that tell the same event.

    Statements are taken in a fixed order, the most exactly dated first, and each joins the group it is most
    like (see `relations.merging.likeness`), or begins one. The result does not depend on the order given.

    Parameters
    ----------
    statements : iterable of Statement

    Returns
    -------
    list of Event
        Ordered by date; plans not yet linked with what fulfilled them (see `relations.merging.outcomes`).

    Examples
    --------
    >>> merge([])
    []
    """
    statements = list(statements)
    common = common_words(statements)
    groups: list[Group] = []
    by_block: dict[tuple[str, int], list[Group]] = defaultdict(list)
    for statement in sorted(statements, key=_order):
        near = {id(group): group for block in _blocks(statement) for group in by_block[block]}
        scored = [(likeness(statement, group, common), group) for group in near.values()]
        best = max(
            ((points, group) for points, group in scored if points is not None), key=lambda p: p[0], default=None
        )
        if best and best[0] >= SAME:
            group = best[1]
        else:
            group = Group()
            groups.append(group)
        group.add(statement)
        for block in {*_blocks(statement), (statement.event.type, _ANY_YEAR)}:
            if not any(other is group for other in by_block[block]):
                by_block[block].append(group)
    events = [event_of(group.type, group.statements) for group in groups]
    return sorted(events, key=lambda event: (_first_day(event.date), event.type, event.event_id))


def _order(statement: Statement) -> tuple[int, int, str, str, int, str]:
    event = statement.event
    exactness = edtf.days(event.date) if event.date else 10**6
    # Reports before announcements: a plan joins what happened, not the other way round.
    return (
        not statement.happened,
        exactness,
        statement.published or "",
        statement.article_id,
        event.start,
        event.date or "",
    )


def _blocks(statement: Statement) -> list[tuple[str, int]]:
    kind, when = statement.event.type, statement.event.date
    law = rule(kind)
    if when is None or law.once or law.numbered or law.years or law.days:
        return [(kind, _ANY_YEAR)]
    first, last = edtf.span(when)
    start, end = (first or last or date.min).year, (last or first or date.max).year
    return [(kind, year) for year in range(start, min(end, start + 12) + 1)]


def _first_day(when: str | None) -> date:
    return (edtf.span(when).earliest or date.min) if when else date.max


def event_of(kind: str, statements: Iterable[Statement]) -> Event:
    """Return the one event that statements tell.

    Parameters
    ----------
    kind : str
        Code of its type.
    statements : iterable of Statement
        At least one.
    """
    statements = tuple(sorted(statements, key=lambda s: (s.published or "9999", s.article_id, s.event.start)))
    happened = [s for s in statements if s.happened]
    plans = [s for s in statements if s.event.status == "planned"]
    status = _status(statements)
    chosen = _date(happened or plans or list(statements), moved=not happened)
    told = [s for s in (happened or list(statements)) if s.event.date == chosen] or happened or list(statements)
    best = max(told, key=lambda s: (s.event.confidence, -len(s.event.summary), s.article_id))
    event_id = statements[0].statement_id
    places = Counter(s.event.place for s in statements if s.event.place)
    announced = [s.published for s in plans if s.published]
    return Event(
        event_id=event_id,
        type=kind,
        date=chosen,
        status=status,
        announced=min(announced) if announced else None,
        fulfilled_by=event_id if happened and plans else None,
        best=best,
        statements=statements,
        disagreement=_disagreement(kind, happened or list(statements)),
        place=max(places, key=lambda place: (places[place], place)) if places else None,
    )


def _status(statements: tuple[Statement, ...]) -> str:
    stated = [s.event.status for s in statements]
    if "occurred" in stated:
        return "occurred"
    if "ongoing" in stated:
        return "ongoing"
    return stated[-1]  # the newest article: a plan may have been cancelled, or renewed


def _date(statements: list[Statement], moved: bool) -> str | None:
    """Choose the date that most articles can agree with, the most exact one among equals.

    A plan is different: the newest article with a date speaks for it, for plans are moved.
    """
    dated = [s for s in statements if s.event.date]
    if not dated:
        return None
    if moved:
        return dated[-1].event.date
    support = {
        value: len({s.article_id for s in dated if s.event.date and edtf.overlap(s.event.date, value)})
        for value in sorted({s.event.date for s in dated if s.event.date})
    }
    return min(support, key=lambda value: (-support[value], edtf.days(value), value))


def _disagreement(kind: str, statements: list[Statement]) -> str | None:
    parts = []
    articles: dict[str, set[str]] = defaultdict(set)
    for s in statements:
        if s.event.date:
            articles[s.event.date].add(s.article_id)
    values = sorted(articles)
    if not rule(kind).days and any(not edtf.overlap(one, other) for one in values for other in values):
        parts.append("date: " + ", ".join(f"{value} ({len(articles[value])})" for value in values))
    if rule(kind).figure:
        stated: dict[float, set[str]] = defaultdict(set)
        for s in statements:
            if s.figure:
                stated[s.figure.value].add(s.article_id)
        if len(stated) > 1:
            parts.append("value: " + ", ".join(f"{value:.15g} ({len(stated[value])})" for value in sorted(stated)))
    return "; ".join(parts) or None
