"""Short notes: how to read the timeline, and where the page comes from."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import numpy as np
import pandas as pd

from relations.charts.sector_years import years_summary_of
from relations.charts.sectors import summary_of as sectors_summary
from relations.charts.timeline_events import days_column, in_window
from relations.charts.timeline_scale import days_of
from relations.charts.twins import summary_text
from relations.dashboard.figures import MOST_SECTORS
from relations.views.markup import Html, facts, join, tag
from relations.views.positions import count
from relations.views.scene import Scene


def timeline(scene: Scene) -> Html:
    """Say how many events are shown and how to read their marks."""
    say, events = scene.say, scene.shown.events
    undated, hidden = int(events["date"].isna().sum()), left_out(scene)
    return facts(
        [
            say.count("{n} event", "{n} events", len(events)),
            say.count("{n} in the stretch shown", "{n} in the stretch shown", in_stretch(scene))
            if scene.window
            else None,
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


def in_stretch(scene: Scene) -> int:
    """Return how many events can lie in the stretch that the timeline shows."""
    events, places = scene.archive.dossier.events, scene.archive.positions
    start, end = places.once("days", lambda: (days_column(events["earliest"]), days_column(events["latest"]) + 1))
    first, last = (days_of(day) for day in scene.window or (date.min, date.max))
    inside = ~(np.isnan(start) & np.isnan(end)) & in_window(start, end, first, last + 1)
    return count(inside, scene.shown.kept)


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
    """Return what the bars of the sectors show, what is not among them, and what they do."""
    say, counts = scene.say, scene.sector_counts
    told = sectors_summary(counts, say.language)
    if counts.table.empty:
        return join([told])
    without = _cancelled(scene)
    left = (
        say.count("{n} cancelled event is not counted.", "{n} cancelled events are not counted.", without)
        if without
        else None
    )
    return join([told, _drawn(scene, counts.table), left, at_screen(say("A bar filters the page."))], " ")


def at_screen(words: str) -> Html:
    """Return words that paper does not need: what a click does."""
    return tag("span", words, class_="at-screen")


def _drawn(scene: Scene, table: pd.DataFrame) -> str | None:
    """Say that a chart draws fewer sectors than its table has."""
    say, known = scene.say, table["sector"].nunique()
    if known <= MOST_SECTORS:
        return None
    return say(
        "The chart draws the {most} most frequent; the table has all {n}.", most=say.number(MOST_SECTORS),
        n=say.number(known),
    )  # fmt: skip


def _cancelled(scene: Scene) -> int:
    """Return how many cancelled events with a sector the charts of sectors leave out."""
    places = scene.archive.positions
    called_off = places.among("events", "status", ["cancelled"])
    if not called_off.any():
        return 0
    named = places.once(
        "with a sector", lambda: places.with_rows("event_sectors", places.events_of("event_sectors") >= 0)
    )
    kept = scene.archive.filtered(replace(scene.selection, sectors=frozenset())).kept
    return count(called_off & named, kept)


def heat(scene: Scene) -> Html:
    """Return what the map of sectors by year shows, and what it does."""
    say, counts = scene.say, scene.sector_counts
    told = years_summary_of(counts, say.language)
    if not counts.dated:
        return join([told])
    opens = at_screen(
        say("A field filters the page by its sector and year; events that may have been in that year come too.")
    )
    return join([told, _drawn(scene, counts.table[counts.table["year"] > 0]), opens], " ")


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
