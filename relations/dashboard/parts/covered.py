"""Coverage: what is counted (articles or events) and by what (language or press), and its table."""

from __future__ import annotations

import pandas as pd

from relations.charts.groups import WEIGHT
from relations.charts.twins import summary_text, table_twin
from relations.dashboard.parts.twins import counts_table
from relations.views.covered import counted_rows
from relations.views.markup import Html, join, tag
from relations.views.scene import Scene
from relations.views.states import CHOICES, state
from relations.views.words import mark

CHOICE_WORDS = {
    "articles": mark("Articles"),
    "events": mark("Events"),
    "language": mark("By language"),
    "press": mark("By country of the press"),
}


def summary(scene: Scene) -> Html:
    """Return the switches, and what the chart shows in one sentence."""
    say, of, by = scene.say, state(scene.states, "count"), state(scene.states, "by")
    groups = []
    for name, label in (("count", say("What is counted")), ("by", say("Counted by"))):
        now = state(scene.states, name)
        buttons = [
            tag(
                "button", say(CHOICE_WORDS[value]), type="button", class_="toggle", data_do="state", data_name=name,
                data_value=value, id=f"coverage-{value}", aria_pressed="true" if value == now else "false",
            )
            for value in CHOICES[name]
        ]  # fmt: skip
        groups.append(tag("span", *buttons, role="group", aria_label=label, class_="choice"))
    rows = counted_rows(scene)
    told = summary_text("coverage", rows, language=say.language, by=by, of=of)
    how = say("Known from the publisher's address, or from the dossier's settings.") if by == "press" else None
    each = say("An event that several tell counts in each.") if of == "events" else None
    return join([*groups, tag("span", join([told, _undated(scene, rows, of), each, how], " "))])


def _undated(scene: Scene, rows: pd.DataFrame, of: str) -> str | None:
    """Say how many are not among the numbers, since nobody knows their year."""
    say = scene.say
    unknown = rows[~rows["earliest"].dt.year.eq(rows["latest"].dt.year)]
    if unknown.empty:
        return None
    if of == "events":
        n = unknown["event_id"].nunique()
        return say.count(
            "{n} event of no known year is not counted.", "{n} events of no known year are not counted.", n
        )
    n = int(unknown[WEIGHT].sum()) if WEIGHT in unknown else len(unknown)
    return say.count(
        "{n} article of no known year is not counted.", "{n} articles of no known year are not counted.", n
    )


def table(scene: Scene) -> Html:
    """Return the numbers by year."""
    say, by = scene.say, state(scene.states, "by")
    rows = table_twin("coverage", counted_rows(scene), language=say.language, by=by, months=12)
    counts = rows.pivot_table(index="period_text", columns="label", values="articles", aggfunc="sum", fill_value=0)
    return counts_table(scene, say("Coverage"), say("Year"), counts.astype(int))
