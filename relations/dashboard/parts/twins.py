"""The table twin of each chart: the same figures for those who read tables, or listen to them."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from relations.dashboard.markup import Html, join, tag
from relations.dashboard.parts.filter_bar import STATUSES
from relations.dashboard.parts.quotes import foreign, shorten
from relations.dashboard.scene import Scene, text

MOST = 300
PAST = ("occurred", "ongoing")


def _table(caption: str, heads: Iterable[object], rows: Iterable[Iterable[object]]) -> Html:
    body = join(tag("tr", *(cell if _is_cell(cell) else tag("td", cell) for cell in row)) for row in rows)
    return tag(
        "table",
        tag("caption", caption, class_="sr"),
        tag("thead", tag("tr", *(tag("th", head, scope="col") for head in heads))),
        tag("tbody", body),
    )


def _is_cell(cell: object) -> bool:
    return isinstance(cell, Html) and cell.startswith(("<td", "<th"))


def timeline(scene: Scene) -> Html:
    """Return the events as a table, oldest first; the first `MOST` of them."""
    say = scene.say
    events = scene.shown.events.sort_values(["earliest", "latest", "event_id"], na_position="last")
    rows = []
    for row in events.head(MOST).to_dict("records"):
        date, status = text(row["date"]), STATUSES[row["status"]]
        opener = tag(
            "button", scene.headline(row), type="button", class_="bare", data_do="open", data_event_id=row["event_id"],
            id=f"row-{row['event_id']}",
        )  # fmt: skip
        rows.append(
            [
                say.date(date) if date else say("no date"),
                tag("td", opener),
                tag("td", foreign(shorten(str(row["summary"]), 140), text(row["summary_language"]))),
                say(status),
                say.number(int(row["n_articles"])),
            ]
        )
    heads = [say("Date"), say("Event"), say("What the source says"), say("Status"), say("Articles")]
    more = len(events) - MOST
    rest = say.count("{n} more: narrow the filters", "{n} more: narrow the filters", more) if more > 0 else None
    return join([_table(say("Timeline"), heads, rows), rest and tag("p", rest, class_="quiet")])


def sector_counts(events: pd.DataFrame, event_sectors: pd.DataFrame) -> pd.DataFrame:
    """Count events by sector.

    Returns
    -------
    pandas.DataFrame
        Index ``sector``; columns ``happened`` and ``planned``; the most frequent first.
    """
    joined = event_sectors.merge(events[["event_id", "status"]], on="event_id")
    counts = pd.DataFrame(
        {
            "happened": joined[joined["status"].isin(PAST)].groupby("sector").size(),
            "planned": joined[joined["status"] == "planned"].groupby("sector").size(),
        }
    )
    counts = counts.fillna(0).astype(int)
    return counts.iloc[(-counts.sum(axis=1)).argsort(kind="stable")]


def sectors(scene: Scene) -> Html:
    """Return the number of events by sector, happened and planned."""
    say = scene.say
    counts = sector_counts(scene.shown.events, scene.shown.event_sectors)
    rows = (
        [tag("th", scene.label("sectors", code), scope="row"), say.number(row["happened"]), say.number(row["planned"])]
        for code, row in counts.to_dict("index").items()
    )
    return _table(say("Sectors"), [say("Sector"), say("Happened"), say("Planned")], rows)


def heat_counts(events: pd.DataFrame, event_sectors: pd.DataFrame) -> pd.DataFrame:
    """Count events by sector and year; an event that is not known to the year is left out.

    Returns
    -------
    pandas.DataFrame
        Index ``sector``, a column a year.
    """
    known = events[events["earliest"].notna() & (events["earliest"].dt.year == events["latest"].dt.year)]
    joined = event_sectors.merge(known.assign(year=known["earliest"].dt.year)[["event_id", "year"]], on="event_id")
    return joined.groupby(["sector", "year"]).size().unstack(fill_value=0).sort_index(axis=1)


def heat(scene: Scene) -> Html:
    """Return the number of events by sector and year."""
    say = scene.say
    counts = heat_counts(scene.shown.events, scene.shown.event_sectors)
    rows = (
        [tag("th", scene.label("sectors", code), scope="row"), *(say.number(n) if n else "" for n in row)]
        for code, row in zip(counts.index, counts.to_numpy().tolist(), strict=True)
    )
    return _table(say("Sectors by year"), [say("Sector"), *(str(int(year)) for year in counts.columns)], rows)


def coverage(scene: Scene) -> Html:
    """Return the number of articles by year and language."""
    say, articles = scene.say, scene.shown.articles
    dated = articles[articles["earliest"].notna()]
    counts = dated.groupby([dated["earliest"].dt.year, "language"]).size().unstack(fill_value=0)
    rows = (
        [tag("th", str(int(year)), scope="row"), *(say.number(n) for n in row)]
        for year, row in zip(counts.index, counts.to_numpy().tolist(), strict=True)
    )
    return _table(say("Coverage"), [say("Year"), *(say.language_name(code) for code in counts.columns)], rows)
