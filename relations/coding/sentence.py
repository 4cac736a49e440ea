"""One sentence of an article with everything that stands in it, for the event coder."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from relations.coding.clauses import Walls, closes_clause, walls
from relations.coding.countries import CountryRow, countries
from relations.coding.event_rules import cues
from relations.coding.rows import PersonRow
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
    countries: tuple[CountryRow, ...]
    people: tuple[PersonRow, ...]
    roles: frozenset[int]  # words that name a person or an office
    places: frozenset[int]  # words that name a country or a city
    venues: frozenset[str]  # countries that are named as a place alone
    walls: Walls
    opens: bool  # the first of its paragraph

    def named(self, venues: bool = True) -> set[str]:
        """Return the countries named here as countries; a city may be only where others met.

        Parameters
        ----------
        venues : bool, default True
            Whether to count a country that is named only as the place ("they met in Kuwait").
        """
        named = {row.code for row in self.countries if row.kind in ("country", "nationality")}
        return named if venues else named - self.venues

    def word_at(self, place: int, tokens: Sequence[Word]) -> int:
        """Return the word at an offset of the text."""
        for index in range(self.first, self.last):
            if tokens[index].end > place:
                return index
        return max(self.last - 1, self.first)

    def last_word(self, at: int, row: DateRow, tokens: Sequence[Word]) -> int:
        """Return the last word of a date that begins with a word."""
        while at + 1 < self.last and tokens[at + 1].start < row.end:
            at += 1
        return at


def cut(
    text: str,
    language: str,
    sentences: list[tuple[int, int]],
    dates: list[DateRow],
    people: list[PersonRow],
    tokens: Sequence[Word],
    start: int,
) -> list[Sentence]:
    """Return the sentences of a text with their words, dates, people, countries and signs.

    Parameters
    ----------
    text : str
    language : str
        BCP 47 tag of a language that the coder reads.
    sentences : list of (int, int)
    dates : list of DateRow
    people : list of PersonRow
    tokens : sequence of Word
        The words of the text.
    start : int
        Offset at which to begin.
    """
    starts, date_starts = [word.start for word in tokens], [row.start for row in dates]
    named = countries(text, language, start=start)
    named_starts = [row.start for row in named]
    mentions = sorted(
        (at, index) for index, row in enumerate(people) for at, _ in row.mentions or ((row.start, row.end),)
    )
    known = cues(language)
    result = []
    for number, (begin, end) in enumerate(sentences):
        if end <= start:
            continue
        first, last = bisect_left(starts, begin), bisect_left(starts, end)
        signs: dict[str, list[int]] = {}
        for hit in known.signs.find(tokens, first, last):
            if _is_initial(tokens[hit.first], text):
                continue
            signs.setdefault(hit.value, []).append(hit.last if hit.value in _ENDS else hit.first)
        signs.setdefault("scales", []).extend(
            at for at in range(first, last) if _is_scaled(text, tokens[at], known.scales)
        )
        if text[begin:end].rstrip(_QUOTES).endswith(("?", "؟")):
            signs.setdefault("hypothetical", []).append(first)  # a question tells of nothing
        if known.verb_last:
            signs.setdefault("verb", []).extend(
                at for at in range(first, last) if closes_clause(tokens[at].key, language)
            )
        inside = dates[bisect_left(date_starts, begin) : bisect_left(date_starts, end)]
        near = mentions[bisect_left(mentions, (begin, -1)) : bisect_left(mentions, (end, -1))]
        persons = tuple(people[index] for index in dict.fromkeys(index for _, index in near))
        roles = frozenset((*signs.get("role", ()), *(bisect_left(starts, at) for at, _ in near)))
        rows = tuple(named[bisect_left(named_starts, begin) : bisect_left(named_starts, end)])
        result.append(
            Sentence(
                number=number,
                start=begin,
                end=end,
                first=first,
                last=last,
                dates=inside,
                signs=signs,
                countries=rows,
                people=persons,
                roles=roles,
                places=frozenset(
                    (*signs.get("place", ()), *(at for row in rows for at in _words_of(row.start, row.end, starts)))
                ),
                venues=frozenset(
                    row.code for row in rows if bisect_left(starts, row.start) - 1 in signs.get("venue", ())
                ),
                walls=walls(text, tokens, first, last, signs, known.verb_last),
                opens="\n" in text[max(begin - 2, 0) : begin] or begin <= start,
            )
        )
    return result


def _words_of(begin: int, end: int, starts: Sequence[int]) -> range:
    return range(bisect_left(starts, begin), bisect_left(starts, end))


def _is_initial(word: Word, text: str) -> bool:
    """Whether a word is the first letter of a name, which may look like a conjunction ("И. Алиев")."""
    return len(word.text) == 1 and word.capital and text[word.end : word.end + 1] == "."


def _is_scaled(text: str, word: Word, scales: frozenset[str]) -> bool:
    """Whether a word is a number with its scale or unit written onto it: "47%", "239m", "9,000"."""
    if not word.text[0].isdigit():
        return False
    after = text[word.end : word.end + 5]
    return word.key.lstrip("0123456789") in scales or after[:1] in _PER_CENT or bool(_THOUSANDS.match(after))


_THOUSANDS = re.compile(r"[,\u00a0\u202f]\d{3}(?!\d)")
_PER_CENT = frozenset("%٪")
_QUOTES = " \n\u00a0\"'»”’)"
_ENDS = frozenset({"during", "attribution"})  # signs whose last word matters
