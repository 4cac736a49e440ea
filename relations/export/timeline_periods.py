"""Which stretches of time get a timeline of their own: as many as let most events have their label."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

import numpy as np
import pandas as pd

from relations.charts.timeline_events import dated_mask, days_column
from relations.charts.timeline_scale import day_of, days_of, stretch
from relations.export.timeline_bars import Box
from relations.export.timeline_places import places, within
from relations.views.archive import Window
from relations.views.scene import Scene

_NEARLY = 0.8  # of the longest part: the first stretch that holds so much tells the event
_CALM = 20  # a stretch of no more events is not cut: they would only be bars from edge to edge
_FEW, _BARE = 2, 0.2  # events, and share of the events, that may stay without a label; the notes name them all


def whole(events: pd.DataFrame, today: date) -> Window:
    """Return the stretch of days that holds all dated events, with a margin, and today where it is not far off."""
    known = events[dated_mask(events)]
    first, last = stretch(days_column(known["earliest"]), days_column(known["latest"]) + 1, today, None)
    return day_of(first), day_of(last)


def periods(scene: Scene, box: Box, most: int = 14) -> list[Window]:
    """Cut the time that events cover into stretches, each of which fits a slide with labels for most of its events.

    Parameters
    ----------
    scene : Scene
    box : Box
        The place of the timeline on a slide.
    most : int
        Where more slides were needed, there are none: the whole period is shown alone.

    Returns
    -------
    list of (datetime.date, datetime.date)
        In order; every dated event touches one of them. One stretch where everything fits a slide.
    """
    events, today = scene.shown.events, scene.archive.dossier.today
    all_of_it = scene.window or whole(events, today)

    def fits(window: Window) -> bool:
        laid = places(scene, window, box)
        bare = sum(item.label is None and item.inside is None for item in laid.items)
        return laid.level == "labels" and bare <= max(_FEW, _BARE * len(laid.items))

    if len(within(events, all_of_it)) > most * 60:
        return [all_of_it]
    if fits(all_of_it):
        return [all_of_it]
    found: list[Window] = []
    years = [(date(year, 1, 1), date(year, 12, 31)) for year in range(all_of_it[0].year, all_of_it[1].year + 1)]
    waiting = [year for year in years if len(within(events, year))]
    while waiting:
        first = waiting.pop(0)
        if not fits(first):
            if (first[1] - first[0]).days > 31 and len(within(events, first)) > _CALM:
                waiting = [half for half in _halves(first) if len(within(events, half))] + waiting
                continue
            found.append(first)
            continue
        while waiting and fits((first[0], waiting[0][1])):
            first = first[0], waiting.pop(0)[1]
        found.append(first)
    return found if len(found) <= most else [all_of_it]


def told_in(events: pd.DataFrame, windows: Sequence[Window]) -> list[set[str]]:
    """Return which events are told in each stretch: every dated one once, where most of its date lies.

    What is known only to the year would be an empty bar from edge to edge in each stretch of that year. What goes on
    is told in all that it reaches.
    """
    known = events[dated_mask(events)]
    start, end = days_column(known["earliest"]), days_column(known["latest"]) + 1
    start, end = np.where(np.isnan(start), end - 1, start), np.where(np.isnan(end), start + 1, end)
    first, last = (np.array([days_of(window[n]) + n for window in windows]) for n in (0, 1))
    shared = np.clip(np.minimum(end[:, None], last) - np.maximum(start[:, None], first), 0, None)
    chosen = (shared >= _NEARLY * shared.max(axis=1, keepdims=True)).argmax(axis=1)
    touched = shared.any(axis=1)
    lasting = known[known["status"].eq("ongoing")]
    return [
        {*known.loc[touched & (chosen == n), "event_id"], *within(lasting, window)["event_id"]}
        for n, window in enumerate(windows)
    ]


def _halves(window: Window) -> Sequence[Window]:
    """Return the two halves of a year, half-year or quarter, at the begin of a month.

    Examples
    --------
    >>> _halves((date(2025, 1, 1), date(2025, 12, 31)))[1]
    (datetime.date(2025, 7, 1), datetime.date(2025, 12, 31))
    """
    months = window[1].month - window[0].month + 1
    middle = date(window[0].year, window[0].month + (months + 1) // 2, 1)
    return (window[0], middle - timedelta(days=1)), (middle, window[1])
