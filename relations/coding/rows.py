"""What the coder states about one article: rows with the exact words they rest on.

Every row carries ``start`` and ``end``, offsets in characters into the article's text, and the ``rule`` that
made it. Nothing here is merged, reviewed or written to disk; that happens further right.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Protocol, TypeVar

from relations.dates.row import DateRow

STATUSES = ("occurred", "planned", "ongoing", "cancelled")  # of an event


class _Row(Protocol):
    @property
    def start(self) -> int: ...


R = TypeVar("R", bound=_Row)


def between(rows: Sequence[R], begin: int, end: int) -> Sequence[R]:
    """Return the rows that begin between two offsets; rows must stand in the order of the text.

    Examples
    --------
    >>> rows = [DateRow(at, at + 4, "1992", "1992", "en.year-alone") for at in (3, 30, 57)]
    >>> [row.start for row in between(rows, 30, 57)]
    [30]
    """
    first = bisect_left(rows, begin, key=_start)
    return rows[first : bisect_left(rows, end, first, key=_start)]


_start: Callable[[_Row], int] = attrgetter("start")


@dataclass(frozen=True, slots=True)
class SectorRow:
    """One mention of a sector of cooperation, by its code in the codebook."""

    code: str
    start: int
    end: int
    rule: str


@dataclass(frozen=True, slots=True)
class PersonRow:
    """One named person of the article, at the first full mention."""

    name_as_written: str
    name: str  # Latin letters, base form where the rules can tell
    role: str | None
    country: str | None  # ISO 3166-1 alpha-3
    start: int
    end: int
    rule: str
    mentions: tuple[tuple[int, int], ...] = ()
    spelling: str = ""  # base form in the article's own letters


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One number that the article states about the relations."""

    indicator: str
    value: float
    unit: str  # "currency", "people", "t", "%", ...
    currency: str | None  # ISO 4217
    period: str | None  # EDTF
    status: str  # measured, target
    start: int
    end: int
    text: str
    rule: str


@dataclass(frozen=True, slots=True)
class EventRow:
    """One event that a sentence states. ``date`` is ``None`` where the article gives none."""

    date: str | None
    date_text: str | None
    date_start: int | None
    date_end: int | None
    type: str
    status: str  # one of STATUSES
    start: int  # of the sentence it rests on
    end: int
    rule: str
    confidence: float  # share of rows like it that are right, see `relations.coding.confidence`
    summary: str
    sectors: tuple[str, ...] = ()
    people: tuple[str, ...] = ()  # names as in PersonRow.name
    countries: tuple[str, ...] = ()  # ISO 3166-1 alpha-3
    place: str | None = None
    evidence: float = 0.0  # what speaks for it, from which the confidence follows
    told: tuple[int, int] | None = None  # offsets of the words of the sentence that tell of it; all where missing


@dataclass(frozen=True, slots=True)
class Coded:
    """All that one article states."""

    language: str  # BCP 47
    published: str | None  # EDTF, day of publication used to resolve relative dates
    dates: tuple[DateRow, ...] = ()
    events: tuple[EventRow, ...] = ()
    sectors: tuple[SectorRow, ...] = ()
    people: tuple[PersonRow, ...] = ()
    figures: tuple[FigureRow, ...] = ()
    countries: tuple[str, ...] = ()  # ISO 3166-1 alpha-3, most often named first
    unknown: tuple[str, ...] = ()  # what was seen but not understood, reported to the analyst
