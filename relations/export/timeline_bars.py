"""The timeline of very many events on a slide: in each lane, how many a month, a quarter or a year."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

import numpy as np
import pandas as pd

from relations.charts import timeline_density as density
from relations.charts.theme import lane_colours
from relations.charts.timeline_lanes import PADDING, Lanes
from relations.charts.timeline_scale import Scale, days_of

_LEAST_COUNT = 8.0  # pixels of a bar


class Box(NamedTuple):
    """A rectangle in pixels of the slide."""

    left: float
    top: float
    width: float
    height: float


At = Callable[[float, float, float, float], Box]  # pixels of the chart to those of the slide


class Bar(NamedTuple):
    """A bar of the density: events of a lane in a stretch of months."""

    box: Box
    planned: bool
    colour: str
    period: str  # EDTF
    lane: str
    value: float


def bars(events: pd.DataFrame, codes: list[str], scale: Scale, laid: Lanes, at: At) -> list[Bar]:
    """Return the bars."""
    # Wider than on the page: thousands of shapes would be no help to who moves them.
    months = next((n for n in (1, 3, 12) if n * 30.4 * scale.per_day >= _LEAST_COUNT), 12)
    colours = lane_colours(codes)
    table, first = density.counts(events, codes, scale, months)
    most = float(table.sum(axis=1).max()) if table.size else 1.0
    found = []
    for n, (band, code) in enumerate(zip(laid.bands, codes, strict=True)):
        room = band.bottom - band.top - 2 * PADDING
        for column in np.flatnonzero(table[n].sum(axis=0)).tolist():
            floor, month = band.bottom - PADDING, int(first[column])
            ends = np.array([days_of(_month(month)), days_of(_month(month + months))])
            x0, x1 = np.clip(scale.pixels(ends), 0, scale.width).tolist()
            for planned in (False, True):
                value = float(table[n, int(planned), column])
                if value and x1 > x0:
                    high = max(value / most * room, 1.0)
                    period = density.stretch_edtf(month, months)
                    found.append(Bar(at(x0, floor - high, x1 - x0, high), planned, colours[code], period, code, value))
                    floor -= high
    return found


def _month(months: int) -> date:
    return date(1970 + months // 12, months % 12 + 1, 1)
