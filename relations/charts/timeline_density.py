"""The timeline of thousands: in each lane, how many events a month, a quarter or a year."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from relations.charts.columns import middles, outline, path
from relations.charts.dates import date_text
from relations.charts.groups import WEIGHT
from relations.charts.safe_text import isolated, safe
from relations.charts.theme import tint
from relations.charts.timeline_events import days_column
from relations.charts.timeline_lanes import PADDING, Band
from relations.charts.timeline_scale import Scale
from relations.charts.words import number, right_to_left, say

_LEAST_BAR = 4.0  # pixels; narrower ones are hard to point at
_STEPS = (1, 3, 12)  # months a bar


def step(scale: Scale) -> int:
    """Return how many months a bar stands for: 1, 3 or 12, so that bars can be told apart and pointed at."""
    return next((months for months in _STEPS if months * 30.4 * scale.per_day >= _LEAST_BAR), _STEPS[-1])


def counts(
    events: pd.DataFrame, lanes: Sequence[str], scale: Scale, months: int
) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.int64]]:
    """Count dated events by lane, planned or not, and stretch of months.

    An event whose date can mean several stretches is spread over them evenly, so that it counts once in all.
    Cancelled events are left out.

    Returns
    -------
    counts : array of float, shape (lanes, 2, stretches)
        Second axis: happened or going on, planned.
    first : array of int, shape (stretches,)
        First month of each stretch, in months since 1970.
    """
    first = int(_month(np.array([scale.first]))[0]) // months
    last = int(_month(np.array([scale.last]))[0]) // months
    stretches = last - first + 1
    kept = events[events["status"].ne("cancelled").to_numpy()]
    start, end = days_column(kept["earliest"]), days_column(kept["latest"])
    start = np.where(np.isnan(start), scale.first, start)
    end = np.where(np.isnan(end), scale.last, end)
    low, high = _month(start) // months - first, _month(end) // months - first
    weight = (kept[WEIGHT].to_numpy() if WEIGHT in kept else 1.0) / (high - low + 1)
    lane = pd.Categorical(kept["lane"], categories=list(lanes)).codes.astype("int64")
    row = lane * 2 + (kept["status"] == "planned").to_numpy().astype("int64")
    inside = (lane >= 0) & (high >= 0) & (low < stretches)
    low, high = np.clip(low[inside], 0, None), np.clip(high[inside] + 1, None, stretches)
    row, weight = row[inside] * (stretches + 1), weight[inside]
    size = len(lanes) * 2 * (stretches + 1)
    change = np.bincount(row + low, weight, size) - np.bincount(row + high, weight, size)
    table = np.cumsum(change.reshape(len(lanes), 2, stretches + 1), axis=2)[:, :, :stretches]
    table[table < 1e-9] = 0
    return table, (np.arange(first, last + 1, dtype=np.int64) * months)


def _month(days: npt.NDArray[np.float64]) -> npt.NDArray[np.int64]:
    return days.astype("int64").astype("datetime64[D]").astype("datetime64[M]").astype("int64")


def stretch_edtf(month: int, months: int) -> str:
    """Return a stretch of months since 1970 as EDTF.

    Examples
    --------
    >>> stretch_edtf(3, 1), stretch_edtf(3, 3), stretch_edtf(12, 12)
    ('1970-04', '1970-34', '1971')
    """
    year, rest = divmod(int(month), 12)
    year += 1970
    return f"{year}-{rest + 1:02}" if months == 1 else f"{year}-{33 + rest // 3}" if months == 3 else str(year)


def drawn(
    table: npt.NDArray[np.float64],
    first: npt.NDArray[np.int64],
    bands: Sequence[Band],
    months: int,
    colours: Sequence[str],
    names: Sequence[str],
    language: str,
) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Return columns for each lane, planned hollow above what happened; ``name`` is the code of the lane.

    Returns
    -------
    told : list of dict
        A trace for each lane that draws nothing: what the pointer is told in the middle of each column.
    shapes : list of dict
        The columns, an outline for each lane, planned or not.
    """
    most = table.sum(axis=1).max() if table.size else 0.0
    turned = right_to_left(language)
    told: list[dict[str, Any]] = []
    shapes: list[dict[str, Any]] = []
    middle = np.datetime_as_string(middles(first, months))
    stretches = [date_text(stretch_edtf(month, months), language) for month in first.tolist()]
    for n, band in enumerate(bands):
        room = band.bottom - band.top - band.name - 2 * PADDING
        floor = band.bottom - PADDING
        below = np.zeros(len(first))
        x: list[str] = []
        y: list[float] = []
        hover: list[str] = []
        for planned in (0, 1):
            cells = np.flatnonzero(table[n, planned])
            if not len(cells):
                continue
            values = table[n, planned, cells]
            high = np.maximum(values / most * room, 1.0)
            low = np.round(floor - below[cells], 1)
            top = np.round(low - high, 1)
            shapes.append(
                {"type": "path", "path": path(*outline(first[cells], months, low, top)), "layer": "between",
                 "name": band.code, "fillcolor": tint(colours[n], 0.2) if planned else colours[n],
                 "line": {"color": colours[n], "width": planned}}
            )  # fmt: skip
            word = say("planned" if planned else "occurred", language)
            x += middle[cells].tolist()
            y += np.round((low + top) / 2, 1).tolist()
            hover += [
                isolated(f"{stretches[cell]} · {word} {number(value, language)}", turned)
                for cell, value in zip(cells.tolist(), values.tolist(), strict=True)
            ]
            below[cells] += high
        if x:
            told.append(
                {"type": "scatter", "mode": "none", "name": band.code, "x": x, "y": y, "hovertext": hover,
                 "hovertemplate": f"<b>{isolated(safe(names[n]), turned)}</b><br>%{{hovertext}}<extra></extra>"}
            )  # fmt: skip
    return told, shapes
