"""Parts of years, and runs of them: seasons, quarters, halves, so many months, fiscal years, decades."""

from __future__ import annotations

from relations import edtf
from relations.dates.parts import TEXT, Parts

_ACADEMIC_FIRST = 9  # month of the northern academic year


class Portions(Parts):
    """Rules of what is shorter or longer than a year, but named by years."""

    def _season(self) -> str | None:
        code, offset = self._number("s"), self._value("r")
        year = self._year()
        if year is None and self._has_year():
            return None
        if year is None:
            published = self._published()
            if published is None:
                return None
            year = published.year
            first, last = edtf.span(f"{year}-{code}")
            assert first is not None and last is not None  # noqa: S101
            if (offset is not None and offset < 0) or (offset is None and self.where.tense <= 0 and first > published):
                year -= last >= published
            elif (offset is not None and offset > 0) or (offset is None and self.where.tense > 0 and last < published):
                year += first <= published
        return f"{year:04}-{code}"

    def _part_of_year(self) -> str | None:
        order, kind = self._number("o"), self.phrase.match["q"]
        size, first = (4, 33) if kind == "q" else (2, 40)
        year = self._year()
        if year is None and not self._has_year():
            bare = self.phrase.match["b1"] or self.phrase.match["b2"]
            if self._value("q") == "half_of" and not bare and self._value("r") is None:
                return None  # the second half of a match
            if not 1 <= order <= size:
                return None
            year = self._running_year(self._value("r") or 0, f"-{first + order - 1}")
        return f"{year:04}-{first + order - 1}" if year and 1 <= order <= size else None

    def _running_year(self, offset: int = 0, part: str = "") -> int | None:
        """The year that a part named without one belongs to: that of the story, else that of publication."""
        said, published = self.where.said, self.where.published
        if said.year and not offset and said.sentence >= self.where.sentence - 1 and said.edtf:
            whole = edtf.precision(said.edtf) == "year" and not said.edtf.endswith("~")
            near = whole or said.sentence == self.where.sentence
            if published is None or (near and said.year != published.year):
                self.anchor = TEXT
                return said.year
        published = self._published()
        if published is None:
            return None
        if part and not offset and self.where.sure:
            first, last = edtf.span(f"{published.year}{part}")
            if self.where.tense > 0 and last and last < published:
                offset = 1
            elif self.where.tense < 0 and first and first > published:
                offset = -1
        return published.year + offset

    def _last_part(self) -> str | None:
        size, first = (4, 33) if self.phrase.match["q"] == "q" else (2, 40)
        written = self._value("o")
        if written not in ("late", "early", "last_of", -1):
            return None
        year = self._year()
        if year is None and self.phrase.at("b2") is not None:
            year = self._running_year()
        return f"{year:04}-{first + (0 if written == 'early' else size - 1)}" if year else None

    def _part_code(self) -> str | None:
        """Quarters and half-years as companies write them: "Q1 2025", "1H25"."""
        order, index = self._number("o"), self.phrase.at("q")
        size, first = (4, 33) if self._value("q") == "quarter_code" else (2, 40)
        assert index is not None  # noqa: S101
        other = self.phrase.at("o")
        if other is None or not 1 <= order <= size or not self._touch(min(index, other)):
            return None
        year = self._value("Y1")
        at = self.phrase.at("Y1")
        if year is not None and at is not None and self.tokens[at].digits == 2:
            year = 2000 + year if self._touch(at - 1) else None
        if year is None:
            year = self._running_year()
        return f"{year:04}-{first + order - 1}" if year else None

    def _touch(self, index: int) -> bool:
        return self.tokens[index].end == self.tokens[index + 1].start

    def _months_of_year(self) -> str | None:
        count = self._number("n")
        first, last = self.phrase.first, self.phrase.last
        if any(self.phrase.match.string[i] == "O" and self.values[i] != 1 for i in range(first, last + 1)):
            return None  # only the first months of a year are counted
        if (offset := self._value("r")) is not None:
            published = self._published()
            year = published.year if published and offset == 0 else None
        else:
            year = self._year() if self._has_year() else self._running_year()
            ahead = self.phrase.match.string[self.phrase.last + 1 : self.phrase.last + 13]
            if "z" in ahead and not self._has_year():  # "the first four months (July to October) of the fiscal year"
                return self._months_of_fiscal()
        return f"{year:04}-01/{year:04}-{count:02}" if year and 2 <= count <= 11 else None

    def _months_so_far(self) -> str | None:
        """The months of the year that have just ended, as figures are published a month or two after."""
        published, count = self._published(), self._number("n")
        if published is None or not 3 <= count <= 11 or (published.month - count) % 12 not in (1, 2):
            return None
        year = published.year - (published.month <= count)
        return f"{year:04}-01/{year:04}-{count:02}"

    def _fiscal(self) -> str | None:
        a, b = self._number("a"), self._number("b")
        if b not in (a + 1, (a + 1) % 100):
            return None
        return f"{a:04}/{a + 1:04}"

    def _fiscal_end(self) -> str | None:
        """A fiscal year named by one number: "FY24"."""
        index, end = self.phrase.at("b"), self._number("b")
        assert index is not None  # noqa: S101
        if self.tokens[index].digits == 2 and self._touch(index - 1):
            end += 2000
        fiscal = self.where.fiscal
        return fiscal.year(fiscal.start_of(end)) if 1900 <= end <= 2100 else None

    def _fiscal_start(self) -> int | None:
        """The calendar year in which a fiscal year begins."""
        for group in ("fy", "fy2"):
            if self.phrase.at(group) is not None:
                return self._number(group)
        for group in ("b", "b2"):
            if self.phrase.at(group) is not None:
                end = self._number(group)
                return self.where.fiscal.start_of(end if end >= 1900 else 2000 + end)
        published = self._published()
        if published is None:
            return None
        return published.year - (published.month < self.where.fiscal.first_month) + int(self._value("r") or 0)

    def _part_of_fiscal(self) -> str | None:
        """A quarter or half of a fiscal year, as that of the calendar where it is one."""
        start, order, kind = self._fiscal_start(), self._number("o"), self.phrase.match["q"]
        if start is None or not 1 <= order <= (4 if kind == "q" else 2):
            return None
        return self.where.fiscal.part(start, kind, order)

    def _months_of_fiscal(self) -> str | None:
        start, count = self._fiscal_start(), self._number("n")
        return self.where.fiscal.months(start, 1, count) if start is not None and 2 <= count <= 11 else None

    def _relative_fiscal(self) -> str | None:
        if self.phrase.match["r"] == "X":
            self.anchor = TEXT
            said = self.where.said.edtf
            return said if said and edtf.precision(said) == "interval" and len(said) == 9 else None
        published = self._published()
        if published is None:
            return None
        if self.phrase.match["kind"] == "a":
            start = published.year - (published.month < _ACADEMIC_FIRST) + self._value("r")
            return f"{start:04}/{start + 1:04}"
        start = self._fiscal_start()
        return self.where.fiscal.year(start) if start is not None else None

    def _years(self) -> str | None:
        a, b = self._number("a"), self._number("b")
        if b < 100:
            b += a - a % 100 if self._glued() else -100
        return f"{a:04}/{b:04}" if 1900 <= a < b <= a + 60 else None

    def _decade(self) -> str | None:
        start = self._number("e")
        if start % 10:
            return None
        if start < 100:
            start += 1900 if start >= 20 else 2000
        return f"{start // 10:03}X"
