"""One self-contained HTML file: timeline, sectors, commitments, events with their quotes, and filters that work.

It needs no server and no network: its script and styles stand in it, and its policy forbids everything else. Without
a script it is a document that can be read and printed.
"""

from __future__ import annotations

import hashlib
import json
from base64 import b64encode
from pathlib import Path
from typing import Any

import pandas as pd

from relations import codebook
from relations.charts.theme import lane_colours
from relations.charts.typefaces import embedded
from relations.export.chosen import extent
from relations.export.told import Source, Told, told
from relations.views.cards import cards
from relations.views.markup import Html, facts, join, link, tag
from relations.views.outcomes import OUTCOMES, STATUSES, commitments
from relations.views.quotes import foreign, marked, shorten
from relations.views.scene import Scene

_HERE = Path(__file__).parent


def web_page(scene: Scene) -> str:
    """Return what a scene shows as one HTML file.

    Parameters
    ----------
    scene : Scene

    Returns
    -------
    str
        A whole document in the language of the scene.
    """
    say, events = scene.say, list(told(scene))
    script = (_HERE / "web_page.js").read_text(encoding="utf-8")
    style = embedded() + (_HERE / "web_page.css").read_text(encoding="utf-8")
    data = json.dumps(_data(scene, events), ensure_ascii=False).replace("<", "\\u003c")
    policy = (
        f"default-src 'none'; script-src '{_checksum(script)}'; style-src '{_checksum(style)}'; "
        "font-src data:; "
        "base-uri 'none'; form-action 'none'"
    )
    head = tag(
        "head",
        Html('<meta charset="utf-8">'),
        Html(f'<meta http-equiv="Content-Security-Policy" content="{policy}">'),
        Html('<meta name="viewport" content="width=device-width, initial-scale=1">'),
        Html('<meta name="referrer" content="no-referrer">'),
        tag("title", scene.title),
        tag("style", Html(style)),
    )
    undated = tag("p", id="undated", class_="quiet", hidden=True)
    body = tag(
        "body",
        _header(scene, events),
        _filters(scene, events),
        tag(
            "main",
            _section("timeline", say("Timeline"), _key(scene), tag("div", id="timeline", class_="plot"), undated),
            _section("sectors", say("Sectors"), tag("div", id="sectors", class_="bars")),
            _section("commitments", say("Commitments"), _commitments(scene)),
            _section("events", say("Events and their sources"), join(_entry(one, scene) for one in events),
                     tag("p", say("No event matches the filters."), id="none", class_="quiet", hidden=True)),
            _section("sources", say("Sources"), _sources(scene)),
        ),
        tag("script", Html(data), type="application/json", id="data"),
        tag("script", Html(script)),
    )  # fmt: skip
    return f"<!DOCTYPE html>\n{tag('html', head, body, lang=say.language, dir=say.direction)}\n"


def _checksum(text: str) -> str:
    return "sha256-" + b64encode(hashlib.sha256(text.encode()).digest()).decode()


def _section(name: str, title: str, *content: Html) -> Html:
    return tag("section", tag("h2", title, id=f"title-{name}"), *content, aria_labelledby=f"title-{name}", class_=name)


def _header(scene: Scene, events: list[Told]) -> Html:
    say, articles = scene.say, scene.shown.articles
    amount = [
        say.count("{n} event", "{n} events", len(events)),
        say.count("{n} article", "{n} articles", len(articles)),
        say("as of {date}", date=say.date(scene.archive.dossier.today.isoformat())),
    ]
    figures = (
        tag("li", tag("strong", card.value), tag("span", card.label), card.warning and tag("em", card.warning))
        for card in cards(scene)
    )
    # Which filters it was made with, and how it was read; the first line is that above.
    told = (tag("p", line, class_="quiet") for line in extent(scene)[1:])
    return tag(
        "header", tag("h1", scene.title), tag("p", facts(amount), class_="quiet"), *told,
        tag("ul", *figures, class_="figures"),
    )  # fmt: skip


def _filters(scene: Scene, events: list[Told]) -> Html:
    say = scene.say
    groups = {
        "type": (say("Kinds"), {str(e.row["type"]): scene.label("event_types", e.row["type"]) for e in events}),
        "sector": (say("Sectors"), {code: scene.label("sectors", code) for e in events for code in e.sectors}),
        "language": (
            say("Languages of sources"),
            {s.language: say.language_name(s.language) for e in events for s in e.sources if s.language},
        ),
        "status": (
            say("Status"),
            {
                code: say((STATUSES | OUTCOMES)[code])
                for e in events
                for code in _statuses(e)
                if code in STATUSES | OUTCOMES
            },
        ),
    }
    menus = [
        tag(
            "details", tag("summary", label),
            tag("fieldset", tag("legend", label, class_="sr"), *(
                tag("label", tag("input", type="checkbox", name=name, value=code), " ", option)
                for code, option in sorted(options.items(), key=lambda option: option[1].casefold())
            )),
        )
        for name, (label, options) in groups.items()
    ]  # fmt: skip
    years = [
        tag("label", label, tag("input", type="number", name=name, inputmode="numeric", min=1, max=9999))
        for name, label in (("since", say("From year")), ("until", say("To year")))
    ]
    return tag(
        "form", *years, *menus,
        tag("label", tag("span", say("Search events and quotes"), class_="sr"),
            tag("input", type="search", name="text", placeholder=say("Search events and quotes"))),
        tag("button", say("Reset"), type="reset"),
        tag("output", id="shown", role="status"),
        role="search", aria_label=say("Filters"), id="filters",
    )  # fmt: skip


def _key(scene: Scene) -> Html:
    """Say what the marks mean."""
    say = scene.say
    marks = (("happened", say("Happened")), ("planned", say("Planned")), ("cancelled", say("Cancelled")),
             ("rough", say("date approximate")))  # fmt: skip
    return tag("p", *(tag("span", tag("i", class_=name), words) for name, words in marks), class_="key quiet")


def _statuses(one: Told) -> list[str]:
    return [value for value in (one.value("status"), one.value("outcome")) if value]


def _commitments(scene: Scene) -> Html:
    say, words = scene.say, STATUSES | OUTCOMES
    head = (say("Announced"), say("For"), say("Outcome"), say("What"))
    rows = []
    for one in sorted(told(scene, found := commitments(scene.shown.events)), key=_order(found)):
        announced = one.value("announced")
        cells = (
            say.date(announced) if announced else "—",
            one.when,
            tag("span", say(words[str(one.row["outcome"])]), class_=f"badge {one.row['outcome']}"),
            tag("a", one.headline, href=f"#{one.event_id}"),
        )
        # Where a row is a block; an outcome, a headline and "no date" say themselves what they are.
        labels = (head[0], head[1] if one.date else None, None, None)
        told_cells = (tag("td", cell, data_label=label, role="cell") for cell, label in zip(cells, labels, strict=True))
        rows.append(tag("tr", *told_cells, data_event=one.event_id, role="row"))
    heads = tag("tr", *(tag("th", name, scope="col", role="columnheader") for name in head), role="row")
    # Named as a table for those who listen: what is laid out as blocks is none to a browser any more.
    table = tag("table", tag("thead", heads, role="rowgroup"), tag("tbody", *rows, role="rowgroup"), role="table")
    return tag("div", table, class_="scroll", tabindex="0", role="region", aria_label=say("Commitments"))


def _order(found: pd.DataFrame) -> Any:
    place = {event: number for number, event in enumerate(found["event_id"])}
    return lambda one: place[one.event_id]


def _entry(one: Told, scene: Scene) -> Html:
    say, words = scene.say, STATUSES | OUTCOMES
    status = [say(words[code]) for code in _statuses(one) if code in words]
    about = [one.place, *(scene.label("sectors", code) for code in one.sectors), *one.people, *status]
    n_articles = len({source.article_id for source in one.sources})
    return tag(
        "article",
        tag("h3", tag("time", one.when), " ", one.date and tag("code", one.date, dir="ltr"), " ", one.headline),
        tag("p", facts(about), class_="quiet"),
        tag(
            "details", tag("summary", say.count("{n} source", "{n} sources", n_articles)),
            join(_quote(source, scene) for source in one.sources),
        ),
        id=one.event_id, tabindex="-1", data_event=one.event_id,
    )  # fmt: skip


def _quote(source: Source, scene: Scene) -> Html:
    return tag(
        "blockquote",
        foreign(marked(source.quote, *(source.at or (None, None))), source.language, "p"),
        tag("footer", foreign(link(source.url, source.title or scene.say("untitled")), source.language), " ",
            tag("small", facts([source.publisher, scene.say.date(source.published) if source.published else None]))),
    )  # fmt: skip


def _sources(scene: Scene) -> Html:
    say = scene.say
    rows = scene.shown.articles.sort_values(["latest", "article_id"], ascending=False, na_position="last")
    items = []
    for row in rows[["title", "publisher", "published", "language", "url"]].itertuples(index=False):
        title, publisher, published, language, url = (None if pd.isna(value) else str(value) for value in row)
        about = [publisher, say.date(published) if published else say("no date")]
        words = foreign(link(url, shorten(title or say("untitled"), 240)), language)
        address = tag("small", url, class_="address", dir="ltr") if url else None
        items.append(tag("li", words, " ", tag("small", facts(about)), address))
    return tag("ol", *items)


def _data(scene: Scene, events: list[Told]) -> dict[str, Any]:
    """Return what the script draws and filters by; the words of events stand in the document already."""
    say = scene.say
    lanes = [code for code in codebook.lanes() if any(e.row["lane"] == code for e in events)]
    colours, dark = lane_colours(lanes, False), lane_colours(lanes, True)
    return {
        "language": scene.say.language,
        "today": scene.archive.dossier.today.isoformat(),
        "words": {
            "today": say("today"), "planned": say("Planned"), "happened": say("Happened"),
            "cancelled": say("Cancelled"),
            "shown": say("{filter}: {chosen}", filter=say("Events"), chosen="{n}"),
            "undated": say("Events without a date, in the list below: {n}", n="{n}"),
        },
        "lanes": [{"code": c, "label": scene.label("lanes", c), "light": colours[c], "dark": dark[c]} for c in lanes],
        "sectors": {code: scene.label("sectors", code) for one in events for code in one.sectors},
        "events": [
            {
                "id": one.event_id, "from": _day(one.row["earliest"]), "to": _day(one.row["latest"]),
                "lane": one.row["lane"], "type": [one.row["type"]], "sector": one.sectors, "status": _statuses(one),
                "language": sorted({s.language for s in one.sources if s.language}),
                "planned": one.row["status"] == "planned", "cancelled": one.row["status"] == "cancelled",
                "label": one.headline, "when": one.when,
                "rough": bool(one.date and any(mark in one.date for mark in "?~%")),
            }
            for one in events
        ],
    }  # fmt: skip


def _day(value: object) -> str | None:
    return None if pd.isna(value) else pd.Timestamp(str(value)).date().isoformat()  # type: ignore[call-overload]
