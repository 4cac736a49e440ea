"""Whether a word speaks of the past or of what is to come, by the cues in the language file."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import accumulate, compress

from relations.dates.lexicon import lexicon
from relations.dates.tokens import Token, fold
from relations.memo import Memo

PAST, UNKNOWN, FUTURE = -1, 0, 1
_FAR, _NEAR = 999, 6
_WALLS = {",": 3, "،": 3, ";": 14, ":": 5, "(": 3, ")": 3}  # what parts clauses, as so many words


@cache
def _cues(language: str) -> tuple[dict[str, int], dict[str, int], dict[str, int]]:
    exact: dict[str, int] = {}
    endings: dict[str, int] = {}
    stems: dict[str, int] = {}
    for kind, sign in (("past", PAST), ("future", FUTURE)):
        for written in lexicon(language).grammar.get(kind, "").split():
            cue = written.replace("_", " ")
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
    begun, ended = tuple(stems), tuple(endings)
    words = lexicon(language)

    def sign(word: str) -> int:
        if word in exact:
            return exact[word]
        if words.word(word) is not None:
            return UNKNOWN  # "недели" ends like a verb of the past
        if word.startswith(begun):
            for size in range(min(len(word), longest), 2, -1):
                if word[:size] in stems:
                    return stems[word[:size]]
        if len(word) > 3 and word.endswith(ended):
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


@cache
def _finals(language: str) -> Memo[bool]:
    """Whether a word is a verb only where it ends its clause."""
    finals = lexicon(language).grammar.get("final", "")
    pattern, exact = re.compile(finals), _cues(language)[0]

    def is_final(word: str) -> bool:
        return bool(finals and pattern.fullmatch(word) and (word not in exact or word in finals))

    return Memo(is_final)


@cache
def _after_final(language: str) -> frozenset[str]:
    return frozenset(lexicon(language).grammar.get("after_final", "").split())


class Tenses:
    """Which words of a text speak of the past, and which of what is to come.

    Parameters
    ----------
    words : sequence of Token
        The words and signs of a text.
    language : str
        BCP 47 tag.

    Examples
    --------
    >>> from relations.dates.tokens import tokens
    >>> Tenses(tokens("They will meet on Friday", 0, frozenset()), "en").near(4, 0, 4)
    (1, True)
    """

    def __init__(self, words: Sequence[Token], language: str) -> None:
        self._words, self._language = words, language
        self._verb_last = bool(lexicon(language).grammar.get("verb_last"))
        self._grouped = bool(lexicon(language).grammar.get("verb_groups"))
        signs = word_tenses(language)
        texts = [word.text for word in words]
        cues = compress(range(len(texts)), map(signs.__getitem__, texts))
        planned = _planned(language)[0] if self._verb_last else frozenset()
        if planned.isdisjoint(texts):
            self._cues = list(cues)
        else:
            self._cues = sorted({*cues, *(at for at, text in enumerate(texts) if text in planned)})
        self._walls = list(accumulate([_WALLS.get(text, 0) for text in texts], initial=0))

    def near(self, word: int, first: int, last: int) -> tuple[int, bool]:
        """Tell which tense a word stands in, and whether nothing in its sentence speaks against it.

        Parameters
        ----------
        word : int
            Index of the word.
        first, last : int
            The sentence: its first and last word.
        """
        cues = list(self._between(first, last))
        if not cues:
            return UNKNOWN, False
        if self._verb_last:  # the verb that the word belongs to comes after it
            ahead = [(index, sign) for index, sign in cues if index >= word]
            if not ahead:
                return cues[-1][1], False
            index, sign = ahead[0]
            for at, other in ahead[1:] if self._grouped else ():
                if at != index + 1:
                    break
                index, sign = at, other  # of a verb of several words the last tells the tense
            return sign, all(other == sign for at, other in ahead if at <= index + _NEAR)
        gaps = {PAST: _FAR, FUTURE: _FAR}
        planned, infinitive = _planned(self._language)
        for index, sign in cues:
            if index < word and self._words[index].text in planned:
                if any(one.text.endswith(infinitive) for one in self._words[index + 1 : word]):
                    sign = FUTURE  # "agreed to meet in July"
            gap = abs(index - word) + abs(self._walls[index] - self._walls[word])
            gaps[sign] = min(gaps[sign], gap)
        if gaps[PAST] == gaps[FUTURE]:
            return UNKNOWN, False
        return (PAST if gaps[PAST] < gaps[FUTURE] else FUTURE), max(gaps.values()) == _FAR

    def _between(self, first: int, last: int) -> Iterator[tuple[int, int]]:
        """The cues of a sentence, each with what it tells."""
        words, language = self._words, self._language
        signs, finals, after_final = word_tenses(language), _finals(language), _after_final(language)
        planned, infinitive = _planned(language) if self._verb_last else (frozenset(), ())
        for at in self._cues[bisect_left(self._cues, first) : bisect_right(self._cues, last)]:
            word = words[at]
            sign = signs[word.text]
            if at > first and word.text in planned and words[at - 1].text.endswith(infinitive):
                yield at, FUTURE  # "agreed to meet in July", where the verb comes last
                continue
            if sign == UNKNOWN or (sign == PAST and at > first and is_passive(words[at - 1].text, language)):
                continue  # "to be held" speaks of what is to come
            if at < last and finals[word.text]:
                following = words[at + 1]
                if (at > first and word.capital) or (following.is_word and following.text not in after_final):
                    continue  # a verb ends its clause; an adjective may look the same
            yield at, sign


@cache
def _planned(language: str) -> tuple[frozenset[str], tuple[str, ...]]:
    """Words that make what an infinitive beside them tells a plan, and how infinitives end."""
    grammar = lexicon(language).grammar
    words = (one.replace("_", " ") for one in grammar.get("planned", "").split())
    return frozenset(words), tuple(grammar.get("infinitive", "").split())
