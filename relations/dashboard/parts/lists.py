"""Lists that begin short: a heading, the first rows, and a button that shows more."""

from __future__ import annotations

from relations.dashboard.states import MOST_ROWS, rows
from relations.views.markup import Html, join, tag
from relations.views.scene import Scene


def part(title: object, body: Html, rest: Html | None, name: str) -> Html:
    """Return one part of a panel: its title, what it lists, and what stands below."""
    return tag("section", tag("h3", title, id=name), body, rest, class_="part", aria_labelledby=name)


def more(scene: Scene, name: str, left: int) -> Html | None:
    """Return the button that shows more of a list; where the list is as long as can be, what to do instead."""
    if left <= 0:
        return None
    say = scene.say
    if rows(scene.states, name) >= MOST_ROWS:
        return tag("p", say.count("{n} more: narrow the filters", "{n} more: narrow the filters", left), class_="quiet")
    return tag(
        "button", join([say.count("Show more of {n}", "Show more of {n}", left)]), type="button", class_="toggle more",
        data_do="more", data_value=name, id=f"more-{name}",
    )  # fmt: skip
