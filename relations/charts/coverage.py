"""What the articles cover: how many a month, by language or by publisher."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from relations.charts import key as key_of
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
_PATTERNS = ("", "/", ".", "x", "\\", "-", "+", "|")


@chart
def coverage(
    articles: pd.DataFrame,
    by: str = "language",
    language: str = "en",
    width: float = 600,
    *,
    height: float = 260,
    dark: bool = False,
) -> Drawing:
    """Draw the number of articles over time as stacked bars: by month, or by quarter or year where months are too thin.

    Parameters
    ----------
    articles : pandas.DataFrame
        Table ``articles``.
    by : str
        ``language`` or ``publisher``; publishers after the seven largest are counted together.
    language : str
        Of the reader, BCP 47. Written from right to left, the scale stands at the right.
    width, height : float
        Of the figure, in pixels; the key is added below.
    dark : bool
        For a dark ground.

    Returns
    -------
    plotly.graph_objects.Figure
        ``name`` of a trace is the language or publisher, empty for the others. ``layout.meta``: ``months`` (length
        of a bar), ``series``, ``left_out``; a note tells how many articles are left out because their date is not
        known so exactly.

    Raises
    ------
    ValueError
        If `by` is none of the two.

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
        return empty(say("no-articles", language), width, height, language, dark)
    side = max(30.0, text_width(number(amount(articles), language), size - 1) + 10)
    first = days_of(dated["earliest"].min().date().replace(day=1))
    last = max(days_of(dated["latest"].max().date()) + 1, first + 92)
    scale = Scale(first - (last - first) * 0.01, last + (last - first) * 0.01, wide - side)
    months = step(scale)
    table = coverage_table(articles, language, by, months)
    left_out = amount(articles) - int(table["articles"].sum())
    if table.empty:
        return empty(say("no-articles", language), width, height, language, dark)
    order = table.groupby(by)["articles"].sum().sort_values(ascending=False, kind="stable").index.tolist()
    kept, rest = order[:MOST_SERIES], order[MOST_SERIES:]
    data: list[dict[str, Any]] = []
    base: dict[str, int] = {}
    colours = [*shades.series[: len(kept)], shades.other]
    for n, code in enumerate([*kept, *([OTHERS] if rest else [])]):
        own = table[table[by].isin(rest)] if code == OTHERS else table[table[by] == code]
        sums = own.groupby("period", sort=True)["articles"].sum()
        label = series_label(code, by, language)
        starts = [_start(period) for period in sums.index]
        data.append(
            {
                "type": "bar", "name": code, "offset": 0, "x": [str(start) for start in starts],
                "width": [int((_after(start, months) - start).astype("int64")) * 86_400_000 for start in starts],
                "base": [base.get(period, 0) for period in sums.index], "y": [int(value) for value in sums],
                "marker": {"color": colours[n if code else -1], "line": {"width": 0.5, "color": shades.paper},
                           "pattern": {"shape": _PATTERNS[n], "fgcolor": tint(shades.paper, 0.55),
                                       "bgcolor": colours[n if code else -1], "size": 6, "solidity": 0.3}},
                "hovertext": [isolated(f"{date_text(period, language)} · {number(int(value), language)}", turned)
                              for period, value in sums.items()],
                "hovertemplate": f"<b>{isolated(safe(label), turned)}</b><br>%{{hovertext}}<extra></extra>",
            }
        )  # fmt: skip
        for period, value in sums.items():
            base[str(period)] = base.get(str(period), 0) + int(value)
    words = [(str(n), series_label(trace["name"], by, language)) for n, trace in enumerate(data)]
    placed = key_of.arrange(words, wide, size - 1)
    note = wrapped(count("articles-without-period", left_out, language), size - 1, wide) if left_out else []
    key_height = key_of.height(placed) + key_of.LINE * len(note)
    data += key_of.series_traces(placed, [trace["marker"] for trace in data], wide, language, size - 1, shades)
    total = height + key_height
    share = round(side / wide, 5)
    below = _TICKS + key_height
    layout: dict[str, Any] = {
        "width": width, "height": round(total), "font": font(language, dark, size), "bargap": 0,
        "dragmode": False, "margin": {"l": _EDGE, "r": _EDGE, "t": 10, "b": 0, "autoexpand": False},
        "xaxis": {"type": "date", "range": scale.range, "showgrid": False, "fixedrange": True, "automargin": False,
                  "ticks": "",
                  "domain": [0, round(1 - share, 5)] if turned else [share, 1], "tickfont": {"size": size - 1},
                  **axis(scale, language, size - 1)},
        "yaxis": {"range": [0, max(base.values()) * 1.05], "gridcolor": shades.line, "fixedrange": True, "nticks": 5,
                  "ticks": "", "tickformat": ",d", "side": "right" if turned else "left", "zeroline": False,
                  "automargin": False,
                  "tickfont": {"size": size - 1}, "domain": [round(below / (total - 10), 5), 1],
                  **({"dtick": 1} if max(base.values()) < 5 else {})},
        "xaxis3": {"visible": False, "fixedrange": True, "range": [0, wide], "domain": [0, 1], "anchor": "y3"},
        "yaxis3": {"visible": False, "fixedrange": True, "range": [key_height, 0],
                   "domain": [0, round(key_height / (total - 10), 5)], "anchor": "x3"},
        "meta": {"months": months, "by": by, "series": [code for code in [*kept, *([OTHERS] if rest else [])]],
                 "left_out": left_out},
    }  # fmt: skip
    layout["annotations"] = footnote(note, language, size - 1, shades.quiet, key_of.LINE)
    return figure(data, layout, language, dark)


def _start(period: str) -> np.datetime64:
    from relations import edtf

    earliest = edtf.span(period).earliest
    if earliest is None:
        raise AssertionError("a stretch of months is not open")
    return np.datetime64(earliest, "D")


def _after(start: np.datetime64, months: int) -> np.datetime64:
    return np.datetime64(start.astype("datetime64[M]") + months, "D")
