"""What a date phrase means: its parts put together against the day of publication and what was said before."""

from __future__ import annotations

from relations import edtf
from relations.dates import calendar_sums as sums
from relations.dates.parts import TEXT
from relations.dates.portions import Portions
from relations.dates.relative import Relative


class Resolver(Relative, Portions):
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
        month = next(value for group in ("m", "m2", "m3") if (value := self._value(group)) is not None)
        return sums.day(self._number("y"), month, self._number("d")) if self._glued() else None

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
        start, end = self._year(1, 2), self._year(3)
        if start and end and "&" in self.phrase.match[0] and "r" not in self.phrase.match[0]:
            return None  # two days of two years, no time between them
        if start is None and end is None:
            if self._has_year():
                return None
            start = self._guess_year(first, [self._number("d1")])
        if start is None and end is not None:
            start = end - (first > second)
        if start is None:
            return None
        end = end or start + (first > second)
        return sums.interval(sums.day(start, first, self._number("d1")), sums.day(end, second, self._number("d2")))

    def _months_across_years(self) -> str | None:
        start, end = self._year(1), self._year(2)
        if start is None or end is None:
            return None
        return sums.interval(sums.month(start, self._number("m1")), sums.month(end, self._number("m2")))

    def _days_of_month(self) -> str | None:
        days, month = self._days(), self._number("m")
        year = self._year() if self._has_year() else self._guess_year(month, days)
        if year is None:
            return None
        return sums.interval(sums.day(year, month, days[0]), sums.day(year, month, days[-1]))

    _month_days = _month_days_marked = _worded_day = _days_of_month

    def _relation(self) -> int:
        """How many units away: before the word for the unit, or after it."""
        written = self._value("r")
        return int(self._value("r2") if written is None else written)

    def _day_alone(self) -> str | None:
        """A day of the month that the story is in, else of that of publication, as the tense says."""
        said, published, days = self.where.said, self.where.published, self._days()
        self.anchor = TEXT
        if said.month_year and said.month and said.sentence >= self.where.sentence - 2:
            year, month = said.month_year, said.month
            value = sums.interval(sums.day(year, month, days[0]), sums.day(year, month, days[-1]))
            if published is None or value is None or self.where.tense <= 0 or value[:10] >= published.isoformat():
                return value
        published = self._published()
        if published is None:
            return None
        offset = 0
        if self.where.tense > 0 and days[-1] < published.day:
            offset = 1
        elif self.where.tense <= 0 and days[0] > published.day:
            offset = -1
        whole = sums.month(published.year, published.month + offset)
        year, number = int(whole[:4]), int(whole[5:7])
        return sums.interval(sums.day(year, number, days[0]), sums.day(year, number, days[-1]))

    def _days_of_relative_month(self) -> str | None:
        month = self._relative_month(self._relation(), self.phrase.match["r"] == "X")
        if month is None:
            return None
        year, number = int(month[:4]), int(month[5:7])
        days = self._days()
        return sums.interval(sums.day(year, number, days[0]), sums.day(year, number, days[-1]))

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
        month, second = self._number("m"), self._value("m2")
        joined = self.phrase.match["to"] if self.phrase.at("to") is not None else ""
        if joined == "&" and "r" not in self.phrase.match[0] and second is not None and (second - month) % 12 != 1:
            return None  # "in February and September" are two dates, "in July and August" is one time
        year = self._year() if self._has_year() else self._guess_year(month, last=second)
        if year is None:
            return None
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

    def _year_alone(self) -> str | None:
        year = self._year()
        if year is None:
            return None
        return f"{year:04}"

    def _year_word(self) -> str | None:
        return self._year_alone()
