"""Sums on the calendar, written as EDTF."""

from __future__ import annotations

from datetime import date, timedelta


def day(year: int, month: int, number: int) -> str | None:
    """Return a day, or ``None`` where the calendar has no such day.

    Examples
    --------
    >>> day(1992, 2, 24), day(1993, 2, 29)
    ('1992-02-24', None)
    """
    try:
        return date(year, month, number).isoformat()
    except ValueError:
        return None


def month(year: int, number: int) -> str:
    """Return a month; numbers beyond 1 to 12 run into other years.

    Examples
    --------
    >>> month(2024, 0), month(2024, 13)
    ('2023-12', '2025-01')
    """
    carry, index = divmod(number - 1, 12)
    return f"{year + carry:04}-{index + 1:02}"


def week(of: date, offset: int) -> str:
    """Return the week, Monday to Sunday, that lies so many weeks from a day.

    Examples
    --------
    >>> week(date(2024, 12, 12), 1)
    '2024-12-16/2024-12-22'
    """
    monday = of - timedelta(days=of.weekday()) + timedelta(weeks=offset)
    return f"{monday.isoformat()}/{(monday + timedelta(days=6)).isoformat()}"


def part(year: int, of: date, kind: str, offset: int) -> str:
    """Return the quarter (``q``) or half-year (``h``) that lies so many from a day's own."""
    size, first = (4, 33) if kind == "q" else (2, 40)
    index = year * size + (of.month - 1) // (12 // size) + offset
    return f"{index // size}-{first + index % size}"


def interval(start: str | None, end: str | None) -> str | None:
    """Return an interval, or the one value where both ends are the same; ``None`` where an end is missing."""
    if start is None or end is None:
        return None
    if start == end:
        return start
    return f"{min(start, end)}/{max(start, end)}"
