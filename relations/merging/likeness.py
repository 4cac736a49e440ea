"""How much speaks for it that a statement and a group of statements tell the same event."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date as Day
from datetime import timedelta
from functools import cached_property

from relations import edtf
from relations.merging.identity import Rule, rule
from relations.merging.statements import Statement, stems

SAME = 2.5  # from here on two statements are one event
Common = Mapping[str, frozenset[str]]  # by language: stems that tell nothing, see `statements.common_words`

_DAYS_OF_MONTH, _DAYS_OF_YEAR = 31, 366
_ALIKE = 0.4  # of the words of the shorter of two statements
_DISAGREEING, _DISAGREEING_ELSE = 0.0, 1.5  # dates that cannot be the same, where number or place says it is one
_OTHER_PARTY = 4.0
_TOLD_TOGETHER = 1.5
_SAME_NEWS = timedelta(days=10)


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
    published: tuple[str, ...]
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
            published=tuple(sorted({one.published for one in statements if one.published})),
            words=words,
        )


def likeness(statement: Statement, group: Group, common: Common) -> float | None:
    """Weigh a statement against a group of the same kind.

    Parameters
    ----------
    statement : Statement
    group : Group
        Statements of the same kind of event.
    common : mapping of str to frozenset of str
        By language, the stems that tell nothing.

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
    dated = _date_points(statement, known)
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
        dated = _DISAGREEING if law.numbered else _DISAGREEING_ELSE
    elif law.years and not law.numbered and event.place in known.places:
        return SAME  # one opens an embassy in a city once
    if law.rare and dated >= 1.0:
        dated = SAME
    points += dated + shared_circumstances(statement, known, common)
    if dated < 2.0 and event.date and event.date not in known.dates:
        if not (same_number or _surely_alike(statement, known)):
            return None  # "in 2025" alone ties nothing to a day of 2025
    if dated <= 2.0 and event.date in known.dates and _told_together(statement, known):
        points += _TOLD_TOGETHER  # the same year or month in articles of the same days
    points -= _contrast(statement, known, law)
    same_stay = law.days > 0 and event.date in known.dates and statement.people <= known.people
    if statement.article_id in known.articles and not same_number and not same_stay:
        points -= 1.5  # an article that tells of two events of a kind mostly means two
    return points


def _contrast(statement: Statement, known: Known, law: Rule) -> float:
    """Points against: other people, another place, other sectors."""
    against, event = 0.0, statement.event
    if law.people and statement.people and known.people:
        if not statement.people & known.people:
            against += 2.0
        elif statement.people - known.people and known.people - statement.people:
            against += _OTHER_PARTY  # the guest is the same, the host another
    if event.place and known.places and event.place not in known.places and "cities" not in law.known_by:
        against += 1.5
    if law.sectors and event.sectors and known.sectors and not known.sectors & set(event.sectors):
        against += 1.0
    return against


def shared_circumstances(statement: Statement, known: Known, common: Common) -> float:
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
    if shared_words(statement, known, common):
        points += 1.0
    return points


def shared_words(statement: Statement, known: Known, common: Common) -> bool:
    """Say whether a statement is told in the words of a group, leaving out what many statements say."""
    empty: frozenset[str] = frozenset()
    dull = common.get(statement.language, empty)
    mine, theirs = stems(statement.event.summary) - dull, known.words.get(statement.language, empty) - dull
    return bool(mine and theirs) and len(mine & theirs) / min(len(mine), len(theirs)) >= _ALIKE


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


def _date_points(statement: Statement, known: Known) -> float | None:
    date, others = statement.event.date, known.dates
    if date is None or not others:
        return _TOLD_TOGETHER if _told_together(statement, known) else 0.0
    if not all(edtf.overlap(date, other) for other in others):
        return None
    widest = max(min(edtf.days(date), *(edtf.days(other) for other in others)), 1)
    coarsest = max(edtf.days(date), *(edtf.days(other) for other in others))
    if date in others and widest <= _DAYS_OF_MONTH // 2:
        return 3.0
    return 2.0 if coarsest <= _DAYS_OF_MONTH else 1.0 if coarsest <= _DAYS_OF_YEAR else 0.5


def _told_together(statement: Statement, known: Known) -> bool:
    """Whether articles of the same days tell it: what has no date is news of those days."""
    if not statement.published or len(statement.published) != len("2024-12-12"):
        return False
    day = Day.fromisoformat(statement.published)
    return any(
        len(other) == len(statement.published) and abs(Day.fromisoformat(other) - day) <= _SAME_NEWS
        for other in known.published
    )


def _within(date: str, others: tuple[str, ...], reach: timedelta) -> bool:
    start, end = edtf.span(date)
    for other in others:
        first, last = edtf.span(other)
        if (start and last and start - last > reach) or (first and end and first - end > reach):
            return False
    return True
