"""Dates told by their distance from another: "last week", "two months ago", "the next day", "on Friday"."""

from __future__ import annotations

from datetime import date, timedelta

from relations import edtf
from relations.dates import calendar_sums as sums
from relations.dates.lexicon import FromText
from relations.dates.parts import PUBLICATION, TEXT, Parts
from relations.dates.setting import FEW_DAYS

_SAME_DAY = 4  # sentences that "the same day" looks back
_EITHER_WAY = 9  # in the language files: 9 is a day to either side, 18 two days


class Relative(Parts):
    """Rules of what is counted from the day of publication, or from a date mentioned before."""

    def _relative_month(self, offset: int, same: bool) -> str | None:
        if same:
            self.anchor = TEXT
            said = self.where.said
            return sums.month(said.month_year, said.month) if said.month_year and said.month else None
        published = self._published()
        return sums.month(published.year, published.month + offset) if published else None

    def _relative_unit(self) -> str | None:
        kind, offset = self.phrase.match["u"], self._value("r")
        if kind == "d":
            return self._day_from_said(offset)
        return self._unit(kind, offset)

    def _day_from_said(self, offset: int) -> str | None:
        self.anchor = TEXT
        said = self.where.said.near_day(self.where.sentence, 2)
        if not said or offset == 0:
            return None
        last = edtf.span(said).latest
        if last is None:
            return None
        return (
            date.fromisoformat(said[:10]) - timedelta(days=1) if offset < 0 else last + timedelta(days=1)
        ).isoformat()

    def _weekend(self) -> str | None:
        published, offset = self._published(), self._value("r")
        if published is None:
            return None
        if offset is None:  # "over the weekend": the one that the tense speaks of
            offset = 0 if self.where.tense > 0 else -1
        saturday = published - timedelta(days=published.weekday() - 5) + timedelta(weeks=offset)
        return f"{saturday.isoformat()}/{(saturday + timedelta(days=1)).isoformat()}"

    def _end_of_unit(self) -> str | None:
        return self._unit(self.phrase.match["u"], 0)

    def _unit(self, kind: str, offset: int) -> str | None:
        published = self._published()
        if published is None:
            return None
        if kind == "y":
            return f"{published.year + offset:04}"
        if kind == "m":
            said = self.where.said
            if said.month_year and said.month and self._follows_text(offset, said.month_year):
                self.anchor = TEXT
                return sums.month(said.month_year, said.month + offset)
            return sums.month(published.year, published.month + offset)
        if kind == "w":
            return sums.week(published, offset)
        if kind == "e":
            return f"{published.year // 10 + offset:03}X"
        if kind in "qh":
            return sums.part(published.year, published, kind, offset)
        if kind == "v" and offset <= 0:
            return (published + timedelta(days=max(offset, -1))).isoformat()
        return None

    def _same_unit(self) -> str | None:
        kind, said = self.phrase.match["u"], self.where.said
        self.anchor = TEXT
        if kind == "m":
            return sums.month(said.month_year, said.month) if said.month_year and said.month else None
        if kind == "p":
            return said.edtf
        if kind == "v" and (day := said.near_day(self.where.sentence, _SAME_DAY)):
            last = edtf.span(day).latest
            return last.isoformat() if last else None
        return said.near_day(self.where.sentence, _SAME_DAY) if kind == "d" else None

    def _same_day_of_year(self) -> str | None:
        """The day that was just named, in another year: "on that very day in 1992"."""
        year, day = self._year(), self.where.said.near_day(self.where.sentence, 1)
        if year is None or day is None or len(day) != 10:
            return None
        return sums.day(year, int(day[5:7]), int(day[8:10]))

    def _ago(self) -> str | None:
        published, count, kind = self._published(), self._number("n"), self.phrase.match["u"]
        if published is None:
            return None
        if self.phrase.at("today") is not None:
            return sums.day(published.year - count, published.month, published.day) if kind in "yj" else None
        return self._away(published, -count, kind)

    def _hence(self) -> str | None:
        published = self._published()
        return self._away(published, self._number("n"), self.phrase.match["u"]) if published else None

    def _away(self, start: date, count: int, kind: str) -> str | None:
        if kind in "yje":
            return f"{start.year + count * (10 if kind == 'e' else 1):04}~"
        if kind in "mH":
            return sums.month(start.year, start.month + count * (self._number("u") if kind == "H" else 1)) + "~"
        if kind == "d":
            return (start + timedelta(days=count)).isoformat()
        if kind == "w":
            return (start + timedelta(weeks=count)).isoformat() + "~"
        return None

    def _later(self) -> str | None:
        said, published = self.where.said.edtf, self.where.published
        way = 1 if self.phrase.match["way"] == "L" else -1
        count, kind = self._number("n"), self.phrase.match["u"]
        start = edtf.span(said).earliest if said else None
        goes_on = start is not None and self.where.said.sentence == self.where.sentence
        if way > 0 and self.where.tense > 0 and published and not goes_on:
            self.anchor = PUBLICATION
            return self._away(published, count, kind)
        self.anchor = TEXT
        if start is None or said is None:
            return None
        if kind in "yj" and edtf.precision(said) == "interval" and count == 1 and len(said) == 9:
            return f"{int(said[:4]) + way:04}/{int(said[5:]) + way:04}"  # a fiscal year from a fiscal year
        if kind in "yj" and count == 1 and edtf.days(said) > FEW_DAYS:
            return f"{start.year + way:04}"  # "2 billion in 2024, a fifth more than a year earlier"
        if kind == "d" and edtf.precision(said) != "day":
            said = self.where.said.near_day(self.where.sentence, 2)
            start = edtf.span(said).earliest if said else None
            if start is None or said is None or edtf.precision(said) != "day":
                return None
        return self._away(start, way * count, kind)

    def _weekday_of_week(self) -> str | None:
        published = self._published()
        if published is None:
            return None
        gap = self._number("w") - published.weekday() + 7 * int(self._value("r"))
        return (published + timedelta(days=gap)).isoformat()

    def _weekdays(self) -> str | None:
        first = self._weekday()
        if first is None:
            return None
        gap = (self._number("w2") - self._number("w")) % 7
        return sums.interval(first, (date.fromisoformat(first) + timedelta(days=gap)).isoformat())

    def _weekday(self) -> str | None:
        published, number, offset = self._published(), self._number("w"), self._value("r")
        if published is None:
            return None
        gap = (number - published.weekday()) % 7
        if offset == 0:
            return (published + timedelta(days=number - published.weekday())).isoformat()
        if (offset is not None and offset > 0) or (offset is None and self.where.tense > 0):
            return (published + timedelta(days=gap or (7 if offset else 0))).isoformat()
        return (published - timedelta(days=(-gap) % 7 or (7 if offset is not None and offset < 0 else 0))).isoformat()

    def _day(self) -> str | None:
        published, offset = self._published(), self._value("a")
        said = self.where.said
        if isinstance(offset, FromText):
            day = said.near_day(self.where.sentence, 1)
            start = edtf.span(day).earliest if day else None
            ahead = offset > 0 and start is not None and published is not None and start < published
            if start and (not published or ahead or abs(start - published).days > 7):
                self.anchor = TEXT
                return (start + timedelta(days=offset)).isoformat()
            if offset > 0:
                return None
        if offset and offset % _EITHER_WAY == 0:  # one word for yesterday and tomorrow: the tense tells
            offset = offset // _EITHER_WAY * (1 if self.where.tense > 0 else -1)
        return (published + timedelta(days=offset)).isoformat() if published else None

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
