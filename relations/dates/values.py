"""What a date phrase means: its parts put together against the day of publication and what was said before."""

from __future__ import annotations

from datetime import date, timedelta

from relations import edtf
from relations.dates import calendar_sums as sums
from relations.dates.parts import TEXT, Parts

_FISCAL_FIRST, _ACADEMIC_FIRST = 7, 9  # first month: South Asia's fiscal years, the northern academic year


class Resolver(Parts):
    """Puts the parts of one phrase together; one method a rule of `relations.dates.phrases`."""

    def resolve(self) -> str | None:
        """Return the EDTF value, or ``None`` where the phrase is no date or cannot be resolved."""
        method = getattr(self, "_" + self.phrase.rule.replace("-", "_"))
        try:
            value: str | None = method()
        except OverflowError:
            return None  # "9999999 days ago" is on no calendar
        return value if value and edtf.is_edtf(value) else None

    def _iso(self) -> str | None:
        return sums.day(self._number("y"), self._number("m"), self._number("d")) if self._glued() else None

    def _numeric(self) -> str | None:
        index = self.phrase.at("y")
        if not self._glued() or index is None or self.tokens[index].digits not in (2, 4):
            return None
        year = self._number("y")
        if self.tokens[index].digits == 2:
            year += 2000 if year <= 50 else 1900
        return sums.day(year, self._number("m"), self._number("d"))

    def _across_months(self) -> str | None:
        first, second = self._number("m1"), self._number("m2")
        year = self._year() if self._has_year() else self._guess_year(first, [self._number("d1")])
        if year is None:
            return None
        return sums.interval(
            sums.day(year - (first > second), first, self._number("d1")), sums.day(year, second, self._number("d2"))
        )

    def _days_of_month(self) -> str | None:
        days, month = self._days(), self._number("m")
        year = self._year() if self._has_year() else self._guess_year(month, days)
        if year is None:
            return None
        return sums.interval(sums.day(year, month, days[0]), sums.day(year, month, days[-1]))

    _month_days = _days_of_month

    def _days_of_relative_month(self) -> str | None:
        month = self._relative_month(self._value("r"), self.phrase.match["r"] == "X")
        if month is None:
            return None
        year, number = int(month[:4]), int(month[5:7])
        days = self._days()
        return sums.interval(sums.day(year, number, days[0]), sums.day(year, number, days[-1]))

    def _relative_month(self, offset: int, same: bool) -> str | None:
        if same:
            self.anchor = TEXT
            said = self.where.said
            return sums.month(said.year, said.month) if said.year and said.month else None
        published = self._published()
        return sums.month(published.year, published.month + offset) if published else None

    def _ten_days(self) -> str | None:
        month, third = self._number("m"), self._number("o")
        year = self._year() if self._has_year() else self._guess_year(month)
        if year is None or not 1 <= third <= 3:
            return None
        last = edtf.span(sums.month(year, month)).latest
        assert last is not None  # noqa: S101
        return sums.interval(
            sums.day(year, month, 10 * third - 9), sums.day(year, month, 10 * third if third < 3 else last.day)
        )

    def _month(self) -> str | None:
        month = self._number("m")
        year = self._year() if self._has_year() else self._guess_year(month)
        if year is None:
            return None
        second = self._value("m2")
        if second is None:
            return sums.month(year, month)
        return sums.interval(sums.month(year - (month > second), month), sums.month(year, second))

    def _relative_month_name(self) -> str | None:
        published, month, offset = self._published(), self._number("m"), self._value("r")
        if published is None:
            return None
        if offset == 0:
            return sums.month(published.year, month)
        if offset < 0:
            return sums.month(published.year - (month >= published.month), month)
        return sums.month(published.year + (month <= published.month), month)

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
            published = self._published()
            year = published.year + (self._value("r") or 0) if published else None
        return f"{year:04}-{first + order - 1}" if year and 1 <= order <= size else None

    def _months_of_year(self) -> str | None:
        count = self._number("n")
        if (offset := self._value("r")) is not None:
            published = self._published()
            year = published.year if published and offset == 0 else None
        else:
            year = self._year()
        return f"{year:04}-01/{year:04}-{count:02}" if year and 2 <= count <= 11 else None

    def _fiscal(self) -> str | None:
        a, b = self._number("a"), self._number("b")
        if b not in (a + 1, (a + 1) % 100):
            return None
        return f"{a:04}/{a + 1:04}"

    def _relative_fiscal(self) -> str | None:
        published = self._published()
        if published is None:
            return None
        first = _FISCAL_FIRST if self.phrase.match["kind"] == "z" else _ACADEMIC_FIRST
        start = published.year - (published.month < first) + self._value("r")
        return f"{start:04}/{start + 1:04}"

    def _years(self) -> str | None:
        a, b = self._number("a"), self._number("b")
        return f"{a:04}/{b:04}" if 1900 <= a < b <= a + 60 else None

    def _decade(self) -> str | None:
        start = self._number("e")
        if start % 10:
            return None
        if start < 100:
            start += 1900 if start >= 20 else 2000
        return f"{start // 10:03}X"

    def _year_alone(self) -> str | None:
        year = self._year()
        if year is None:
            return None
        return f"{year:04}"

    def _period_of_year(self) -> str | None:
        """The same period of another year: the months that were just named, moved to it."""
        said, year = self.where.said.edtf, self._year()
        if not said:
            return None
        if year is None:
            self.anchor = TEXT
            return said if not self._has_year() else None
        parts = said.split("/")
        if len({one[:4] for one in parts}) != 1 or len(parts[0]) < 7:
            return None
        return "/".join(f"{year:04}{one[4:]}" for one in parts)

    def _year_word(self) -> str | None:
        return self._year_alone()

    def _end_of_unit(self) -> str | None:
        return self._unit(self.phrase.match["u"], 0)

    def _relative_unit(self) -> str | None:
        kind, offset = self.phrase.match["u"], self._value("r")
        if kind == "d":
            return self._day_from_said(offset)
        return self._unit(kind, offset)

    def _day_from_said(self, offset: int) -> str | None:
        self.anchor = TEXT
        said = self.where.said.edtf
        if not said or offset == 0 or edtf.precision(said) != "day":
            return None
        return (date.fromisoformat(said[:10]) + timedelta(days=offset)).isoformat()

    def _unit(self, kind: str, offset: int) -> str | None:
        published = self._published()
        if published is None:
            return None
        if kind == "y":
            return f"{published.year + offset:04}"
        if kind == "m":
            return sums.month(published.year, published.month + offset)
        if kind == "w":
            return sums.week(published, offset)
        if kind in "qh":
            return sums.part(published.year, published, kind, offset)
        if kind == "v" and offset < 0:
            return (published - timedelta(days=1)).isoformat()
        return None

    def _same_unit(self) -> str | None:
        kind, said = self.phrase.match["u"], self.where.said
        self.anchor = TEXT
        if kind == "m":
            return sums.month(said.year, said.month) if said.year and said.month else None
        if kind == "p":
            return said.edtf
        if kind == "d" and said.edtf and edtf.days(said.edtf) <= 10:
            return said.edtf
        return None

    def _ago(self) -> str | None:
        published, count, kind = self._published(), self._number("n"), self.phrase.match["u"]
        if published is None:
            return None
        if self.phrase.match.groupdict().get("today"):
            return sums.day(published.year - count, published.month, published.day) if kind in "yj" else None
        return self._away(published, -count, kind)

    def _away(self, start: date, count: int, kind: str) -> str | None:
        if kind in "yje":
            return f"{start.year + count * (10 if kind == 'e' else 1):04}~"
        if kind == "m":
            return sums.month(start.year, start.month + count) + "~"
        if kind == "d":
            return (start + timedelta(days=count)).isoformat()
        if kind == "w":
            return (start + timedelta(weeks=count)).isoformat() + "~"
        return None

    def _later(self) -> str | None:
        said = self.where.said.edtf
        self.anchor = TEXT
        start = edtf.span(said).earliest if said else None
        if start is None or said is None:
            return None
        way = 1 if self.phrase.match["way"] == "L" else -1
        count, kind = self._number("n"), self.phrase.match["u"]
        if kind in "yj" and edtf.precision(said) == "interval" and count == 1 and len(said) == 9:
            return f"{int(said[:4]) + way:04}/{int(said[5:]) + way:04}"  # a fiscal year from a fiscal year
        if kind in "d" and edtf.precision(said) != "day":
            return None
        return self._away(start, way * count, kind)

    def _weekday(self) -> str | None:
        published, number, offset = self._published(), self._number("w"), self._value("r")
        if published is None:
            return None
        gap = (number - published.weekday()) % 7
        if (offset is not None and offset > 0) or (offset is None and self.where.tense > 0):
            return (published + timedelta(days=gap or (7 if offset else 0))).isoformat()
        return (published - timedelta(days=(-gap) % 7 or (7 if offset is not None and offset < 0 else 0))).isoformat()

    def _day(self) -> str | None:
        published, offset = self._published(), int(self._value("a"))
        if abs(offset) == 9:  # one word for yesterday and tomorrow: the tense tells
            offset = 1 if self.where.tense > 0 else -1
        return (published + timedelta(days=offset)).isoformat() if published else None
