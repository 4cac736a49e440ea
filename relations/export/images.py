"""Charts as image files, drawn by an installed browser; one for all of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from relations.charts.drawing import Drawing
from relations.errors import ExportError
from relations.views.chosen import TITLES, said

if TYPE_CHECKING:
    from plotly.graph_objects import Figure

    from relations.views.scene import Scene

_ADVICE = (
    "Images are drawn by Chrome, Chromium or Edge through the package kaleido, and {missing}. "
    "Install it ({how}), or use a format that needs no browser: pptx (its charts can be edited), docx, xlsx, csv, "
    "zip; the page itself offers its charts as PNG and SVG too"
)
# Pixels of the layout: a slide is 16 to 9, so few that words can be read in a room; a printed page is A4 across, at 96
# to the inch.
SIZES = {"slide": (1024, 576), "print": (1123, 794)}
SCALE = 2.5
_HATCHES = Path(__file__).with_name("hatches.js")


# The timeline of the page, and the levels of detail from much to little.
_PAGE = (960, 680)
LEVELS = ("labels", "marks", "density")
# So many times as large may the timeline's layout be, its letters as much smaller, that it shows what the page shows.
_ENLARGED = (1.0, 1.25, 1.5, 1.75)


def figures(scene: Scene) -> dict[str, dict[str, Any]]:
    """Return every chart of the page, at the size of a slide and of a printed page, by the name of its file.

    Each says above itself what it shows and below where it comes from, and shows no less than on the page. Charts of
    bars are as high as they need be; the page of a chart is not filled up with nothing.
    """
    from relations import charts
    from relations.views import covered, stated
    from relations.views.states import state

    language, shown, dossier = scene.say.language, scene.shown, scene.archive.dossier
    source = charts.source_line(scene.title, len(shown.events), dossier.today, language)
    by, of = state(scene.states, "by"), state(scene.states, "count")
    draw: dict[str, Callable[[int, int], Drawing]] = {
        "timeline": lambda width, height: _timeline(scene, width, height),
        "sectors": lambda width, _: charts.sectors.plain(
            shown.events, shown.event_sectors, language=language, width=width
        ),
        "sector-years": lambda width, _: charts.sector_years.plain(
            shown.events, shown.event_sectors, language=language, width=width
        ),
        "stated": lambda width, height: charts.figures_stated.plain(
            stated.chosen(scene)[1], language=language, width=width, height=height
        ),
        "coverage": lambda width, _: charts.coverage.plain(
            covered.counted_rows(scene), by, language=language, width=width, of=of
        ),
    }
    level = page_level(scene)
    found: dict[str, dict[str, Any]] = {}
    for size, (width, height) in SIZES.items():
        for name, drawn in draw.items():
            title, told = f"{scene.title}: {scene.say(TITLES[name])}", said(scene, name)

            def whole(wide: int, high: int, drawn: Any = drawn, title: str = title, told: Any = told) -> Any:
                def captioned(room: int) -> Any:
                    figure = drawn(wide, room)
                    layout = {**figure.layout, "width": wide, "height": room}
                    return charts.captioned({"data": figure.data, "layout": layout}, title, told, source, language)

                taken = int(captioned(high)["layout"]["height"]) - high  # by the words around it
                made = captioned(high - taken)
                made["layout"]["height"] = high  # to the pixel
                return made

            sizes = [
                (round(width * more), round(height * more)) for more in _ENLARGED if more == 1 or name == "timeline"
            ]
            for wide, high in sizes:
                made = found[f"{name}-{size}"] = whole(wide, high)
                if LEVELS.index(_level(made)) <= LEVELS.index(level):
                    break
    return found


def page_level(scene: Scene) -> str:
    """Return the level of detail, of `LEVELS`, at which the page shows the timeline."""
    return _level(_timeline(scene, *_PAGE))


def _level(figure: Drawing | Mapping[str, Any]) -> str:
    layout = figure.layout if isinstance(figure, Drawing) else figure["layout"]
    level = layout.get("meta", {}).get("level", "labels")
    return str(level) if level in LEVELS else "labels"


def _timeline(scene: Scene, width: int, height: int) -> Drawing:
    """Return the timeline as the page has it, with the lanes chosen there."""
    from relations.charts.timeline import timeline
    from relations.charts.timeline_by import lanes_by

    shown, dossier, language = scene.shown, scene.archive.dossier, scene.say.language
    events, lanes = shown.events, None
    if scene.lanes != "kind":
        events, lanes = lanes_by(
            scene.lanes, events, shown.event_sectors, shown.evidence, dossier.articles, language
        )  # fmt: skip
    return timeline.plain(
        events, lanes, language=language, today=dossier.today, width=width, height=height, max_height=height,
        window=scene.window, event_people=shown.event_people, people=dossier.people, event_sectors=shown.event_sectors,
    )  # fmt: skip


def images(
    figures: Mapping[str, Figure | Mapping[str, Any]], folder: Path, form: str, scale: float = SCALE
) -> list[Path]:
    """Write charts as image files, with one browser for all of them.

    Parameters
    ----------
    figures : mapping of str to plotly Figure, or to its JSON
        By the name of the file, without its ending.
    folder : Path
        Where the files go; must be there.
    form : str
        ``png``, ``svg`` or ``pdf``.
    scale : float
        Pixels for each pixel of the layout; for PNG.

    Returns
    -------
    list of Path
        The files.

    Raises
    ------
    ExportError
        If kaleido or a browser is missing; says what to install and which formats need none.

    Examples
    --------
    >>> images({}, Path("."), "png")
    []
    """
    if not figures:
        return []
    try:
        import kaleido
    except ImportError as error:
        how = "pip install 'relations-dashboard[images]'"
        raise ExportError(_ADVICE.format(missing="kaleido is not installed", how=how)) from error
    files = [folder / f"{name}.{form}" for name in figures]
    try:
        kaleido.write_fig_from_object_sync(
            [
                {"fig": figure, "path": str(file), "opts": {"format": form, "scale": pixels if form == "png" else 1}}
                for figure, file, pixels in zip(figures.values(), files, _scales(figures, scale), strict=True)
            ],
            # Nothing is loaded from another host, and no chart writes formulas.
            kopts={"page_generator": kaleido.PageGenerator(mathjax=False, others=[_HATCHES.as_uri()])},
            cancel_on_error=True,
        )
    except Exception as error:  # kaleido and its browser driver raise many kinds; all mean the same here
        how = "on Debian and Ubuntu: apt install chromium"
        raise ExportError(_ADVICE.format(missing=f"no browser could be used ({error})", how=how)) from error
    return files


def _scales(figures: Mapping[str, Figure | Mapping[str, Any]], scale: float) -> list[float]:
    """Return how many pixels each pixel of a layout becomes: a size has as many, however large the layout had to be."""
    found = []
    for name, figure in figures.items():
        size = SIZES.get(name.rpartition("-")[2])
        found.append(scale * size[0] / figure["layout"]["width"] if size else scale)
    return found
