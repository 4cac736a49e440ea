"""What a presenter takes away: tables and charts as files. One format a file of this package."""

from __future__ import annotations

import os
import tempfile
import zipfile
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from relations.errors import ExportError
from relations.export.csv_text import csv_text
from relations.export.workbook import workbook

if TYPE_CHECKING:
    from relations.dossier import Dossier

__all__ = ["FORMATS", "csv_text", "export", "workbook"]


def _csv(dossier: Dossier, folder: Path, language: str) -> list[Path]:
    return [
        _write(folder / f"{name}.csv", csv_text(table).encode("utf-8-sig")) for name, table in dossier.tables.items()
    ]


def _xlsx(dossier: Dossier, folder: Path, language: str) -> list[Path]:
    return [_write(folder / f"{dossier.settings.name}.xlsx", workbook(dossier.tables))]


def _zip(dossier: Dossier, folder: Path, language: str) -> list[Path]:
    target = folder / f"{dossier.settings.name}-datapackage.zip"
    source = dossier.path / "tables"
    handle, temporary = tempfile.mkstemp(dir=folder)
    with os.fdopen(handle, "wb") as out, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in sorted([*source.glob("*.csv"), source / "datapackage.json"]):
            archive.write(file, file.name)
    Path(temporary).replace(target)
    return [target]


def _images(form: str) -> Callable[[Dossier, Path, str], list[Path]]:
    def draw(dossier: Dossier, folder: Path, language: str) -> list[Path]:
        from relations import charts
        from relations.export.images import images

        told_of: dict[str, tuple[Any, ...]] = {
            "timeline": ("timeline", dossier.events),
            "sectors": ("sectors", dossier.events, dossier.event_sectors),
            "sector-years": ("sector_years", dossier.events, dossier.event_sectors),
            "coverage": ("coverage", dossier.articles),
        }
        figures = {
            "timeline": charts.timeline(
                dossier.events,
                language=language,
                today=dossier.today,
                width=1280,
                event_people=dossier.event_people,
                people=dossier.people,
                event_sectors=dossier.event_sectors,
            ),
            "sectors": charts.sectors(dossier.events, dossier.event_sectors, language=language),
            "sector-years": charts.sector_years(dossier.events, dossier.event_sectors, language=language),
            "coverage": charts.coverage(dossier.articles, language=language),
        }
        title = dossier.settings.title.get(language, dossier.settings.title.get("en", dossier.settings.name))
        source = charts.source_line(title, len(dossier.events), dossier.today, language)
        told = {
            name: charts.captioned(
                figure, title, [charts.summary_text(*told_of[name], language=language)], source, language
            )
            for name, figure in figures.items()
        }
        return images(told, folder, form)

    return draw


FORMATS: dict[str, Callable[[Dossier, Path, str], list[Path]]] = {
    "csv": _csv,
    "xlsx": _xlsx,
    "zip": _zip,
    "png": _images("png"),
    "svg": _images("svg"),
    "pdf": _images("pdf"),
}


def _write(file: Path, content: bytes) -> Path:
    handle, temporary = tempfile.mkstemp(dir=file.parent)
    with os.fdopen(handle, "wb") as out:
        out.write(content)
    Path(temporary).replace(file)
    file.chmod(0o644)
    return file


def export(dossier: Dossier, folder: str | Path, formats: Iterable[str], language: str = "en") -> list[Path]:
    """Write a dossier in one or more formats.

    Parameters
    ----------
    dossier : Dossier
    folder : str or Path
        Made where it is not there; files of the same name are replaced.
    formats : iterable of str
        Of `FORMATS`: ``csv`` (a file a table), ``xlsx``, ``zip`` (Frictionless data package), ``png``, ``svg``,
        ``pdf`` (every chart).
    language : str
        Language of the charts, BCP 47.

    Returns
    -------
    list of Path
        The files written.

    Raises
    ------
    ExportError
        If a format or the language is unknown, or a format needs something that is not installed.

    Examples
    --------
    >>> import relations
    >>> dossier = relations.open("data/kazakhstan-pakistan")  # doctest: +SKIP
    >>> relations.export.export(dossier, "out", ["xlsx"])  # doctest: +SKIP
    """
    chosen = list(formats)
    if unknown := [form for form in chosen if form not in FORMATS]:
        raise ExportError(f"{unknown[0]!r} is no format; choose from {', '.join(FORMATS)}")
    from relations.charts.words import LANGUAGES

    if language.partition("-")[0] not in LANGUAGES:
        raise ExportError(f"charts do not speak {language!r}; choose from {', '.join(LANGUAGES)}")
    target = Path(folder)
    target.mkdir(parents=True, exist_ok=True)
    return [file for form in chosen for file in FORMATS[form](dossier, target, language)]
