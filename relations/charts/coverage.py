"""What the articles cover: how many a month, by language or by publisher."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from relations.charts import key as key_of
from relations.charts.columns import middles, outline
from relations.charts.coverage_twin import MOST_SERIES, OTHERS, coverage_table, series_label
from relations.charts.dates import date_text
from relations.charts.drawing import Drawing, chart
from relations.charts.footnote import footnote
from relations.charts.groups import amount
from relations.charts.safe_text import isolated, safe
from relations.charts.text_width import text_width, wrapped
from relations.charts.theme import empty, figure, font, font_size, theme, tint
from relations.charts.timeline_density import step
from relations.charts.timeline_scale import Scale, axis, days_of
from relations.charts.words import count, number, right_to_left, say

_EDGE = 10.0
_TICKS = 24.0
_REACH = 60  # pixels from the middle of a column
_PATTERNS = ("", "/", ".", "x", "\\", "-", "+", "|")


@chart
def coverage(
    articles: pd.DataFrame,
    by: str = "language",
    language: str = "en",
    width: float = 600,
    *,
    height: float = 260,
    of: str = "articles",
    dark: bool = False,
) -> Drawing:
    """Draw the number of articles over time as stacked bars: by month, or by quarter or year where months are too thin.

    Parameters
    ----------
    articles : pandas.DataFrame
        Table ``articles``.
    by : str
        ``language``, ``publisher`` or ``press`` (the country of the publisher); after the seven largest they are
        counted together.
    language : str
        Of the reader, BCP 47. Written from right to left, the scale stands at the right.
    width, height : float
        Of the figure, in pixels; the key is added below.
    of : str
        ``articles``; or ``events``, where a row is an event as one language, publisher or press tells it.
    dark : bool
        For a dark ground.

    Returns
    -------
    plotly.graph_objects.Figure
        ``name`` of a trace is the language or publisher, empty for the others; its columns are one outline, and what
        the pointer is told of each stands on a trace that draws nothing. ``layout.meta``: ``months`` (length
        of a bar), ``series``, ``left_out``; a note tells how many articles are left out because their date is not
        known so exactly.

    Raises
    ------
    ValueError
        If `by` is none of the three.

    Examples
    --------
    >>> import pandas as pd
    >>> articles = pd.DataFrame({"language": ["kk"], "earliest": pd.to_datetime(["2024-12-12"]),
    ...                          "latest": pd.to_datetime(["2024-12-12"])})
    >>> coverage(articles).data[0].name
    'kk'
    """
    shades, size, turned = theme(dark), font_size(language), right_to_left(language)
    wide = width - 2 * _EDGE
    dated = articles[articles["earliest"].notna() & articles["latest"].notna()]
    if dated.empty:
        coverage_table(articles, language, by)
        return empty(say(f"no-{of}", language), width, height, language, dark)
    side = max(30.0, text_width(number(amount(articles), language), size - 1) + 10)
    first = days_of(dated["earliest"].min().date().replace(day=1))
    last = max(days_of(dated["latest"].max().date()) + 1, first + 92)
    scale = Scale(first - (last - first) * 0.01, last + (last - first) * 0.01, wide - side)
    months = step(scale)
    table = coverage_table(articles, language, by, months)
    left_out = amount(articles) - int(table["articles"].sum())
    if table.empty:
        return empty(say(f"no-{of}", language), width, height, language, dark)
    order = table.groupby(by)["articles"].sum().sort_values(ascending=False, kind="stable").index.tolist()
    kept, rest = order[:MOST_SERIES], order[MOST_SERIES:]
    series = [*kept, *([OTHERS] if rest else [])]
    stretches = sorted(set(table["period"]), key=_month)
    row, at = ({name: n for n, name in enumerate(names)} for names in (series, stretches))
    sums = np.zeros((len(series), len(stretches)))
    rows = [row.get(code, len(series) - 1) for code in table[by]]
    np.add.at(sums, (rows, [at[period] for period in table["period"]]), table["articles"].to_numpy())
    highest = float(sums.sum(axis=0).max())
    first_months = np.array([_month(period) for period in stretches])
    middle = np.datetime_as_string(middles(first_months, months))
    seen: list[dict[str, Any]] = []
    told: list[dict[str, Any]] = []
    markers: list[dict[str, Any]] = []
    below = np.zeros(len(stretches))
    colours = [*shades.series[: len(kept)], shades.other]
    for n, code in enumerate(series):
        cells = np.flatnonzero(sums[n])
        low, high = below[cells], below[cells] + sums[n, cells]
        colour, label = colours[n if code else -1], series_label(code, by, language)
        x, y = outline(first_months[cells], months, low, high)
        pattern = {"shape": _PATTERNS[n], "fgcolor": tint(shades.paper, 0.55), "bgcolor": colour, "size": 6,
                   "solidity": 0.3}  # fmt: skip
        seen.append(
            {"type": "scatter", "mode": "lines", "fill": "toself", "name": code, "x": x, "y": y, "hoverinfo": "skip",
             "fillcolor": colour, "line": {"shape": "hv", "width": 0.5, "color": shades.paper},
             **({"fillpattern": pattern} if _PATTERNS[n] else {})}
        )  # fmt: skip
        told.append(
            {"type": "scatter", "mode": "none", "name": code, "x": middle[cells].tolist(),
             "y": ((low + high) / 2).tolist(),
             "hovertext": [isolated(f"{date_text(stretches[cell], language)} · {number(int(sums[n, cell]), language)}",
                                    turned) for cell in cells],
             "hovertemplate": f"<b>{isolated(safe(label), turned)}</b><br>%{{hovertext}}<extra></extra>"}
        )  # fmt: skip
        markers.append({"color": colour, "line": {"width": 0.5, "color": shades.paper}, "pattern": pattern})
        below[cells] = high
    data = [*told, *seen]
    words = [(str(n), series_label(code, by, language)) for n, code in enumerate(series)]
    placed = key_of.arrange(words, wide, size - 1)
    note = wrapped(count(f"{of}-without-period", left_out, language), size - 1, wide) if left_out else []
    key_height = key_of.height(placed) + key_of.LINE * len(note)
    data += key_of.series_traces(placed, markers, wide, language, size - 1, shades)
    total = height + key_height
    share = round(side / wide, 5)
    foot = _TICKS + key_height
    layout: dict[str, Any] = {
        "width": width, "height": round(total), "font": font(language, dark, size), "bargap": 0,
        "dragmode": False, "margin": {"l": _EDGE, "r": _EDGE, "t": 10, "b": 0, "autoexpand": False},
        "xaxis": {"type": "date", "range": scale.range, "showgrid": False, "fixedrange": True, "automargin": False,
                  "ticks": "",
                  "domain": [0, round(1 - share, 5)] if turned else [share, 1], "tickfont": {"size": size - 1},
                  **axis(scale, language, size - 1)},
        "yaxis": {"range": [0, highest * 1.05], "gridcolor": shades.line, "fixedrange": True, "nticks": 5,
                  "ticks": "", "tickformat": ",d", "side": "right" if turned else "left", "zeroline": False,
                  "automargin": False,
                  "ticklabeloverflow": "allow",  # there is room
                  "tickfont": {"size": size - 1}, "domain": [round(foot / (total - 10), 5), 1],
                  **({"dtick": 1} if highest < 5 else {})},
        "xaxis3": {"visible": False, "fixedrange": True, "range": [0, wide], "domain": [0, 1], "anchor": "y3"},
        "yaxis3": {"visible": False, "fixedrange": True, "range": [key_height, 0],
                   "domain": [0, round(key_height / (total - 10), 5)], "anchor": "x3"},
        "hoverdistance": _REACH,
        "meta": {"months": months, "by": by, "series": series,
                 "left_out": left_out},
    }  # fmt: skip
    layout["annotations"] = footnote(note, language, size - 1, shades.quiet, key_of.LINE)
    return figure(data, layout, language, dark)


def _month(period: str) -> int:
    """Return the first month of a stretch, since 1970."""
    from relations import edtf

    earliest = edtf.span(period).earliest
    if earliest is None:
        raise AssertionError("a stretch of months is not open")
    return (earliest.year - 1970) * 12 + earliest.month - 1
