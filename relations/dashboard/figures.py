"""The figures of one scene, and what a click in one of them means."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from typing import Any

from relations.charts.drawing import Drawing
from relations.dashboard.zoom import limited
from relations.views import filters
from relations.views.archive import Archive, Window
from relations.views.counted import toggled
from relations.views.covered import counted_rows
from relations.views.filters import Selection
from relations.views.scene import Scene
from relations.views.stated import chosen
from relations.views.states import state

# Widths of the places of charts, where the browser has not told them: as on a desk's screen.
WIDTHS = {"timeline": 960, "sectors": 440, "heat": 960, "coverage": 440, "stated": 440}
NARROW = 560
# Heights are those of the style sheet: a chart that grew with its contents would push the page about.
HEIGHT = 680
LEAST_TALL, MOST_TALL = 640, (1000, 1200)  # of the timeline on a telephone, where readers scroll; with other lanes
COVERAGE_HEIGHT = 260
MOST_SECTORS = 16
CLOSER = 5  # so many times shorter is the stretch that a click on a count shows


def figures(scene: Scene) -> dict[str, str]:
    """Return every figure of the page as JSON, by its name.

    Parameters
    ----------
    scene : Scene
        The moment of the page.
    """
    return dict(one_by_one(scene))


def one_by_one(scene: Scene) -> Iterator[tuple[str, str]]:
    """Give what `figures` returns as it is made: the browser draws one figure while the next is made.

    A figure that looks as it did not long ago is not made again.
    """
    for name, draw in FIGURES.items():
        yield name, scene.archive.drawn.once((name, _look(name, scene)), partial(_json, draw, scene))


def _json(draw: Callable[[Scene], Drawing], scene: Scene) -> str:
    return draw(scene).to_json()


def _look(name: str, scene: Scene) -> Hashable:
    more = {"timeline": ("event", "window", "lanes"), "coverage": ("states",), "stated": ("states",)}.get(name, ())
    return width(scene, name), scene.looks("language", "selection", *more)


def width(scene: Scene, name: str) -> int:
    """Return how wide the place of a figure is."""
    return scene.widths.get(name, WIDTHS[name])


def timeline(scene: Scene) -> Drawing:
    """Return the timeline of the events that are shown; of very many, counts that need no look at each."""
    from relations.charts.timeline import timeline as draw
    from relations.charts.timeline_by import lanes_by

    dossier, wide = scene.archive.dossier, width(scene, "timeline")
    height = HEIGHT if wide >= NARROW else tall(scene)
    lanes: Mapping[str, str] | None = None
    events = scene.archive.grouped(scene.selection, scene.window) if scene.lanes == "kind" else None
    named: dict[str, Any] = {"level": "density"}
    if events is None:
        events, shown = scene.shown.events, scene.shown
        named = {"event_people": shown.event_people, "people": dossier.people, "event_sectors": shown.event_sectors}
        if scene.lanes != "kind":
            events, lanes = scene.archive.once(
                "lanes", (scene.lanes, scene.say.language, scene.selection),
                lambda: lanes_by(
                    scene.lanes, shown.events, shown.event_sectors, shown.evidence, dossier.articles, scene.say.language
                ),
            )  # fmt: skip
    return draw.plain(
        events, lanes, today=dossier.today, language=scene.say.language, width=wide, height=height,
        max_height=height, window=scene.window, selected=scene.event, **named,
    )  # fmt: skip


def tall(scene: Scene) -> int:
    """Return how high the timeline's place is on a telephone: as high as the whole dossier needs, within limits.

    Lanes of sectors or sources need more room than those of kinds: with less they would be counts, not marks.
    """
    from relations.charts.timeline import timeline as draw
    from relations.charts.timeline_by import lanes_by

    archive, language = scene.archive, scene.say.language
    groups = archive.grouped(Selection(), None)
    by = "kind" if groups is not None else scene.lanes
    if (name := f"tall {language} {by}") not in archive.heights:
        told = archive.dossier
        level = None if groups is None else "density"
        events, lanes = lanes_by(
            by, told.events if groups is None else groups, told.event_sectors, told.evidence, told.articles, language
        )
        drawn = draw.plain(
            events, lanes, today=told.today, language=language, width=320, max_height=MOST_TALL[by != "kind"],
            level=level,
        )  # fmt: skip
        archive.heights[name] = max(LEAST_TALL, int(drawn.layout["height"]) + 1)
    return archive.heights[name]


def sectors(scene: Scene) -> Drawing:
    """Return the number of events by sector; the chosen ones stand out."""
    from relations.charts.sectors import draw_sectors

    wide, chosen = width(scene, "sectors"), scene.selection.sectors
    return draw_sectors(scene.sector_counts, scene.say.language, wide, chosen, MOST_SECTORS)


def heat(scene: Scene) -> Drawing:
    """Return the number of events by sector and year."""
    from relations.charts.sector_years import draw_sector_years

    return draw_sector_years(scene.sector_counts, scene.say.language, width(scene, "heat"), MOST_SECTORS)


def coverage(scene: Scene) -> Drawing:
    """Return the number of articles or events over time, by language or by the country of the press."""
    from relations.charts.coverage import coverage as draw

    by, of = state(scene.states, "by"), state(scene.states, "count")
    wide = width(scene, "coverage")
    return draw.plain(counted_rows(scene), by, scene.say.language, wide, height=COVERAGE_HEIGHT, of=of)


def stated(scene: Scene) -> Drawing:
    """Return the figures of the chosen indicator as sources state them."""
    from relations.charts.figures_stated import figures_stated as draw

    return draw.plain(chosen(scene)[1], scene.say.language, width(scene, "stated"), height=COVERAGE_HEIGHT)


FIGURES: dict[str, Callable[[Scene], Drawing]] = {
    "timeline": timeline,
    "sectors": sectors,
    "heat": heat,
    "coverage": coverage,
    "stated": stated,
}
SENT_AFTER = ("timeline", "coverage", "stated")  # the browser draws what is made while the next are made


def place_height(archive: Archive, name: str) -> int:
    """Return how high the place of a chart is: as high as the chart of the whole dossier on a telephone."""
    if name not in archive.heights:
        figure = FIGURES[name](Scene(archive, widths=dict.fromkeys(WIDTHS, 320)))
        archive.heights[name] = int(figure.layout["height"])
    return archive.heights[name]


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
    known = scene.archive.labels("sectors", scene.say.language)
    if figure == "sectors" and isinstance(key, str) and key in known:
        return replace(scene, selection=scene.selection.toggled("sectors", key))
    if figure == "heat" and isinstance(value.get("y"), str) and value["y"] in known:
        year = filters.year(str(value.get("x")))
        field = replace(scene.selection, sectors=frozenset({value["y"]}), since=year, until=year)
        again = replace(scene.selection, sectors=frozenset(), since=None, until=None)
        return replace(scene, selection=again if field == scene.selection else field)
    if figure == "coverage" and state(scene.states, "by") == "press":
        name = f"press.{value.get('name')}"
        if value.get("name") in set(scene.archive.press):
            return replace(scene, selection=replace(scene.selection, among=toggled(scene.selection.among, name)))
        return scene
    if figure == "coverage" and value.get("name") in set(scene.archive.dossier.articles["language"]):
        return replace(scene, selection=scene.selection.toggled("languages", str(value["name"])))
    return scene


def closer(scene: Scene, day: date) -> Window | None:
    """Return a stretch around a day, a fifth as long as the one that is shown, inside the whole."""
    whole = scene.whole
    if whole is None:
        return None
    first, last = scene.window or (whole.first, whole.last)
    half = max((last - first) / (2 * CLOSER), timedelta(days=45))
    return limited((day - half, day + half), (whole.first, whole.last))


def _day(text: Any) -> date | None:
    try:
        return date.fromisoformat(str(text)[:10])
    except ValueError:
        return None


def window(change: Mapping[str, Any]) -> Window | None:
    """Return the stretch of days that the reader zoomed to; ``None`` for the whole.

    An axis ends where its last day ends, which is where the next begins.

    Examples
    --------
    >>> window({"xaxis.range[0]": "1999-01-01 10:00", "xaxis.range[1]": "2001-02-03"})
    (datetime.date(1999, 1, 1), datetime.date(2001, 2, 2))
    """
    pair = change.get("xaxis.range") or [change.get("xaxis.range[0]"), change.get("xaxis.range[1]")]
    first, last = (_day(text) for text in pair) if isinstance(pair, list) and len(pair) == 2 else (None, None)
    return (first, max(first, last - timedelta(days=1))) if first and last and first <= last else None


def stretch(first: Any, last: Any) -> Window | None:
    """Return the stretch between two days as somebody wrote them; ``None`` where it is none.

    Examples
    --------
    >>> stretch("1999-01-01", "2001-02-03")
    (datetime.date(1999, 1, 1), datetime.date(2001, 2, 3))
    """
    start, end = _day(first), _day(last)
    return (start, end) if start and end and start <= end else None
