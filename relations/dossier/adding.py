"""Articles copied into a dossier, with a look at what is read from them first."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from relations import articles as article_metadata
from relations import sources
from relations.articles import Article
from relations.dossier import settings
from relations.errors import DossierError
from relations.sources import Problem


@dataclass(slots=True)
class Added:
    """What was read, what was copied, and what could not be read."""

    articles: list[Article] = field(default_factory=list)
    copied: list[Path] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def as_json(self) -> dict[str, Any]:
        """Return the answer as plain JSON."""
        return {
            "articles": [
                {"title": one.title, "published": one.published, "language": one.language, "publisher": one.publisher}
                for one in self.articles
            ],
            "copied": [str(file) for file in self.copied],
            "problems": [
                {"file": one.file, "place": one.place, "reason": one.reason, "advice": one.advice}
                for one in self.problems
            ],
        }


def add(folder: Path, paths: list[Path], copy: bool = True) -> Added:
    """Copy files into a dossier's ``articles`` folder, those from which at least one article is read.

    Parameters
    ----------
    folder : Path
        The dossier.
    paths : list of Path
        Files or folders.
    copy : bool
        False: only look.

    Returns
    -------
    Added

    Raises
    ------
    DossierError
        If the folder is no dossier, or a path is not there.
    """
    settings.load(folder)
    target = folder / "articles"
    answer = Added()
    for path in paths:
        if not path.exists():
            raise DossierError(f"{path} is not there; name files or folders with articles")
        for file in sorted(f for f in path.rglob("*") if f.is_file()) if path.is_dir() else [path]:
            read, problems = sources.read_file(file)
            answer.problems += problems
            answer.articles += [article_metadata.normalise(raw) for raw in read]
            if read and copy:
                target.mkdir(exist_ok=True)
                answer.copied.append(_copy(file, target))
    return answer


def _copy(file: Path, target: Path) -> Path:
    content = file.read_bytes()
    for number in range(1, 10_000):
        place = target / (file.name if number == 1 else f"{file.stem}-{number}{file.suffix}")
        if not place.exists():
            shutil.copyfile(file, place)
            return place
        if place.read_bytes() == content:
            return place
    raise DossierError(f"{target}: thousands of other files are called {file.name}; rename the file first")
