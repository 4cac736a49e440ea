"""Whether a word speaks of the past or of what is to come, by the cues in the language file."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Protocol

from relations.dates.lexicon import lexicon
from relations.dates.tokens import fold

PAST, UNKNOWN, FUTURE = -1, 0, 1


class Spoken(Protocol):
    """A word of a text, in lower case under ``key``."""

    @property
    def key(self) -> str:
        """The word as the lexicon spells it."""


@cache
def _cues(language: str) -> tuple[dict[str, int], dict[str, int], dict[str, int]]:
    exact: dict[str, int] = {}
    endings: dict[str, int] = {}
    stems: dict[str, int] = {}
    for kind, sign in (("past", PAST), ("future", FUTURE)):
        for cue in lexicon(language).grammar.get(kind, "").split():
            if cue.startswith("*"):
                endings[fold(cue[1:])] = sign
            elif cue.endswith("*"):
                stems[fold(cue[:-1])] = sign
            else:
                exact[fold(cue)] = sign
    return exact, endings, stems


@lru_cache(maxsize=100_000)
def tense_of_word(word: str, language: str) -> int:
    """Return what one word tells: the whole word counts before a beginning, a longer ending before a shorter.

    Examples
    --------
    >>> tense_of_word("will", "en"), tense_of_word("signed", "en"), tense_of_word("table", "en")
    (1, -1, 0)
    """
    exact, endings, stems = _cues(language)
    if word in exact:
        return exact[word]
    for size in range(len(word), 2, -1):
        if word[:size] in stems:
            return stems[word[:size]]
    if len(word) > 3:
        for size in range(min(len(word) - 1, 6), 0, -1):
            if word[-size:] in endings:
                return endings[word[-size:]]
    return UNKNOWN


@lru_cache(maxsize=10_000)
def is_passive(word: str, language: str) -> bool:
    """Say whether a word turns a past form that follows it into what is to come ("to be held").

    Examples
    --------
    >>> is_passive("be", "en"), is_passive("was", "en")
    (True, False)
    """
    return word in lexicon(language).grammar.get("passive", "").split()


def tense(words: Sequence[Spoken], near: int, language: str, reach: int = 1_000) -> tuple[int, int]:
    """Weigh the cues around a word.

    Parameters
    ----------
    words : sequence
        The words of a sentence.
    near : int
        Index of the word.
    language : str
        BCP 47 tag.
    reach : int
        How many words to look to either side.

    Returns
    -------
    (int, int)
        Words to the nearest cue of the past and of the future; 999 where there is none.
    """
    gaps = {PAST: 999, FUTURE: 999}
    for index in range(max(0, near - reach), min(len(words), near + reach + 1)):
        sign = tense_of_word(words[index].key, language)
        if sign == UNKNOWN or (sign == PAST and index and is_passive(words[index - 1].key, language)):
            continue  # "to be held" speaks of what is to come
        gaps[sign] = min(gaps[sign], abs(index - near))
    return gaps[PAST], gaps[FUTURE]
