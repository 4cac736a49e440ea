"""Whether a word speaks of the past or of what is to come, by the cues in the language file."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from functools import cache

from relations.dates.lexicon import lexicon
from relations.dates.tokens import fold
from relations.memo import Memo

PAST, UNKNOWN, FUTURE = -1, 0, 1


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


@cache
def word_tenses(language: str) -> Memo[int]:
    """Return what each word tells: the whole word counts before a beginning, a longer ending before a shorter.

    Examples
    --------
    >>> [word_tenses("en")[word] for word in ("will", "signed", "table")]
    [1, -1, 0]
    """
    exact, endings, stems = _cues(language)
    longest = max(map(len, stems), default=0)

    def sign(word: str) -> int:
        if word in exact:
            return exact[word]
        for size in range(min(len(word), longest), 2, -1):
            if word[:size] in stems:
                return stems[word[:size]]
        if len(word) > 3:
            for size in range(min(len(word) - 1, 6), 0, -1):
                if word[-size:] in endings:
                    return endings[word[-size:]]
        return UNKNOWN

    return Memo(sign)


@cache
def _passive(language: str) -> frozenset[str]:
    return frozenset(lexicon(language).grammar.get("passive", "").split())


def is_passive(word: str, language: str) -> bool:
    """Say whether a word turns a past form that follows it into what is to come ("to be held").

    Examples
    --------
    >>> is_passive("be", "en"), is_passive("was", "en")
    (True, False)
    """
    return word in _passive(language)


class Tenses:
    """Which words of a text speak of the past, and which of what is to come.

    Parameters
    ----------
    words : iterable of str
        As the lexicon spells them.
    language : str
        BCP 47 tag.

    Examples
    --------
    >>> words = "They signed a treaty that will be opened tomorrow".casefold().split()
    >>> Tenses(words, "en").near(3, 0, len(words) - 1)
    (2, 2)
    """

    def __init__(self, words: Iterable[str], language: str) -> None:
        signs, passive = word_tenses(language), _passive(language)
        before = ""
        self._places: list[int] = []
        self._signs: list[tuple[int, bool]] = []  # the sign; whether it is a past form after "to be"
        for at, word in enumerate(words):
            if sign := signs[word]:
                self._places.append(at)
                self._signs.append((sign, sign == PAST and before in passive))
            before = word

    def near(self, word: int, first: int, last: int) -> tuple[int, int]:
        """Weigh the cues between two words around a third.

        Returns
        -------
        (int, int)
            Words to the nearest cue of the past and of the future; 999 where there is none.
        """
        gaps = {PAST: 999, FUTURE: 999}
        for index in range(bisect_left(self._places, first), bisect_left(self._places, last + 1)):
            sign, is_to_come = self._signs[index]
            place = self._places[index]
            if not (is_to_come and place > first):
                gaps[sign] = min(gaps[sign], abs(place - word))
        return gaps[PAST], gaps[FUTURE]
