"""Charts as image files, drawn by an installed browser; one for all of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

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


def figures(scene: Scene) -> dict[str, dict[str, Any]]:
    """Return every chart of what is shown, at the size of a slide and of a printed page, by the name of its file.

    Each says above itself what it shows and below where it comes from. Charts of bars are as high as they need be;
    the page of a chart is not filled up with nothing.
    """
    from relations import charts

    language, shown, dossier = scene.say.language, scene.shown, scene.archive.dossier
    source = charts.source_line(scene.title, len(shown.events), dossier.today, language)
    draw: dict[str, Callable[[int, int], Figure]] = {
        "timeline": lambda width, height: charts.timeline(
            shown.events, language=language, today=dossier.today, width=width, height=height, window=scene.window,
            event_people=shown.event_people, people=dossier.people, event_sectors=shown.event_sectors,
        ),
        "sectors": lambda width, _: charts.sectors(shown.events, shown.event_sectors, language=language, width=width),
        "sector-years": lambda width, _: charts.sector_years(
            shown.events, shown.event_sectors, language=language, width=width
        ),
        "coverage": lambda width, _: charts.coverage(shown.articles, language=language, width=width),
    }  # fmt: skip
    found: dict[str, dict[str, Any]] = {}
    for size, (width, height) in SIZES.items():
        for name, drawn in draw.items():
            title, told = f"{scene.title}: {scene.say(TITLES[name])}", said(scene, name)

            def whole(room: int, drawn: Any = drawn, width: int = width, title: str = title, told: Any = told) -> Any:
                figure = drawn(width, room).update_layout(width=width, height=room)
                return charts.captioned(figure, title, told, source, language)

            taken = int(whole(height)["layout"]["height"]) - height  # by the words around it
            made = found[f"{name}-{size}"] = whole(height - taken)
            made["layout"]["height"] = height  # to the pixel
    return found


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
                {"fig": figure, "path": str(file), "opts": {"format": form, "scale": scale if form == "png" else 1}}
                for figure, file in zip(figures.values(), files, strict=True)
            ],
            # Nothing is loaded from another host, and no chart writes formulas.
            kopts={"mathjax": False},
            cancel_on_error=True,
        )
    except Exception as error:  # kaleido and its browser driver raise many kinds; all mean the same here
        how = "on Debian and Ubuntu: apt install chromium"
        raise ExportError(_ADVICE.format(missing=f"no browser could be used ({error})", how=how)) from error
    return files
