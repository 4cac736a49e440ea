"""The column of events without a date, beside the timeline and off its axis: nobody knows where they belong."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd

from relations.charts.groups import numbers
from relations.charts.safe_text import isolated
from relations.charts.text_width import text_width
from relations.charts.theme import Theme, theme
from relations.charts.timeline_events import RADIUS, STATUSES, dated, hover
from relations.charts.timeline_frame import Frame
from relations.charts.timeline_lanes import HEADER, Lanes
from relations.charts.timeline_marks import SYMBOLS, points, rounded, told_by
from relations.charts.words import number, say

_PITCH = 15.0
_LEAST, _MOST = 36.0, 90.0
_GAP = 12.0  # between the axis and the column


def _words(language: str, size: float, most: float) -> list[str]:
    """Return the heading, in two lines where it is too wide for one."""
    text = say("no-date", language)
    return [text] if text_width(text, size) <= most or " " not in text else text.split(" ", 1)


def width_of(n: int, inner: float, language: str, size: float) -> float:
    """Return the pixels that the column takes, its gap to the axis included; none where there is nothing in it."""
    if not n:
        return 0.0
    widest = max(text_width(line, size) for line in _words(language, size, inner * 0.12))
    return _GAP + min(max(_LEAST, widest + 2, (_PITCH * 4 if n > 24 else 0)), max(_MOST, widest))


def per_row(beside: float) -> int:
    """Return how many marks stand in one row of the column."""
    return max(1, int((beside - _GAP) // _PITCH))


def rows(undated: pd.DataFrame, lanes: Sequence[str], beside: float) -> list[int]:
    """Return the number of rows that each lane needs in the column."""
    counts = numbers(undated, "lane")
    return [int(np.ceil(int(counts.get(code, 0)) / per_row(beside))) if beside else 0 for code in lanes]


def traces(
    undated: pd.DataFrame,
    lanes: Sequence[str],
    laid: Lanes,
    beside: float,
    colours: Sequence[str],
    people: Mapping[str, Sequence[str]],
    language: str,
    shades: Theme,
    size: float,
) -> list[dict[str, Any]]:
    """Return the marks of the column, or only their number in each lane where there are very many."""
    if undated.empty:
        return []
    axes = {"xaxis": "x2"}
    if laid.level == "density":
        counts = numbers(undated, "lane")
        there = [n for n, code in enumerate(lanes) if counts.get(code, 0)]
        text = [number(int(counts[lanes[n]]), language) for n in there]
        y = rounded([laid.bands[n].y(0) for n in there])
        middle = (beside + _GAP) / 2
        return [{"type": "scatter", "mode": "text", "x": [round(middle, 1)] * len(there), "y": y, "text": text,
                 "textfont": {"size": size, "color": shades.ink}, "hoverinfo": "skip", **axes}]  # fmt: skip
    told, across = dated(undated, lanes), per_row(beside)
    status = [told.text(n, "status") for n in range(len(told))]
    seen, at = [0] * len(lanes), []
    for lane in told.lane.tolist():
        row, place = divmod(seen[lane], across)
        at.append((_GAP + (place + 0.5) * _PITCH, laid.bands[lane].y(row)))
        seen[lane] += 1
    marker = {
        "symbol": [SYMBOLS[one if one in STATUSES else "planned"] for one in status],
        "size": 2 * RADIUS[laid.level],
        "color": [colours[lane] for lane in told.lane.tolist()],
        "line": {
            "width": [0 if one in ("occurred", "ongoing") else 1.8 for one in status],
            "color": [colours[lane] for lane in told.lane.tolist()],
        },
    }
    trace = points(rounded([x for x, _ in at]), rounded([y for _, y in at]), marker)
    ids = [told.text(n, "event_id") for n in range(len(told))]
    texts = [hover(told, n, people.get(ids[n], ()), language, len(told) <= 50) for n in range(len(told))]
    return [told_by(trace, ids, texts) | axes | {"name": "undated"}]


def heading(undated: pd.DataFrame, frame: Frame) -> list[dict[str, Any]]:
    """Return the words above the column."""
    if undated.empty:
        return []
    size = frame.size - 1
    lines = [isolated(line, frame.turned) for line in _words(frame.language, size, frame.width * 0.12)]
    middle = frame.left + frame.time + (frame.beside + _GAP) / 2
    return [{"text": "<br>".join(lines), "xref": "paper", "x": frame.share(middle), "xanchor": "center",
             "yref": "y", "y": HEADER / 2, "showarrow": False, "borderpad": 0,
             "align": "center", "font": {"size": size, "color": theme(frame.dark).quiet}}]  # fmt: skip
