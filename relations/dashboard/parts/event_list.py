"""The events of the stretch shown as a list, oldest first, by year."""

from __future__ import annotations

from itertools import groupby

import numpy as np
import pandas as pd

from relations.charts.timeline_events import days_column, in_window
from relations.charts.timeline_scale import days_of
from relations.dashboard.parts.lists import MOST_PRINTED, beyond, on_paper
from relations.views.markup import Html, facts, join, tag
from relations.views.outcomes import STATUSES
from relations.views.scene import Row, Scene, text

PAGE = 60  # events shown at first, and more at each asking
MOST_LISTED = 1200
_NEVER = 1e9


def chosen(scene: Scene) -> tuple[pd.DataFrame, int]:
    """Return the first events of the stretch shown, by date, without a date last; and how many there are in all.

    Paper, which has no button for more, has them all unless they are too many.
    In a shortened stretch events without a date are left out: nobody knows whether they belong.
    """
    events = scene.shown.events
    start, end = days_column(events["earliest"]), days_column(events["latest"])
    if scene.window:
        dated = ~(np.isnan(start) & np.isnan(end))
        inside = dated & in_window(start, end + 1, days_of(scene.window[0]), days_of(scene.window[1]) + 1)
        at = np.flatnonzero(inside)
    else:
        at = np.arange(len(events))
    day = np.nan_to_num(np.where(np.isnan(start), end, start)[at], nan=_NEVER)
    total = len(at)
    most = total if scene.paper and total <= MOST_PRINTED else scene.listed
    if total > most:
        # Of a million events only those shown are put in order.
        bar = np.partition(day, most - 1)[most - 1]
        near = day <= bar
        at, day = at[near], day[near]
    order = np.argsort(day, kind="stable")[:most]
    return events.iloc[at[order]].assign(day=day[order]), total


def listing(scene: Scene) -> Html:
    """Return the list; nothing where the reader looks at the timeline alone."""
    if scene.view == "timeline":
        return Html("")
    say = scene.say
    shown, total = chosen(scene)
    if shown.empty:
        return tag("p", say("No event matches the filters."), class_="empty")
    years = (
        _of_year(scene, heading, list(rows))
        for heading, rows in groupby(enumerate(shown.to_dict("records")), lambda row: _year(scene, row[1]))
    )
    more = total - min(scene.listed, len(shown))
    button = tag("button", say("Show more"), type="button", class_="toggle", data_do="list_more", id="list-more")
    return tag(
        "div",
        join(years),
        tag("p", button, " ", say.count("{n} more", "{n} more", more), class_="quiet more") if more else None,
        on_paper(scene, total - len(shown)),
        class_="event-list", tabindex="0", role="region", aria_label=say("List"), data_scroll=True, id="scroll-list",
    )  # fmt: skip


def _of_year(scene: Scene, heading: str, rows: list[tuple[int, Row]]) -> Html:
    first = beyond(rows[0][0], scene.listed)
    events = (_row(scene, row, beyond(place, scene.listed)) for place, row in rows)
    return join([tag("h3", heading, class_=first), tag("ol", join(events), class_="sources")])


def _year(scene: Scene, row: Row) -> str:
    if row["day"] == _NEVER:
        return scene.say("no date")
    return str(np.datetime64(int(row["day"]), "D").astype("datetime64[Y]"))


def _row(scene: Scene, row: Row, class_: str | None) -> Html:
    say, date = scene.say, text(row["date"])
    event = str(row["event_id"])
    told = [
        tag("strong", say.date(date) if date else say("no date")),
        say(STATUSES[row["status"]]),
        say.count("{n} source", "{n} sources", int(str(row["n_articles"]))),
    ]
    return tag(
        "li",
        tag("small", facts(told)),
        tag(
            "button", scene.headline(row), type="button", class_="bare", data_do="open", data_event_id=event,
            id=f"list-{event}", aria_current="true" if event == scene.event else None,
        ),
        class_=class_,
    )  # fmt: skip
