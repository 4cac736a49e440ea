"""The parts of a date phrase: its numbers, its year, and the year that a bare day or month is meant for."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import Any

from relations import edtf
from relations.dates import calendar_sums as sums
from relations.dates.lexicon import FromText
from relations.dates.phrases import Phrase
from relations.dates.setting import Setting
from relations.dates.tokens import Token

WRITTEN, PUBLICATION, TEXT = "written", "publication", "text"


class Parts:
    """The parts of one phrase, and the year that it names or leaves out."""

    def __init__(self, phrase: Phrase, tokens: list[Token], values: list[Any], where: Setting) -> None:
        self.phrase, self.tokens, self.values, self.where = phrase, tokens, values, where
        self.anchor = WRITTEN

    def _value(self, group: str) -> Any:
        index = self.phrase.at(group)
        return None if index is None else self.values[index]

    def _number(self, group: str) -> int:
        value = self._value(group)
        if isinstance(value, int) and group == "n":
            index = self.phrase.at(group)
            assert index is not None  # noqa: S101
            if (written := self.phrase.match["n"]) in ("CC", "C-C"):
                return value + int(self.values[index + len(written) - 1])
        return int(value) if value is not None and not isinstance(value, str) else 1

    def _days(self) -> list[int]:
        start, end = self.phrase.match.span("days")
        if self.phrase.rule == "worded-day":
            return [sum(self.values[start:end])]
        return [
            self.tokens[i].number or self.values[i] for i in range(start, end) if self.phrase.match.string[i] == "D"
        ]

    def _published(self) -> date | None:
        self.anchor = PUBLICATION
        return self.where.published

    def _year(self, *numbers: int) -> int | None:
        """The year that a phrase names, or ``None``; of several the first, or that of the places given."""
        for n in numbers or (1, 2, 3):
            if (written := self._value(f"Y{n}")) is not None:
                return int(written)
            for group in (f"R{n}", f"Q{n}", f"B{n}"):
                if (offset := self._value(group)) is not None:
                    return self._year_away(offset)
            if self._value(f"X{n}") is not None:
                self.anchor = TEXT
                return self.where.said.year
        return None

    def _year_away(self, offset: int) -> int | None:
        """The year so many from that of publication, or from the one that a story of the past has reached."""
        said, published = self.where.said, self.where.published
        if said.year and self._follows_text(offset):
            self.anchor = TEXT
            return said.year + offset
        published = self._published()
        return published.year + offset if published else None

    def _follows_text(self, offset: int, year: int | None = None) -> bool:
        said, published = self.where.said, self.where.published
        monthly, year = year is not None, year or said.year
        if not year or not offset or said.sentence < self.where.sentence - 1:
            return False
        if isinstance(offset, FromText):
            return True
        # "They met in 1998. Next year trade grew": a story of the past goes on from where it was.
        reached = year if monthly else year + offset
        ended = published is not None and (reached < published.year or (monthly and self._month_is_past(offset)))
        return offset > 0 and self.where.tense < 0 and ended

    def _has_year(self) -> bool:
        return any(self._value(f"{kind}{n}") is not None for kind in "YRQBX" for n in (1, 2, 3))

    def _guess_year(self, month: int, numbers: list[int] | None = None, last: int | None = None) -> int | None:
        """The year of a month or day named without one, by what was said before, tense and nearness."""
        said, published, now = self.where.said, self.where.published, self.where.sentence
        # A story keeps its year, but not one still to come: "due on 1 January, was signed on 30 November".
        ahead = published is not None and said.year is not None and said.year > published.year
        keeps = said.year is not None and not (ahead and self.where.tense < 0) and self.where.tense <= 0
        if keeps and said.year and said.sentence == now and (not published or said.year != published.year):
            self.anchor = TEXT
            # "finished on 4 December, after which, on 21 February, ..."
            return said.year + bool(said.month and month < said.month and self._comes_after())
        if keeps and said.year and said.sentence == now - 1 and self.where.goes_on and published:
            year = said.year + bool(said.month and month < said.month)
            if year < published.year:  # "was signed on 4 March 2019. It took effect in November"
                self.anchor = TEXT
                return year
        if keeps and numbers and said.month == month and said.sentence >= now - 2:
            self.anchor = TEXT
            return said.year
        if published is None:
            return None
        self.anchor = PUBLICATION
        costs = {}
        for year in (published.year - 1, published.year, published.year + 1):
            when = (
                sums.interval(sums.day(year, month, numbers[0]), sums.day(year, month, numbers[-1]))
                if numbers
                else sums.interval(sums.month(year - (month > (last or month)), month), sums.month(year, last or month))
            )
            if when:
                costs[year] = self._cost(when, published)
        return min(costs, key=lambda year: costs[year]) if costs else None

    def _month_is_past(self, offset: int) -> bool:
        said, published = self.where.said, self.where.published
        if published is None or not said.month_year or not said.month:
            return False
        return sums.month(said.month_year, said.month + offset) < sums.month(published.year, published.month)

    def _comes_after(self) -> bool:
        before = self.phrase.match.string[max(self.phrase.first - 2, 0) : self.phrase.first]
        return before.rstrip("i,").endswith("L")

    def _cost(self, when: str, published: date) -> float:
        """Days between a date and publication; against the tense of the sentence they weigh far more."""
        first, last = edtf.span(when)
        if first is None or last is None or first <= published <= last:
            return 0.0
        ahead = first > published
        days = (first - published).days if ahead else (published - last).days
        if self.where.tense == 0:
            long = edtf.days(when) > 62  # trade "in January to August" is reported, not announced
            return days * ((6.0 if long else 1.5) if ahead else 1.0)
        return days * (1.0 if ahead == (self.where.tense > 0) else 20.0 if self.where.sure else 3.0)

    def _glued(self) -> bool:
        run = self.tokens[self.phrase.first : self.phrase.last + 1]
        return all(one.end == other.start for one, other in pairwise(run[:5]))
