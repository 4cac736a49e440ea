"""The table twin of each chart: the same figures for those who read tables, or listen to them."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from relations.views.markup import Html, join, tag
from relations.views.outcomes import STATUSES
from relations.views.quotes import foreign, shorten
from relations.views.scene import Scene, text

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
    """Return the number of events by sector and year; what is planned stands apart, after a plus."""
    say = scene.say
    table = scene.sector_counts.by_year(say.language)
    happened, planned = (
        table.pivot(index="label", columns="year", values=column).fillna(0).astype(int)
        for column in ("happened", "planned")
    )
    rows = (
        [
            tag("th", label, scope="row"),
            *(_both(scene, *pair) for pair in zip(happened.loc[label], planned.loc[label], strict=True)),
        ]
        for label in happened.index
    )
    note = say("{happened} + {planned}", happened=say("Happened"), planned=say("Planned"))
    heads = [say("Sector"), *(str(int(year)) for year in happened.columns)]
    return join([tag("p", note, class_="quiet"), _table(say("Sectors by year"), heads, rows)])


def _both(scene: Scene, happened: int, planned: int) -> str:
    say = scene.say
    if planned:
        return say("{happened} + {planned}", happened=say.number(happened), planned=say.number(planned))
    return say.number(happened) if happened else ""


def counts_table(scene: Scene, caption: str, first: str, counts: pd.DataFrame) -> Html:
    """Return numbers as a table, their index as the heads of rows; a zero is left empty."""
    rows = (
        [tag("th", name, scope="row"), *(scene.say.number(n) if n else "" for n in row)]
        for name, row in zip(counts.index, counts.to_numpy().tolist(), strict=True)
    )
    return _table(caption, [first, *counts.columns], rows)
