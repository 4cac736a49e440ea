"""What stands in the place of the detail before an event is chosen: what comes next, and what happened last."""

from __future__ import annotations

import pandas as pd

from relations.dashboard.markup import Html, facts, join, tag
from relations.dashboard.scene import Row, Scene, text

_MOST = 7


def lists(scene: Scene) -> Html:
    """Return the next plans and the latest events among those shown; each opens its detail."""
    events, say = scene.shown.events, scene.say
    ahead = events[events["outcome"].isin(["open", "due"]) & events["earliest"].notna()].sort_values(
        ["earliest", "event_id"]
    )
    past = events[events["status"].isin(["occurred", "ongoing"]) & events["latest"].notna()].sort_values(
        ["latest", "n_articles", "event_id"], ascending=[False, False, True]
    )
    return join(
        join([tag("h3", title), tag("ol", join(_row(scene, row) for row in rows), class_="sources digest")])
        for title, rows in (
            (say("Coming up"), _first(ahead)),
            (say("Latest events"), _first(past)),
        )
        if rows
    )


def _first(events: pd.DataFrame) -> list[Row]:
    return events.head(_MOST).to_dict("records")


def _row(scene: Scene, row: Row) -> Html:
    say, date = scene.say, text(row["date"])
    return tag(
        "li",
        tag(
            "button", scene.headline(row), type="button", class_="bare", data_do="open", data_event_id=row["event_id"],
            id=f"digest-{row['event_id']}",
        ),
        tag(
            "small",
            facts(
                [say.date(date) if date else None, say.count("{n} source", "{n} sources", int(str(row["n_articles"])))]
            ),
        ),
    )  # fmt: skip
