"""Find the phrases of a lexicon in a text, in any inflected form, in one pass over its words."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import compress
from typing import Generic, NamedTuple, TypeVar

from relations.coding.inflection import Vocabulary
from relations.coding.words import HEAD, WORD, Word, Words, looks, words
from relations.memo import Memo

V = TypeVar("V")

# What may stand between two words of one phrase.
_JOINTS = frozenset(
    {" ", "\u00a0", "\u200c", "\u202f", "-", "–", "—", "‑", " - ", " – ", " — ", "  ", " & ", "'", "’", "\n",
     ".", ". "}
)  # fmt: skip


class Match(NamedTuple, Generic[V]):
    """One phrase found: its value, its words (first and one past the last) and the ending of the last word."""

    value: V
    first: int
    last: int
    start: int
    end: int
    ending: str


@dataclass(slots=True)
class _Node(Generic[V]):
    follow: dict[str, _Node[V]] = field(default_factory=dict)
    ends: list[tuple[tuple[str, ...], bool, V]] = field(default_factory=list)  # cases of the words, dotted, value


_States = tuple[tuple[_Node[V], str], ...]  # how far into phrases some words have come, and the last word's ending


class Phrases(Generic[V]):
    """A lexicon of phrases.

    A phrase is written in its base form. The case of its letters says what is asked of the text: ``пакистанский``
    may stand in any case, ``Пакистан`` must begin with a capital, ``РК`` must be all capitals.

    Parameters
    ----------
    language : str
        BCP 47 tag.
    entries : iterable of (str, value)
        Of two entries with the same words and case the first counts.

    Examples
    --------
    >>> lexicon = Phrases("ru", [("министр иностранных дел", "minister"), ("РК", "KAZ")])
    >>> [(m.value, m.start, m.end) for m in lexicon.find("министром иностранных дел РК")]
    [('minister', 0, 25), ('KAZ', 26, 28)]
    """

    def __init__(self, language: str, entries: Iterable[tuple[str, V]]) -> None:
        self._vocabulary = Vocabulary(language)
        self._root: _Node[V] = _Node()
        self._heads: set[str] = set()  # of the words that phrases begin with
        self._short: set[str] = set()  # those of them that may go on and are no longer than a head
        self._beginning: Memo[_States[V]] = Memo(self._begin)
        for phrase, value in entries:
            self._add(phrase, value)
        self._opens = Memo(self._may_begin).__getitem__ if self._short else self._heads.__contains__

    def _add(self, phrase: str, value: V) -> None:
        node = self._root
        cases: tuple[str, ...] = ()
        for word in WORD.findall(phrase):
            _, key, capital, shout = looks[word]
            cases += ("shout" if shout else "capital" if capital else "any",)
            self._vocabulary.add(key)
            if key not in node.follow:
                node.follow[key] = _Node()
            node = node.follow[key]
        if cases and not any(have == cases for have, _, _ in node.ends):
            node.ends.append((cases, "." in phrase, value))

        for stem, goes_on in self._vocabulary.stems(WORD.findall(phrase)[0]) if cases else ():
            self._heads.add(stem[:HEAD])
            if goes_on and len(stem) < HEAD:
                self._short.add(stem)

    def _may_begin(self, head: str) -> bool:
        """Whether a word with these first letters may begin a phrase: few may."""
        return head in self._heads or head[:2] in self._short or head[:1] in self._short

    def _begin(self, word: str) -> _States[V]:
        """The phrases that a word may begin, and the ending it has in each."""
        forms, follow = self._vocabulary.find(word), self._root.follow
        return tuple([(follow[base], ending) for base, ending in forms if base in follow]) if forms else ()

    def find(self, text: str, start: int = 0, tokens: Words | None = None) -> list[Match[V]]:
        """Return the phrases of a text, the longest where several begin at one word; none overlap.

        Parameters
        ----------
        text : str
        start : int, default 0
            Offset at which to begin.
        tokens : Words, optional
            The words of the text, where they have been cut already.
        """
        tokens = words(text) if tokens is None else tokens
        begin = bisect_left(tokens.starts, start)
        found: list[Match[V]] = []
        free = begin
        for at in compress(range(begin, len(tokens)), map(self._opens, tokens.heads[begin:])):
            if at < free or not (states := self._beginning[tokens.keys[at]]):
                continue
            if match := self._longest(text, tokens, at, states):
                found.append(match)
                free = match.last
        return found

    def at(self, text: str, place: int) -> Match[V] | None:
        """Return the longest phrase that begins where a word of a text does, or ``None``.

        Parameters
        ----------
        text : str
        place : int
            Offset of the word's first letter.
        """
        tokens = words(text)
        first = bisect_left(tokens.starts, place)
        if not self._opens(tokens.heads[first]):
            return None
        states = self._beginning[tokens.keys[first]]
        return self._longest(text, tokens, first, states) if states else None

    def _longest(self, text: str, tokens: Words, first: int, states: _States[V]) -> Match[V] | None:
        """The longest phrase that begins at one word, or ``None``."""
        best: Match[V] | None = None
        last = first
        while True:
            goes_on = False
            for node, ending in states:
                goes_on = goes_on or bool(node.follow)
                for cases, wants_dots, value in node.ends:
                    if best is not None and best.last > last:
                        continue
                    if _case_fits(tokens, first, cases) and (
                        last == first or _dots(text, tokens, first, last) == wants_dots
                    ):
                        best = Match(value, first, last + 1, tokens[first].start, tokens[last].end, ending)
            last += 1
            if not goes_on or last >= len(tokens) or text[tokens[last - 1].end : tokens[last].start] not in _JOINTS:
                return best
            forms = self._vocabulary.find(tokens.keys[last])
            states = tuple(
                (node.follow[word], ending) for node, _ in states for word, ending in forms if word in node.follow
            )
            if not states:
                return best


def _case_fits(tokens: Sequence[Word], first: int, cases: tuple[str, ...]) -> bool:
    for offset, case in enumerate(cases):
        word = tokens[first + offset]
        if case == "capital" and not word.capital:
            return False
        if case == "shout" and not word.text[:2].isupper():
            return False
    return True


def _dots(text: str, tokens: Sequence[Word], first: int, last: int) -> bool:
    return any(text[tokens[i].end] == "." for i in range(first, last))
