"""Sectors of cooperation: how many events each has, what is planned apart from what happened."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

import pandas as pd

from relations.charts import key as key_of
from relations.charts.drawing import Drawing, chart
from relations.charts.safe_text import isolated, safe
from relations.charts.sector_counts import SectorCounts, counted
from relations.charts.text_width import fitted, text_width
from relations.charts.theme import empty, figure, font, font_size, theme, tint
from relations.charts.words import count, listing, number, right_to_left, say

_EDGE = 10.0
_ROW = 25.0
_FADED = 0.35


def sectors_table(events: pd.DataFrame, event_sectors: pd.DataFrame, language: str = "en") -> pd.DataFrame:
    """Return the table twin of `sectors`.

    Parameters
    ----------
    events, event_sectors : pandas.DataFrame
        The tables; ``event_id``, ``status`` and ``event_id``, ``sector`` are needed.
    language : str
        Of the reader, BCP 47.

    Returns
    -------
    pandas.DataFrame
        ``sector``, ``label``, ``happened`` (or going on), ``planned``; the most frequent first. Cancelled events are
        left out; an event of two sectors counts in both.
    """
    return counted(events, event_sectors).by_sector(language)


def sectors_summary(events: pd.DataFrame, event_sectors: pd.DataFrame, language: str = "en") -> str:
    """Return `sectors` in one sentence of the reader's language."""
    return summary_of(counted(events, event_sectors), language)


def summary_of(counts: SectorCounts, language: str = "en") -> str:
    """Return what `sectors` shows of counts in one sentence."""
    table = counts.by_sector(language)
    if table.empty:
        return say("no-events", language)
    parts = [
        say("part", language, label=row["label"], n=number(row["happened"] + row["planned"], language))
        for row in table.head(3).to_dict("records")
    ]
    return say(
        "sectors-summary", language, events=count("events", counts.told, language),
        sectors=count("sectors", len(table), language), parts=listing(parts, language),
    )  # fmt: skip


@chart
def sectors(
    events: pd.DataFrame,
    event_sectors: pd.DataFrame,
    language: str = "en",
    width: float = 600,
    *,
    selected: Collection[str] = (),
    most: int | None = None,
    dark: bool = False,
) -> Drawing:
    """Draw the number of events of each sector as bars: happened filled, planned hatched beyond it.

    Parameters
    ----------
    events, event_sectors : pandas.DataFrame
        The tables.
    language : str
        Of the reader, BCP 47. Written from right to left, names stand at the right and bars grow to the left.
    width : float
        Of the figure, in pixels.
    selected : collection of str
        Codes of sectors that are chosen; the others fade.
    most : int, optional
        Show only so many sectors, the most frequent.
    dark : bool
        For a dark ground.

    Returns
    -------
    plotly.graph_objects.Figure
        ``customdata`` of a bar is the code of its sector.

    Examples
    --------
    >>> import pandas as pd
    >>> events = pd.DataFrame({"event_id": ["e1", "e2"], "status": ["occurred", "planned"]})
    >>> links = pd.DataFrame({"event_id": ["e1", "e2"], "sector": ["trade", "trade"]})
    >>> [(bar.name, bar.x) for bar in sectors(events, links).data[:2]]
    [('occurred', (1,)), ('planned', (1,))]
    """
    return draw_sectors(counted(events, event_sectors), language, width, selected, most, dark)


def draw_sectors(
    counts: SectorCounts,
    language: str = "en",
    width: float = 600,
    selected: Collection[str] = (),
    most: int | None = None,
    dark: bool = False,
) -> Drawing:
    """Draw `sectors` of counts."""
    table = counts.by_sector(language)
    table = table.head(most or len(table))
    if table.empty:
        return empty(say("no-events", language), width, 180, language, dark)
    shades, size, turned = theme(dark), font_size(language), right_to_left(language)
    codes = table["sector"].tolist()
    wide = width - 2 * _EDGE
    side = min(max(text_width(label, size) for label in table["label"]) + 10, wide * 0.45)
    texts = [
        f"{number(happened, language)} + {number(planned, language)}" if planned else number(happened, language)
        for happened, planned in zip(table["happened"], table["planned"], strict=True)
    ]
    plot = wide - side
    room = max(text_width(text, size - 1) for text in texts) + 8
    highest = float((table["happened"] + table["planned"]).max())
    reach = highest * plot / max(plot - room, 40)
    rows = list(range(len(codes)))
    fade = [1 if not selected or code in selected else _FADED for code in codes]
    words = [(status, say(status, language)) for status in ("occurred", "planned")]
    placed = key_of.arrange(words, wide, size - 1)
    key_height = key_of.height(placed)
    total = len(codes) * _ROW + 6 + key_height
    data: list[dict[str, Any]] = []
    base = [0] * len(codes)
    for status, column in (("occurred", "happened"), ("planned", "planned")):
        values = table[column].tolist()
        word = say(status, language)
        style: dict[str, Any] = {"color": shades.happened, "opacity": fade, "line": {"width": 0}}
        if status == "planned":
            style = {
                "color": shades.planned, "opacity": fade, "line": {"width": 1, "color": shades.planned},
                "pattern": {"shape": "/", "fillmode": "replace", "bgcolor": tint(shades.planned, 0.12), "size": 6,
                            "solidity": 0.2},
            }  # fmt: skip
        data.append(
            {
                "type": "bar", "orientation": "h", "x": values, "base": base, "y": rows, "width": 0.72, "name": status,
                "marker": style, "customdata": codes, "hoverinfo": "text",
                "hovertext": [
                    isolated(f"<b>{safe(label)}</b> · {word}: {number(value, language)}", turned)
                    for label, value in zip(table["label"], values, strict=True)
                ],
            }
        )  # fmt: skip
        base = values
    sums = (table["happened"] + table["planned"]).tolist()
    data.append(
        {"type": "scatter", "mode": "markers+text", "x": sums, "y": rows, "text": texts, "hoverinfo": "skip",
         "textposition": "middle left" if turned else "middle right", "marker": {"size": 5, "opacity": 0},
         "textfont": {"size": size - 1}, "cliponaxis": False}
    )  # fmt: skip
    looks = [trace["marker"] | {"opacity": 1} for trace in data[:2]]
    data += key_of.series_traces(placed, looks, wide, language, size - 1, shades)
    unit = reach / plot  # of the axis, a pixel
    data.append(
        {"type": "scatter", "mode": "text", "x": [round(-8 * unit, 5)] * len(codes), "y": rows, "hoverinfo": "skip",
         "text": [isolated(safe(fitted(label, size, side - 10)), turned) for label in table["label"]],
         "textposition": "middle right" if turned else "middle left"}
    )  # fmt: skip
    across = [round(-side * unit, 5), round(reach, 5)]
    layout: dict[str, Any] = {
        "width": width, "height": round(total), "font": font(language, dark, size), "bargap": 0, "dragmode": False,
        "margin": {"l": _EDGE, "r": _EDGE, "t": 2, "b": 4, "autoexpand": False},
        "xaxis": {"range": across[::-1] if turned else across, "visible": False, "fixedrange": True},
        "yaxis": {"range": [len(codes) - 0.5, -0.5], "domain": [round(key_height / total, 5), 1], "fixedrange": True,
                  "visible": False},
        "xaxis3": {"visible": False, "fixedrange": True, "range": [0, wide], "domain": [0, 1], "anchor": "y3"},
        "yaxis3": {"visible": False, "fixedrange": True, "range": [key_height, 0],
                   "domain": [0, round(key_height / total, 5)], "anchor": "x3"},
        "meta": {"sectors": codes},
    }  # fmt: skip
    return figure(data, layout, language, dark)
