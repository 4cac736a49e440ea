"""How much speaks for it that a statement and a group of statements tell the same event."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from datetime import timedelta
from functools import cache, cached_property
from pathlib import Path

from relations import edtf
from relations.merging.statements import Statement, stems

SAME = 2.5  # from here on two statements are one event

_DAYS_OF_MONTH, _DAYS_OF_YEAR = 31, 366


@dataclass(frozen=True, slots=True)
class Rule:
    """What decides identity for one kind of event; see ``identity.toml``."""

    once: bool = False
    numbered: bool = False
    years: int = 0
    days: int = 0
    rare: bool = False
    people: bool = False
    figure: bool = False


@cache
def rule(kind: str) -> Rule:
    """Return the rule of one kind of event.

    Examples
    --------
    >>> rule("recognition").once, rule("visit").once
    (True, False)
    """
    body = tomllib.loads(Path(__file__).with_name("identity.toml").read_text(encoding="utf-8"))
    return Rule(**{**body["default"], **body.get(kind, {})})


@dataclass
class Group:
    """Statements held to be one event."""

    statements: list[Statement] = field(default_factory=list)

    def add(self, statement: Statement) -> None:
        self.statements.append(statement)
        self.__dict__.pop("known", None)

    @property
    def type(self) -> str:
        return self.statements[0].event.type

    @cached_property
    def known(self) -> Known:
        return Known.of(self.statements)


@dataclass(frozen=True, slots=True)
class Known:
    """All that the statements of a group say together."""

    dates: tuple[str, ...]
    people: frozenset[str]
    cities: frozenset[str]
    places: frozenset[str]
    ordinals: frozenset[int]
    sectors: frozenset[str]
    countries: frozenset[str]
    articles: frozenset[str]
    words: dict[str, frozenset[str]]

    @classmethod
    def of(cls, statements: list[Statement]) -> Known:
        words: dict[str, frozenset[str]] = {}
        for one in statements:
            words[one.language] = words.get(one.language, frozenset()) | stems(one.event.summary)
        return cls(
            dates=tuple(sorted({one.event.date for one in statements if one.event.date})),
            people=frozenset().union(*(one.people for one in statements)),
            cities=frozenset().union(*(one.cities for one in statements)),
            places=frozenset(one.event.place for one in statements if one.event.place),
            ordinals=frozenset(one.ordinal for one in statements if one.ordinal),
            sectors=frozenset().union(*(one.event.sectors for one in statements)),
            countries=frozenset().union(*(one.event.countries for one in statements)),
            articles=frozenset(one.article_id for one in statements),
            words=words,
        )


def likeness(statement: Statement, group: Group) -> float | None:
    """Weigh a statement against a group of the same kind.

    Parameters
    ----------
    statement : Statement
    group : Group
        Statements of the same kind of event.

    Returns
    -------
    float or None
        Points; `SAME` or more means the same event. ``None`` where it cannot be the same.
    """
    law, known, event = rule(event_type := statement.event.type), group.known, statement.event
    if event_type != group.type or (event.countries and known.countries and not known.countries & set(event.countries)):
        return None
    if law.figure:
        return _same_figure(statement, group)
    if law.once:
        mine = set(event.countries)
        return SAME if not mine or not known.countries or mine <= known.countries or known.countries <= mine else None
    if any(one.article_id == statement.article_id and one.event.start == event.start for one in group.statements):
        return None  # one sentence names one event of a kind once
    same_number = statement.ordinal is not None and statement.ordinal in known.ordinals
    if law.numbered and statement.ordinal and known.ordinals and not same_number:
        return None
    points = 3.0 if law.numbered and same_number else 0.0
    dated = _date_points(event.date, known.dates)
    if dated is None and law.days and statement.people & known.people and event.date:
        dated = 2.0 if _within(event.date, known.dates, timedelta(days=law.days)) else None
    if dated is None:
        near = (
            event.date is not None
            and law.years > 0
            and _within(event.date, known.dates, timedelta(days=_DAYS_OF_YEAR * law.years))
        )
        same_place = event.place in known.places and not law.numbered
        if not near or not (points or same_place):
            return None
        dated = 1.5
    elif law.years and not law.numbered and event.place in known.places:
        return SAME  # one opens an embassy in a city once
    if law.rare and dated >= 1.0:
        dated = SAME
    points += dated + shared_circumstances(statement, known)
    if dated < 2.0 and event.date not in known.dates and not (same_number or _surely_alike(statement, known)):
        return None  # "in 2025" alone ties nothing to a day of 2025
    if law.people and statement.people and known.people and not statement.people & known.people:
        points -= 2.0
    if event.place and known.places and event.place not in known.places:
        points -= 1.5
    if statement.article_id in known.articles and not same_number:
        points -= 1.5  # an article that tells of two events of a kind mostly means two
    return points


def shared_circumstances(statement: Statement, known: Known) -> float:
    """Points for people, places, sectors and words that a statement shares with a group."""
    points = 0.0
    if statement.people & known.people:
        points += 2.0
    if statement.event.place in known.places:
        points += 1.0
    elif statement.cities & known.cities:
        points += min(2.0, 1.0 * len(statement.cities & known.cities))
    if set(statement.event.sectors) & known.sectors:
        points += 0.5
    mine, theirs = stems(statement.event.summary), known.words.get(statement.language, frozenset())
    if mine and theirs and len(mine & theirs) / min(len(mine), len(theirs)) >= 0.4:
        points += 1.0
    return points


def _surely_alike(statement: Statement, known: Known) -> bool:
    return bool(
        statement.people & known.people
        or statement.event.place in known.places
        or len(statement.cities & known.cities) > 1
    )


def _same_figure(statement: Statement, group: Group) -> float | None:
    for other in group.statements:
        if not statement.event.date or statement.event.date != other.event.date:
            continue
        mine, theirs = statement.figure, other.figure
        if (
            mine
            and theirs
            and (mine.indicator, mine.status, mine.unit) == (theirs.indicator, theirs.status, theirs.unit)
        ):
            if statement.article_id != other.article_id or mine.value == theirs.value:
                return SAME
        if mine is None and theirs is None and statement.event.sectors == other.event.sectors:
            return SAME
    return None


def _date_points(date: str | None, others: tuple[str, ...]) -> float | None:
    if date is None or not others:
        return 0.0
    if not all(edtf.overlap(date, other) for other in others):
        return None
    widest = max(min(edtf.days(date), *(edtf.days(other) for other in others)), 1)
    coarsest = max(edtf.days(date), *(edtf.days(other) for other in others))
    if date in others and widest <= _DAYS_OF_MONTH // 2:
        return 3.0
    return 2.0 if coarsest <= _DAYS_OF_MONTH else 1.0 if coarsest <= _DAYS_OF_YEAR else 0.5


def _within(date: str, others: tuple[str, ...], reach: timedelta) -> bool:
    start, end = edtf.span(date)
    for other in others:
        first, last = edtf.span(other)
        if (start and last and start - last > reach) or (first and end and first - end > reach):
            return False
    return True
