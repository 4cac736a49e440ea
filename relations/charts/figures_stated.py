"""Figures as sources state them over time: each value over the period it is stated for, targets apart."""

from __future__ import annotations

import math
from typing import Any

import pandas as pd

from relations.charts import key as key_of
from relations.charts.dates import date_text
from relations.charts.drawing import Drawing, chart
from relations.charts.figures_twin import amount, stated_table
from relations.charts.footnote import footnote
from relations.charts.safe_text import isolated, safe
from relations.charts.text_width import text_width, wrapped
from relations.charts.theme import empty, figure, font, font_size, theme
from relations.charts.timeline_scale import Scale, axis, days_of
from relations.charts.words import count, right_to_left, say

_EDGE = 10.0
_TICKS = 24.0
MOST = 300  # marks


@chart
def figures_stated(
    figures: pd.DataFrame,
    language: str = "en",
    width: float = 600,
    *,
    height: float = 260,
    dark: bool = False,
) -> Drawing:
    """Draw what sources state of one indicator: a bar as long as the period that the value is stated for.

    Parameters
    ----------
    figures : pandas.DataFrame
        Rows of the table ``figures`` that can be compared: one indicator, unit and currency.
    language : str
        Of the reader, BCP 47. Written from right to left, the scale stands at the right.
    width, height : float
        Of the figure, in pixels; the key and the note are added below.
    dark : bool
        For a dark ground.

    Returns
    -------
    plotly.graph_objects.Figure
        Measured values are filled, targets hollow; a line joins values that differ for the same period. The scale is
        logarithmic where values lie far apart, and says so. Statements without a period are counted in the note.
        ``layout.meta``: ``differ`` (periods with several values), ``without_period``.

    Examples
    --------
    >>> made = pd.DataFrame({"indicator": ["trade-turnover"] * 2, "value": [1e8, 2e8], "unit": ["currency"] * 2,
    ...     "currency": ["USD"] * 2, "period": ["2020", "2020"], "status": ["measured"] * 2, "article_id": ["a", "b"],
    ...     "earliest": pd.to_datetime(["2020-01-01"] * 2), "latest": pd.to_datetime(["2020-12-31"] * 2)})
    >>> figures_stated(made).layout.meta["differ"]
    1
    """
    shades, size, turned = theme(dark), font_size(language), right_to_left(language)
    table = stated_table(figures, language)
    dated = table[table["earliest"].notna() & table["latest"].notna() & table["value"].gt(0)].head(MOST)
    without = int(table.loc[table["period"].isna(), "articles"].sum())
    if dated.empty:
        return empty(say("no-figures", language), width, height, language, dark)
    unit, currency = str(dated["unit"].iloc[0]), dated["currency"].iloc[0]
    low, high = float(dated["value"].min()), float(dated["value"].max())
    bent = high / low > 20
    ticks = _ticks(low, high, bent)
    labels = [amount(value, unit, currency, language) for value in ticks]
    wide = width - 2 * _EDGE
    side = max(text_width(label, size - 1) for label in labels) + 12
    first, last = (days_of(dated[column].agg(how).date()) for column, how in (("earliest", "min"), ("latest", "max")))
    spare = max((last - first) * 0.04, 60)
    scale = Scale(first - spare, last + 1 + spare, wide - side)
    notes = [say("log-scale", language)] if bent else []
    notes += [count("figures-without-period", without, language)] if without else []
    note = [line for text in notes for line in wrapped(text, size - 1, wide)]
    differing = dated[dated["differs"]]
    kinds = [status for status in ("measured", "target") if dated["status"].eq(status).any()]
    words = [(kind, say(kind, language)) for kind in kinds]
    words += [("differ", say("sources-differ", language))] if len(differing) else []
    placed = key_of.arrange(words, wide, size - 1)
    key_height = key_of.height(placed) + key_of.LINE * len(note)
    total, below = height + key_height, _TICKS + key_height
    data = _joins(differing, shades.today) + [_spans(dated[dated["status"].eq(kind)], kind, language, shades, turned)
                                              for kind in kinds]  # fmt: skip
    looks = [
        {"color": shades.today, "line": {"width": 0}} if kind == "differ" else
        {"color": shades.happened if kind == "measured" else shades.paper,
         "line": {"width": 1.6, "color": shades.happened}}
        for kind, _ in words
    ]  # fmt: skip
    data += key_of.series_traces(placed, looks, wide, language, size - 1, shades)
    share = round(side / wide, 5)
    reach = [math.log10(low) - 0.12, math.log10(high) + 0.12] if bent else [0, high * 1.1]
    layout: dict[str, Any] = {
        "width": width, "height": round(total), "font": font(language, dark, size), "dragmode": False,
        "margin": {"l": _EDGE, "r": _EDGE, "t": 10, "b": 0, "autoexpand": False},
        "xaxis": {"type": "date", "range": scale.range, "showgrid": False, "fixedrange": True, "automargin": False,
                  "ticks": "", "domain": [0, round(1 - share, 5)] if turned else [share, 1],
                  "tickfont": {"size": size - 1}, **axis(scale, language, size - 1)},
        "yaxis": {"type": "log" if bent else "linear", "range": reach, "gridcolor": shades.line, "fixedrange": True,
                  "ticks": "", "tickmode": "array", "tickvals": ticks,
                  "ticktext": [isolated(label, turned) for label in labels], "side": "right" if turned else "left",
                  "zeroline": False, "automargin": False, "tickfont": {"size": size - 1},
                  "domain": [round(below / (total - 10), 5), 1]},
        "xaxis3": {"visible": False, "fixedrange": True, "range": [0, wide], "domain": [0, 1], "anchor": "y3"},
        "yaxis3": {"visible": False, "fixedrange": True, "range": [key_height, 0],
                   "domain": [0, round(key_height / (total - 10), 5)], "anchor": "x3"},
        "meta": {"differ": int(differing["period"].nunique()), "without_period": without, "log": bent},
    }  # fmt: skip
    layout["annotations"] = footnote(note, language, size - 1, shades.quiet, key_of.LINE)
    return figure(data, layout, language, dark)


def _spans(rows: pd.DataFrame, kind: str, language: str, shades: Any, turned: bool) -> dict[str, Any]:
    """Return the statements of one kind: a thick line over each period, with a mark at both ends."""
    x: list[str | None] = []
    y: list[float | None] = []
    hover: list[str | None] = []
    for row in rows.to_dict("records"):
        told = "<br>".join(
            isolated(line, turned)
            for line in (
                f"<b>{safe(amount(row['value'], row['unit'], row['currency'], language))}</b> · {say(kind, language)}",
                date_text(row["period"], language),
                count("articles", int(row["articles"]), language),
                *([say("sources-differ", language)] if row["differs"] else []),
            )
        )
        x += [row["earliest"].strftime("%Y-%m-%d"), (row["latest"] + pd.Timedelta(days=1)).strftime("%Y-%m-%d"), None]
        y += [row["value"], row["value"], None]
        hover += [told, told, None]
    hollow = kind == "target"
    return {
        "type": "scatter", "mode": "lines+markers", "name": kind, "x": x, "y": y, "hoverinfo": "text",
        "hovertext": hover, "connectgaps": False,
        "line": {"width": 2 if hollow else 4, "color": shades.happened, "dash": "dot" if hollow else "solid"},
        "marker": {"size": 8, "symbol": "circle-open" if hollow else "circle", "color": shades.happened,
                   "line": {"width": 1.6, "color": shades.happened}},
    }  # fmt: skip


def _joins(differing: pd.DataFrame, colour: str) -> list[dict[str, Any]]:
    """Return a line from the lowest to the highest value of each period on whose value sources differ."""
    if differing.empty:
        return []
    x: list[str | None] = []
    y: list[float | None] = []
    for _, rows in differing.groupby(["period", "status"], sort=True):
        middle = rows["earliest"].iloc[0] + (rows["latest"].iloc[0] - rows["earliest"].iloc[0]) / 2
        x += [middle.strftime("%Y-%m-%d")] * 2 + [None]
        y += [float(rows["value"].min()), float(rows["value"].max()), None]
    return [{"type": "scatter", "mode": "lines", "x": x, "y": y, "hoverinfo": "skip", "name": "differ",
             "connectgaps": False, "line": {"width": 2, "color": colour, "dash": "dash"}}]  # fmt: skip


def _ticks(low: float, high: float, bent: bool) -> list[float]:
    """Return round values to put on the scale."""
    if bent:
        powers = range(math.floor(math.log10(low)), math.ceil(math.log10(high)) + 1)
        near = [10.0**power * n for power in powers for n in (1, 3) if low / 1.3 <= 10.0**power * n <= high * 1.3]
        return near or [low, high]
    step = 10.0 ** math.floor(math.log10(high))
    step = next(step * part for part in (1, 0.5, 0.25, 0.2, 0.1) if high / (step * part) >= 3)
    return [step * n for n in range(int(high * 1.1 / step) + 1)]
