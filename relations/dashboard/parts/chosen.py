"""The numbers that were opened, to be let go, and what to do where the filters leave nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from relations.dashboard.parts import nothing_yet
from relations.views.chosen import FILTERS, label
from relations.views.filters import Selection
from relations.views.markup import Html, join, tag
from relations.views.scene import Scene


def pills(scene: Scene) -> list[Html]:
    """Return a button for each number that was opened: it says what is shown, and lets it go."""
    return [
        tag(
            "button", tag("bdi", label(scene, name)), tag("span", "×", aria_hidden="true"), type="button",
            class_="pill chosen", data_do="among", data_value=name, id=f"among-{name}", aria_pressed="true",
        )
        for name in sorted(scene.selection.among)
    ]  # fmt: skip


def advice(scene: Scene) -> Html:
    """Say, where nothing is left, which filter to take back and what would then be shown; of no events, what to do."""
    say, chosen = scene.say, scene.selection
    if nothing_yet.holds(scene):
        return nothing_yet.told(scene)
    if len(scene.shown.events) or not chosen.active:
        return Html("")
    ways = []
    for name, without, what in _ways(scene):
        n = len(scene.archive.filtered(without).events)
        if n:
            told = say.count("{n} event", "{n} events", n)
            does = {"data_do": "among", "data_value": what} if what else {"data_do": "drop", "data_value": name}
            said = label(scene, what) if what else say(FILTERS[name])
            ways.append(
                tag(
                    "button", say("Without “{filter}”: {events}", filter=said, events=told), type="button",
                    class_="button", id=f"drop-{what or name}", **does,
                )
            )  # fmt: skip
    articles = len(scene.shown.articles)
    return tag(
        "div",
        tag("strong", say("The filters leave no event.")),
        tag("span", say.count("{n} article", "{n} articles", articles), class_="quiet") if articles else None,
        join(ways, " "),
        tag("button", say("Reset all filters"), type="button", class_="button", data_do="reset", id="advice-reset"),
        class_="advice",
    )


def _ways(scene: Scene) -> Iterator[tuple[str, Selection, str | None]]:
    """Return each filter, what the selection would be without it, and of a number that was opened its name."""
    chosen = scene.selection
    for name in chosen.chosen:
        if name != "among":
            yield name, chosen.dropped(name), None
    for what in sorted(chosen.among):
        yield "among", replace(chosen, among=chosen.among - {what}), what
