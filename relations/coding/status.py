"""Whether an event has happened, is going on, is planned or was called off, on the day of the article."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from relations import edtf
from relations.coding.attach import Dated
from relations.coding.words import Word
from relations.dates.lexicon import lexicon
from relations.dates.tokens import fold

_CLOSE = 14


@cache
def _cues(language: str, kind: str) -> tuple[frozenset[str], tuple[str, ...], tuple[str, ...]]:
    listed = [fold(word) for word in lexicon(language).grammar.get(kind, "").split()]
    exact = frozenset(word for word in listed if "*" not in word)
    return exact, tuple(w[1:] for w in listed if w.startswith("*")), tuple(w[:-1] for w in listed if w.endswith("*"))


def _gap(tokens: Sequence[Word], at: int, first: int, last: int, language: str, kind: str) -> int:
    """Words to the nearest cue of a tense."""
    exact, endings, stems = _cues(language, kind)
    passive = frozenset(lexicon(language).grammar.get("passive", "").split())
    best = 999
    for index in range(max(first, at - 2 * _CLOSE), min(last, at + 2 * _CLOSE)):
        word = tokens[index].key
        if kind == "past" and index and tokens[index - 1].key in passive:
            continue
        if (
            word in exact
            or (len(word) > 3 and endings and word.endswith(endings))
            or (stems and word.startswith(stems))
        ):
            best = min(best, abs(index - at))
    return best


def status_of(
    dated: Dated,
    signs: dict[str, list[int]],
    tokens: Sequence[Word],
    published: str | None,
    language: str,
    first: int,
    last: int,
) -> str:
    """Return ``occurred``, ``planned``, ``ongoing`` or ``cancelled``.

    The date decides where it lies wholly before or after publication; where it holds the day of publication,
    or there is none, the words near the event do.

    Parameters
    ----------
    dated : Dated
    signs : dict of str to list of int
        Where the sentence has words of doing, calling off and so on.
    tokens : sequence of Word
    published : str or None
        Day of publication, EDTF.
    language : str
    first, last : int
        The sentence's words.
    """
    if any(abs(at - dated.at) <= 8 for at in signs.get("cancelled", ())):
        return "cancelled"
    past = _gap(tokens, dated.at, first, last, language, "past")
    future = _gap(tokens, dated.at, first, last, language, "future")
    ongoing = any(abs(at - dated.at) <= _CLOSE for at in signs.get("ongoing", ()))
    if dated.date and published:
        begin, end = edtf.span(dated.date)
        day = edtf.span(published)
        if begin and day.latest and begin > day.latest:
            return "planned"
        if end and day.earliest and end < day.earliest:
            return "occurred"
        if dated.row is None:  # the article's own day
            return "ongoing" if ongoing else "planned" if future < past and future <= 4 else "occurred"
    if dated.type in ("relations-established", "recognition"):
        return "occurred"
    if future < past:
        return "planned"
    return "ongoing" if ongoing else "occurred" if past < 999 or (dated.date and published) else "planned"
