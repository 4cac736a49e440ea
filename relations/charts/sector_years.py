"""Sectors by year: where cooperation was busy when, as a heat map."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from relations.charts.drawing import Drawing, chart
from relations.charts.footnote import footnote
from relations.charts.headlines import sector_label
from relations.charts.safe_text import isolated, safe
from relations.charts.sector_counts import SectorCounts, counted
from relations.charts.text_width import fitted, text_width, wrapped
from relations.charts.theme import empty, figure, font, font_size, theme
from relations.charts.words import count, number, right_to_left, say

_EDGE = 10.0
_ROW = 22.0
_TICKS = 22.0
_NOTE = 18.0


def sector_years_table(events: pd.DataFrame, event_sectors: pd.DataFrame, language: str = "en") -> pd.DataFrame:
    """Return the table twin of `sector_years`.

    Returns
    -------
    pandas.DataFrame
        ``sector``, ``label``, ``year``, ``happened``, ``planned``; a row for each sector and year with an event.
        Events that are not known to the year are left out, as are cancelled ones.
    """
    return counted(events, event_sectors).by_year(language)


def sector_years_summary(events: pd.DataFrame, event_sectors: pd.DataFrame, language: str = "en") -> str:
    """Return `sector_years` in one sentence of the reader's language."""
    return years_summary_of(counted(events, event_sectors), language)


def years_summary_of(counts: SectorCounts, language: str = "en") -> str:
    """Return what `sector_years` shows of counts in one sentence."""
    table = counts.by_year(language)
    if table.empty:
        return say("no-events", language)
    total = table["happened"] + table["planned"]
    top = table.iloc[int(total.to_numpy().argmax())]
    return say(
        "sector-years-summary", language, events=count("events", counts.dated, language),
        sectors=count("sectors", table["sector"].nunique(), language), first=table["year"].min(),
        last=table["year"].max(), label=top["label"], year=top["year"], n=number(int(total.max()), language),
    )  # fmt: skip


@chart
def sector_years(
    events: pd.DataFrame,
    event_sectors: pd.DataFrame,
    language: str = "en",
    width: float = 900,
    *,
    most: int | None = None,
    dark: bool = False,
) -> Drawing:
    """Draw the number of events of each sector in each year; a hollow square marks what is planned.

    Parameters
    ----------
    events, event_sectors : pandas.DataFrame
        The tables.
    language : str
        Of the reader, BCP 47. Written from right to left, names stand at the right; years run from left to right.
    width : float
        Of the figure, in pixels. Numbers stand in the cells where they are wide enough, what is planned after a plus.
    most : int, optional
        Show only so many sectors, the most frequent.
    dark : bool
        For a dark ground.

    Returns
    -------
    plotly.graph_objects.Figure
        ``y`` of a cell is the code of its sector, ``x`` the year. A note tells how many events are left out because
        their year is not known.

    Examples
    --------
    >>> import pandas as pd
    >>> events = pd.DataFrame({"event_id": ["e1"], "status": ["occurred"], "earliest": pd.to_datetime(["1992-02-01"]),
    ...                        "latest": pd.to_datetime(["1992-02-29"])})
    >>> drawn = sector_years(events, pd.DataFrame({"event_id": ["e1"], "sector": ["trade"]}))
    >>> drawn.data[0].y, drawn.data[0].x
    (('trade',), (1992,))
    """
    return draw_sector_years(counted(events, event_sectors), language, width, most, dark)


def draw_sector_years(
    counts: SectorCounts, language: str = "en", width: float = 900, most: int | None = None, dark: bool = False
) -> Drawing:
    """Draw `sector_years` of counts."""
    table = counts.by_year(language)
    if table.empty:
        return empty(say("no-events", language), width, 180, language, dark)
    shades, size, turned = theme(dark), font_size(language), right_to_left(language)
    order = [code for code in counts.by_sector()["sector"] if code in set(table["sector"])]
    order = order[: most or len(order)]
    years = list(range(int(table["year"].min()), int(table["year"].max()) + 1))
    table = table[table["sector"].isin(order)]
    row = {code: n for n, code in enumerate(order)}
    z = np.zeros((len(order), len(years)), dtype=np.int64)
    texts = np.full(z.shape, "", dtype=object)
    shown = np.full(z.shape, "", dtype=object)
    planned: list[tuple[int, str]] = []
    for one in table.to_dict("records"):
        at = row[one["sector"]], one["year"] - years[0]
        z[at] = one["happened"] + one["planned"]
        shown[at] = f"{one['happened']}+{one['planned']}" if one["planned"] else str(one["happened"])
        told = f"<b>{safe(one['label'])}</b> · {one['year']}<br>{say('occurred', language)}: "
        told += number(one["happened"], language)
        if one["planned"]:
            planned.append((one["year"], one["sector"]))
            told += f"<br>{say('planned', language)}: {number(one['planned'], language)}"
        texts[at] = "<br>".join(isolated(line, turned) for line in told.split("<br>"))
    wide = width - 2 * _EDGE
    labels = [sector_label(code, language) for code in order]
    side = min(max(text_width(label, size) for label in labels) + 12, wide * 0.4)
    cell = (wide - side) / len(years)
    numbers = cell >= max(text_width(text, size - 2) for text in shown.flat) + 4
    unknown = counts.told - counts.dated
    notes = [say("outlined-planned", language)] if table["planned"].any() else []
    notes += [count("events-without-year", unknown, language)] if unknown else []
    note = [line for text in notes for line in wrapped(text, size - 1, wide)]
    below = _TICKS + _NOTE * len(note)
    total = len(order) * _ROW + below
    step = next(n for n in (1, 2, 5, 10, 20, 50, 100, 1000) if n * cell >= text_width("2000", size - 1) + 12)
    half = text_width("2000", size - 1) / 2
    last = 2 * _EDGE + len(years) * cell - half
    written = [year for n, year in enumerate(years) if year % step == 0 and half <= _EDGE + (n + 0.5) * cell <= last]
    cells = {"text": shown.tolist(), "texttemplate": "%{text}", "textfont": {"size": size - 2, "color": shades.ink}}
    data: list[dict[str, Any]] = [
        {
            "type": "heatmap", "x": years, "y": order, "z": [[int(n) or None for n in line] for line in z],
            "hovertext": texts.tolist(), "hoverinfo": "text", "hoverongaps": False, "xgap": 1, "ygap": 1,
            "zmin": 0, "zmax": max(4, int(z.max())), "showscale": False,
            "colorscale": [[n / (len(shades.scale) - 1), colour] for n, colour in enumerate(shades.scale)],
            **(cells if numbers else {}),
        }
    ]  # fmt: skip
    begin, end = years[0] - 0.5, years[-1] + 0.5
    beside = end + 8 / cell if turned else begin - 8 / cell
    data.append(
        {"type": "scatter", "mode": "text", "x": [round(beside, 5)] * len(order),
         "y": order, "hoverinfo": "skip", "textposition": "middle right" if turned else "middle left",
         "text": [isolated(safe(fitted(label, size, side - 12)), turned) for label in labels]}
    )  # fmt: skip
    half_width, half_height = (max(5.0, min(cell - 3, _ROW - 5)) / (2 * one) for one in (cell, _ROW))
    squares = "".join(
        f"M{year - half_width:.4f},{row[code] - half_height:.4f}H{year + half_width:.4f}V{row[code] + half_height:.4f}"
        f"H{year - half_width:.4f}Z"
        for year, code in planned
    )
    layout: dict[str, Any] = {
        "width": width, "height": round(total), "font": font(language, dark, size), "dragmode": False,
        "margin": {"l": _EDGE, "r": _EDGE, "t": 0, "b": 0, "autoexpand": False},
        "xaxis": {"range": [begin, round(end + side / cell, 5)] if turned else [round(begin - side / cell, 5), end],
                  "fixedrange": True, "showgrid": False, "zeroline": False, "automargin": False,
                  "ticks": "", "tickmode": "array", "tickvals": written,
                  "tickangle": 0, "tickformat": "d", "tickfont": {"size": size - 1},
                  "ticklabeloverflow": "allow"},  # only those that fit are there: the browser need not measure them
        "yaxis": {"type": "category", "range": [len(order) - 0.5, -0.5], "fixedrange": True, "showgrid": False,
                  "ticks": "", "categoryorder": "array", "categoryarray": order, "showticklabels": False,
                  "domain": [round(below / total, 5), 1], "automargin": False},
        "annotations": footnote(note, language, size - 1, shades.quiet, _NOTE),
        "shapes": [{"type": "path", "path": squares, "line": {"color": shades.today, "width": 1.5},
                    "name": "planned"}] if planned else [],
        "meta": {"sectors": order, "without_year": unknown},
    }  # fmt: skip
    return figure(data, layout, language, dark)
