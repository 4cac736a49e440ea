"""What the page shows, in words: for a screen reader when the filters changed, and for paper, which has no filters."""

from __future__ import annotations

from relations.dashboard.filters import CODED, SURE
from relations.dashboard.markup import Html, escape, facts, tag
from relations.dashboard.outcomes import OUTCOMES, STATUSES
from relations.dashboard.scene import Scene
from relations.dashboard.words import mark

FILTERS = {
    "types": mark("Kinds"),
    "sectors": mark("Sectors"),
    "people": mark("People"),
    "languages": mark("Languages of sources"),
    "statuses": mark("Status"),
}
_BOOKS = {"types": "event_types", "sectors": "sectors", "people": "people"}


def told(scene: Scene) -> Html:
    """Return the number of events and articles that are shown, in one sentence."""
    say, shown = scene.say, scene.shown
    return escape(
        say(
            "Shown now: {events}, {articles}.",
            events=say.count("{n} event", "{n} events", len(shown.events)),
            articles=say.count("{n} article", "{n} articles", len(shown.articles)),
        )
    )


def printed(scene: Scene) -> Html:
    """Return the head of the printed page: period, filters, what is left, as of when."""
    say, chosen, events = scene.say, scene.selection, scene.shown.events
    known = events[["earliest", "latest"]].stack()
    first = chosen.since or (known.min().year if len(known) else None)
    last = chosen.until or (known.max().year if len(known) else None)
    lines = []
    if first and last:
        lines.append(say("{filter}: {chosen}", filter=say("Period"), chosen=f"{first} – {last}"))
    for name in CODED:
        if codes := sorted(getattr(chosen, name)):
            names = ", ".join(_named(scene, name, code) for code in codes)
            lines.append(say("{filter}: {chosen}", filter=say(FILTERS[name]), chosen=names))
    if chosen.sure:
        lines.append(say("{share} sure or more", share=say.percent(SURE)))
    if chosen.reviewed:
        lines.append(say("Reviewed only"))
    if chosen.text:
        lines.append(f"«{chosen.text}»")
    of = say("As of {date}", date=say.date(scene.archive.dossier.today.isoformat()))
    return tag("p", facts([*lines, told(scene), of]))


def _named(scene: Scene, name: str, code: str) -> str:
    if name in _BOOKS:
        return scene.label(_BOOKS[name], code)
    if name == "languages":
        return scene.say.language_name(code)
    return scene.say((STATUSES | OUTCOMES).get(code, code))
