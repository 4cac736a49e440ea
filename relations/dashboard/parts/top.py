"""The head of the page: title, what the dossier holds, languages, exports; and the headline figures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from relations.views.cards import Card, cards
from relations.views.markup import Html, facts, join, tag
from relations.views.scene import Scene
from relations.views.words import LANGUAGES, direction


def header(scene: Scene) -> Html:
    """Return title, extent of the dossier, language switch and export buttons."""
    say, dossier = scene.say, scene.archive.dossier
    articles, events = dossier.articles, dossier.events[["earliest", "precision", "date"]]
    # "In the 1990s" is no beginning: a decade is too wide to begin a history with.
    known = events.loc[events["earliest"].notna() & events["precision"].ne("decade")]
    first = known.nsmallest(1, "earliest")["date"]
    last = articles.loc[articles["latest"].notna()].nlargest(1, "latest")["published"]
    extent = [
        say("since {date}", date=say.date(first.iloc[0])) if len(first) else None,
        say.count("{n} article", "{n} articles", len(articles)),
        say.count("in {n} language", "in {n} languages", articles["language"].nunique()),
        say("last article {date}", date=say.date(last.iloc[0])) if len(last) else None,
    ]
    return join(
        [
            tag("div", tag("h1", scene.title), tag("p", facts(extent), class_="quiet"), class_="title"),
            tag("div", _languages(scene), _exports(scene), class_="tools"),
        ]
    )


def _languages(scene: Scene) -> Html:
    buttons = [
        tag(
            "button", tag("span", name, lang=code, dir=direction(code)), type="button", id=f"language-{code}",
            data_do="language", data_value=code, aria_pressed="true" if code == scene.say.language else "false",
        )
        for code, name in LANGUAGES.items()
    ]  # fmt: skip
    return tag("div", *buttons, role="group", aria_label=scene.say("Language"), class_="languages")


@cache
def _prints() -> bool:
    from relations.export.printing import can_print

    return can_print()


def _files(forms: Iterable[tuple[str, str, str | None]]) -> Iterator[Html]:
    for label, form, table in forms:
        yield tag("button", label, type="button", data_do="export", data_format=form, data_table=table)


def _exports(scene: Scene) -> Html:
    say = scene.say
    people = [
        (say("Slides (PPTX)"), "pptx", None), (say("Briefing (DOCX)"), "docx", None),
        # Takes a browser or LibreOffice where the page is served from.
        *([(say("Briefing (PDF)"), "briefing-pdf", None)] if _prints() else []),
        (say("Tables as XLSX"), "xlsx", None), (say("Web page (HTML)"), "html", None),
        (say("Calendar (ICS)"), "ics", None),
    ]  # fmt: skip
    programs = [
        (say("Events as CSV"), "csv", "events"), (say("Sources as CSV"), "csv", "articles"),
        (say("Sources for reference managers (CSL)"), "csl", None), (say("Data package (ZIP)"), "zip", None),
        (say("Linked data (JSON-LD)"), "jsonld", None), (say("Timeline for TimelineJS (JSON)"), "timelinejs", None),
    ]  # fmt: skip
    choices = [
        *_files(people),
        tag("button", say("Charts as PNG"), type="button", data_ui="image", data_format="png"),
        tag("button", say("Charts as SVG"), type="button", data_ui="image", data_format="svg"),
        tag("button", say("Print"), type="button", data_ui="print"),
        *_files(programs),
    ]
    menu = tag(
        "details",
        tag("summary", say("Export"), class_="button"),
        tag("div", *choices, class_="options actions"),
        class_="menu at-end",
        id="menu-export",
    )
    copy = tag(
        "button", tag("span", say("Copy link"), class_="idle"), tag("span", say("Copied"), class_="done"),
        type="button", class_="button", data_ui="copy",
    )  # fmt: skip
    return join([menu, copy])


def figures(scene: Scene) -> Html:
    """Return the cards with the headline figures; each opens exactly what it counts."""
    return join(_card(scene, one) for one in cards(scene))


def _among(scene: Scene, name: str) -> dict[str, object]:
    pressed = "true" if name in scene.selection.among else "false"
    return {"data_do": "among", "data_value": name, "aria_pressed": pressed}


def _card(scene: Scene, one: Card) -> Html:
    said = tag("strong", one.value), tag("span", one.label)
    opens = _among(scene, one.counts) if one.counts else None
    if one.event:
        opens = {"data_do": "open", "data_event_id": one.event}
    face = (
        tag("button", *said, type="button", class_="bare count", id=f"headline-{one.name}", **opens)
        if opens
        else tag("div", *said, class_="count")
    )
    warning = one.warning and tag(
        "button", one.warning, type="button", class_="bare warning", id="headline-overdue", **_among(scene, "overdue")
    )
    return tag("div", face, warning, one.note and tag("small", one.note), class_="figure")
