"""How far apart two words of a sentence stand, where commas and conjunctions count as well as words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from typing import TYPE_CHECKING

from relations import languages
from relations.memo import Memo

if TYPE_CHECKING:
    from relations.coding.words import Words

# What stands between two words, as so many words more.
_MARKS = {",": 3.0, "،": 2.5, ";": 14.0, "؛": 14.0, ":": 5.0, "(": 3.0, ")": 3.0}
_DASHES = "–—"
_DASH = 3.0
TURN = 8.0  # "while", "whereas": another clause about something else begins
_AND = 1.5
_COMMA_AND = 4.0  # ", and" joins clauses more often than words
_WHICH = 2.5  # "which", "where": a clause about the word before begins
_VERB_ENDED = 5.0  # in languages whose clause ends in its verb: a verb, then "and" or a comma


@dataclass(frozen=True, slots=True)
class Walls:
    """Distances between the words of one sentence."""

    first: int
    heights: tuple[float, ...]  # running sum of what stands before each word

    def between(self, one: int, other: int) -> float:
        """Return words between two places, walls counted in; negative walls do not exist, so neither order matters.

        Parameters
        ----------
        one, other : int
            Indexes of words.
        """
        heights, first = self.heights, self.first
        return abs(one - other) + abs(heights[one - first] - heights[other - first])

    def height(self, one: int, other: int) -> float:
        """Return the walls alone between two words."""
        return abs(self.heights[one - self.first] - self.heights[other - self.first])


def walls(
    text: str, tokens: Words, first: int, last: int, signs: Mapping[str, Sequence[int]], verb_last: bool
) -> Walls:
    """Measure what parts the words of a sentence.

    Parameters
    ----------
    text : str
    tokens : Words
    first, last : int
        The sentence: its first word, and one past its last.
    signs : mapping of str to sequence of int
        Places of ``turn``, ``and``, ``which`` and ``verb`` words.
    verb_last : bool
        Whether a clause of the language ends in its verb.

    Returns
    -------
    Walls

    Examples
    --------
    >>> from relations.coding.words import words
    >>> text = "They met in May, while trade grew"
    >>> found = walls(text, words(text), 0, 7, {"turn": [4]}, verb_last=False)
    >>> found.between(1, 3), found.between(3, 5)
    (2.0, 13.0)
    """
    turns, joins = set(signs.get("turn", ())), set(signs.get("and", ()))
    whiches, verbs = set(signs.get("which", ())), set(signs.get("verb", ()))
    between = zip(tokens.ends[first : max(last - 1, first)], tokens.starts[first + 1 : last], strict=True)
    gaps = [0.0] + [_height[text[end:start]] for end, start in between]
    steps = gaps.copy()
    for at in turns | joins | whiches:
        if 0 < (place := at - first) < len(gaps):
            step = gaps[place] + _COMMA_AND * (at in joins and gaps[place] > 0)
            steps[place] = step + (TURN * (at in turns) + _AND * (at in joins) + _WHICH * (at in whiches))
    for at in verbs if verb_last else ():
        if 0 < (place := at + 1 - first) < len(gaps) and (gaps[place] > 0 or at + 1 in joins or at + 1 in turns):
            steps[place] += _VERB_ENDED
    return Walls(first, tuple(accumulate(steps)))


def _between(gap: str) -> float:
    """The height of what stands between two words."""
    dash = " " in gap and any(sign in gap for sign in _DASHES)
    return sum(_MARKS.get(sign, 0.0) for sign in gap) + (_DASH if dash else 0.0)


_height = Memo(_between)


@cache
def closes_clause(language: str) -> Memo[bool]:
    """Say of each word whether it may be the verb that ends a clause, in languages where it comes last.

    Examples
    --------
    >>> closes_clause("kk")["келіп"], closes_clause("en")["arrived"]
    (True, False)
    """
    endings = tuple(languages.load(language, "events").get("verb_endings", "").split())
    return Memo(lambda word: bool(endings) and len(word) > 3 and word.endswith(endings))
