"""Whether a dossier's tables are those of its articles, its settings, its reviews and these rules."""

from __future__ import annotations

import hashlib
from pathlib import Path

from relations import reviews
from relations.dossier import cache, settings, swap
from relations.errors import TableError
from relations.tables import package

_MADE_BY = ("sources", "merging", "reviews", "tables", "dossier")  # the coder's own version covers the rest


def inputs(folder: Path) -> str:
    """Return a checksum of everything that a build reads.

    Parameters
    ----------
    folder : Path
        The dossier.
    """
    digest = hashlib.sha256(f"{cache.coder_version()} {cache.checksum(_MADE_BY)}".encode())
    articles = folder / "articles"
    for file in (folder / settings.FILE, folder / reviews.FILE, *sorted(articles.rglob("*"))):
        if file.is_file():
            digest.update(f"\0{file.relative_to(folder).as_posix()}\0".encode())
            try:
                with file.open("rb") as content:
                    digest.update(hashlib.file_digest(content, "sha256").digest())
            except OSError:
                digest.update(b"unreadable")
    return digest.hexdigest()


def stale(folder: Path) -> bool:
    """Tell whether a build would make other tables than those that are there, or there are none.

    Examples
    --------
    >>> stale(Path("nowhere"))
    True
    """
    try:
        about = package.about(swap.current(folder / "tables", "datapackage.json"))
    except TableError:
        return True
    return about.get("inputs") != inputs(folder)
