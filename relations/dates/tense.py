"""Whether a word speaks of the past or of what is to come, by the cues in the language file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from relations.dates.lexicon import lexicon
from relations.dates.tokens import Token, fold

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
    if lexicon(language).word(word) is not None:
        return UNKNOWN  # "недели" ends like a verb of the past
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


def tense(words: Sequence[Token], near: int, language: str) -> tuple[int, bool]:
    """Tell which tense a word of a sentence stands in, and whether nothing in the sentence speaks against it.

    Parameters
    ----------
    words : sequence of Token
        The words and signs of a sentence.
    near : int
        Index of the word.
    language : str
        BCP 47 tag.

    Examples
    --------
    >>> from relations.dates.tokens import tokens
    >>> tense(tokens("They will meet on Friday", 0, frozenset()), 4, "en")
    (1, True)
    """
    grammar = lexicon(language).grammar
    cues = list(_found(words, language))
    if not cues:
        return UNKNOWN, False
    if grammar.get("verb_last"):  # the verb that the word belongs to comes after it
        ahead = [(index, sign) for index, sign in cues if index >= near]
        if not ahead:
            return cues[-1][1], False
        index, sign = ahead[0]
        return sign, all(other == sign for at, other in ahead if at <= index + _NEAR)
    gaps = {PAST: _FAR, FUTURE: _FAR}
    planned, infinitive = _planned(language)
    for index, sign in cues:
        if index < near and words[index].key in planned:
            if any(word.key.endswith(infinitive) for word in words[index + 1 : near]):
                sign = FUTURE  # "agreed to meet in July"
        between = words[min(index, near) : max(index, near)]
        walls = sum(_WALLS.get(word.text, 0) for word in between)
        gaps[sign] = min(gaps[sign], abs(index - near) + walls)
    if gaps[PAST] == gaps[FUTURE]:
        return UNKNOWN, False
    return (PAST if gaps[PAST] < gaps[FUTURE] else FUTURE), max(gaps.values()) == _FAR


def _found(words: Sequence[Token], language: str) -> Iterator[tuple[int, int]]:
    grammar = lexicon(language).grammar
    finals, after_final = grammar.get("final", ""), grammar.get("after_final", "").split()
    final = _final(finals) if finals else None
    exact = _cues(language)[0]
    planned, infinitive = _planned(language) if grammar.get("verb_last") else (frozenset(), ())
    for index, word in enumerate(words):
        sign = tense_of_word(word.key, language)
        if index and word.key in planned and words[index - 1].key.endswith(infinitive):
            yield index, FUTURE  # "agreed to meet in July", where the verb comes last
            continue
        if sign == UNKNOWN or (sign == PAST and index and is_passive(words[index - 1].key, language)):
            continue  # "to be held" speaks of what is to come
        if (
            final
            and final.fullmatch(word.key)
            and (word.key not in exact or word.key in finals)
            and index + 1 < len(words)
        ):
            following = words[index + 1]
            if (index and word.capital) or (following.is_word and following.key not in after_final):
                continue  # a verb ends its clause; an adjective may look the same
        yield index, sign


@cache
def _planned(language: str) -> tuple[frozenset[str], tuple[str, ...]]:
    """Words that make what an infinitive beside them tells a plan, and how infinitives end."""
    grammar = lexicon(language).grammar
    words = (one.replace("_", " ") for one in grammar.get("planned", "").split())
    return frozenset(words), tuple(grammar.get("infinitive", "").split())


@cache
def _final(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)
