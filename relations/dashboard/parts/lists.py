"""Lists that begin short: a heading, the first rows, and a button that shows more.

Paper has no button: once the reader rests, the page is sent what its lists hold back, which only paper shows.
"""

from __future__ import annotations

from relations.views.markup import Html, join, tag
from relations.views.scene import Scene
from relations.views.states import MOST_ROWS, rows

MOST_PRINTED = 1000  # rows of a list; of a longer one no more than on the screen, or it would take the kernel seconds


def part(title: object, body: Html, rest: Html | None, name: str) -> Html:
    """Return one part of a panel: its title, what it lists, and what stands below."""
    return tag("section", tag("h3", title, id=name), body, rest, class_="part", aria_labelledby=name)


def reach(scene: Scene, name: str, total: int) -> tuple[int, int]:
    """Return how many rows of a list are shown, and how many stand in the page, for paper."""
    shown = rows(scene.states, name)
    return shown, total if scene.paper and total <= MOST_PRINTED else shown


def beyond(place: int, shown: int) -> str | None:
    """Return the class of a row by its place: one that only paper shows, or none."""
    return "beyond" if place >= shown else None


def more(scene: Scene, name: str, left: int) -> Html | None:
    """Return the button that shows more of a list; where the list is as long as can be, what to do instead."""
    if left <= 0:
        return None
    say, shown = scene.say, rows(scene.states, name)
    if shown >= MOST_ROWS:
        return tag("p", say.count("{n} more: narrow the filters", "{n} more: narrow the filters", left), class_="quiet")
    button = tag(
        "button", say.count("Show more: {n} left", "Show more: {n} left", left), type="button", class_="toggle more",
        data_do="more", data_value=name, id=f"more-{name}",
    )  # fmt: skip
    unprinted = left + shown - reach(scene, name, left + shown)[1]
    return join([button, on_paper(scene, unprinted)])


def on_paper(scene: Scene, n: int) -> Html | None:
    """Say, where only paper shows it, how many rows are not printed."""
    told = scene.say.count("{n} more: narrow the filters", "{n} more: narrow the filters", n)
    return tag("p", told, class_="quiet on-paper") if n > 0 else None
