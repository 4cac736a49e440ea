"""Whether a sentence speaks of the past or of what is to come, by the cues in the language file."""

from __future__ import annotations

from functools import cache

from relations.dates.lexicon import lexicon
from relations.dates.tokens import Token, fold


@cache
def _cues(language: str) -> dict[str, tuple[frozenset[str], tuple[str, ...], tuple[str, ...]]]:
    found = {}
    for kind in ("past", "future"):
        words = [fold(word) for word in lexicon(language).grammar.get(kind, "").split()]
        exact = frozenset(word for word in words if "*" not in word)
        endings = tuple(word[1:] for word in words if word.startswith("*"))
        stems = tuple(word[:-1] for word in words if word.endswith("*"))
        found[kind] = (exact, endings, stems)
    return found


def tense(tokens: list[Token], near: int, language: str) -> int:
    """Weigh the cues of a clause around a token.

    Parameters
    ----------
    tokens : list of Token
        The sentence.
    near : int
        Index of the date in it.
    language : str

    Returns
    -------
    int
        -1 past, 1 future, 0 unknown; the nearest cue decides.
    """
    passive = frozenset(lexicon(language).grammar.get("passive", "").split())
    best, answer = len(tokens) + 1, 0
    for kind, sign in (("past", -1), ("future", 1)):
        exact, endings, stems = _cues(language)[kind]
        for index, token in enumerate(tokens):
            word = token.text
            if not token.is_word or len(word) < 2:
                continue
            if sign < 0 and index and tokens[index - 1].text in passive:
                continue  # "to be held" speaks of what is to come
            if (
                word in exact
                or (len(word) > 3 and endings and word.endswith(endings))
                or (stems and word.startswith(stems))
            ):
                gap = abs(index - near)
                if gap < best or (gap == best and sign > 0):
                    best, answer = gap, sign
    return answer
