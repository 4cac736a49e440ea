"""The charts as pictures to take away: each says what it shows, of which period and filters, and whence it comes."""

from __future__ import annotations

import pandas as pd

from relations.charts.caption import captioned, source_line
from relations.dashboard.figures import FIGURES
from relations.dashboard.filters import CODED, SURE
from relations.dashboard.outcomes import OUTCOMES, STATUSES
from relations.dashboard.parts.timeline_tools import LANES
from relations.dashboard.scene import Scene
from relations.dashboard.words import mark

TITLES = {
    "timeline": mark("Timeline"),
    "sectors": mark("Sectors"),
    "heat": mark("Sectors by year"),
    "sector-years": mark("Sectors by year"),
    "coverage": mark("Coverage"),
}
_FILTERS = {
    "types": mark("Kinds"),
    "sectors": mark("Sectors"),
    "people": mark("People"),
    "languages": mark("Languages of sources"),
    "statuses": mark("Status"),
}
_BOOKS = {"types": "event_types", "sectors": "sectors", "people": "people"}


def pictures(scene: Scene) -> str:
    """Return every chart with its caption, as JSON: by its name, a figure of plotly's."""
    from plotly.io.json import to_json_plotly

    say, dossier = scene.say, scene.archive.dossier
    source = source_line(scene.title, len(scene.shown.events), dossier.today, say.language)
    drawn = {
        name: captioned(
            draw(scene), f"{scene.title}: {say(TITLES.get(name, name))}", lines(scene, name), source, say.language
        )
        for name, draw in FIGURES.items()
    }
    return str(to_json_plotly(drawn))


def lines(scene: Scene, name: str) -> list[str]:
    """Return what stands below the title of a chart: its period, what its lanes are, and the filters."""
    say = scene.say
    told = [(say("Period"), period(scene, name))]
    if name == "timeline":
        told.append((say("Lanes by").rstrip(":"), say(LANES[scene.lanes])))
    return [
        " · ".join(say("{filter}: {chosen}", filter=filter_, chosen=chosen) for filter_, chosen in told if chosen),
        *filters(scene),
    ]


def period(scene: Scene, name: str = "") -> str:
    """Return the stretch of time that a chart shows; empty where nothing has a date."""
    chosen, events = scene.selection, scene.shown.events
    if name == "timeline" and scene.window:
        return scene.say.date("/".join(day.isoformat() for day in scene.window))
    days = pd.concat([events["earliest"], events["latest"]]).dropna()
    if days.empty:
        return ""
    first, last = chosen.since or days.min().year, chosen.until or days.max().year
    return scene.say.date(f"{first:04}/{last:04}") if first < last else str(first)


def filters(scene: Scene) -> list[str]:
    """Return the filters in words, one line for all; none where everything is shown."""
    say, chosen = scene.say, scene.selection
    found = []
    for name in CODED:
        if codes := sorted(getattr(chosen, name)):
            names = ", ".join(_named(scene, name, code) for code in codes)
            found.append(say("{filter}: {chosen}", filter=say(_FILTERS[name]), chosen=names))
    if chosen.sure:
        found.append(say("{share} sure or more", share=say.percent(SURE)))
    if chosen.reviewed:
        found.append(say("Reviewed only"))
    if chosen.text:
        found.append(f"«{chosen.text}»")
    return [" · ".join(found)] if found else []


def _named(scene: Scene, name: str, code: str) -> str:
    if name in _BOOKS:
        return scene.label(_BOOKS[name], code)
    if name == "languages":
        return scene.say.language_name(code)
    return scene.say((STATUSES | OUTCOMES).get(code, code))
