"""The key under a chart: what each kind of mark means, in as many lines as the width calls for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from relations.charts.safe_text import isolated, safe
from relations.charts.text_width import fitted, text_width
from relations.charts.theme import Theme, tint
from relations.charts.timeline_marks import CLEAR, SYMBOLS
from relations.charts.words import right_to_left, say

LINE = 19.0
SYMBOL = 18.0
_GAP = 16.0
WORDS = {
    "bar": "period-known",
    "rough": "approximate-date",
    "occurred-bar": "occurred",
    "planned-bar": "planned",
}


class Entry(NamedTuple):
    """One entry: what it explains, its word, and where it stands; pixels from the left and top of the key."""

    kind: str
    word: str
    left: float
    line: int
    width: float


def entries(kinds: Sequence[str], width: float, language: str, size: float) -> list[Entry]:
    """Return the entries in lines that are no wider than the key.

    Parameters
    ----------
    kinds : sequence of str
        Statuses that the timeline shows, ``bar`` and ``rough`` where it has such marks, or
        ``occurred-bar`` and ``planned-bar`` for the bars of the density.
    width : float
        Pixels.
    language : str
        Of the reader.
    size : float
        Of the font, in pixels.
    """
    return arrange([(kind, say(WORDS.get(kind, kind), language)) for kind in kinds], width, size)


def arrange(words: Sequence[tuple[str, str]], width: float, size: float) -> list[Entry]:
    """Return any key's entries, given as pairs of kind and word, in lines that are no wider than the key.

    Examples
    --------
    >>> [(entry.word, entry.line) for entry in arrange([("a", "one"), ("b", "two")], 50, 12)]
    [('one', 0), ('two', 1)]
    """
    found: list[Entry] = []
    left, line = 0.0, 0
    for kind, text in words:
        word = fitted(text, size, width - SYMBOL)
        wide = SYMBOL + text_width(word, size)
        if left and left + wide > width:
            left, line = 0.0, line + 1
        found.append(Entry(kind, word, left, line, wide))
        left += wide + _GAP
    return found


def height(placed: Sequence[Entry]) -> float:
    """Return the pixels that entries take from top to bottom."""
    return (max(entry.line for entry in placed) + 1) * LINE + 6 if placed else 0.0


def traces(placed: Sequence[Entry], width: float, language: str, size: float, theme: Theme) -> list[dict[str, Any]]:
    """Return the key's marks and words, on the axes ``x3`` and ``y3`` that count pixels."""
    if not placed:
        return []
    turned = right_to_left(language)
    axes = {"xaxis": "x3", "yaxis": "y3", "hoverinfo": "skip", "cliponaxis": False}
    dots = [entry for entry in placed if entry.kind in SYMBOLS]
    bars = [entry for entry in placed if entry.kind not in SYMBOLS]

    def x(entry: Entry, inset: float) -> float:
        return width - entry.left - inset if turned else entry.left + inset

    def y(entry: Entry) -> float:
        return entry.line * LINE + LINE / 2

    found: list[dict[str, Any]] = [
        {
            "type": "scatter", "mode": "text", "x": [round(x(entry, SYMBOL), 1) for entry in placed],
            "y": [y(entry) for entry in placed], "text": [isolated(entry.word, turned) for entry in placed],
            "textposition": "middle left" if turned else "middle right",
            "textfont": {"size": size, "color": theme.quiet}, **axes,
        }
    ]  # fmt: skip
    if dots:
        marker = {
            "symbol": [SYMBOLS[entry.kind] for entry in dots],
            "size": 10,
            "color": theme.quiet,
            "line": {"width": 1.6, "color": theme.quiet},
        }
        found.append(
            {"type": "scatter", "mode": "markers", "x": [round(x(entry, 7), 1) for entry in dots],
             "y": [y(entry) for entry in dots], "marker": marker, **axes}
        )  # fmt: skip
    if bars:
        rough = [entry.kind == "rough" for entry in bars]
        style = {
            "color": [tint(theme.quiet, 0.2) if entry.kind == "planned-bar" else theme.quiet for entry in bars],
            "line": {"color": theme.quiet, "width": [int(entry.kind == "planned-bar") for entry in bars]},
            "pattern": {"shape": ["/" if one else "" for one in rough], "fillmode": "replace",
                        "bgcolor": tint(theme.quiet, 0.3) if any(rough) else CLEAR, "size": 5, "solidity": 0.35},
        }  # fmt: skip
        found.append(
            {"type": "bar", "orientation": "h", "base": [round(x(entry, 14 if turned else 0), 1) for entry in bars],
             "x": [14] * len(bars), "y": [y(entry) for entry in bars], "width": 9, "marker": style,
             "xaxis": "x3", "yaxis": "y3", "hoverinfo": "skip"}
        )  # fmt: skip
    return found


def series_traces(
    placed: Sequence[Entry],
    markers: Sequence[dict[str, Any]],
    width: float,
    language: str,
    size: float,
    theme: Theme,
) -> list[dict[str, Any]]:
    """Return the key of series, each a bar in the look of its own; on the axes ``x3`` and ``y3``.

    One trace holds the bars: a browser draws it sooner than one for each.
    """
    turned = right_to_left(language)
    axes = {"xaxis": "x3", "yaxis": "y3", "hoverinfo": "skip"}
    y = [entry.line * LINE + LINE / 2 for entry in placed]
    left = [width - entry.left - 14 if turned else entry.left for entry in placed]
    words = [width - entry.left - SYMBOL if turned else entry.left + SYMBOL for entry in placed]
    found: list[dict[str, Any]] = [
        {"type": "bar", "orientation": "h", "base": [round(at, 1) for at in left], "x": [14] * len(placed), "y": y,
         "width": 10, "marker": _together(markers), **axes}
    ]  # fmt: skip
    found.append(
        {"type": "scatter", "mode": "text", "x": [round(at, 1) for at in words], "y": y,
         "text": [isolated(safe(entry.word), turned) for entry in placed], "cliponaxis": False,
         "textposition": "middle left" if turned else "middle right",
         "textfont": {"size": size, "color": theme.quiet}, **axes}
    )  # fmt: skip
    return found


def _together(markers: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """Return the looks of several bars as one marker with a list for each property."""
    lines, patterns = ([marker.get(part, {}) for marker in markers] for part in ("line", "pattern"))
    colours = [marker["color"] for marker in markers]
    line = {"width": [one.get("width", 0) for one in lines],
            "color": [one.get("color", colour) for one, colour in zip(lines, colours, strict=True)]}  # fmt: skip
    if not any(one.get("shape") for one in patterns):
        return {"color": colours, "line": line}
    pattern = {
        "shape": [one.get("shape", "") for one in patterns],
        "fgcolor": [one.get("fgcolor", colour) for one, colour in zip(patterns, colours, strict=True)],
        "bgcolor": [one.get("bgcolor", CLEAR) for one in patterns],
        "size": [one.get("size", 6) for one in patterns],
        "solidity": next(one["solidity"] for one in patterns if one.get("shape")),
    }
    return {"color": colours, "line": line, "pattern": pattern}
