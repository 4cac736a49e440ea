"""Short notes: how to read the timeline, and where the page comes from."""

from __future__ import annotations

from relations.dashboard.markup import Html, facts, join, tag
from relations.dashboard.scene import Scene


def timeline(scene: Scene) -> Html:
    """Say how many events are shown and how to read their marks."""
    say, events = scene.say, scene.shown.events
    undated = int(events["date"].isna().sum())
    back = tag("button", say("Whole period"), type="button", class_="toggle", data_do="whole", id="timeline-whole")
    told = facts(
        [
            say.count("{n} event", "{n} events", len(events)),
            say.count("{n} of them without a date", "{n} of them without a date", undated) if undated else None,
            say("a bar shows how exactly the date is known"),
            say("hollow: planned when written"),
        ]
    )
    return join([told, back if scene.window else None], " ")


def foot(scene: Scene) -> Html:
    """Say what the page rests on, and as of which day."""
    say, dossier = scene.say, scene.archive.dossier
    return join(
        [
            say("Read by machine from the articles listed; every mark opens the sentences it rests on."),
            say("As of {date}.", date=say.date(dossier.today.isoformat())),
        ],
        " ",
    )
