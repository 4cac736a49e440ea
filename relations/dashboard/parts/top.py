"""The head of the page: title, what the dossier holds, languages, exports; and the headline figures."""

from __future__ import annotations

from relations.dashboard.headlines import SECTOR_MONTHS, VISIT_YEARS, headlines
from relations.dashboard.markup import Html, facts, join, tag
from relations.dashboard.scene import Scene
from relations.dashboard.words import LANGUAGES, direction

UNKNOWN = "—"


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


def _exports(scene: Scene) -> Html:
    say = scene.say
    choices = [
        tag("button", say("Tables as XLSX"), type="button", data_do="export", data_format="xlsx"),
        tag("button", say("Events as CSV"), type="button", data_do="export", data_format="csv", data_table="events"),
        tag("button", say("Sources as CSV"), type="button", data_do="export", data_format="csv", data_table="articles"),
        tag("button", say("Charts as PNG"), type="button", data_ui="image", data_format="png"),
        tag("button", say("Charts as SVG"), type="button", data_ui="image", data_format="svg"),
        tag("button", say("Print"), type="button", data_ui="print"),
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
    """Return the cards with the headline figures."""
    say, dossier = scene.say, scene.archive.dossier
    found = headlines(scene.shown, dossier.article_sectors, dossier.article_people, dossier.today, whole=dossier.events)
    since = say.date(found.relations_since) if found.relations_since else None
    years = found.relations_years
    visits = UNKNOWN if found.visits is None else say.number(found.visits)
    cards = [
        (
            UNKNOWN if years is None else say.count("{n} year", "{n} years", years),
            say("diplomatic relations, since {date}", date=since) if since else say("diplomatic relations"),
            None,
        ),
        (visits, say("top-level visits, last {n} years", n=say.number(VISIT_YEARS)), None),
        (say.number(found.agreements), say("agreements signed"), None),
        (
            say.number(found.open_commitments),
            say("open commitments"),
            say.count("{n} past its date", "{n} past their date", found.overdue) if found.overdue else None,
        ),
        (
            scene.label("sectors", found.sector) if found.sector else UNKNOWN,
            say("most discussed sector, last {n} months", n=say.number(SECTOR_MONTHS)),
            None,
        ),
    ]
    return join(
        tag("div", tag("strong", value), tag("span", label), warning and tag("em", warning), class_="figure")
        for value, label, warning in cards
    )
