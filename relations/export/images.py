"""Charts as image files, drawn by an installed browser."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from relations.errors import ExportError

if TYPE_CHECKING:
    from plotly.graph_objects import Figure

_ADVICE = (
    "Images are drawn by Chrome, Chromium or Edge through the package kaleido, and {missing}. "
    "Install it ({how}), or use a format that needs no browser: csv, xlsx, zip; "
    "the page itself offers its charts as PNG and SVG too"
)


def images(
    figures: Mapping[str, Figure | Mapping[str, Any]], folder: Path, form: str, scale: float = 2.0
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
                {"fig": figure, "path": str(file), "opts": {"format": form, "scale": scale}}
                for figure, file in zip(figures.values(), files, strict=True)
            ],
            cancel_on_error=True,
        )
    except Exception as error:  # kaleido and its browser driver raise many kinds; all mean the same here
        how = "on Debian and Ubuntu: apt install chromium"
        raise ExportError(_ADVICE.format(missing=f"no browser could be used ({error})", how=how)) from error
    return files
