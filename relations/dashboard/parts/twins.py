"""The table twin of each chart: the same figures for those who read tables, or listen to them."""

from __future__ import annotations

from collections.abc import Iterable

from relations.charts.twins import table_twin
from relations.dashboard.markup import Html, join, tag
from relations.dashboard.parts.filter_bar import STATUSES
from relations.dashboard.parts.quotes import foreign, shorten
from relations.dashboard.scene import Scene, text

MOST = 300


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
    rows = []
    for row in scene.events_at(scene.in_order[:MOST]).to_dict("records"):
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
    more = len(scene.in_order) - MOST
    rest = say.count("{n} more: narrow the filters", "{n} more: narrow the filters", more) if more > 0 else None
    return join([_table(say("Timeline"), heads, rows), rest and tag("p", rest, class_="quiet")])


def sectors(scene: Scene) -> Html:
    """Return the number of events by sector, happened and planned."""
    say = scene.say
    counts = scene.sector_counts.by_sector(say.language)
    rows = (
        [tag("th", row["label"], scope="row"), say.number(row["happened"]), say.number(row["planned"])]
        for row in counts.to_dict("records")
    )
    return _table(say("Sectors"), [say("Sector"), say("Happened"), say("Planned")], rows)


def heat(scene: Scene) -> Html:
    """Return the number of events by sector and year."""
    say = scene.say
    table = scene.sector_counts.by_year(say.language)
    table["n"] = table["happened"] + table["planned"]
    counts = table.pivot(index="label", columns="year", values="n").fillna(0).astype(int)
    rows = (
        [tag("th", label, scope="row"), *(say.number(n) if n else "" for n in row)]
        for label, row in zip(counts.index, counts.to_numpy().tolist(), strict=True)
    )
    return _table(say("Sectors by year"), [say("Sector"), *(str(int(year)) for year in counts.columns)], rows)


def coverage(scene: Scene) -> Html:
    """Return the number of articles by year and language."""
    say = scene.say
    articles = scene.archive.grouped_articles(scene.selection)
    table = table_twin("coverage", articles, language=say.language, months=12)
    counts = table.pivot(index="period_text", columns="label", values="articles").fillna(0).astype(int)
    rows = (
        [tag("th", period, scope="row"), *(say.number(n) if n else "" for n in row)]
        for period, row in zip(counts.index, counts.to_numpy().tolist(), strict=True)
    )
    return _table(say("Coverage"), [say("Year"), *counts.columns], rows)
