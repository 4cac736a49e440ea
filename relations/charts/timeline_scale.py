"""The time axis of the timeline: days to pixels, the stretch shown, and its ticks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import numpy as np
import numpy.typing as npt

from relations.charts.dates import locale
from relations.charts.text_width import text_width
from relations.charts.words import speaks

Days = npt.NDArray[np.float64]
_EPOCH = date(1970, 1, 1)
_LEAST = 30.0  # days that are shown at least
_MONTH_STEPS = (1, 2, 3, 6, 12, 24)
_DAY_STEPS = (1, 2, 5, 10, 20, 40)
_YEARS = 6 * 366  # from here on, ticks are years


def days_of(day: date) -> float:
    """Return a day as days since 1970.

    Examples
    --------
    >>> days_of(date(1970, 1, 2))
    1.0
    """
    return float((day - _EPOCH).days)


def day_of(days: float) -> date:
    """Return the day that a number of days since 1970 falls on.

    Examples
    --------
    >>> day_of(1.9)
    datetime.date(1970, 1, 2)
    """
    return _EPOCH + timedelta(days=int(np.floor(days)))


def stamps(days: Days) -> list[str]:
    """Return days since 1970 as the texts that plotly reads, no longer than they need be.

    Examples
    --------
    >>> stamps(np.array([0.0, 0.5]))
    ['1970-01-01', '1970-01-01 12:00']
    """
    minutes = np.round(days * 1440).astype("timedelta64[m]") + np.datetime64("1970-01-01T00:00", "m")
    texts = np.datetime_as_string(minutes)
    return [text[:10] if text.endswith("T00:00") else text.replace("T", " ") for text in texts.tolist()]


@dataclass(frozen=True, slots=True)
class Scale:
    """A stretch of days over a stretch of pixels.

    Attributes
    ----------
    first, last : float
        Days since 1970 at the left and right end.
    width : float
        Pixels between them.
    """

    first: float
    last: float
    width: float

    def pixels(self, days: Days) -> Days:
        """Return where days lie, in pixels from the left."""
        return (days - self.first) / (self.last - self.first) * self.width

    @property
    def per_day(self) -> float:
        """Pixels a day."""
        return self.width / (self.last - self.first)

    @property
    def range(self) -> list[str]:
        """The range of the axis as plotly reads it."""
        return stamps(np.array([self.first, self.last]))


def stretch(start: Days, end: Days, today: date | None, window: tuple[date, date] | None) -> tuple[float, float]:
    """Return the first and last day to show, in days since 1970.

    Parameters
    ----------
    start, end : array of float, shape (n,)
        Days since 1970 of the dated events; NaN where open.
    today : datetime.date or None
        Shown where it lies within the events or no further after them than they reach.
    window : (datetime.date, datetime.date) or None
        First and last day wanted; wins over all else.
    """
    if window is not None:
        first, last = days_of(window[0]), days_of(window[1]) + 1
        return (first, last) if last > first else (last - 1, first + 1)
    known = np.concatenate([start[~np.isnan(start)], end[~np.isnan(end)]])
    now = None if today is None else days_of(today)
    if not len(known):
        now = 0.0 if now is None else now
        return now - 365, now + 365
    first, last = float(known.min()), float(known.max())
    if now is not None and last < now <= last + max(730.0, last - first):
        last = now
    if last - first < _LEAST:
        first, last = (first + last - _LEAST) / 2, (first + last + _LEAST) / 2
    margin = (last - first) * 0.025
    return first - margin, last + margin


def axis(scale: Scale, language: str, size: float) -> dict[str, Any]:
    """Return the ticks of the time axis as plotly writes them.

    Years are left to plotly, so that zooming in a notebook finds finer ones, written in digits that every reader
    knows; shorter stretches have the names of months that CLDR gives in the reader's language. Plotly is asked for no
    more ticks than there are years: else it would write months, of whose names in a notebook it knows the English only.
    """
    if scale.last - scale.first > _YEARS:
        return {
            "tickmode": "auto",
            "nticks": max(2, min(int(scale.width / 70), int((scale.last - scale.first) / 366))),
            "tickformat": "%Y",
            "tickformatstops": [
                {"dtickrange": ["M12", None], "value": "%Y"},
                {"dtickrange": ["M1", "M6"], "value": "%Y-%m"},
                {"dtickrange": [None, "M1"], "value": "%Y-%m-%d"},
            ],
            "ticklabeloverflow": "hide past div",
            "autotickangles": [0],
        }
    days, texts = (
        _month_ticks(scale, language, size) if scale.last - scale.first > 75 else _day_ticks(scale, language, size)
    )
    return {"tickmode": "array", "tickvals": stamps(np.array(days)), "ticktext": texts, "tickangle": 0}


def _text(day: date, skeleton: str, language: str) -> str:
    from babel.dates import format_skeleton

    return format_skeleton(skeleton, day, locale=locale(speaks(language)))


def _fitting(marks: list[tuple[float, str]], scale: Scale, size: float) -> bool:
    widest = max((text_width(text, size) for _, text in marks), default=0.0)
    gaps = [(b[0] - a[0]) * scale.per_day for a, b in pairwise(marks)]
    return min(gaps, default=1e9) >= widest + 10


def _inside(marks: list[tuple[float, str]], scale: Scale, size: float) -> tuple[list[float], list[str]]:
    kept = []
    for day, text in marks:
        at, half = float(scale.pixels(np.array([day]))[0]), text_width(text, size) / 2
        if half <= at <= scale.width - half:
            kept.append((day, text))
    return [day for day, _ in kept], [text for _, text in kept]


def _month_ticks(scale: Scale, language: str, size: float) -> tuple[list[float], list[str]]:
    begin, end = day_of(scale.first), day_of(scale.last)
    marks: list[tuple[float, str]] = []
    for step in _MONTH_STEPS:
        if step < 12 and (scale.last - scale.first) / 31 / step * 3 * size > scale.width:
            continue  # names of months are longer than that
        from_first = range(begin.year * 12 // step * step, end.year * 12 + 12, step)
        firsts = [date(n // 12, n % 12 + 1, 1) for n in from_first if n >= 12]
        marks = [
            (days_of(day), _text(day, "y" if step >= 12 else "yMMM", language)) for day in firsts if begin <= day <= end
        ]
        if _fitting(marks, scale, size):
            break
    return _inside(marks, scale, size)


def _day_ticks(scale: Scale, language: str, size: float) -> tuple[list[float], list[str]]:
    marks: list[tuple[float, str]] = []
    for step in _DAY_STEPS:
        first = int(np.ceil(scale.first / step)) * step
        numbers = range(first, int(scale.last) + 1, step)
        marks = [(float(n), _text(day_of(n), "yMMMd", language)) for n in numbers]
        if _fitting(marks, scale, size):
            break
    return _inside(marks, scale, size)
