"""An EDTF date as a reader's language writes it, exactly as far as it is known.

Names of months and quarters, and their order, come from CLDR through Babel; ``words.toml`` adds what CLDR lacks:
seasons, half-years, decades, "about".
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from relations import edtf
from relations.charts.words import say, speaks

_SEASONS = {21: "spring", 22: "summer", 23: "autumn", 24: "winter", 40: "first-half", 41: "second-half"}
_SKELETONS = {"day": "yMMMd", "month": "yMMM", "quarter": "yQQQQ", "year": "y"}
# English as most of the world writes it: 24 Feb 1992.
_LOCALES = {"en": "en_GB"}


def locale(language: str) -> str:
    """Return the CLDR locale that dates are written in.

    Examples
    --------
    >>> locale("en"), locale("kk")
    ('en_GB', 'kk')
    """
    spoken = speaks(language)
    return _LOCALES.get(spoken, spoken)


def _skeleton(form: str, day: date, language: str) -> str:
    from babel.dates import format_skeleton

    return format_skeleton(form, day, locale=locale(language))


def _one(text: str, language: str) -> str:
    precision, first = edtf.precision(text), edtf.span(text).earliest
    if first is None:
        raise AssertionError("only an interval is open")
    if precision in ("season", "half-year"):
        year, part = int(text[:4]), int(text[5:7])
        return say(_SEASONS[part], language, year=year, next=f"{(year + 1) % 100:02}")
    if precision == "decade":
        return say("decade", language, year=first.year)
    return _skeleton(_SKELETONS[precision], first, language)


def _marked(text: str, language: str) -> str:
    plain = _one(text.rstrip("?~%"), language)
    if text[-1] in "~%":
        plain = say("about", language, date=plain)
    return say("uncertain", language, date=plain) if text[-1] in "?%" else plain


def _interval(start: str, end: str, language: str) -> str | None:
    """Return both ends in one phrase where CLDR has one for their precision ("27–28 Feb 2020")."""
    from babel.dates import format_interval

    precision = edtf.precision(start)
    if precision not in ("day", "month", "year") or precision != edtf.precision(end) or (start + end)[-1] in "?~%":
        return None
    first, last = edtf.span(start).earliest, edtf.span(end).earliest
    if start[-1] in "?~%" or first is None or last is None or first == last:
        return None
    return format_interval(first, last, _SKELETONS[precision], locale=locale(language))


@lru_cache(maxsize=65536)
def date_text(text: str, language: str = "en") -> str:
    """Return an EDTF date in words, exactly as far as it is known.

    Parameters
    ----------
    text : str
        An EDTF date or interval, as `relations.edtf` knows it.
    language : str
        BCP 47 tag of the reader's language; English where charts do not know it.

    Returns
    -------
    str
        Short names of months. Nothing is added: a year stays a year. An interval that is open at one end has an
        ellipsis there.

    Raises
    ------
    DateError
        If the text is no EDTF known here.

    Notes
    -----
    Patterns: Unicode CLDR, availableFormats and intervalFormats of the Gregorian calendar.

    Examples
    --------
    >>> date_text("1992-02"), date_text("1994~"), date_text("2025-33"), date_text("199X")
    ('Feb 1992', 'about 1994', '1st quarter 2025', '1990s')
    >>> date_text("1994~", "kk"), date_text("2023-23", "ru")
    ('шамамен 1994', 'осень 2023\\u202fг.')
    >>> date_text("2020-02-27/2020-02-28"), date_text("2020/..")
    ('27–28 Feb 2020', '2020 – …')
    """
    edtf.span(text)
    language = speaks(language)
    start, slash, end = text.partition("/")
    if not slash:
        return _marked(text, language)
    if ".." not in (start, end) and (short := _interval(start, end, language)):
        return short
    return " – ".join("…" if part == ".." else _marked(part, language) for part in (start, end))
