"""Dossiers side by side: events by year on one time axis, and the share of each sector; pure functions."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from relations.charts.drawing import Drawing, chart
from relations.charts.headlines import sector_label
from relations.charts.safe_text import isolated, safe
from relations.charts.text_width import fitted, text_width
from relations.charts.theme import empty, figure, font, font_size, theme
from relations.charts.words import number, right_to_left, say

PAST = ("occurred", "ongoing")
_ROW = 96.0  # of one dossier in the chart by year
_HEAD = 22.0
_BAR = 22.0
_EDGE = 10.0


def years_table(events: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
    """Return how many events each dossier has in each year.

    Parameters
    ----------
    events : mapping of str to pandas.DataFrame
        The events of each dossier, by its label: ``status``, ``earliest`` and ``latest`` are needed.

    Returns
    -------
    pandas.DataFrame
        ``year`` and a column for each dossier. Only what happened is counted, and only where its year is known.

    Examples
    --------
    >>> import pandas as pd
    >>> day = pd.to_datetime(["1992-02-24"])
    >>> years_table({"a": pd.DataFrame({"status": ["occurred"], "earliest": day, "latest": day})}).to_dict("records")
    [{'year': 1992, 'a': 1}]
    """
    counted = {}
    for label, table in events.items():
        past = table[table["status"].isin(PAST) & table["earliest"].notna()]
        sure = past[past["earliest"].dt.year.eq(past["latest"].dt.year)]
        counted[label] = sure["earliest"].dt.year.value_counts()
    counts = pd.DataFrame(counted)
    if counts.empty:
        return pd.DataFrame({"year": pd.Series(dtype="int64"), **{label: pd.Series(dtype="int64") for label in events}})
    years = range(int(counts.index.min()), int(counts.index.max()) + 1)
    return counts.reindex(years).fillna(0).astype("int64").rename_axis("year").reset_index()


def shares_table(
    events: Mapping[str, pd.DataFrame], event_sectors: Mapping[str, pd.DataFrame], language: str = "en"
) -> pd.DataFrame:
    """Return the share of each sector in the events of each dossier that have one.

    Returns
    -------
    pandas.DataFrame
        ``sector``, ``label`` and a column for each dossier, from 0 to 1; the sectors of most events first. An event
        of two sectors counts in both, so that shares may add up to more than 1. Missing where no event has a sector.
    """
    shares, totals = {}, {}
    for label, table in events.items():
        live = table.loc[table["status"].isin([*PAST, "planned"]), "event_id"]
        own = event_sectors[label]
        own = own[own["event_id"].isin(live)]
        known = own["event_id"].nunique()
        shares[label] = own.groupby("sector")["event_id"].nunique() / known if known else pd.Series(dtype="float64")
        totals[label] = shares[label]
    made = pd.DataFrame(shares)
    known_dossiers = [label for label, told in totals.items() if len(told)]
    made[known_dossiers] = made[known_dossiers].fillna(0.0)
    made = made.assign(most=made.sum(axis=1)).rename_axis("sector").reset_index()
    made = made.sort_values(["most", "sector"], ascending=[False, True], ignore_index=True).drop(columns="most")
    made["sector"] = made["sector"].astype("str")
    made.insert(1, "label", [sector_label(code, language) for code in made["sector"]])
    return made


def kept_table(events: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
    """Return what became of the commitments of each dossier.

    Returns
    -------
    pandas.DataFrame
        A row a dossier: ``dossier``, ``done``, ``open``, ``due``, ``overdue``, ``cancelled``, and ``kept``, the share
        of those done among those done or past their date; missing where there is none.

    Examples
    --------
    >>> import pandas as pd
    >>> kept_table({"a": pd.DataFrame({"outcome": ["done", "overdue", None]})})["kept"].tolist()
    [0.5]
    """
    rows = []
    for label, table in events.items():
        found = {name: int(table["outcome"].eq(name).sum()) for name in ("done", "open", "due", "overdue", "cancelled")}
        past = found["done"] + found["overdue"]
        rows.append({"dossier": label, **found, "kept": found["done"] / past if past else None})
    return pd.DataFrame(rows).astype({"kept": "float64"})


@chart
def years(events: Mapping[str, pd.DataFrame], language: str = "en", width: float = 900, dark: bool = False) -> Drawing:
    """Draw the events of each year, a row for each dossier, on one time axis and one scale.

    Parameters
    ----------
    events : mapping of str to pandas.DataFrame
        The events of each dossier, by its label in the reader's language.
    language : str
        Of the reader, BCP 47.
    width : float
        Of the figure, in pixels.
    dark : bool
        For a dark ground.
    """
    table = years_table(events)
    if table.empty:
        return empty(say("no-events", language), width, 180, language, dark)
    shades, size, turned = theme(dark), font_size(language), right_to_left(language)
    labels = list(events)
    total = len(labels) * (_ROW + _HEAD) + 30
    highest = max(1, int(table[labels].to_numpy().max()))
    side = text_width(number(highest, language), size - 1) + 12
    wide = width - 2 * _EDGE
    across = [0, round(1 - side / wide, 5)] if turned else [round(side / wide, 5), 1]
    data: list[dict[str, Any]] = []
    layout: dict[str, Any] = {
        "width": width, "height": round(total), "font": font(language, dark, size), "bargap": 0.15, "dragmode": False,
        "margin": {"l": _EDGE, "r": _EDGE, "t": 0, "b": 30, "autoexpand": False}, "annotations": [],
    }  # fmt: skip
    inner = total - 30
    first, last = int(table["year"].min()), int(table["year"].max())
    for n, label in enumerate(labels):
        axis = "" if n == 0 else str(n + 1)
        top = 1 - n * (_ROW + _HEAD) / inner
        bottom = top - (_ROW + _HEAD) / inner
        layout[f"yaxis{axis}"] = {
            "domain": [max(0, round(bottom + 4 / inner, 5)), round(top - _HEAD / inner, 5)],
            "range": [0, highest * 1.08],
            "gridcolor": shades.line, "fixedrange": True, "nticks": 4, "tickformat": ",d", "zeroline": False,
            "side": "right" if turned else "left", "tickfont": {"size": size - 1}, "automargin": False,
        }  # fmt: skip
        name = isolated(safe(fitted(label, size, wide - 10)), turned)
        layout["annotations"].append(
            {"text": f"<b>{name}</b>", "xref": "paper", "yref": "paper", "x": 1 if turned else 0, "y": round(top, 5),
             "xanchor": "right" if turned else "left", "yanchor": "top", "showarrow": False}
        )  # fmt: skip
        data.append(
            {
                "type": "bar", "x": table["year"].tolist(), "y": table[label].tolist(), "yaxis": f"y{axis}",
                "name": safe(label), "marker": {"color": shades.series[n % len(shades.series)]}, "hoverinfo": "text",
                "hovertext": [
                    isolated(f"{year} · {number(value, language)}", turned)
                    for year, value in zip(table["year"].tolist(), table[label].tolist(), strict=True)
                ],
            }
        )  # fmt: skip
    layout["xaxis"] = {
        "domain": across, "range": [first - 0.6, last + 0.6],  # time runs from left to right in every language
        "fixedrange": True, "tickformat": "d", "anchor": f"y{len(labels)}" if len(labels) > 1 else "y",
        "showgrid": False, "tickfont": {"size": size - 1}, "nticks": max(3, int(width / 80)),
    }  # fmt: skip
    layout["xaxis"]["autorange"] = False
    return figure(data, layout, language, dark)


@chart
def shares(
    events: Mapping[str, pd.DataFrame],
    event_sectors: Mapping[str, pd.DataFrame],
    language: str = "en",
    width: float = 900,
    dark: bool = False,
) -> Drawing:
    """Draw the share of each sector, a column of bars for each dossier; all columns have one scale.

    Parameters
    ----------
    events, event_sectors : mapping of str to pandas.DataFrame
        The tables of each dossier, by its label in the reader's language.
    language : str
        Of the reader, BCP 47.
    width : float
        Of the figure, in pixels.
    dark : bool
        For a dark ground.
    """
    table = shares_table(events, event_sectors, language)
    if table.empty:
        return empty(say("no-events", language), width, 180, language, dark)
    shades, size, turned = theme(dark), font_size(language), right_to_left(language)
    labels, wide = list(events), width - 2 * _EDGE
    side = min(max(text_width(label, size) for label in table["label"]) + 10, wide * 0.4)
    column = (wide - side) / len(labels)
    total = len(table) * _BAR + _HEAD + 8
    highest = float(table[labels].max().max())
    room = text_width("100 %", size - 1) + 8
    reach = highest * column / max(column - room - 10, 20)
    rows = list(range(len(table)))
    layout: dict[str, Any] = {
        "width": width, "height": round(total), "font": font(language, dark, size), "bargap": 0.25, "dragmode": False,
        "margin": {"l": _EDGE, "r": _EDGE, "t": _HEAD, "b": 0, "autoexpand": False},
        "yaxis": {"range": [len(rows) - 0.5, -0.5], "visible": False, "fixedrange": True},
    }  # fmt: skip
    notes: list[dict[str, Any]] = [
        {"text": isolated(safe(fitted(label, size, side - 10)), turned), "xref": "paper", "yref": "y", "y": row,
         "x": 1 - (side - 8) / wide if turned else (side - 8) / wide, "xanchor": "left" if turned else "right",
         "showarrow": False, "borderpad": 0}
        for row, label in zip(rows, table["label"], strict=True)
    ]  # fmt: skip
    data: list[dict[str, Any]] = []
    for n, label in enumerate(labels):
        start = (side + n * column) / wide
        domain = [1 - start - (column - 10) / wide, 1 - start] if turned else [start, start + (column - 10) / wide]
        axis = "" if n == 0 else str(n + 1)
        layout[f"xaxis{axis}"] = {
            "domain": [max(0, round(domain[0], 5)), min(1, round(domain[1], 5))], "visible": False, "fixedrange": True,
            "range": [reach, 0] if turned else [0, reach], "anchor": "y",
        }  # fmt: skip
        values = [None if pd.isna(value) else float(value) for value in table[label]]
        texts = ["" if value is None else percent(value, language) for value in values]
        data.append(
            {"type": "bar", "orientation": "h", "x": values, "y": rows, "xaxis": f"x{axis}", "name": safe(label),
             "text": texts, "textposition": "outside", "cliponaxis": False, "textfont": {"size": size - 1},
             "marker": {"color": shades.series[n % len(shades.series)]}, "hoverinfo": "text",
             "hovertext": [isolated(f"<b>{safe(name)}</b> · {text}", turned)
                           for name, text in zip(table["label"], texts, strict=True)]}
        )  # fmt: skip
        notes.append(
            {"text": f"<b>{isolated(safe(fitted(label, size, column - 14)), turned)}</b>", "xref": "paper",
             "yref": "paper", "x": domain[1] if turned else domain[0], "y": 1, "yanchor": "bottom",
             "xanchor": "right" if turned else "left", "showarrow": False}
        )  # fmt: skip
    return figure(data, layout | {"annotations": notes}, language, dark)


def percent(share: float, language: str) -> str:
    """Return a share of one in per cent, as the language writes it (CLDR).

    Examples
    --------
    >>> percent(0.25, "en")
    '25%'
    """
    from babel.numbers import format_percent

    from relations.charts.words import speaks

    return str(format_percent(share, locale=speaks(language)))
