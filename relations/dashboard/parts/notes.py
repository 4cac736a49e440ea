"""Short notes: how to read the timeline, and where the page comes from."""

from __future__ import annotations

from dataclasses import replace

from relations.charts.sector_years import years_summary_of
from relations.charts.sectors import summary_of as sectors_summary
from relations.charts.twins import summary_text
from relations.views.markup import Html, facts, join
from relations.views.scene import Scene


def timeline(scene: Scene) -> Html:
    """Say how many events are shown and how to read their marks."""
    say, events = scene.say, scene.shown.events
    undated, hidden = int(events["date"].isna().sum()), left_out(scene)
    return facts(
        [
            say.count("{n} event", "{n} events", len(events)),
            say.count("{n} of them without a date", "{n} of them without a date", undated) if undated else None,
            say.count("{n} event without a date is not shown", "{n} events without a date are not shown", hidden)
            if hidden
            else None,
            say("a bar shows how exactly the date is known"),
            say("hollow: planned when written"),
            say("an event of several sectors stands in the lane of each") if scene.lanes == "sector" else None,
            say("an event that several publishers tell stands in the lane of each")
            if scene.lanes == "source"
            else None,
        ]
    )


def left_out(scene: Scene) -> int:
    """Return how many events the filter by years hides because nobody knows when they were."""
    chosen = scene.selection
    if chosen.since is None and chosen.until is None:
        return 0
    without = scene.archive.filtered(replace(chosen, since=None, until=None))
    return int(without.events["date"].isna().sum() - scene.shown.events["date"].isna().sum())


def summary(scene: Scene) -> Html:
    """Return what the timeline shows in one sentence, for those who do not see it."""
    return join([summary_text("timeline", scene.shown.events, language=scene.say.language)])


def sectors(scene: Scene) -> Html:
    """Return what the bars of the sectors show, and what they do."""
    told = sectors_summary(scene.sector_counts, scene.say.language)
    return join([told, scene.say("A bar filters the page.")], " ")


def heat(scene: Scene) -> Html:
    """Return what the map of sectors by year shows, and what it does."""
    told = years_summary_of(scene.sector_counts, scene.say.language)
    return join([told, scene.say("A field filters the page.")], " ")


def foot(scene: Scene) -> Html:
    """Say what the page rests on, and as of which day."""
    say, dossier = scene.say, scene.archive.dossier
    return join(
        [
            say("Read by machine from the articles listed; every mark opens the sentences it rests on."),
            say("As of {date}", date=say.date(dossier.today.isoformat())),
        ],
        " ",
    )
