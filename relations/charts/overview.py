"""The whole span of a timeline in one low strip: how many events a stretch of days, whatever their number.

It holds counts only, so that it weighs the same for a hundred events and for a million.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
import numpy.typing as npt
import pandas as pd

from relations.charts.timeline_events import days_column
from relations.charts.timeline_scale import day_of, days_of, stretch

WIDTH, HEIGHT = 1000, 100  # of the drawing's own pixels; the page stretches it
_BARS = 240  # at most
_YEAR_STEPS = (1, 2, 5, 10, 20, 50)
_MOST_YEARS = 6  # four digits each, on the narrowest screen


@dataclass(frozen=True, slots=True)
class Overview:
    """The strip.

    Attributes
    ----------
    first, last : datetime.date
        The whole span.
    happened, planned : str
        Outlines of the bars, as an SVG path in a box of `WIDTH` and `HEIGHT`; planned stand on happened.
    years : tuple of (int, float)
        Years to write, and where they begin: shares of the width.
    """

    first: date
    last: date
    happened: str
    planned: str
    years: tuple[tuple[int, float], ...]

    @property
    def days(self) -> int:
        """Days of the span."""
        return (self.last - self.first).days + 1

    def share(self, day: date) -> float:
        """Return where the begin of a day lies, as a share of the width."""
        return round((day - self.first).days / self.days, 5)


def overview(events: pd.DataFrame, today: date | None = None) -> Overview | None:
    """Count dated events over their whole span.

    Parameters
    ----------
    events : pandas.DataFrame
        ``earliest``, ``latest`` and ``status`` are used.
    today : datetime.date, optional
        Belongs to the span where `timeline` shows it.

    Returns
    -------
    Overview or None
        Nothing where no event has a date.

    Examples
    --------
    >>> import pandas as pd
    >>> days = pd.to_datetime(["1992-02-01", "2000-05-05"])
    >>> strip = overview(pd.DataFrame({"earliest": days, "latest": days, "status": "occurred"}))
    >>> strip.first.year, strip.last.year, strip.planned
    (1991, 2000, '')
    """
    start, end = days_column(events["earliest"]), days_column(events["latest"])
    known = ~(np.isnan(start) & np.isnan(end))
    if not known.any():
        return None
    ends = np.array([np.nanmin(np.fmin(start, end)), np.nanmax(np.fmax(start, end)) + 1])
    span = stretch(ends[:1], ends[1:], today, None)
    first, last = day_of(span[0]), day_of(np.ceil(span[1]) - 1)
    status = events["status"]
    counted = known & status.ne("cancelled").to_numpy()
    planned_ones = status.eq("planned").to_numpy()[counted]
    low, days = days_of(first), (last - first).days + 1
    step = max(1, -(-days // _BARS))
    begin = np.where(np.isnan(start), low, start)[counted] - low
    final = np.where(np.isnan(end), low + days - 1, end)[counted] - low
    table = _counts(begin.astype("int64") // step, final.astype("int64") // step, planned_ones, -(-days // step))
    across = np.clip(np.arange(table.shape[1] + 1) * step / days, 0, 1) * WIDTH
    most = float(table.sum(axis=0).max()) or 1.0
    # Square roots: a month of one event is seen beside a month of a thousand.
    tops = HEIGHT * np.sqrt(np.array([table[0], table.sum(axis=0)]) / most)
    floors = np.array([np.zeros(table.shape[1]), tops[0]])
    happened, planned = (_path(across, floors[n], tops[n]) for n in (0, 1))
    return Overview(first, last, happened, planned, tuple(_years(first, last)))


def _counts(
    low: npt.NDArray[np.int64], high: npt.NDArray[np.int64], planned: npt.NDArray[np.bool_], bars: int
) -> npt.NDArray[np.float64]:
    """Count events by bar, what happened and what is planned; one that can mean several bars is spread over them."""
    row = planned.astype("int64") * (bars + 1)
    wide = low < high
    size = 2 * (bars + 1)
    change = np.zeros(size)
    if wide.any():
        weight = 1.0 / (high[wide] - low[wide] + 1)
        begins, ends = row[wide] + low[wide], row[wide] + high[wide] + 1
        change += np.bincount(begins, weight, size) - np.bincount(ends, weight, size)
    table = np.cumsum(change.reshape(2, bars + 1), axis=1)
    # Most dates are of one bar: these are only counted.
    table += np.bincount((row + low)[~wide], minlength=size).reshape(2, bars + 1)
    table = table[:, :bars]
    table[table < 1e-9] = 0
    return np.asarray(table)


def _path(across: npt.NDArray[np.float64], floor: npt.NDArray[np.float64], top: npt.NDArray[np.float64]) -> str:
    parts = []
    for n in np.flatnonzero(top > floor).tolist():
        left, right = across[n], across[n + 1]
        low, high = HEIGHT - floor[n], HEIGHT - max(top[n], floor[n] + 4)
        parts.append(f"M{left:.1f} {low:.1f}V{high:.1f}H{right:.1f}V{low:.1f}z")
    return "".join(parts)


def _years(first: date, last: date) -> Sequence[tuple[int, float]]:
    years = range(first.year + 1, last.year + 1)
    step = next((step for step in _YEAR_STEPS if len(years) / step <= _MOST_YEARS), _YEAR_STEPS[-1])
    days = (last - first).days + 1
    placed = [(year, round((date(year, 1, 1) - first).days / days, 4)) for year in years if year % step == 0]
    return [(year, at) for year, at in placed if at < 0.9]
