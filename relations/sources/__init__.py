"""Files → raw articles: one reader a kind of file. Whatever cannot be read is listed, never raised on."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path

from relations.errors import SourceError
from relations.sources.day import read_day
from relations.sources.raw import Problem, Raw

__all__ = ["KINDS", "Problem", "Raw", "read", "read_day", "read_file", "read_folder"]

Found = tuple[str, dict[str, str | None] | SourceError]  # place in the file, and what stands there
LARGEST = 20 * 2**20
KINDS = {
    **dict.fromkeys((".md", ".markdown"), "markdown"),
    **dict.fromkeys((".html", ".htm"), "html"),
    **dict.fromkeys((".xml", ".rss", ".atom"), "feed"),
    **dict.fromkeys((".jsonl", ".ndjson"), "jsonl"),
    ".txt": "text",
    ".csv": "csv",
    ".xlsx": "xlsx",
}
_IGNORED = {"readme.md", "readme.txt", "license", "thumbs.db"}


def read_folder(folder: Path) -> tuple[list[Raw], list[Problem]]:
    """Read every article below a folder.

    Parameters
    ----------
    folder : Path

    Returns
    -------
    (list of Raw, list of Problem)
        By path. Hidden files and READMEs are passed over; links that lead out of the folder are problems.

    Examples
    --------
    >>> read_folder(Path("nowhere"))
    ([], [])
    """
    articles: list[Raw] = []
    problems: list[Problem] = []
    for file in sorted(folder.rglob("*")) if folder.is_dir() else []:
        inside = file.relative_to(folder)
        if (
            any(part.startswith((".", "~$")) for part in inside.parts)
            or file.name.casefold() in _IGNORED
            or file.is_dir()
        ):
            continue
        if not file.resolve().is_relative_to(folder.resolve()):
            problems.append(
                Problem(inside.as_posix(), "", "a link that leads out of the folder", "Copy the file itself here")
            )
            continue
        found, wrong = read_file(file, inside.as_posix())
        articles += found
        problems += wrong
    return articles, problems


def read_file(file: Path, name: str | None = None) -> tuple[list[Raw], list[Problem]]:
    """Read one file, without raising.

    Parameters
    ----------
    file : Path
    name : str, optional
        What to call it in articles and problems; its own name where left out.

    Returns
    -------
    (list of Raw, list of Problem)
    """
    called = name or file.name
    articles: list[Raw] = []
    problems: list[Problem] = []
    try:
        content = _content(file)
        checksum = hashlib.sha256(content).hexdigest()
        for place, found in _found(file.suffix.casefold(), content):
            if isinstance(found, SourceError):
                problems.append(Problem(called, place, found.reason, found.advice))
                continue
            raw = Raw(file=called, sha256=checksum, place=place, **{k: v for k, v in found.items() if v is not None})
            articles.append(raw)
            if raw.published and read_day(raw.published) is None:
                problems.append(
                    Problem(
                        called,
                        place,
                        f"its day of publication, {raw.published[:40]!r}, is no date",
                        "Write it as 2024-12-12, 2024-12 or 2024",
                    )
                )
        if not articles and not problems:
            problems.append(Problem(called, "", "no article is in it", "Add one, or take the file away"))
    except SourceError as error:
        problems.append(Problem(called, "", error.reason, error.advice))
    except (RecursionError, MemoryError, ValueError, OSError) as error:  # a hostile file; all others are still read
        problems.append(
            Problem(called, "", f"it cannot be read ({type(error).__name__})", "Save the article again as text")
        )
    return articles, problems


def read(file: Path) -> list[Raw]:
    """Read one file.

    Raises
    ------
    SourceError
        If nothing could be read from it.
    """
    articles, problems = read_file(file)
    if not articles and problems:
        raise SourceError(f"{file}: {problems[0].reason}", problems[0].advice)
    return articles


def _content(file: Path) -> bytes:
    try:
        size = file.stat().st_size
        if not file.is_file():
            raise SourceError("it is no file", "Put articles here, nothing else")
        if size > LARGEST:
            raise SourceError(f"it is larger than 20 MB ({size // 2**20} MB)", "Split it, or keep only the articles")
        return file.read_bytes()
    except OSError as error:
        raise SourceError(
            f"it cannot be opened ({error.strerror or error})", "Check the file and its permissions"
        ) from None


def _found(suffix: str, content: bytes) -> Iterable[Found]:
    from relations.sources import feed, records
    from relations.sources.decoding import decode

    kind = KINDS.get(suffix)
    if kind is None:
        known = ", ".join(sorted(KINDS))
        raise SourceError(f"files ending in {suffix or 'nothing'} are not read", f"Save the article as one of {known}")
    if kind == "xlsx":
        return list(records.read_xlsx(content))
    if kind == "feed":
        if not content.strip():
            raise SourceError("the file is empty", "Save the feed again")
        return [(f"item {number}", fields) for number, fields in enumerate(feed.read(content), start=1)]
    text = decode(content)
    return [*_damage(content, text), *_articles(kind, text)]


def _damage(content: bytes, text: str) -> list[Found]:
    """What got lost of a text that is read all the same."""
    lost = text.count("\ufffd") - content.count("\ufffd".encode())
    if lost <= 0:
        return []
    reason = f"{lost} of its characters are damaged" + (", it is cut short" if text.rstrip().endswith("\ufffd") else "")
    return [("", SourceError(f"{reason}; the rest is read", "Save the article again, as UTF-8"))]


def _articles(kind: str, text: str) -> Iterable[Found]:
    from relations.sources import markdown, pasted, records, web_page

    if kind == "csv":
        return records.read_csv(text)
    if kind == "jsonl":
        return records.read_jsonl(text)
    if kind == "html":
        return [("", web_page.read(text))]
    return [("", markdown.read(text) if kind == "markdown" else pasted.read(text))]
