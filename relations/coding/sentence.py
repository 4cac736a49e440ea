"""One sentence of an article with everything that stands in it, for the event coder."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from relations.coding.countries import countries
from relations.coding.triggers import cues
from relations.coding.words import Word
from relations.dates.row import DateRow


@dataclass(slots=True)
class Sentence:
    """One sentence with everything that stands in it."""

    number: int
    start: int
    end: int
    first: int  # its words
    last: int
    dates: list[DateRow]
    signs: dict[str, list[int]]
    countries: tuple[str, ...]


def cut(
    text: str, language: str, sentences: list[tuple[int, int]], dates: list[DateRow], tokens: Sequence[Word], start: int
) -> list[Sentence]:
    """Return the sentences of a text with their words, dates, countries and signs.

    Parameters
    ----------
    text : str
    language : str
        BCP 47 tag of a language that the coder reads.
    sentences : list of (int, int)
    dates : list of DateRow
    tokens : sequence of Word
        The words of the text.
    start : int
        Offset at which to begin.
    """
    starts, date_starts = [word.start for word in tokens], [row.start for row in dates]
    named = countries(text, language, start=start)
    named_starts = [row.start for row in named]
    result = []
    for number, (begin, end) in enumerate(sentences):
        if end <= start:
            continue
        first, last = bisect_left(starts, begin), bisect_left(starts, end)
        signs: dict[str, list[int]] = {}
        for hit in cues(language).signs.find(tokens, first, last):
            signs.setdefault(hit.value, []).append(hit.first)
        inside = dates[bisect_left(date_starts, begin) : bisect_left(date_starts, end)]
        codes = tuple(row.code for row in named[bisect_left(named_starts, begin) : bisect_right(named_starts, end)])
        result.append(Sentence(number, begin, end, first, last, inside, signs, codes))
    return result
