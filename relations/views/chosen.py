"""What was chosen, said in words: the filters, the numbers that were opened, the period, what lanes stand for."""

from __future__ import annotations

import pandas as pd

from relations.charts.press import UNKNOWN
from relations.charts.words import listing
from relations.views.filters import CODED, SURE
from relations.views.headlines import SECTOR_MONTHS, VISIT_YEARS
from relations.views.outcomes import OUTCOMES, STATUSES
from relations.views.scene import Scene
from relations.views.stated import indicator
from relations.views.words import mark

LANES = {"kind": mark("Kind"), "sector": mark("Sector"), "country": mark("Country"), "source": mark("Source")}
TITLES = {
    "timeline": mark("Timeline"),
    "sectors": mark("Sectors"),
    "heat": mark("Sectors by year"),
    "sector-years": mark("Sectors by year"),
    "stated": mark("Figures as stated"),
    "coverage": mark("Coverage"),
}
FILTERS = {
    "since": mark("From year"),
    "until": mark("To year"),
    "types": mark("Kinds"),
    "sectors": mark("Sectors"),
    "people": mark("People"),
    "languages": mark("Languages of sources"),
    "statuses": mark("Status"),
    "reviewed": mark("Reviewed only"),
    "sure": mark("Surest only"),
    "text": mark("Search"),
}


def press_name(scene: Scene, code: str) -> str:
    """Return the name of a country whose press is meant; what is not known is said to be so."""
    return scene.say("country not known") if code == UNKNOWN else scene.say.country(code)


def label(scene: Scene, name: str) -> str:
    """Return in words what a name of `relations.views.counted` counts."""
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
            return say("events dated to the year at best")
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


def period(scene: Scene, name: str = "") -> str:
    """Return the stretch of time that is shown; empty where nothing has a date.

    Parameters
    ----------
    scene : Scene
    name : str
        Of a chart: the timeline shows the stretch that was zoomed to.
    """
    chosen, events = scene.selection, scene.shown.events
    if name == "timeline" and scene.window:
        return scene.say.date("/".join(day.isoformat() for day in scene.window))
    days = pd.concat([events["earliest"], events["latest"]]).dropna()
    if days.empty:
        return ""
    first, last = chosen.since or days.min().year, chosen.until or days.max().year
    return scene.say.date(f"{first:04}/{last:04}") if first < last else str(first)


def filters(scene: Scene) -> list[str]:
    """Return the filters that hold beside the period, a line each; none where everything is shown."""
    say, selection = scene.say, scene.selection
    lines = []
    for name in CODED:
        if codes := getattr(selection, name):
            names = sorted(_named(scene, name, code) for code in codes)
            lines.append(say("{filter}: {chosen}", filter=say(FILTERS[name]), chosen=listing(names, say.language)))
    lines += [label(scene, name) for name in sorted(selection.among)]
    if selection.reviewed:
        lines.append(say("Reviewed only"))
    if selection.sure:
        lines.append(say("{share} sure or more", share=say.percent(SURE)))
    if selection.text:
        lines.append(f"«{selection.text}»")
    return lines


def said(scene: Scene, name: str = "") -> list[str]:
    """Return what a picture of a chart shows: its period, what its lanes are, and the filters."""
    say = scene.say
    told = [(say("Period"), period(scene, name))]
    if name == "timeline":
        told.append((say("Lanes by").rstrip(":"), say(LANES[scene.lanes])))
    if name == "stated":
        told.append((say("Indicator"), indicator(scene)))
    chosen = filters(scene)
    return [
        " · ".join(say("{filter}: {chosen}", filter=filter_, chosen=chosen) for filter_, chosen in told if chosen),
        *([" · ".join(chosen)] if chosen else []),
    ]


def _named(scene: Scene, name: str, code: str) -> str:
    books = {"types": "event_types", "sectors": "sectors", "people": "people"}
    if name in books:
        return scene.label(books[name], code)
    if name == "languages":
        return scene.say.language_name(code)
    return scene.say((STATUSES | OUTCOMES).get(code, code))
