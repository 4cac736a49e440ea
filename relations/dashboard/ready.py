"""Dossiers that this process has opened ahead, with their first views, so that a page that comes need not do it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from relations.dashboard.first_view import FirstView
from relations.dossier import Dossier, open_dossier, swap
from relations.errors import TableError
from relations.tables import package
from relations.views.archive import Archive
from relations.views.scene import Scene
from relations.views.words import LANGUAGES

_archives: dict[Path, Archive] = {}  # by folder


def get_ready(folder: Path) -> None:
    """Open a dossier and make its first views, unless those of its newest build are there."""
    archive = _archives.get(folder)
    if archive is None or not current(archive.dossier):
        archive = Archive(open_dossier(folder))
        for view in first_views(archive).values():
            _ = view.html
        _archives[folder] = archive


def opened(folder: Path) -> Dossier:
    """Return the newest build of a dossier: the one that is ready, if it is that."""
    archive = _archives.get(folder)
    return archive.dossier if archive is not None and current(archive.dossier) else open_dossier(folder)


def current(dossier: Dossier) -> bool:
    """Return whether a dossier is the newest build of its folder, with the outcomes of today."""
    try:
        built = package.about(swap.current(dossier.path / "tables", "datapackage.json"))["hash"]
    except TableError:  # the folder is being replaced; opening waits for that
        return False
    return bool((built, date.today()) == (dossier.built, dossier.today))


def archive_of(dossier: Dossier) -> Archive:
    """Return what is worked out of a dossier: what is ready, if it is of that very one."""
    archive = _archives.get(dossier.path)
    return archive if archive is not None and archive.dossier is dossier else Archive(dossier)


def first_views(archive: Archive) -> dict[str, FirstView]:
    """Return the first view in each language; made once."""
    scene = Scene(archive)
    made: dict[str, FirstView] = archive.once(
        "first views", None, lambda: {language: FirstView(replace(scene, language=language)) for language in LANGUAGES}
    )
    return made
