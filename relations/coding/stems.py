"""Words and phrases of a lexicon that may go on (``word*``), found in one pass over a text's words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import compress
from typing import Generic, NamedTuple, TypeVar

from relations.coding.words import HEAD, Word, Words, key
from relations.memo import Memo

V = TypeVar("V")
_Rest = tuple[tuple[str, bool], ...]  # the words after the first; whether each may go on
_Phrases = tuple[tuple[_Rest, V], ...]
_Begun = tuple[_Phrases[V], dict[str, _Phrases[V]]]  # those of one word; all by the first letter of the next word

_BASE, _ENDING = 4, 3  # letters before an apostrophe that closes a word, and of the ending after it


class Hit(NamedTuple, Generic[V]):
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
    _exact: dict[str, list[tuple[_Rest, V]]] = field(init=False, default_factory=dict)
    _open: dict[str, list[tuple[_Rest, V]]] = field(init=False, default_factory=dict)
    _heads: set[str] = field(init=False, default_factory=set)
    _short: set[str] = field(init=False, default_factory=set)  # beginnings shorter than a head
    _opens: Callable[[str], bool] = field(init=False)
    _sizes: dict[str, list[int]] = field(init=False, default_factory=dict)  # by head, the longest first
    _begun: dict[int, _Begun[V]] = field(init=False, default_factory=dict)
    _beginning: Memo[_Begun[V]] = field(init=False)

    def __post_init__(self) -> None:
        self._beginning = Memo(self._begin)
        for phrase, value in self.entries:
            parts = [_fold(part) for part in phrase.replace("-", " ").split()]
            if not parts:
                continue
            first, goes_on = parts[0]
            self._heads.add(first[:HEAD])
            if goes_on and len(first) < HEAD:
                self._short.add(first)
            (self._open if goes_on else self._exact).setdefault(first, []).append((tuple(parts[1:]), value))
        for first in self._open:
            self._sizes.setdefault(first[:HEAD], []).append(len(first))
        self._sizes = {head: sorted({*sizes}, reverse=True) for head, sizes in self._sizes.items()}
        self._opens = Memo(self._may_begin).__getitem__ if self._short else self._heads.__contains__

    def find(self, words: Sequence[Word], first: int = 0, last: int | None = None) -> list[Hit[V]]:
        """Return every phrase that begins between two words; phrases may overlap."""
        keys = words.keys if isinstance(words, Words) else [word.key for word in words]
        heads = words.heads if isinstance(words, Words) else [key[:HEAD] for key in keys]
        stop = len(keys) if last is None else min(last, len(keys))
        found = []
        for at in compress(range(first, stop), map(self._opens, heads[first:stop])):
            alone, longer = self._beginning[keys[at]]
            for rest, value in longer.get(keys[at + 1][:1], alone) if longer and at + 1 < len(keys) else alone:
                if not rest:
                    found.append(Hit(value, at, at))
                elif (end := at + len(rest)) < len(keys) and _goes_on(keys, at, rest):
                    found.append(Hit(value, at, end))
        return found

    def begins(self, word: str) -> bool:
        """Tell whether a word, in the form of `relations.coding.words.key`, may begin a phrase."""
        return self._opens(word[:HEAD]) and any(self._beginning[word])

    def _may_begin(self, head: str) -> bool:
        """Whether a word with these first letters may begin a phrase: few may."""
        return head in self._heads or head[:2] in self._short

    def _begin(self, word: str) -> _Begun[V]:
        """The phrases that a word may begin: those of the word itself, then of its beginnings, the longest first."""
        entries = [self._exact[word]] if word in self._exact else []
        for head in dict.fromkeys((word[:HEAD], word[:2])):
            for size in self._sizes.get(head, ()):
                if size <= len(word) and (entry := self._open.get(word[:size])):
                    entries.append(entry)
        base, _, ending = word.rpartition("'")
        if not entries and len(base) >= _BASE and len(ending) <= _ENDING:
            return self._beginning[base]  # "the president's visit"
        if not entries:
            return (), {}
        if len(entries) > 1:
            return _by_next([phrase for entry in entries for phrase in entry])
        if id(entries[0]) not in self._begun:  # the forms of one word begin the same
            self._begun[id(entries[0])] = _by_next(entries[0])
        return self._begun[id(entries[0])]


def _by_next(matches: list[tuple[_Rest, V]]) -> _Begun[V]:
    letters = {rest[0][0][:1] for rest, _ in matches if rest} - {""}  # "*" is any word
    return _that_fit(matches, ""), {letter: _that_fit(matches, letter) for letter in letters}


def _that_fit(matches: list[tuple[_Rest, V]], letter: str) -> _Phrases[V]:
    """The phrases whose second word, where they have one, begins with a letter, or is any word."""
    return tuple(match for match in matches if not match[0] or match[0][0][0][:1] in ("", letter))


def _fold(part: str) -> tuple[str, bool]:
    return (key(part[:-1]), True) if part.endswith("*") else (key(part), False)


def _goes_on(keys: Sequence[str], at: int, rest: _Rest) -> bool:
    for part, goes_on in rest:
        at += 1
        if not (keys[at].startswith(part) if goes_on else keys[at] in (part, part + "'s")):
            return False
    return True
