"""A figure that leaves its page: title and what is shown above it, where it comes from below it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from relations.charts.dates import date_text
from relations.charts.drawing import Drawing
from relations.charts.safe_text import clean, isolated, safe
from relations.charts.text_width import wrapped
from relations.charts.theme import font_size, theme
from relations.charts.words import count, right_to_left, say

if TYPE_CHECKING:
    from plotly.graph_objects import Figure

_EDGE = 12.0
_BOLD = 1.12  # bold letters are so much wider than those that text_width knows
_LINE = 1.45  # of the font's size; letters with signs above and below them need it


def source_line(title: str, events: int, today: date, language: str = "en") -> str:
    """Return where a figure comes from, in one line.

    Parameters
    ----------
    title : str
        Of the dossier.
    events : int
        How many events (or, for a chart of articles, how many events the dossier holds).
    today : datetime.date
        The day that the dossier stands for.
    language : str
        Of the reader, BCP 47.

    Examples
    --------
    >>> source_line("Kazakhstan – Pakistan", 199, date(2026, 2, 10))
    'Relations dossier “Kazakhstan – Pakistan”, 199 events, as of 10 Feb 2026'
    """
    told = count("events", events, language)
    return say("source-line", language, title=title, events=told, date=date_text(today.isoformat(), language))


def captioned(
    figure: Figure | Drawing | Mapping[str, Any],
    title: str,
    lines: Sequence[str],
    source: str,
    language: str = "en",
    dark: bool = False,
) -> dict[str, Any]:
    """Return a figure with its title, what it shows and its source, as plotly's JSON; the one given stays as it is.

    The plot keeps its size, the figure grows.

    Parameters
    ----------
    figure : plotly.graph_objects.Figure, Drawing or mapping
        With a width and a height.
    title : str
    lines : sequence of str
        Below the title: period, filters.
    source : str
        Below the figure, as `source_line` gives it.
    language : str
        Of the reader, BCP 47.
    dark : bool
        For a dark ground.

    Examples
    --------
    >>> plain = {"data": [], "layout": {"width": 400, "height": 200}}
    >>> told = captioned(plain, "Timeline", ["1991 – 2026"], "Relations dossier")
    >>> told["layout"]["height"] > 200, [note["text"] for note in told["layout"]["annotations"]]
    (True, ['<b>Timeline</b>', '1991 – 2026', 'Relations dossier'])
    """
    spec = dict(figure) if isinstance(figure, Mapping) else {"data": list(figure.data), "layout": figure.layout}
    if not isinstance(spec["layout"], Mapping):  # plotly's own object
        spec = figure.to_plotly_json()  # type: ignore[union-attr]
    layout = dict(spec["layout"])
    width, size = float(layout.get("width") or 700), font_size(language)
    margin = {"l": 80, "r": 80, "t": 100, "b": 80} | dict(layout.get("margin") or {})
    room, turned = width - 2 * _EDGE, right_to_left(language)
    above = [(line, size + 4, True) for line in wrapped(clean(title), (size + 4) * _BOLD, room)]
    above += [(line, size, False) for text in lines for line in wrapped(clean(text, 600), size, room)]
    below = [(line, size - 1, False) for line in wrapped(clean(source, 600), size - 1, room)]
    top, bottom = (sum(high * _LINE for _, high, _ in block) + _EDGE for block in (above, below))
    ink, quiet = theme(dark).ink, theme(dark).quiet

    def note(line: str, high: float, bold: bool, y: int, down: float) -> dict[str, Any]:
        text = isolated(safe(line, 600), turned)
        return {
            "text": f"<b>{text}</b>" if bold else text, "xref": "paper", "yref": "paper", "x": int(turned), "y": y,
            "xanchor": "right" if turned else "left", "yanchor": "middle", "showarrow": False, "borderpad": 0,
            "xshift": margin["r"] - _EDGE if turned else _EDGE - margin["l"], "yshift": round(-down, 1),
            "font": {"size": high, "color": ink if bold else quiet},
        }  # fmt: skip

    notes, at = list(layout.get("annotations") or []), _EDGE / 2 - top - margin["t"]
    for line, high, bold in above:
        notes.append(note(line, high, bold, 1, at + high * _LINE / 2))
        at += high * _LINE
    at = margin["b"] + _EDGE / 2
    for line, high, bold in below:
        notes.append(note(line, high, bold, 0, at + high * _LINE / 2))
        at += high * _LINE
    layout["annotations"] = notes
    layout["margin"] = margin | {"t": margin["t"] + top, "b": margin["b"] + bottom}
    layout["height"] = float(layout.get("height") or 450) + top + bottom
    return {**spec, "layout": layout}
