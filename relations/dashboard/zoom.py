"""The stretch of days that the timeline shows: closer, wider, earlier, later, within what there is."""

from __future__ import annotations

from datetime import date, timedelta

Window = tuple[date, date]  # first and last day
LEAST = 28  # days that are shown at least
FACTOR = 2.0


def limited(window: Window | None, whole: Window) -> Window | None:
    """Return a stretch moved into the whole, neither too short nor too long; ``None`` where it is the whole.

    Examples
    --------
    >>> whole = (date(1991, 1, 1), date(2026, 12, 31))
    >>> limited((date(2026, 12, 31), date(2027, 1, 5)), whole)
    (datetime.date(2026, 12, 4), datetime.date(2026, 12, 31))
    >>> limited((date(1900, 1, 1), date(2100, 1, 1)), whole) is None
    True
    """
    if window is None:
        return None
    first, last = (min(max(day, whole[0] - _length(whole)), whole[1] + _length(whole)) for day in window)
    days = max((last - first).days + 1, LEAST)
    if days >= (whole[1] - whole[0]).days + 1:
        return None
    if days > (last - first).days + 1:
        first = first + (last - first) / 2 - timedelta(days=days // 2)
    first = min(max(first, whole[0]), whole[1] - timedelta(days=days - 1))
    return first, first + timedelta(days=days - 1)


def _length(window: Window) -> timedelta:
    return window[1] - window[0] + timedelta(days=1)


def zoomed(step: str, window: Window | None, whole: Window) -> Window | None:
    """Return the stretch after a step: ``in``, ``out``, ``earlier``, ``later`` or ``whole``.

    The middle stays where it is when zooming in.

    Examples
    --------
    >>> whole = (date(2000, 1, 1), date(2019, 12, 31))
    >>> zoomed("in", None, whole)
    (datetime.date(2004, 12, 31), datetime.date(2014, 12, 31))
    >>> zoomed("later", (date(2001, 1, 1), date(2001, 12, 31)), whole)
    (datetime.date(2001, 7, 2), datetime.date(2002, 7, 1))
    """
    first, last = window or whole
    half = _length((first, last)) / 2
    if step in ("earlier", "later"):
        by = timedelta(days=half.days) * (1 if step == "later" else -1)
        return limited((first + by, last + by), whole) if window else None
    if step not in ("in", "out"):
        return None
    middle, wide = first + half, half / FACTOR if step == "in" else half * FACTOR
    return limited((middle - wide, middle + wide), whole)
