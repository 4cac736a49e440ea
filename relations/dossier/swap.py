"""A folder replaced as a whole: whoever is killed in between leaves the old one or the new one readable."""

from __future__ import annotations

import shutil
from pathlib import Path


def _aside(folder: Path, name: str) -> Path:
    return folder.with_name(f".{folder.name}.{name}")


def current(folder: Path, mark: str) -> Path:
    """Return where the newest complete folder stands.

    Between the two renames of `replace` there is no folder at its own place for a moment; a process killed
    just there leaves it under the name it had aside.

    Parameters
    ----------
    folder : Path
        The folder's own place.
    mark : str
        A file that only a complete folder holds.

    Examples
    --------
    >>> current(Path("nowhere/tables"), "datapackage.json").as_posix()
    'nowhere/tables'
    """
    for place in (folder, _aside(folder, "new"), _aside(folder, "old")):
        if (place / mark).is_file():
            return place
    return folder


def begin(folder: Path) -> Path:
    """Return a new, empty folder beside the old one, to write to; call `replace` when it is complete.

    Whoever calls this holds the dossier's lock.
    """
    new, old = _aside(folder, "new"), _aside(folder, "old")
    if not folder.exists():  # killed between the renames: bring back what is complete before making room
        if old.exists():
            old.rename(folder)
    shutil.rmtree(old, ignore_errors=True)
    shutil.rmtree(new, ignore_errors=True)
    new.mkdir(parents=True)
    return new


def replace(folder: Path) -> None:
    """Put the folder that `begin` gave in the place of the old one."""
    new, old = _aside(folder, "new"), _aside(folder, "old")
    if folder.exists():
        folder.rename(old)
    new.rename(folder)
    shutil.rmtree(old, ignore_errors=True)
