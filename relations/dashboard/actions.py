"""What the reader does with the page, each a function from one view to the next; nonsense changes nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from relations.charts.timeline_by import BY
from relations.dashboard.figures import click, stretch, window
from relations.dashboard.parts.event_list import MOST_LISTED, PAGE
from relations.dashboard.zoom import focus, limited, zoomed
from relations.views import counted, filters, states
from relations.views.archive import Window
from relations.views.filters import Selection
from relations.views.scene import VIEWS, Scene
from relations.views.words import LANGUAGES

Said = Mapping[str, Any]  # the message of the browser: ``do``, and what belongs to it
Action = Callable[[Scene, Said], Scene]

WIDTH_STEP = 40  # a chart is laid out anew when its place is wider or narrower by that many pixels
# What the reader does on the way to something: the browser's Back goes over it.
PASSING = frozenset({"resize", "text", "more", "list_more"})
# What a hand does in many small moves: those that follow each other are one step back.
MOVING = frozenset({"relayout", "window"})


def widths(said: Said) -> dict[str, int]:
    """Return how wide the places of charts are, in steps."""
    told = said.get("widths") or {}
    return {
        str(name): int(width) // WIDTH_STEP * WIDTH_STEP
        for name, width in told.items()
        if isinstance(width, int | float) and width > 0
    }


def _text(said: Said, name: str = "value") -> str:
    return str(said.get(name) or "")


def _chosen(change: Callable[[Selection, Said], Selection]) -> Action:
    """Make an action of a change of the filters."""
    return lambda scene, said: replace(scene, selection=change(scene.selection, said))


def _one_of(name: str, known: Mapping[str, Any] | tuple[str, ...]) -> Action:
    """Make an action that sets a field of the view to one of several values."""

    def choose(scene: Scene, said: Said) -> Scene:
        change: dict[str, Any] = {name: said.get("value")}
        return replace(scene, **change) if said.get("value") in known else scene

    return choose


def _toggle(chosen: Selection, said: Said) -> Selection:
    name = said.get("filter")
    return chosen.toggled(str(name), _text(said)) if name in filters.CODED else chosen


def _among(chosen: Selection, said: Said) -> Selection:
    name = _text(said)
    return replace(chosen, among=counted.toggled(chosen.among, name)) if counted.group(name) else chosen


def _state(scene: Scene, said: Said) -> Scene:
    given = {**scene.states, _text(said, "name"): _text(said)}
    return replace(scene, states=states.known(given))


def _more(scene: Scene, said: Said) -> Scene:
    return replace(scene, states=states.known(states.longer(scene.states, _text(said))))


def _zoom_to(scene: Scene, to: Window | None) -> Scene:
    whole = scene.whole
    to = limited(to, (whole.first, whole.last)) if whole else None
    return replace(scene, window=to, listed=Scene.listed)


def _zoom(scene: Scene, said: Said) -> Scene:
    if scene.whole is None:
        return scene
    whole = scene.whole.first, scene.whole.last
    about = focus(scene.shown.events, scene.window or whole, scene.event) if _text(said) == "in" else None
    return _zoom_to(scene, zoomed(_text(said), scene.window, whole, about))


def _relayout(scene: Scene, said: Said) -> Scene:
    return _zoom_to(scene, window(said.get("value") or {})) if said.get("figure") == "timeline" else scene


ACTIONS: dict[str, Action] = {
    "toggle": _chosen(_toggle),
    "since": _chosen(lambda chosen, said: replace(chosen, since=filters.year(_text(said)))),
    "until": _chosen(lambda chosen, said: replace(chosen, until=filters.year(_text(said)))),
    "text": _chosen(lambda chosen, said: replace(chosen, text=_text(said)[: filters.TEXT_LIMIT])),
    "reviewed": _chosen(lambda chosen, said: replace(chosen, reviewed=bool(said.get("checked")))),
    "sure": _chosen(lambda chosen, said: replace(chosen, sure=bool(said.get("checked")))),
    "among": _chosen(_among),
    "drop": _chosen(lambda chosen, said: chosen.dropped(_text(said))),
    "reset": _chosen(lambda chosen, said: Selection()),
    "language": _one_of("language", LANGUAGES),
    "lanes": _one_of("lanes", BY),
    "view": _one_of("view", VIEWS),
    "state": _state,
    "more": _more,
    "list_more": lambda scene, said: replace(scene, listed=min(scene.listed + PAGE, MOST_LISTED)),
    "open": lambda scene, said: replace(scene, event=_text(said, "eventId")),
    "close": lambda scene, said: replace(scene, event=None),
    "click": lambda scene, said: click(scene, _text(said, "figure"), said.get("value") or {}),
    "resize": lambda scene, said: replace(scene, widths=widths(said)),
    "relayout": _relayout,
    "whole": lambda scene, said: _zoom_to(scene, None),
    "window": lambda scene, said: _zoom_to(scene, stretch(said.get("first"), said.get("last"))),
    "zoom": _zoom,
}
