"""The view in the page's address: filters, language, chosen event, stretch of time, lanes, and how panels stand."""

from __future__ import annotations

from dataclasses import replace

from relations.charts.timeline_by import BY
from relations.dashboard.figures import stretch
from relations.views import filters, states
from relations.views.archive import Window
from relations.views.scene import VIEWS, Scene
from relations.views.words import LANGUAGES


def written(scene: Scene) -> str:
    """Return the end of an address that restores a view; what stands as it does at first is left out."""
    return filters.to_address(
        scene.selection,
        lang=scene.say.language,
        event=scene.event,
        window=",".join(day.isoformat() for day in scene.window) if scene.window else None,
        lanes=scene.lanes if scene.lanes != "kind" else None,
        view=scene.view if scene.view != "timeline" else None,
        **scene.states,
    )


def at(scene: Scene, search: str, language: str) -> Scene:
    """Return the view that the end of an address describes; what it does not tell stands as it does at first.

    Parameters
    ----------
    scene : Scene
        Its dossier, and the widths of its charts, are kept.
    search : str
        What follows the question mark, typed by anybody: what is no part of a view is passed over.
    language : str
        Of the view where the address names none.
    """
    selection, others = filters.from_address(search)
    asked, lanes, view = (others.get(name, "") for name in ("lang", "lanes", "view"))
    return replace(
        scene,
        selection=selection,
        language=asked if asked in LANGUAGES else language,
        event=scene.archive.event_of(others.get("event")),
        window=_stretch(others.get("window", "")),
        lanes=lanes if lanes in BY else "kind",
        view=view if view in VIEWS else "timeline",
        states=states.known(others),
    )


def _stretch(text: str) -> Window | None:
    first, _, last = text.partition(",")
    return stretch(first, last)
