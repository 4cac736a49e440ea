"""The traces of a timeline's marks: one for each status and shape, whatever the number of events."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from relations.charts.labels import Label
from relations.charts.safe_text import isolated, safe
from relations.charts.theme import Theme, tint
from relations.charts.timeline_events import BAR, RADIUS, STATUSES, TARGET, Dated
from relations.charts.timeline_scale import Days, Scale, stamps
from relations.charts.words import right_to_left

SYMBOLS = {"occurred": "circle", "ongoing": "triangle-right", "planned": "circle-open", "cancelled": "circle-x-open"}
CLEAR = "rgba(0,0,0,0)"
_MINUTE = 60_000
_FADED = 0.7
_HATCH = 6.0  # bars narrower than this show no hatch


def rounded(values: Sequence[float]) -> list[float]:
    """Return pixels to a tenth, whole numbers without a point: shorter as JSON."""
    return [int(value) if value == int(value) else value for value in (round(float(v), 1) for v in values)]


def bar_style(status: str, rough: Sequence[bool], thin: Sequence[bool], colours: Sequence[str]) -> dict[str, Any]:
    """Return how bars look: filled, hollow where planned, hatched where the date is approximate."""
    hollow = status in ("planned", "cancelled")
    hatched = [r and not n for r, n in zip(rough, thin, strict=True)]
    fill = [
        colour if hatch else CLEAR if hollow else tint(colour, _FADED) if r else colour
        for colour, r, hatch in zip(colours, rough, hatched, strict=True)
    ]
    style: dict[str, Any] = {
        "color": fill,
        "line": {"color": list(colours), "width": 1.5 if hollow else [0 if r else 1 for r in rough]},
    }
    if any(hatched):
        style["pattern"] = {
            "shape": ["/" if hatch else "" for hatch in hatched],
            "fillmode": "replace",
            "bgcolor": CLEAR if hollow else [tint(colour, 0.3) for colour in colours],
            "size": 5,
            "solidity": 0.35,
        }
    return style


def bars(base: list[str], length: list[int], y: list[float], height: float, style: dict[str, Any]) -> dict[str, Any]:
    """Return a trace of bars over stretches of days."""
    return {"type": "bar", "orientation": "h", "base": base, "x": length, "y": y, "width": height, "marker": style}


def points(x: Sequence[Any], y: list[float], marker: dict[str, Any]) -> dict[str, Any]:
    """Return a trace of marks that are no bars."""
    return {"type": "scatter", "mode": "markers", "x": list(x), "y": y, "marker": marker, "cliponaxis": False}


def nothing(scale: Scale) -> dict[str, Any]:
    """Return a trace without a mark that is seen: plotly draws no axis, and moves none, that nothing stands on."""
    return points(stamps(np.array([scale.first])), [0.0], {"opacity": 0}) | {"hoverinfo": "skip", "name": "nothing"}


def told_by(trace: dict[str, Any], ids: list[str], texts: list[str]) -> dict[str, Any]:
    """Let a trace answer the pointer: ``customdata`` is the ``event_id`` of each mark."""
    return trace | {"customdata": ids, "hovertext": texts, "hoverinfo": "text"}


def traces(
    told: Dated,
    scale: Scale,
    level: str,
    y: Days,
    colours: Sequence[str],
    hover: Sequence[str],
    selected: str | None,
    theme: Theme,
) -> list[dict[str, Any]]:
    """Return the marks of dated events.

    Parameters
    ----------
    told : Dated
        The events.
    scale : Scale
        Of the axis.
    level : str
        ``labels`` or ``marks``.
    y : array of float, shape (n,)
        Middle of each mark, in pixels.
    colours : sequence of str
        Of each mark.
    hover : sequence of str
        What the pointer is told of each.
    selected : str or None
        ``event_id`` that gets a ring.
    theme : Theme
        For the ring.
    """
    start = np.where(np.isnan(told.start), scale.first, told.start)
    end = np.where(np.isnan(told.end), scale.last, told.end)
    narrow = (end - start) * scale.per_day < TARGET
    thin = (end - start) * scale.per_day < _HATCH
    status = [told.text(n, "status") for n in range(len(told))]
    status = [one if one in STATUSES else "occurred" for one in status]
    found: list[dict[str, Any]] = []
    ends: list[tuple[int, float, str, float]] = []
    for one in STATUSES:
        mine = [n for n in range(len(told)) if status[n] == one]
        wide = [n for n in mine if not told.exact[n]]
        dots = [n for n in mine if told.exact[n]]
        if wide:
            style = bar_style(one, [bool(told.rough[n]) for n in wide], [bool(thin[n]) for n in wide],
                              [colours[n] for n in wide])  # fmt: skip
            length = [round(float(end[n] - start[n]) * 1440) * _MINUTE for n in wide]
            trace = bars(stamps(start[wide]), length, rounded(y[wide].tolist()), BAR[level], style)
            texts = ["" if narrow[n] else hover[n] for n in wide]
            found.append(told_by(trace, [told.text(n, "event_id") for n in wide], texts) | {"name": one})
            for n in wide:
                if one == "ongoing":
                    ends.append((n, float(min(end[n], scale.last)), "triangle-right", 1))
                elif one == "cancelled":
                    ends.append((n, float(start[n] + end[n]) / 2, "x-thin-open", 1))
                elif narrow[n]:
                    ends.append((n, float(start[n] + end[n]) / 2, "square", 0))
        if dots:
            marker: dict[str, Any] = {
                "symbol": SYMBOLS[one],
                "size": 2 * RADIUS[level] + (2 if one == "ongoing" else 0),
                "color": [colours[n] for n in dots],
            }
            if one in ("planned", "cancelled"):
                marker["line"] = {"width": 1.8}
            if any(told.rough[n] for n in dots):
                if one in ("planned", "cancelled"):
                    marker["opacity"] = [_FADED if told.rough[n] else 1 for n in dots]
                else:
                    marker["line"] = {"width": 1.5, "color": marker["color"]}
                    marker["color"] = [tint(colours[n], 0.3) if told.rough[n] else colours[n] for n in dots]
            trace = points(stamps(start[dots] + 0.5), rounded(y[dots].tolist()), marker)
            found.append(
                told_by(trace, [told.text(n, "event_id") for n in dots], [hover[n] for n in dots]) | {"name": one}
            )
    if ends:
        marker = {
            "symbol": [symbol for _, _, symbol, _ in ends],
            "opacity": [opacity for *_, opacity in ends],
            "size": min(TARGET, BAR[level] + 2),
            "color": [colours[n] for n, *_ in ends],
            "line": {"width": 1.5, "color": [colours[n] for n, *_ in ends]},
        }
        trace = points(stamps(np.array([day for _, day, _, _ in ends])), rounded([y[n] for n, *_ in ends]), marker)
        found.append(told_by(trace, [told.text(n, "event_id") for n, *_ in ends], [hover[n] for n, *_ in ends]))
    for n in range(len(told)):
        if told.text(n, "event_id") == selected:
            found.append(_ring(n, told, start, end, float(y[n]), level, theme))
    return found


def _ring(n: int, told: Dated, start: Days, end: Days, y: float, level: str, theme: Theme) -> dict[str, Any]:
    if told.exact[n]:
        marker = {"symbol": "circle-open", "size": 2 * RADIUS[level] + 8, "color": theme.ink, "line": {"width": 2}}
        return points(stamps(start[[n]] + 0.5), rounded([y]), marker) | {"hoverinfo": "skip"}
    style = {"color": CLEAR, "line": {"color": theme.ink, "width": 2}}
    length = [round(float(end[n] - start[n]) * 1440) * _MINUTE]
    return bars(stamps(start[[n]]), length, rounded([y]), BAR[level] + 5, style) | {"hoverinfo": "skip"}


def label_trace(
    told: Dated, scale: Scale, labels: Sequence[Label | None], y: Days, font: Mapping[str, Any], language: str
) -> list[dict[str, Any]]:
    """Return the labels that found a place, tied to their marks, so that zooming in keeps them apart."""
    shown = [(n, label) for n, label in enumerate(labels) if label is not None]
    if not shown:
        return []
    start = np.where(np.isnan(told.start), scale.first, told.start)
    end = np.where(np.isnan(told.end), scale.last, told.end)
    at = [start[n] + 0.5 if told.exact[n] else end[n] if label.side == "right" else start[n] for n, label in shown]
    turned = right_to_left(language)
    # An invisible marker of 12 pixels sets its text off by labels.PAD: plotly.js adds radius / 0.8 + 1.
    return [
        {
            "type": "scatter",
            "mode": "markers+text",
            "x": stamps(np.array(at)),
            "y": rounded([y[n] for n, _ in shown]),
            "text": [isolated(safe(label.text), turned) for _, label in shown],
            "textposition": [f"middle {label.side}" for _, label in shown],
            "textfont": dict(font),
            "marker": {"size": 12, "opacity": 0},
            "hoverinfo": "skip",
            "cliponaxis": False,
            "name": "labels",
        }
    ]
