"""Uncertain dates: EDTF text (ISO 8601-2) and the days it can mean.

Only the forms that press copy calls for are known here: a day, month, season, quarter, half-year, year or
decade, each perhaps marked ``?`` (uncertain), ``~`` (approximate) or ``%`` (both), and intervals of them,
open at one end as ``../2020`` or ``2020/..``. The ``edtf`` package reads more of the standard but takes
milliseconds a value and ends a winter in December, so this module is held to it by a test instead.

Source of the season, quarter and half-year codes: ISO 8601-2:2019, 4.8 (21-24 seasons independent of
hemisphere, here northern; 33-36 quarters; 40-41 half-years).
"""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from relations.errors import DateError

_ONE = re.compile(r"(?P<year>\d{3}[\dX])(?:-(?P<part>\d\d))?(?:-(?P<day>\d\d))?(?P<mark>[?~%])?", re.ASCII)

# First month and number of months of each sub-year grouping.
PARTS: dict[int, tuple[int, int]] = {
    **{21: (3, 3), 22: (6, 3), 23: (9, 3), 24: (12, 3)},
    **{33: (1, 3), 34: (4, 3), 35: (7, 3), 36: (10, 3)},
    **{40: (1, 6), 41: (7, 6)},
}


class Span(NamedTuple):
    """The earliest and the latest day that a date can mean; ``None`` where the interval is open."""

    earliest: date | None
    latest: date | None


def _months(year: int, first: int, count: int) -> Span:
    last_year, last_month = divmod(year * 12 + first - 1 + count - 1, 12)
    last_day = calendar.monthrange(last_year, last_month + 1)[1]
    return Span(date(year, first, 1), date(last_year, last_month + 1, last_day))


def _one(text: str, whole: str) -> Span:
    match = _ONE.fullmatch(text)
    if not match:
        raise DateError(
            f"{whole!r} is not an EDTF date known here; expected forms like 1992, 1992-02, 1992-02-24, 1992~, "
            "199X, 2025-33 (first quarter), 2024-01/2024-09"
        )
    year, part, day = match["year"], match["part"], match["day"]
    try:
        if year.endswith("X"):
            if part:
                raise ValueError("a decade has no months")
            return Span(date(int(year[:3] + "0"), 1, 1), date(int(year[:3] + "9"), 12, 31))
        if day:
            exact = date(int(year), int(part), int(day))
            return Span(exact, exact)
        if not part:
            return _months(int(year), 1, 12)
        if 1 <= int(part) <= 12:
            return _months(int(year), int(part), 1)
        return _months(int(year), *PARTS[int(part)])
    except (ValueError, KeyError) as error:
        raise DateError(f"{whole!r} names no day of the calendar; correct the month, season code or day") from error


@lru_cache(maxsize=65536)
def span(text: str) -> Span:
    """Return the earliest and latest day that an EDTF date can mean.

    A mark of approximation does not widen the span: how far "about 1994" reaches is nobody's to invent.

    Parameters
    ----------
    text : str
        An EDTF date or interval.

    Returns
    -------
    Span
        Two ``datetime.date``; one of them is ``None`` where the interval is open at that end.

    Raises
    ------
    DateError
        If the text is no EDTF known here, or the interval ends before it begins.

    Examples
    --------
    >>> span("1992-02")
    Span(earliest=datetime.date(1992, 2, 1), latest=datetime.date(1992, 2, 29))
    >>> span("2024-24").latest
    datetime.date(2025, 2, 28)
    """
    start, slash, end = text.partition("/")
    if not slash:
        return _one(text, text)
    first = Span(None, None) if start == ".." else _one(start, text)
    last = Span(None, None) if end == ".." else _one(end, text)
    if first.earliest is None and last.latest is None:
        raise DateError(f"{text!r} is open at both ends; leave the date out where nothing is known")
    if first.earliest and last.latest and first.earliest > last.latest:
        raise DateError(f"{text!r} ends before it begins; write the earlier date first")
    return Span(first.earliest, last.latest)


def is_edtf(text: str) -> bool:
    """Say whether `span` can read the text.

    Examples
    --------
    >>> is_edtf("2025-33"), is_edtf("next year")
    (True, False)
    """
    try:
        span(text)
    except DateError:
        return False
    return True


@lru_cache(maxsize=65536)
def precision(text: str) -> str:
    """Return how exactly a date is known.

    Returns
    -------
    str
        ``day``, ``month``, ``season``, ``quarter``, ``half-year``, ``year``, ``decade`` or ``interval``
        (any other stretch of days).

    Examples
    --------
    >>> precision("1992-02-24"), precision("1994~"), precision("2020-02-27/2020-02-28")
    ('day', 'year', 'interval')
    """
    span(text)
    if "/" in text:
        return "interval"
    match = _ONE.fullmatch(text)
    if match is None:  # span() has already refused such text
        raise DateError(f"{text!r} is not an EDTF date")
    if match["year"].endswith("X"):
        return "decade"
    if match["day"]:
        return "day"
    if not match["part"]:
        return "year"
    part = int(match["part"])
    if part <= 12:
        return "month"
    return "season" if part <= 24 else "quarter" if part <= 36 else "half-year"


def overlap(one: str, other: str) -> bool:
    """Say whether two dates can mean the same day.

    Examples
    --------
    >>> overlap("1992-02", "1992"), overlap("1993", "1994~")
    (True, False)
    """
    a, b = span(one), span(other)
    return (a.earliest or date.min) <= (b.latest or date.max) and (b.earliest or date.min) <= (a.latest or date.max)


def days(text: str) -> int:
    """Return how many days a date can mean; an open interval counts to the end of the calendar.

    Examples
    --------
    >>> days("1992-02-24"), days("1992-02"), days("1992")
    (1, 29, 366)
    """
    earliest, latest = span(text)
    return ((latest or date.max) - (earliest or date.min)) // timedelta(days=1) + 1


class Parts(NamedTuple):
    """A date as calendars without EDTF write it: the numbers that are known, and no others."""

    first: tuple[int, ...] | None  # year, month, day as far as they are known; ``None`` where the interval is open
    last: tuple[int, ...] | None  # the same as `first` where the date is no stretch of several
    rough: bool  # uncertain or approximate


def parts(text: str) -> Parts:
    """Return the known numbers of a date: a month stays a month, a quarter reaches from month to month.

    Examples
    --------
    >>> parts("1992-02")
    Parts(first=(1992, 2), last=(1992, 2), rough=False)
    >>> parts("2025-33").last, parts("199X~").first, parts("2020/..").last
    ((2025, 3), (1990,), None)
    """
    start, slash, end = text.partition("/")
    span(text)
    known = [_numbers(one) for one in ((start, end) if slash else (text,))]
    return Parts(known[0] and known[0][0], known[-1] and known[-1][1], any(mark in text for mark in "?~%"))


def _numbers(text: str) -> tuple[tuple[int, ...], tuple[int, ...]] | None:
    if text == "..":
        return None
    first, last = _one(text, text)
    if first is None or last is None:  # one date is never open
        return None
    exact = {"day": 3, "month": 2, "season": 2, "quarter": 2, "half-year": 2}.get(precision(text), 1)
    return tuple(first.timetuple()[:exact]), tuple(last.timetuple()[:exact])
