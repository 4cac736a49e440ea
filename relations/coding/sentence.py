"""One sentence of an article with everything that stands in it, for the event coder."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from relations.coding.clauses import Walls, closes_clause, walls
from relations.coding.countries import CountryRow, countries
from relations.coding.event_rules import cues
from relations.coding.rows import PersonRow, between
from relations.coding.words import Words
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
    walls: Walls
    opens: bool  # the first of its paragraph

    def named(self) -> set[str]:
        """Return the countries named here as countries; a city may be only where others met."""
        return {row.code for row in self.countries if row.kind in ("country", "nationality")}

    def word_at(self, place: int, tokens: Words) -> int:
        """Return the word at an offset of the text."""
        index = max(bisect_right(tokens.starts, place, self.first, self.last) - 1, self.first)
        if tokens[index].end <= place:
            index += 1
        return index if index < self.last else max(self.last - 1, self.first)

    def last_word(self, at: int, row: DateRow, tokens: Words) -> int:
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
    tokens: Words,
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
    tokens : Words
        The words of the text.
    start : int
        Offset at which to begin.
    """
    starts = tokens.starts
    named = countries(text, language, start=start)
    mentions = sorted(
        (at, index) for index, row in enumerate(people) for at, _ in row.mentions or ((row.start, row.end),)
    )
    known = cues(language)
    said = known.signs.find(tokens)
    said_at = [hit.first for hit in said]
    result = []
    for number, (begin, end) in enumerate(sentences):
        if end <= start:
            continue
        first, last = bisect_left(starts, begin), bisect_left(starts, end)
        signs: dict[str, list[int]] = {}
        for hit in said[bisect_left(said_at, first) : bisect_left(said_at, last)]:
            signs.setdefault(hit.value, []).append(hit.last if hit.value in _ENDS else hit.first)
        if known.verb_last:
            closing = closes_clause(language)
            signs.setdefault("verb", []).extend(
                at for at, key in enumerate(tokens.keys[first:last], first) if closing[key]
            )
        near = mentions[bisect_left(mentions, (begin, -1)) : bisect_left(mentions, (end, -1))]
        persons = tuple(people[index] for index in dict.fromkeys(index for _, index in near))
        roles = frozenset((*signs.get("role", ()), *(bisect_left(starts, at) for at, _ in near)))
        rows = tuple(between(named, begin, end))
        result.append(
            Sentence(
                number=number,
                start=begin,
                end=end,
                first=first,
                last=last,
                dates=list(between(dates, begin, end)),
                signs=signs,
                countries=rows,
                people=persons,
                roles=roles,
                places=frozenset(bisect_left(starts, row.start) for row in rows),
                walls=walls(text, tokens, first, last, signs, known.verb_last),
                opens="\n" in text[max(begin - 2, 0) : begin] or begin <= start,
            )
        )
    return result


_ENDS = frozenset({"during"})  # signs whose last word matters
