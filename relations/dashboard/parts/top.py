"""The head of the page: title, what the dossier holds, languages, exports; and the headline figures."""

from __future__ import annotations

from relations.dashboard.counted import number
from relations.dashboard.headlines import SECTOR_MONTHS, VISIT_YEARS, most_discussed, years_between
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
    """Return the cards with the headline figures; each opens exactly what it counts."""
    say, dossier = scene.say, scene.archive.dossier
    told, archive = scene.but("headline"), scene.archive
    begun = archive.relations_since
    since = say.date(begun[0]) if begun else None
    years = years_between(begun[1], dossier.today) if begun and begun[1] <= dossier.today else None
    visits, signed, unfulfilled, overdue = (
        number(archive, told, name) for name in ("visits", "agreements", "open", "overdue")
    )
    sector = most_discussed(told, dossier.article_sectors, dossier.today)
    discussed = f"discussed.{sector[0]}" if sector else None
    return join(
        [
            _card(
                "opened",
                UNKNOWN if years is None else say.count("{n} year", "{n} years", years),
                say("diplomatic relations, since {date}", date=since) if since else say("diplomatic relations"),
                {"data_do": "open", "data_event_id": begun[2]} if begun else None,
            ),
            _card(
                "visits",
                UNKNOWN if archive.top_visits is None else say.number(visits),
                say("top-level visits, last {n} years", n=say.number(VISIT_YEARS)),
                _among(scene, "visits") if visits else None,
            ),
            _card(
                "agreements", say.number(signed), say("agreements signed"),
                _among(scene, "agreements") if signed else None,
            ),
            _card(
                "open", say.number(unfulfilled), say("open commitments"),
                _among(scene, "open") if unfulfilled else None,
                tag(
                    "button", say.count("{n} past its date", "{n} past their date", overdue), type="button",
                    class_="bare warning", id="headline-overdue", **_among(scene, "overdue"),
                ) if overdue else None,
            ),
            _card(
                "discussed",
                scene.label("sectors", sector[0]) if sector else UNKNOWN,
                say("most discussed sector, last {n} months", n=say.number(SECTOR_MONTHS)),
                _among(scene, discussed) if discussed else None,
                tag("small", say.count("{n} article", "{n} articles", sector[1])) if sector else None,
            ),
        ]
    )  # fmt: skip


def _among(scene: Scene, name: str) -> dict[str, object]:
    pressed = "true" if name in scene.selection.among else "false"
    return {"data_do": "among", "data_value": name, "aria_pressed": pressed}


def _card(name: str, value: str, label: str, opens: dict[str, object] | None, more: Html | None = None) -> Html:
    said = tag("strong", value), tag("span", label)
    face = (
        tag("button", *said, type="button", class_="bare count", id=f"headline-{name}", **opens)
        if opens
        else tag("div", *said, class_="count")
    )
    return tag("div", face, more, class_="figure")
