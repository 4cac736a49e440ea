"""What a chart leaves out, said in small letters below it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from relations.charts.safe_text import isolated
from relations.charts.words import right_to_left


def footnote(lines: Sequence[str], language: str, size: float, colour: str, step: float) -> list[dict[str, Any]]:
    """Return the lines of a note as plotly annotations at the foot of a figure, on the side where its language begins.

    One annotation a line: where several stand in one, plotly moves those that are written from right to left.

    Parameters
    ----------
    lines : sequence of str
    language : str
        Of the reader, BCP 47.
    size, step : float
        Of the font, and from line to line, in pixels.
    colour : str

    Examples
    --------
    >>> [(one["text"], one["yshift"]) for one in footnote(["one", "two"], "en", 11, "#000", 16)]
    [('one', 16), ('two', 0)]
    """
    turned = right_to_left(language)
    return [
        {
            "text": isolated(line, turned), "xref": "paper", "yref": "paper", "x": int(turned), "y": 0,
            "xanchor": "right" if turned else "left", "yanchor": "bottom", "yshift": step * (len(lines) - 1 - n),
            "showarrow": False, "borderpad": 0, "font": {"size": size, "color": colour},
        }
        for n, line in enumerate(lines)
    ]  # fmt: skip
