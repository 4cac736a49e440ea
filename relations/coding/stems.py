"""Words and phrases of a lexicon that may go on (``word*``), found in one pass over a text's words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from relations.coding.words import Word, key

V = TypeVar("V")

_BASE, _ENDING = 4, 3  # letters before an apostrophe that closes a word, and of the ending after it


@dataclass(frozen=True, slots=True)
class Hit(Generic[V]):
    """One phrase found: its value, and its first and last word."""

    value: V
    first: int
    last: int


@dataclass(slots=True)
class Stems(Generic[V]):
    """A lexicon of phrases; each word of a phrase stands as it is, or ends in ``*`` and may go on.

    Parameters
    ----------
    entries : iterable of (str, value)

    Examples
    --------
    >>> from relations.coding.words import words
    >>> lexicon = Stems([("embass*", "mission"), ("took charge", "start")])
    >>> [(hit.value, hit.first, hit.last) for hit in lexicon.find(words("The embassies took charge"))]
    [('mission', 1, 1), ('start', 2, 3)]
    """

    entries: Iterable[tuple[str, V]]
    _exact: dict[str, list[tuple[tuple[str, ...], V]]] = field(init=False, default_factory=dict)
    _open: dict[str, list[tuple[tuple[str, ...], V]]] = field(init=False, default_factory=dict)
    _known: dict[str, tuple[tuple[tuple[str, ...], V], ...]] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        for phrase, value in self.entries:
            parts = tuple(_fold(part) for part in phrase.replace("-", " ").split())
            if not parts:
                continue
            place, first = (self._open, parts[0][:-1]) if parts[0].endswith("*") else (self._exact, parts[0])
            place.setdefault(first, []).append((parts[1:], value))

    def find(self, words: Sequence[Word], first: int = 0, last: int | None = None) -> list[Hit[V]]:
        """Return every phrase that begins between two words; phrases may overlap."""
        found = []
        for at in range(first, len(words) if last is None else last):
            for rest, value in self._beginning(words[at].key):
                end = at + len(rest)
                if end < len(words) and all(_fits(words[at + 1 + n].key, part) for n, part in enumerate(rest)):
                    found.append(Hit(value, at, end))
        return found

    def _beginning(self, word: str) -> tuple[tuple[tuple[str, ...], V], ...]:
        known = self._known.get(word)
        if known is None:
            matches = list(self._exact.get(word, ()))
            for size in range(len(word), 1, -1):
                matches += self._open.get(word[:size], ())
            base, _, ending = word.rpartition("'")
            if not matches and len(base) >= _BASE and len(ending) <= _ENDING:
                matches = list(self._beginning(base))  # "the president's visit"
            known = self._known[word] = tuple(matches)
        return known


def _fold(part: str) -> str:
    return key(part[:-1]) + "*" if part.endswith("*") else key(part)


def _fits(word: str, part: str) -> bool:
    return word.startswith(part[:-1]) if part.endswith("*") else word in (part, part + "'s")
