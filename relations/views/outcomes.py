"""What became of events and commitments: the words for it, and the order that commitments are told in."""

from __future__ import annotations

import pandas as pd

from relations.views.words import mark

STATUSES = {
    "occurred": mark("Happened"),
    "ongoing": mark("Going on"),
    "planned": mark("Planned"),
    "cancelled": mark("Cancelled"),
}
OUTCOMES = {
    "open": mark("Open"),
    "due": mark("Due"),
    "overdue": mark("Overdue"),
    "done": mark("Done"),
}
ORDER = {"overdue": 0, "due": 1, "open": 2, "done": 3, "cancelled": 4}
_NEWEST_FIRST = ("overdue", "done", "cancelled")


def commitments(events: pd.DataFrame) -> pd.DataFrame:
    """Return the commitments among events: overdue, due, open, done, cancelled.

    What is due or open begins with what comes soonest, what is past with what was last.

    Examples
    --------
    >>> told = pd.DataFrame({"event_id": ["e1", "e2", "e3"], "outcome": ["done", None, "due"],
    ...                      "earliest": pd.to_datetime(["2020-01-01", None, None])})
    >>> commitments(told)["event_id"].tolist()
    ['e3', 'e1']
    """
    found = events[events["outcome"].notna()]
    order = found["outcome"].map(ORDER).astype("int64")
    days = (found["earliest"] - pd.Timestamp(0)).dt.days
    away = days.where(~found["outcome"].isin(_NEWEST_FIRST), -days)
    return found.assign(order=order, away=away).sort_values(["order", "away", "event_id"], na_position="last")
