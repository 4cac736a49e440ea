"""The rectangles that a timeline draws, worked out from the finished figure, not from the code that laid it out."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import numpy as np

from relations.charts.text_width import text_width

MARKS = ("occurred", "ongoing", "planned", "cancelled", "undated", None)


class Rect(NamedTuple):
    """Pixels from the left and top of the figure."""

    left: float
    top: float
    right: float
    bottom: float

    def overlaps(self, other: Rect, slack: float = 0.01) -> bool:
        return (
            self.left + slack < other.right
            and other.left + slack < self.right
            and self.top + slack < other.bottom
            and other.top + slack < self.bottom
        )

    def joined(self, other: Rect) -> Rect:
        return Rect(*map(min, self[:2], other[:2]), *map(max, self[2:], other[2:]))


@dataclass
class Drawn:
    """What a figure shows: marks by event, labels, names of lanes, the other words."""

    width: float
    height: float
    time: Rect
    marks: dict[str, Rect] = field(default_factory=dict)
    labels: list[Rect] = field(default_factory=list)
    names: list[Rect] = field(default_factory=list)
    words: list[Rect] = field(default_factory=list)
    key: list[Rect] = field(default_factory=list)
    ticks: list[Rect] = field(default_factory=list)


def _days(texts: Any) -> np.ndarray:
    return np.array(list(texts), dtype="datetime64[m]").astype("int64") / 1440


class _Axes:
    """Turns values of the axes that a trace uses into pixels of the figure."""

    def __init__(self, figure: dict[str, Any], x: str = "x", y: str = "y") -> None:
        layout = figure["layout"]
        margin = layout["margin"]
        self.left, self.top = margin["l"], margin["t"]
        self.across = layout["width"] - margin["l"] - margin["r"]
        self.down = layout["height"] - margin["t"] - margin["b"]
        self.x_axis, self.y_axis = layout[f"xaxis{x[1:]}"], layout[f"yaxis{y[1:]}"]

    def x(self, value: Any) -> float:
        low, high = self.x_axis["range"]
        if self.x_axis.get("type") == "date":
            value, low, high = _days([value, low, high])
        start, end = self.x_axis["domain"]
        return float(self.left + self.across * (start + (end - start) * (value - low) / (high - low)))

    def y(self, value: float) -> float:
        low, high = self.y_axis["range"]
        start, end = self.y_axis["domain"]
        return float(self.top + self.down * (1 - (start + (end - start) * (value - low) / (high - low))))

    def frame(self) -> Rect:
        start, end = self.x_axis["domain"]
        bottom, top = self.y_axis["domain"]
        left, right = self.left + self.across * start, self.left + self.across * end
        return Rect(left, self.top + self.down * (1 - top), right, self.top + self.down * (1 - bottom))


def plain(text: str) -> str:
    """Return text as it is seen: entities resolved, invisible marks of direction gone."""
    return re.sub("[\u2066-\u2069]", "", html.unescape(text))


def _list(value: Any, n: int) -> list[Any]:
    return list(value) if isinstance(value, (list, tuple)) else [value] * n


def _text(left: float, middle: float, text: str, size: float, anchor: str) -> Rect:
    lines = plain(text).split("<br>")
    wide, high = max(text_width(line, size) for line in lines), 1.2 * size * len(lines)
    start = {"left": left, "right": left - wide, "center": left - wide / 2}[anchor]
    return Rect(start, middle - high / 2, start + wide, middle + high / 2)


def read(figure: Any) -> Drawn:
    """Read a figure of `relations.charts.timeline`."""
    spec = figure.to_plotly_json()
    layout = spec["layout"]
    time = _Axes(spec).frame()
    drawn = Drawn(layout["width"], layout["height"], time)
    for trace in spec["data"]:
        axes = _Axes(spec, trace.get("xaxis", "x"), trace.get("yaxis", "y"))
        if trace.get("xaxis") == "x3":
            _read_key(trace, axes, drawn)
        elif trace.get("name") == "labels":
            size, offset = trace["textfont"]["size"], trace["marker"]["size"] / 2 / 0.8 + 1
            for x, y, text, side in zip(trace["x"], trace["y"], trace["text"], trace["textposition"], strict=True):
                right = side.endswith("right")
                at = axes.x(x) + (offset if right else -offset)
                drawn.labels.append(_text(at, axes.y(y), text, size, "left" if right else "right"))
        elif "customdata" in trace:
            _read_marks(trace, axes, drawn)
    axis = layout["xaxis"]
    for day, text in zip(axis.get("tickvals", ()), axis.get("ticktext", ()), strict=True):
        middle = time.bottom + axis["tickfont"]["size"]
        drawn.ticks.append(_text(_Axes(spec).x(day), middle, text, axis["tickfont"]["size"], "center"))
    for note in layout["annotations"]:
        across = _Axes(spec)
        at = across.left + across.across * note["x"]
        rect = _text(at, across.y(note["y"]), note["text"], note["font"]["size"], note["xanchor"])
        (drawn.names if note["font"].get("color") is None else drawn.words).append(rect)
    return drawn


def _read_marks(trace: dict[str, Any], axes: _Axes, drawn: Drawn) -> None:
    n = len(trace["customdata"])
    frame = drawn.time
    marker = trace["marker"]
    for at, event in enumerate(trace["customdata"]):
        y = axes.y(trace["y"][at])
        if trace["type"] == "bar":
            base = _days([trace["base"][at]])[0]
            left, right = (axes.x(np.datetime64(int(day * 1440), "m")) for day in (base, base + trace["x"][at] / 864e5))
            half = trace["width"] / 2
            rect = Rect(max(left, frame.left), y - half, min(right, frame.right), y + half)
        else:
            if _list(marker.get("opacity", 1), n)[at] == 0:
                continue
            x, half = axes.x(trace["x"][at]), marker["size"] / 2
            rect = Rect(x - half, y - half, x + half, y + half)
        drawn.marks[event] = drawn.marks[event].joined(rect) if event in drawn.marks else rect


def _read_key(trace: dict[str, Any], axes: _Axes, drawn: Drawn) -> None:
    if trace.get("mode") != "text":
        return
    anchor = "left" if trace["textposition"].endswith("right") else "right"
    for x, y, text in zip(trace["x"], trace["y"], trace["text"], strict=True):
        drawn.key.append(_text(axes.x(x), axes.y(y), text, trace["textfont"]["size"], anchor))
