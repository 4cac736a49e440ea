"""What a reader makes of a file: raw articles, and what it could not read."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Raw:
    """One article as its source gives it; nothing is normalised yet."""

    file: str  # relative to the folder that was read
    sha256: str  # of the file's bytes
    text: str = ""
    place: str = ""  # row or item in the file; empty where the file is one article
    title: str | None = None
    published: str | None = None  # as the source writes it
    published_from: str | None = None
    language: str | None = None
    publisher: str | None = None
    author: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Problem:
    """A file, or a place in one, that could not be read."""

    file: str
    place: str
    reason: str
    advice: str
