"""Two or more dossiers side by side, as a page without a kernel."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

import pandas as pd

from relations.charts import comparison as charts
from relations.charts.library import PAGE_LIBRARY
from relations.dashboard.dossier_list import labels
from relations.dashboard.plain_page import languages, page
from relations.dashboard.shelf import Shelf, dossier_address
from relations.dossier import Dossier
from relations.views.archive import Archive
from relations.views.cards import UNKNOWN, headlines
from relations.views.headlines import SECTOR_MONTHS, VISIT_YEARS
from relations.views.markup import Html, tag
from relations.views.scene import Scene
from relations.views.words import Words

WIDTHS = (1180, 320)  # of the charts on a desk's screen, and on a telephone
OUTCOMES = ("done", "open", "due", "overdue", "cancelled")


def comparison(shelf: Shelf, say: Words, addresses: Mapping[str, str], base_url: str, names: tuple[str, ...]) -> str:
    """Return the page that shows dossiers side by side.

    Parameters
    ----------
    shelf : Shelf
        The dossiers that are served.
    say : Words
        Of the reader's language.
    addresses : mapping of str to str
        Of the static files.
    base_url : str
        Path that all addresses begin with.
    names : tuple of str
        The dossiers to show, by their names on the shelf.
    """
    stamps = tuple(shelf.stamp(name) for name in names)
    head = tag(
        "header", tag("h1", say("Dossiers side by side")),
        tag("nav", tag("a", say("All dossiers"), href=f"{base_url}?lang={say.language}")),
        languages(say, [("dossier", name) for name in names]), class_="top",
    )  # fmt: skip
    scripts = (f"{addresses['library']}/{PAGE_LIBRARY.name}", f"{addresses['page']}/plot.js")
    return page(
        say, say("Dossiers side by side"), head, _main(shelf, say.language, names, stamps, base_url),
        style=f"{addresses['page']}/page.css", scripts=scripts,
    )  # fmt: skip


@lru_cache(maxsize=32)
def _main(shelf: Shelf, language: str, names: tuple[str, ...], stamps: tuple[str, ...], base_url: str) -> Html:
    say = Words(language)
    dossiers = {label: shelf.open(name) for name, label in labels(shelf, say, names).items()}
    links = [
        tag("a", label, href=dossier_address(base_url, name, language))
        for name, label in zip(names, dossiers, strict=True)
    ]
    events = {label: dossier.events for label, dossier in dossiers.items()}
    sectors = {label: dossier.event_sectors for label, dossier in dossiers.items()}
    by_year = charts.years_table(events)
    by_sector = charts.shares_table(events, sectors, language)
    kept = charts.kept_table(events)
    year_rows = [[str(row[0]), *(say.number(value) for value in row[1:])] for row in by_year.itertuples(index=False)]
    share_rows = [
        [row[1], *map(lambda value: _percent(say, value), row[2:])] for row in by_sector.itertuples(index=False)
    ]
    return tag(
        "main",
        _card(
            say("Headline figures"),
            _table(say("Headline figures"), [say("Figure"), *links], _figures(say, dossiers)),
        ),
        _card(
            say("Events by year"),
            tag("p", say("What happened, where its year is known; one scale for all."), class_="quiet"),
            _place("years", say("Events by year"), len(names) * 118 + 30),
            *(_data("years", charts.years.plain(events, language, width), width) for width in WIDTHS),
            _twin(say, _table(say("Events by year"), [say("Year"), *dossiers], year_rows)),
        ),
        _card(
            say("Sectors"),
            tag("p", say("Share of the events that have a sector; an event may have two."), class_="quiet"),
            _place("shares", say("Sectors"), len(by_sector) * 22 + 30),
            *(_data("shares", charts.shares.plain(events, sectors, language, width), width) for width in WIDTHS),
            _twin(say, _table(say("Sectors"), [say("Sector"), *dossiers], share_rows)),
        ),
        _card(
            say("Commitments"),
            tag("p", say("Kept: the share of those done among those done or past their date."), class_="quiet"),
            _table(
                say("Commitments"),
                [say("Dossier"), say("Kept"), say("Done"), say("Open"), say("Due"), say("Overdue"), say("Cancelled")],
                [
                    [row["dossier"], _percent(say, row["kept"]), *(say.number(row[name]) for name in OUTCOMES)]
                    for row in kept.to_dict("records")
                ],
            ),
        ),
        class_="side-by-side",
    )  # fmt: skip


def _figures(say: Words, dossiers: Mapping[str, Dossier]) -> list[list[object]]:
    found = [headlines(Scene(Archive(one))) for one in dossiers.values()]
    labels = [
        {code: label for code, label in zip(one.sectors["code"], one.sectors[f"label_{say.language}"], strict=True)}
        for one in dossiers.values()
    ]
    since = [
        say("since {date}", date=say.date(one.relations_since)) if one.relations_since else UNKNOWN for one in found
    ]
    return [
        [say("Events"), *(say.number(len(one.events)) for one in dossiers.values())],
        [say("Articles"), *(say.number(len(one.articles)) for one in dossiers.values())],
        [say("diplomatic relations"), *since],
        [say("top-level visits, last {n} years", n=say.number(VISIT_YEARS)),
         *(UNKNOWN if one.visits is None else say.number(one.visits) for one in found)],
        [say("agreements signed"), *(say.number(one.agreements) for one in found)],
        [say("open commitments"), *(say.number(one.open_commitments) for one in found)],
        [say("most discussed sector, last {n} months", n=say.number(SECTOR_MONTHS)),
         *(book.get(one.sector, UNKNOWN) if one.sector else UNKNOWN for one, book in zip(found, labels, strict=True))],
    ]  # fmt: skip


def _percent(say: Words, share: Any) -> str:
    return UNKNOWN if pd.isna(share) else say.percent(float(share))


def _card(heading: str, *parts: object) -> Html:
    return tag("section", tag("div", tag("h2", heading), class_="card-head"), *parts, class_="card")


def _place(name: str, label: str, height: int) -> Html:
    return tag("div", class_="plot", data_figure=name, role="img", aria_label=label, style=f"min-height: {height}px")


def _twin(say: Words, table: Html) -> Html:
    return tag("details", tag("summary", say("As table"), class_="button"), table)


def _data(name: str, figure: Any, width: int) -> Html:
    text = Html(figure.to_json().replace("<", "\\u003c"))
    return tag("script", text, type="application/json", data_for_figure=name, data_width=width)


def _table(caption: str, heads: Iterable[object], rows: Iterable[Iterable[object]]) -> Html:
    def row(cells: Iterable[object]) -> Html:
        first, *others = cells
        return tag("tr", tag("th", first, scope="row"), *(tag("td", cell) for cell in others))

    return tag(
        "div",
        tag(
            "table",
            tag("caption", caption, class_="sr"),
            tag("thead", tag("tr", *(tag("th", head, scope="col") for head in heads))),
            tag("tbody", *map(row, rows)),
        ),
        class_="scroll",
    )
