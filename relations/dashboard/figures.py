"""The figures of one scene, and what a click in one of them means."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from relations.dashboard.scene import Scene, Window

if TYPE_CHECKING:
    from plotly.graph_objects import Figure

WIDTH = 960  # of the timeline, where the browser has not told one
NARROW = 560
# Heights are those of the style sheet: a chart that grew with its contents would push the page about.
HEIGHT, NARROW_HEIGHT = 500, 560
CLOSER = 5  # so many times shorter is the stretch that a click on a count shows


def figures(scene: Scene) -> dict[str, str]:
    """Return every figure of the page as JSON, by its name."""
    return {"timeline": str(timeline(scene).to_json())}


def timeline(scene: Scene) -> Figure:
    """Return the timeline of the events that are shown."""
    from relations.charts.timeline import timeline as draw

    dossier = scene.archive.dossier
    width = scene.widths.get("timeline", WIDTH)
    height = HEIGHT if width >= NARROW else NARROW_HEIGHT
    return draw(
        scene.shown.events, today=dossier.today, language=scene.say.language, width=width, height=height,
        max_height=height, window=scene.window, event_people=scene.shown.event_people, people=dossier.people,
        selected=scene.event,
    )  # fmt: skip


def click(scene: Scene, figure: str, value: Mapping[str, Any]) -> Scene:
    """Return the scene that a click on a mark leads to.

    Parameters
    ----------
    scene : Scene
        The scene before.
    figure : str
        Name of the figure.
    value : mapping
        What the browser tells of the mark: ``key`` (its custom data), ``x``, ``y``, ``name``.
    """
    key = value.get("key")
    if figure == "timeline":
        if isinstance(key, str) and key in scene.archive.events.index:
            return replace(scene, event=key)
        day = _day(value.get("x"))
        return scene if day is None else replace(scene, window=closer(scene, day))
    return scene


def closer(scene: Scene, day: date) -> Window:
    """Return a stretch around a day, a fifth as long as the one that is shown."""
    known = scene.shown.events
    first, last = scene.window or (known["earliest"].min().date(), known["latest"].max().date())
    half = max((last - first) / (2 * CLOSER), timedelta(days=45))
    return day - half, day + half


def _day(text: Any) -> date | None:
    try:
        return date.fromisoformat(str(text)[:10])
    except ValueError:
        return None


def window(change: Mapping[str, Any]) -> Window | None:
    """Return the stretch of days that the reader zoomed to; ``None`` for the whole.

    Examples
    --------
    >>> window({"xaxis.range[0]": "1999-01-01 10:00", "xaxis.range[1]": "2001-02-03"})
    (datetime.date(1999, 1, 1), datetime.date(2001, 2, 3))
    """
    pair = change.get("xaxis.range") or [change.get("xaxis.range[0]"), change.get("xaxis.range[1]")]
    first, last = (_day(text) for text in pair) if isinstance(pair, list) and len(pair) == 2 else (None, None)
    return (first, last) if first and last and first < last else None
