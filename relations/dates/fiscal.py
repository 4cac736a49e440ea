"""When a country's fiscal year begins: in the country that a text names nearest."""

from __future__ import annotations

import tomllib
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from relations.dates import calendar_sums as sums

_MOST = 100  # countries to either side among which the nearest is looked for
_FILE = Path(__file__).with_name("fiscal_years.toml")


@dataclass(frozen=True, slots=True)
class FiscalYear:
    """The month in which fiscal years begin, and whether one number names the year of their beginning."""

    first_month: int
    by_its_beginning: bool = False

    def start_of(self, number: int) -> int:
        """Return the calendar year in which the fiscal year begins that is named by one number.

        Examples
        --------
        >>> FiscalYear(7).start_of(2025), FiscalYear(4, by_its_beginning=True).start_of(2025)
        (2024, 2025)
        """
        return number if self.by_its_beginning or self.first_month == 1 else number - 1

    def year(self, start: int) -> str:
        """Return the fiscal year that begins in a calendar year.

        Examples
        --------
        >>> FiscalYear(7).year(2024), FiscalYear(1).year(2024)
        ('2024/2025', '2024')
        """
        return f"{start:04}" if self.first_month == 1 else f"{start:04}/{start + 1:04}"

    def months(self, start: int, first: int, last: int) -> str | None:
        """Return months of the fiscal year that begins in a calendar year, counted from 1.

        Examples
        --------
        >>> FiscalYear(4).months(2024, 1, 10)
        '2024-04/2025-01'
        """
        shift = self.first_month - 1
        return sums.interval(sums.month(start, first + shift), sums.month(start, last + shift))

    def part(self, start: int, kind: str, order: int) -> str | None:
        """Return a quarter (``q``) or half (``h``): that of the calendar which it is, else its months.

        Examples
        --------
        >>> FiscalYear(7).part(2024, "h", 1), FiscalYear(4).part(2024, "h", 1), FiscalYear(4).part(2024, "q", 4)
        ('2024-41', '2024-04/2024-09', '2025-33')
        """
        size, code = (3, 33) if kind == "q" else (6, 40)
        later, rest = divmod(self.first_month - 1, size)
        if rest:
            return self.months(start, (order - 1) * size + 1, order * size)
        years, index = divmod(later + order - 1, 12 // size)
        return f"{start + years:04}-{code + index}"


CALENDAR_YEAR = FiscalYear(1)


@cache
def _table() -> tuple[dict[str, FiscalYear], FiscalYear]:
    body = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    named = body["named"]["by_its_beginning"].split()
    years = {
        code: FiscalYear(int(month), code in named)
        for month, codes in body["first_month"].items()
        for code in codes.split()
    }
    return years, FiscalYear(body["unknown"]["first_month"])


def fiscal_year(countries: Sequence[tuple[int, str]], at: int, by_both_years: bool = False) -> FiscalYear:
    """Return the fiscal year that is meant at a place in a text.

    Parameters
    ----------
    countries : sequence of (int, str)
        Where the text names which country, by its ISO 3166-1 alpha-3 code.
    at : int
        The place.
    by_both_years : bool
        Whether the year is named by two numbers, as those are that are not of the calendar.

    Returns
    -------
    FiscalYear
        That of the nearest country whose fiscal year is not the calendar's; the calendar year where all are.

    Examples
    --------
    >>> fiscal_year([(0, "IND"), (90, "PAK"), (99, "KAZ")], 100).first_month
    7
    >>> fiscal_year([(0, "KAZ")], 100).first_month
    1
    """
    years, unknown = _table()
    here = bisect_left(countries, (at, ""))
    near = countries[max(here - _MOST, 0) : here + _MOST]
    known = [(abs(place - at), code) for place, code in near if code in years]
    if known:
        return years[min(known)[1]]
    return CALENDAR_YEAR if countries and not by_both_years else unknown
