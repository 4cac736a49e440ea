"""What a number that was opened counts, said in words, and what to do where the filters leave nothing."""

from __future__ import annotations

from relations.charts.press import UNKNOWN
from relations.dashboard.headlines import SECTOR_MONTHS, VISIT_YEARS
from relations.dashboard.markup import Html, join, tag
from relations.dashboard.scene import Scene
from relations.dashboard.words import mark

FILTERS = {
    "since": mark("From year"),
    "until": mark("To year"),
    "types": mark("Kinds"),
    "sectors": mark("Sectors"),
    "people": mark("People"),
    "languages": mark("Languages of sources"),
    "statuses": mark("Status"),
    "among": mark("Opened number"),
    "reviewed": mark("Reviewed only"),
    "sure": mark("Surest only"),
    "text": mark("Search"),
}


def press_name(scene: Scene, code: str) -> str:
    """Return the name of a country whose press is meant; what is not known is said to be so."""
    return scene.say("country not known") if code == UNKNOWN else scene.say.country(code)


def label(scene: Scene, name: str) -> str:
    """Return in words what a name of `relations.dashboard.counted` counts."""
    say, (kind, _, rest) = scene.say, name.partition(".")
    match kind:
        case "visits":
            return say("top-level visits, last {n} years", n=say.number(VISIT_YEARS))
        case "agreements":
            return say("agreements signed")
        case "open":
            return say("open commitments")
        case "overdue":
            return say("overdue commitments")
        case "discussed":
            sector = scene.label("sectors", rest)
            return say("{sector}: articles of the last {n} months", sector=sector, n=say.number(SECTOR_MONTHS))
        case "one-source":
            return say("events with one source")
        case "one-side":
            return say("events that only one side's press tells")
        case "year-only":
            return say("dates known only to the year")
        case "no-date":
            return say("events without a date")
        case "no-event":
            return say("articles that tell no event")
        case "pair":
            one, _, other = rest.partition(".")
            return say("{one} with {other}", one=scene.label("people", one), other=scene.label("people", other))
        case "press":
            return say("press of {country}", country=press_name(scene, rest))
    return name


def pills(scene: Scene) -> list[Html]:
    """Return a button for each number that was opened: it says what is shown, and lets it go."""
    return [
        tag(
            "button", tag("bdi", label(scene, name)), tag("span", "×", aria_hidden="true"), type="button",
            class_="pill chosen", data_do="among", data_value=name, id=f"among-{name}", aria_pressed="true",
        )
        for name in sorted(scene.selection.among)
    ]  # fmt: skip


def advice(scene: Scene) -> Html:
    """Say, where nothing is left, which filter to take back and what would then be shown."""
    say, chosen = scene.say, scene.selection
    if len(scene.shown.events) or not chosen.active:
        return Html("")
    ways = []
    for name in chosen.chosen:
        n = len(scene.archive.filtered(chosen.dropped(name)).events)
        if n:
            told = say.count("{n} event", "{n} events", n)
            ways.append(
                tag(
                    "button", say("Without “{filter}”: {events}", filter=say(FILTERS[name]), events=told),
                    type="button", class_="button", data_do="drop", data_value=name, id=f"drop-{name}",
                )
            )  # fmt: skip
    articles = len(scene.shown.articles)
    return tag(
        "div",
        tag("strong", say("The filters leave no event.")),
        tag("span", say.count("{n} article", "{n} articles", articles), class_="quiet") if articles else None,
        join(ways, " "),
        tag("button", say("Reset all filters"), type="button", class_="button", data_do="reset", id="advice-reset"),
        class_="advice",
    )
