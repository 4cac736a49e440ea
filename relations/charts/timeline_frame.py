"""The frame of a timeline: names of lanes, axes, the line of today; all places in pixels of one plot area."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np

from relations.charts.safe_text import isolated, safe
from relations.charts.text_width import fitted, text_width
from relations.charts.theme import font, font_size, theme
from relations.charts.timeline_lanes import HEADER, Lanes
from relations.charts.timeline_scale import Scale, axis, days_of, stamps
from relations.charts.words import right_to_left, say

NARROW = 560  # below it, names of lanes stand above their rows
EDGE = 10.0
TICKS = 24.0


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands where across a timeline, in pixels.

    Attributes
    ----------
    width : float
        Of the plot area: the figure without its edges.
    side : float
        Taken by names of lanes; 0 where they stand above their rows.
    beside : float
        Taken by the column of events without a date.
    language : str
        Of the reader.
    dark : bool
        For a dark ground.
    """

    width: float
    side: float
    beside: float
    language: str
    dark: bool

    @property
    def turned(self) -> bool:
        """Whether the language is written from right to left."""
        return right_to_left(self.language)

    @property
    def size(self) -> float:
        """Size of the font; Arabic letters are smaller at the same size."""
        return font_size(self.language)

    @property
    def left(self) -> float:
        """Where the time axis begins."""
        return 0.0 if self.turned else self.side

    @property
    def time(self) -> float:
        """How wide the time axis is."""
        return self.width - self.side - self.beside

    def share(self, pixels: float) -> float:
        """Return a place across the plot area as plotly writes it, 0 to 1."""
        return round(pixels / self.width, 5)


def side_width(names: Sequence[str], width: float, language: str) -> float:
    """Return the pixels that names of lanes take beside the plot; 0 where the figure is too narrow for that."""
    if width < NARROW:
        return 0.0
    return min(max(text_width(name, font_size(language)) for name in names) + 12.5, width * 0.3)


def lane_names(laid: Lanes, names: Sequence[str], frame: Frame) -> list[dict[str, Any]]:
    """Return the names of the lanes as annotations, shortened where the side is too narrow."""
    found = []
    for band, name in zip(laid.bands, names, strict=True):
        text = fitted(name, frame.size, frame.side - 12 if frame.side else frame.time)
        note: dict[str, Any] = {
            "text": isolated(safe(text), frame.turned), "xref": "paper", "yref": "y", "showarrow": False,
            "borderpad": 0, "font": {"size": frame.size},
        }  # fmt: skip
        if frame.side:
            across = frame.width - frame.side + 11 if frame.turned else frame.side - 11
            note |= {"x": frame.share(across), "xanchor": "left" if frame.turned else "right"}
            note["y"] = round((band.top + band.bottom) / 2, 1)
        else:
            across = frame.time if frame.turned else 0.0
            note |= {"x": frame.share(across), "xanchor": "right" if frame.turned else "left"}
            note |= {
                "y": round(band.top + band.name / 2 + 1, 1),
            }
        found.append(note)
    return found


def today_marks(today: date, now: float, laid: Lanes, frame: Frame) -> tuple[list[dict[str, Any]], dict[str, Any]]:
    """Return the line of today, and its word, which is kept inside the frame.

    Where names of lanes stand above their rows, the line leaves their strips out: it crosses no name.

    Parameters
    ----------
    today : datetime.date
    now : float
        Where it lies, in pixels from the begin of the time axis.
    laid : Lanes
    frame : Frame
    """
    text, colour = say("today", frame.language), theme(frame.dark).today
    half = text_width(text, frame.size) / 2
    centre = min(max(now, half), frame.time - half)
    noon = stamps(np.array([days_of(today) + 0.5]))[0]
    parts = [(HEADER - 4, laid.height)] if frame.side else [(band.top + band.name, band.bottom) for band in laid.bands]
    lines = [
        {"type": "line", "x0": noon, "x1": noon, "y0": round(top, 1), "y1": round(bottom, 1), "layer": "below",
         "line": {"color": colour, "width": 1.5, "dash": "dot"}}
        for top, bottom in parts
    ]  # fmt: skip
    word = {"text": isolated(text, frame.turned), "xref": "paper", "x": frame.share(frame.left + centre),
            "xanchor": "center", "yref": "y", "y": HEADER / 2, "showarrow": False, "borderpad": 0,
            "font": {"size": frame.size, "color": colour}}  # fmt: skip
    return lines, word


def layout(laid: Lanes, scale: Scale, frame: Frame, key_height: float) -> dict[str, Any]:
    """Return size, margins and axes.

    The axes: ``x`` time and ``y`` pixels from the top; ``x2`` pixels across the column of events without a date;
    ``x3`` and ``y3`` pixels of the key.
    """
    shades, small = theme(frame.dark), frame.size - 1
    below = TICKS + key_height
    total = round(laid.height + below, 1)
    hidden = {"visible": False, "fixedrange": True}
    found: dict[str, Any] = {
        "width": round(frame.width + 2 * EDGE),
        "height": total,
        "margin": {"l": EDGE, "r": EDGE, "t": 0, "b": 0, "autoexpand": False},
        "font": font(frame.language, frame.dark, frame.size),
        "dragmode": "zoom" if frame.side else False,
        "xaxis": {
            "type": "date", "range": scale.range, "anchor": "y",
            "domain": [frame.share(frame.left), frame.share(frame.left + frame.time)],
            "gridcolor": shades.line, "zeroline": False, "automargin": False, "tickfont": {"size": small}, "ticks": "",
            **axis(scale, frame.language, small),
        },
        "yaxis": {
            "range": [round(laid.height, 1), 0], "domain": [round(below / total, 5), 1], "fixedrange": True,
            "showticklabels": False, "gridcolor": shades.line, "zeroline": False, "automargin": False,
            "tickmode": "array", "tickvals": [HEADER, *(round(band.bottom, 1) for band in laid.bands)],
        },
    }  # fmt: skip
    if frame.beside:
        edge = frame.left + frame.time
        domain = [frame.share(edge), frame.share(edge + frame.beside)]
        found["xaxis2"] = {**hidden, "range": [0, round(frame.beside, 1)], "domain": domain, "anchor": "y"}
    if key_height:
        found["xaxis3"] = {**hidden, "range": [0, round(frame.width, 1)], "domain": [0, 1], "anchor": "y3"}
        across = [0, round(key_height / total, 5)]
        found["yaxis3"] = {**hidden, "range": [round(key_height, 1), 0], "domain": across, "anchor": "x3"}
    return found
