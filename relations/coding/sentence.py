"""One sentence of an article with everything that stands in it, for the event coder."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from relations.coding.clauses import Walls, closes_clause, walls
from relations.coding.countries import CountryRow, countries
from relations.coding.event_rules import cues
from relations.coding.rows import PersonRow, between
from relations.coding.stems import Hit
from relations.coding.words import Word, Words
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
    said: list[Hit[tuple[int, int]]]  # words of rules that begin here

    def named(self, venues: bool = True) -> set[str]:
        """Return the countries named here as countries; a city may be only where others met.

        Parameters
        ----------
        venues : bool, default True
            Whether to count a country that is named only as the place ("they met in Kuwait").
        """
        named = {row.code for row in self.countries if row.kind in ("country", "nationality")}
        return named if venues else named - self.venues

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
    of_rules = known.words.find(tokens)
    of_rules_at = [hit.first for hit in of_rules]
    said = [hit for hit in known.signs.find(tokens) if not _is_initial(tokens[hit.first], text)]
    scaled = [at for at, word in enumerate(tokens) if word.text[0].isdigit() and _is_scaled(text, word, known.scales)]
    said_at = [hit.first for hit in said]
    result = []
    for number, (begin, end) in enumerate(sentences):
        if end <= start:
            continue
        first, last = bisect_left(starts, begin), bisect_left(starts, end)
        signs: dict[str, list[int]] = {}
        for hit in said[bisect_left(said_at, first) : bisect_left(said_at, last)]:
            signs.setdefault(hit.value, []).append(min(hit.last, last - 1) if hit.value in _ENDS else hit.first)
        signs.setdefault("scales", []).extend(scaled[bisect_left(scaled, first) : bisect_left(scaled, last)])
        if text[begin:end].rstrip(_QUOTES).endswith(("?", "؟")):
            signs.setdefault("hypothetical", []).append(first)  # a question tells of nothing
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
                places=frozenset(
                    (
                        *signs.get("place", ()),
                        *(at for row in rows for at in _words_of(row.start, min(row.end, end), starts)),
                    )
                ),
                venues=frozenset(
                    row.code for row in rows if bisect_left(starts, row.start) - 1 in signs.get("venue", ())
                ),
                walls=walls(text, tokens, first, last, signs, known.verb_last),
                opens="\n" in text[max(begin - 2, 0) : begin] or begin <= start,
                said=of_rules[bisect_left(of_rules_at, first) : bisect_left(of_rules_at, last)],
            )
        )
    return result


def _words_of(begin: int, end: int, starts: list[int]) -> range:
    return range(bisect_left(starts, begin), bisect_left(starts, end))


def _is_initial(word: Word, text: str) -> bool:
    """Whether a word is the first letter of a name, which may look like a conjunction ("И. Алиев")."""
    return len(word.text) == 1 and word.capital and text[word.end : word.end + 1] == "."


def _is_scaled(text: str, word: Word, scales: frozenset[str]) -> bool:
    """Whether a number has its scale or unit written onto it, "47%", "239m", "9,000", or is too large for a year."""
    if word.text.isdecimal() and len(word.text) < _LONG_NUMBER and int(word.text) > _LAST_YEAR:
        return True
    after = text[word.end : word.end + 5]
    return word.key.lstrip("0123456789") in scales or after[:1] in _PER_CENT or bool(_THOUSANDS.match(after))


_THOUSANDS = re.compile(r"[,\u00a0\u202f]\d{3}(?!\d)")
_PER_CENT = frozenset("%٪")
_LAST_YEAR = 2100
_LONG_NUMBER = 9  # digits; longer ones are telephone and serial numbers
_QUOTES = " \n\u00a0\"'»”’)"
_ENDS = frozenset({"during", "attribution"})  # signs whose last word matters
