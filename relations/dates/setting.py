"""Where a date phrase stands: the day of publication, what was said before, the tense of its sentence."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from relations import edtf
from relations.dates.fiscal import CALENDAR_YEAR, FiscalYear

FEW_DAYS = 10  # "the next day" after a visit, not after a month


@dataclass(slots=True)
class Said:
    """What was mentioned last, for "that year" and "two months later"."""

    year: int | None = None
    month: int | None = None
    month_year: int | None = None  # of that month, also where it sets no year
    edtf: str | None = None
    sentence: int = -1
    day: str | None = None  # the last day, or few days, whatever was mentioned after it
    day_sentence: int = -1

    def near_day(self, sentence: int, reach: int) -> str | None:
        """Return the day that "the same day" means: mentioned last, or not long before something longer."""
        return self.day if self.day_sentence >= sentence - reach else None

    def remember(self, value: str, sentence: int, sets_year: bool = True) -> None:
        """Note a date that was mentioned; "last July" does not set the year of what follows."""
        first = edtf.span(value).earliest
        if first is None:
            return
        self.year, self.edtf, self.sentence = first.year if sets_year else None, value, sentence
        if edtf.days(value) <= FEW_DAYS:
            self.day, self.day_sentence = value, sentence
        self.month = first.month if edtf.days(value) <= 31 or edtf.precision(value) == "month" else None
        self.month_year = first.year if self.month else None


@dataclass(slots=True)
class Setting:
    """Where a phrase stands: day of publication, what was said before, tense of its sentence."""

    published: date | None
    said: Said
    tense: int  # -1 past, 0 unknown, 1 future
    sure: bool  # nothing in the sentence speaks against the tense
    sentence: int
    fiscal: FiscalYear = CALENDAR_YEAR
    goes_on: bool = False  # the sentence begins with "it", "he": it speaks of what the one before named
