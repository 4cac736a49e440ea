"""Visits that last: "a two-day visit, which began on Monday" runs from Monday to Tuesday."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from functools import cache

from relations import edtf, languages
from relations.coding.attach import Dated
from relations.coding.sentence import Sentence
from relations.coding.stems import Stems
from relations.coding.words import Word

_NEAR = 12.0


@cache
def _durations(language: str) -> Stems[int]:
    table = languages.load(language, "events").get("duration", {})
    return Stems([(phrase, int(days)) for days, line in table.items() for phrase in line.split("|")])


def lasting(dated: Dated, sentence: Sentence, tokens: Sequence[Word], language: str) -> Dated:
    """Return a visit with all its days, where the sentence says how long it takes and when it begins or ends.

    Parameters
    ----------
    dated : Dated
    sentence : Sentence
    tokens : sequence of Word
    language : str

    Returns
    -------
    Dated
        As given where the sentence does not say so.
    """
    if dated.type != "visit" or not dated.date or edtf.precision(dated.date) != "day":
        return dated
    said = [
        hit.value
        for hit in _durations(language).find(tokens, sentence.first, sentence.last)
        if sentence.walls.between(hit.first, dated.at) <= _NEAR
    ]
    if len(set(said)) != 1 or said[0] < 2:
        return dated
    day = edtf.span(dated.date).earliest
    if day is None:
        return dated
    rest = timedelta(days=said[0] - 1)
    if any(sentence.walls.between(at, dated.at) <= _NEAR for at in sentence.signs.get("ended", ())):
        return replace(dated, date=f"{day - rest}/{day}")
    return replace(dated, date=f"{day}/{day + rest}")
