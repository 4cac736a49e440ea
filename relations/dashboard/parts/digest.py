"""What stands in the place of the detail before an event is chosen: what comes next, and what happened last."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import numpy.typing as npt
import pandas as pd

from relations.views.markup import Html, facts, join, tag
from relations.views.scene import Row, Scene, text

_MOST = 7


def lists(scene: Scene) -> Html:
    """Return the next plans and the latest events among those shown; each opens its detail."""
    say, told, places = scene.say, scene.archive.dossier.events, scene.archive.positions
    order = scene.in_order  # the first plans that have a date; then from the last day back
    open_plans = places.among("events", "outcome", ("open", "due")) & told["earliest"].notna().to_numpy()
    ahead = scene.events_at(order[open_plans[order]][:_MOST])
    begun = places.among("events", "status", ("occurred", "ongoing")) & told["latest"].notna().to_numpy()
    past = _latest(scene.events_at, order[begun[order]], told["latest"].to_numpy())
    return join(
        join([tag("h3", title), tag("ol", join(_row(scene, row) for row in rows), class_="sources digest")])
        for title, rows in (
            (say("Coming up"), ahead.to_dict("records")),
            (say("Latest events"), past.to_dict("records")),
        )
        if rows
    )


def _latest(
    rows: Callable[[npt.NDArray[np.intp]], pd.DataFrame], places: npt.NDArray[np.intp], days: npt.NDArray[np.datetime64]
) -> pd.DataFrame:
    """Return the events that ended last, of those of one day the most told first."""
    own = days[places]
    if len(own) > _MOST:
        places = places[own >= np.partition(own, -_MOST)[-_MOST]]
    by = ["latest", "n_articles", "event_id"]
    return rows(places).sort_values(by, ascending=[False, False, True]).head(_MOST)


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
