"""Articles copied into a dossier, with a look at what is read from them first."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from relations import articles as article_metadata
from relations import sources
from relations.articles import Article
from relations.coding import code
from relations.coding.rows import EventRow
from relations.dossier import settings, subject
from relations.errors import DossierError
from relations.sources import Problem, addresses


@dataclass(slots=True)
class Added:
    """What was read, what was copied, and what could not be read."""

    articles: list[Article] = field(default_factory=list)
    copied: list[Path] = field(default_factory=list)
    held: list[Path] = field(default_factory=list)  # those that the dossier held already, word for word
    problems: list[Problem] = field(default_factory=list)
    events: dict[str, list[dict[str, str | None]]] = field(default_factory=dict)  # by article_id, in a preview
    strange: dict[str, str] = field(default_factory=dict)  # by article_id: what those speak of that are off the subject

    def as_json(self) -> dict[str, Any]:
        """Return the answer as plain JSON."""
        return {
            "articles": [
                {
                    "title": one.title,
                    "published": one.published,
                    "language": one.language,
                    "publisher": one.publisher,
                    "url": one.url,
                    "events": self.events.get(one.article_id),
                    "off_the_subject": self.strange.get(one.article_id),
                }
                for one in self.articles
            ],
            "copied": [str(file) for file in self.copied],
            "held_already": [str(file) for file in self.held],
            "problems": [
                {"file": one.file, "place": one.place, "reason": one.reason, "advice": one.advice}
                for one in self.problems
            ],
        }


def add(folder: Path, given: Sequence[str | Path], copy: bool = True) -> Added:
    """Copy files into a dossier's ``articles`` folder, those from which at least one article is read.

    Pages and feeds that are named by their address are fetched first.

    Parameters
    ----------
    folder : Path
        The dossier.
    given : sequence of str or Path
        Files, folders, addresses, or text files that hold an address a line.
    copy : bool
        False: only look, and code what was read.

    Returns
    -------
    Added

    Raises
    ------
    DossierError
        If the folder is no dossier, or a path is not there.
    """
    countries, answer = tuple(settings.load(folder).countries), Added()
    target = folder / "articles"
    with TemporaryDirectory() as fetched:
        for file in _files(given, Path(fetched), answer.problems):
            read, problems = sources.read_file(file)
            answer.problems += problems
            answer.articles += [article_metadata.normalise(raw) for raw in read]
            if read and copy:
                target.mkdir(exist_ok=True)
                place, new = _copy(file, target)
                (answer.copied if new else answer.held).append(place)
    for article in answer.articles:
        if found := subject.another(article, countries):
            answer.strange[article.article_id] = found
    for article in [] if copy else answer.articles:
        coded = code(article.text, article.published, article.language, article.body_start, countries)
        answer.events[article.article_id] = [_line(article, event) for event in coded.events]
    return answer


def _files(given: Sequence[str | Path], fetched: Path, problems: list[Problem]) -> Iterator[Path]:
    for one in given:
        path = Path(one)
        found = [str(one)] if addresses.is_address(str(one)) else addresses.listed(path)
        if found:
            for answer in addresses.fetch(found, fetched):
                if isinstance(answer, Problem):
                    problems.append(answer)
                else:
                    yield answer
        elif "://" in str(one):
            raise DossierError(f"{one} is no address of the web; give one that begins with http:// or https://")
        elif not path.exists():
            raise DossierError(f"{path} is not there; name files, folders or addresses of articles")
        elif path.is_dir():
            files = sorted(file for file in path.rglob("*") if file.is_file())
            if not files:
                problems.append(Problem(str(path), "", "no file is in this folder", "Name the folder of the articles"))
            yield from files
        else:
            yield path


def _line(article: Article, event: EventRow) -> dict[str, str | None]:
    quote = article.text[event.start : event.end]
    return {"date": event.date, "type": event.type, "status": event.status, "quote": quote}


def _copy(file: Path, target: Path) -> tuple[Path, bool]:
    """Copy a file, and return where it is, and whether it was not there before."""
    content = file.read_bytes()
    for number in range(1, 10_000):
        place = target / (file.name if number == 1 else f"{file.stem}-{number}{file.suffix}")
        if not place.exists():
            shutil.copyfile(file, place)
            return place, True
        if place.read_bytes() == content:
            return place, False
    raise DossierError(f"{target}: thousands of other files are called {file.name}; rename the file first")
