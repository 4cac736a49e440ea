"""The stretch of days that the timeline shows: closer, wider, earlier, later, within what there is."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np
import pandas as pd

from relations.charts.timeline_events import days_column
from relations.charts.timeline_scale import day_of, days_of

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


def focus(events: pd.DataFrame, window: Window, chosen: str | None = None) -> date | None:
    """Return the day to zoom in on: that of the chosen event, else of the one in the middle of those shown.

    Parameters
    ----------
    events : pandas.DataFrame
        ``event_id``, ``earliest`` and ``latest`` of the events that are shown.
    window : (datetime.date, datetime.date)
        The stretch that is shown; an event that lies outside it is left out.
    chosen : str, optional
        ``event_id`` of the event that is open.

    Returns
    -------
    datetime.date or None
        ``None`` where the stretch holds no event.

    Examples
    --------
    >>> days = pd.to_datetime(["1992-02-01", "2023-05-05", "2024-12-12"])
    >>> told = pd.DataFrame({"event_id": ["a", "b", "c"], "earliest": days, "latest": days})
    >>> focus(told, (date(1990, 1, 1), date(2026, 1, 1))), focus(told, (date(1990, 1, 1), date(2026, 1, 1)), "a")
    (datetime.date(2023, 5, 5), datetime.date(1992, 2, 1))
    """
    start, end = days_column(events["earliest"]), days_column(events["latest"])
    start, end = np.where(np.isnan(start), end, start), np.where(np.isnan(end), start, end)
    middles = (start + end) / 2
    inside = (middles >= days_of(window[0])) & (middles < days_of(window[1]) + 1)
    if chosen is not None:
        own = inside & events["event_id"].eq(chosen).to_numpy()
        inside = own if own.any() else inside
    found = middles[inside]
    middle = (len(found) - 1) // 2
    return day_of(np.partition(found, middle)[middle]) if len(found) else None


def zoomed(step: str, window: Window | None, whole: Window, about: date | None = None) -> Window | None:
    """Return the stretch after a step: ``in``, ``out``, ``earlier``, ``later`` or ``whole``.

    Zooming in goes to the day that is given, else to the middle, and never out of what is shown.

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
    if step == "in" and about is not None:
        middle = min(max(about, first + wide), last - wide)
    return limited((middle - wide, middle + wide), whole)
