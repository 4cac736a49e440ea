"""The commitments: what was announced, for when, and what became of it."""

from __future__ import annotations

import pandas as pd

from relations.dashboard.markup import Html, clean, facts, join, tag
from relations.dashboard.parts.filter_bar import OUTCOMES, STATUSES
from relations.dashboard.parts.quotes import foreign, shorten
from relations.dashboard.scene import Row, Scene, text

MOST = 200
ORDER = {"due": 0, "overdue": 1, "open": 2, "done": 3, "cancelled": 4}
_NEWEST_FIRST = ("overdue", "done", "cancelled")


def badge(scene: Scene, outcome: str) -> Html:
    """Return what became of a commitment, as a word on a colour."""
    return tag("span", scene.say((OUTCOMES | STATUSES)[outcome]), class_=f"badge {outcome}")


def rows(events: pd.DataFrame) -> pd.DataFrame:
    """Return the commitments among events: due, overdue, open, done, cancelled.

    What is due or open begins with what comes soonest, what is past with what was last.
    """
    found = events[events["outcome"].notna()]
    order = found["outcome"].map(ORDER)
    days = (found["earliest"] - pd.Timestamp(0)).dt.days
    away = days.where(~found["outcome"].isin(_NEWEST_FIRST), -days)
    return found.assign(order=order, away=away).sort_values(["order", "away", "event_id"], na_position="last")


def table(scene: Scene) -> Html:
    """Return the table of commitments; the announcement opens its detail."""
    say = scene.say
    found = rows(scene.shown.events)
    if found.empty:
        return tag("p", say("No commitment matches the filters."), class_="empty")
    more = len(found) - MOST
    rest = say.count("{n} more: narrow the filters", "{n} more: narrow the filters", more) if more > 0 else None
    return tag(
        "div",
        tag(
            "table",
            tag(
                "thead", tag("tr", *(tag("th", h, scope="col") for h in (say("Announced"), say("For"), say("Outcome"))))
            ),
            tag("tbody", join(_row(scene, row) for row in found.head(MOST).to_dict("records"))),
            class_="commitments",
        ),
        rest and tag("p", rest, class_="quiet"),
        class_="scroll",
        tabindex="0",
        role="region",
        aria_label=say("{title} as a table", title=say("Commitments")),
        data_scroll=True,
        id="scroll-commitments",
    )


def _row(scene: Scene, row: Row) -> Html:
    say = scene.say
    announced, date, done = text(row["announced"]), text(row["date"]), text(row["fulfilled_by"])
    told = say.count("{n} source", "{n} sources", int(str(row["n_articles"])))
    outcome = badge(scene, str(row["outcome"]))
    known = scene.archive.events
    if done and done != row["event_id"] and done in known.index:
        when = text(known.at[done, "date"])
        outcome = tag(
            "button", outcome, say.date(when) if when else None, type="button", class_="bare", data_do="open",
            data_event_id=done, id=f"fulfilled-{row['event_id']}",
        )  # fmt: skip
    return tag(
        "tr",
        tag(
            "td",
            tag(
                "button", clean(scene.headline(row)), type="button", class_="bare", data_do="open",
                data_event_id=row["event_id"], id=f"commitment-{row['event_id']}",
            ),
            foreign(shorten(str(row["summary"]), 160), text(row["summary_language"]), class_="words"),
            tag("small", facts([say.date(announced) if announced else None, told])),
        ),
        tag("td", say.date(date) if date else say("no date"), data_label=say("For")),
        tag("td", outcome, data_label=say("Outcome")),
    )  # fmt: skip
