"""Find the phrases of a lexicon in a text, in any inflected form, in one pass over its words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from relations.coding.inflection import Vocabulary
from relations.coding.words import Word, words

V = TypeVar("V")

# What may stand between two words of one phrase.
_JOINTS = frozenset(
    {" ", "\u00a0", "\u200c", "\u202f", "-", "–", "—", "‑", " - ", " – ", " — ", "  ", " & ", "'", "’", "\n"}
)


@dataclass(frozen=True, slots=True)
class Match(Generic[V]):
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
        for phrase, value in entries:
            self._add(phrase, value)

    def _add(self, phrase: str, value: V) -> None:
        node = self._root
        parts = words(phrase)
        for part in parts:
            self._vocabulary.add(part.key)
            node = node.follow.setdefault(part.key, _Node())
        cases = tuple("shout" if part.shout else "capital" if part.capital else "any" for part in parts)
        if parts and not any(have == cases for have, _, _ in node.ends):
            node.ends.append((cases, "." in phrase, value))

    def find(self, text: str, start: int = 0) -> list[Match[V]]:
        """Return the phrases of a text, the longest where several begin at one word; none overlap."""
        tokens = words(text)
        found: list[Match[V]] = []
        at = 0
        while at < len(tokens):
            if tokens[at].start >= start and (match := self.at(text, tokens, at)):
                found.append(match)
                at = match.last
            else:
                at += 1
        return found

    def at(self, text: str, tokens: Sequence[Word], first: int) -> Match[V] | None:
        """Return the longest phrase that begins at one word, or ``None``."""
        best: Match[V] | None = None
        states = [(self._root, "")]
        for last in range(first, len(tokens)):
            joint = text[tokens[last - 1].end : tokens[last].start] if last > first else " "
            dotted = joint in (".", ". ")
            if not dotted and joint not in _JOINTS:
                break
            forms = self._vocabulary.find(tokens[last].key)
            states = [
                (node.follow[word], ending) for node, _ in states for word, ending in forms if word in node.follow
            ]
            if not states:
                break
            for node, ending in states:
                for cases, wants_dots, value in node.ends:
                    if best is not None and best.last > last:
                        continue
                    if _case_fits(tokens, first, cases) and (
                        last == first or _dots(text, tokens, first, last) == wants_dots
                    ):
                        best = Match(value, first, last + 1, tokens[first].start, tokens[last].end, ending)
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
