"""What a presenter takes away: what the page shows as files. One format a file of this package."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Collection, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from relations.errors import ExportError
from relations.export.chosen import SECTIONS, chosen, nothing, tables
from relations.export.csv_text import csv_text
from relations.export.documents import DOCUMENTS
from relations.export.workbook import workbook

if TYPE_CHECKING:
    from relations.dossier import Dossier
    from relations.views.archive import Window
    from relations.views.filters import Selection
    from relations.views.scene import Scene

__all__ = ["DOCUMENTS", "FORMATS", "SECTIONS", "csv_text", "export", "export_file", "workbook"]

Writer = Callable[["Scene", Path, Collection[str]], list[Path]]


def name(scene: Scene) -> str:
    """Return what files of a dossier in the reader's words are called."""
    return f"{scene.archive.dossier.settings.name}-{scene.say.language}"


def _csv(scene: Scene, folder: Path, sections: Collection[str]) -> list[Path]:
    return [
        _write(folder / f"{table}.csv", csv_text(frame).encode("utf-8-sig")) for table, frame in tables(scene).items()
    ]


def _document(form: str) -> Writer:
    document = DOCUMENTS[form]

    def write(scene: Scene, folder: Path, sections: Collection[str]) -> list[Path]:
        return [_write(folder / document.name(scene), document.make(scene, sections))]

    return write


def _images(form: str) -> Writer:
    def draw(scene: Scene, folder: Path, sections: Collection[str]) -> list[Path]:
        from relations.export.images import figures, images

        return images({f"{name(scene)}-{chart}": figure for chart, figure in figures(scene).items()}, folder, form)

    return draw


# By the name of the format; each takes what is shown, the folder to write to, and the sections of a briefing.
FORMATS: dict[str, Writer] = {
    **{form: _document(form) for form in DOCUMENTS},
    "csv": _csv,
    "png": _images("png"),
    "svg": _images("svg"),
    "pdf": _images("pdf"),
}


# What one file of an ending is, where a format of that name is many.
_SINGLE = {"pdf": "briefing-pdf"}


def _write(file: Path, content: bytes) -> Path:
    handle, temporary = tempfile.mkstemp(dir=file.parent)
    with os.fdopen(handle, "wb") as out:
        out.write(content)
    Path(temporary).replace(file)
    file.chmod(0o644)
    return file


def _known(formats: Iterable[str], language: str) -> None:
    if unknown := [form for form in formats if form not in FORMATS]:
        raise ExportError(f"{unknown[0]!r} is no format; choose from {', '.join(FORMATS)}")
    from relations.views.words import LANGUAGES

    if language.partition("-")[0] not in LANGUAGES:
        raise ExportError(f"exports do not speak {language!r}; choose from {', '.join(LANGUAGES)}")


def _scene(
    dossier: Dossier,
    language: str,
    selection: Selection | None,
    window: Window | None,
    lanes: str,
    states: Mapping[str, str] | None,
) -> Scene:
    from relations.views.archive import Archive
    from relations.views.filters import Selection
    from relations.views.scene import Scene

    chosen = selection or Selection()
    if chosen.since is not None and chosen.until is not None and chosen.since > chosen.until:
        # What is known to decades only would lie after the one and before the other.
        raise ExportError(
            f"since {chosen.since} is after until {chosen.until}, so nothing was written; give the earlier year first"
        )
    scene = Scene(
        Archive(dossier), chosen, language.partition("-")[0], window=window, lanes=lanes, states=states or {}
    )  # fmt: skip
    # A dossier without events gives an honest "none"; where there are some, a filter that leaves none is a slip.
    if scene.selection.active and len(dossier.events) and not len(scene.shown.events) and not len(scene.shown.articles):
        raise ExportError(nothing(scene))
    return scene


def export(
    dossier: Dossier,
    folder: str | Path,
    formats: Iterable[str],
    language: str = "en",
    *,
    selection: Selection | None = None,
    window: Window | None = None,
    lanes: str = "kind",
    states: Mapping[str, str] | None = None,
    sections: Collection[str] = SECTIONS,
) -> list[Path]:
    """Write a dossier in one or more formats.

    Parameters
    ----------
    dossier : Dossier
    folder : str or Path
        Made where it is not there; files of the same name are replaced.
    formats : iterable of str
        Of `FORMATS`: ``pptx`` (slides), ``docx`` and ``briefing-pdf`` (a briefing), ``xlsx``, ``html`` (a web page that
        needs no server), ``ics`` (calendar of what is due), ``csv`` (a file a table), ``timelinejs``, ``jsonld``
        (schema.org), ``csl`` (sources for reference managers), ``zip`` (Frictionless data package), ``png``, ``svg``,
        ``pdf`` (every chart of the page).
    language : str
        Of the reader, BCP 47.
    selection : Selection, optional
        The filters, as on the page; everything where left out.
    window : (datetime.date, datetime.date), optional
        First and last day of the timeline.
    lanes : str
        What the lanes of the timeline's image are: ``kind``, ``sector``, ``country`` or ``source``.
    states : mapping of str to str, optional
        How the charts stand that are drawn as images, see `relations.views.states`: ``count``, ``by``, ``indicator``.
    sections : collection of str
        Of `SECTIONS`, for slides and briefings.

    Returns
    -------
    list of Path
        The files written.

    Raises
    ------
    ExportError
        If a format, a section or the language is unknown, the filters leave nothing, or a format needs something that
        is not installed.

    Examples
    --------
    >>> import relations
    >>> dossier = relations.open("data/kazakhstan-pakistan")  # doctest: +SKIP
    >>> relations.export.export(dossier, "out", ["pptx", "xlsx"], language="kk")  # doctest: +SKIP
    """
    wanted = list(formats)
    _known(wanted, language)
    parts = chosen(sections)
    scene = _scene(dossier, language, selection, window, lanes, states)
    target = Path(folder)
    target.mkdir(parents=True, exist_ok=True)
    return [file for form in wanted for file in FORMATS[form](scene, target, parts)]


def export_file(
    dossier: Dossier,
    file: str | Path,
    form: str | None = None,
    language: str = "en",
    *,
    selection: Selection | None = None,
    window: Window | None = None,
    lanes: str = "kind",
    states: Mapping[str, str] | None = None,
    sections: Collection[str] = SECTIONS,
) -> Path:
    """Write a dossier as one file of a name of one's own.

    Parameters
    ----------
    file : str or Path
        Where to; a file that is there is replaced.
    form : str, optional
        Of `FORMATS`; told by the ending of the file where left out. One PDF is the briefing.
    dossier, language, selection, window, lanes, states, sections
        As for `export`.

    Raises
    ------
    ExportError
        As `export`; and where the format is more than one file.
    """
    target = Path(file)
    if target.is_dir():
        raise ExportError(f"{target} is a folder; name a file in it, or give the folder with --to")
    ending = target.suffix.lstrip(".").lower()
    form = form or _SINGLE.get(ending, ending)
    if not form:
        raise ExportError(f"{target} has no ending that tells its format; end it with .pptx, say, or name a --format")
    _known([form], language)
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=target.parent, prefix=".export-") as place:
        made = FORMATS[form](_scene(dossier, language, selection, window, lanes, states), Path(place), chosen(sections))
        if len(made) != 1:
            raise ExportError(f"{form} is {len(made)} files; name a folder for them (--to)")
        made[0].replace(target)
    return target
