"""The day and hour that a header line, or a piece of metadata, prints."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime
from email.utils import parsedate_to_datetime
from typing import NamedTuple

from relations import edtf, languages
from relations.dates.lexicon import lexicon
from relations.dates.neighbours import classify
from relations.dates.phrases import next_start, phrases
from relations.dates.setting import Said, Setting
from relations.dates.values import Resolver

_MAIL = re.compile(r"(?:[A-Z][a-z]{2}, )?\d{1,2} [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d")
_RULES = {"iso", "numeric", "days-of-month", "month-days"}
_TIME = re.compile(
    r"(?<![\d:.])([01]?\d|2[0-3]):([0-5]\d)(?::[0-5]\d)?(?![\d:])\s*(?P<half>[ap]\.?m\b)?", re.IGNORECASE
)
_ISO = re.compile(r"\s*(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d)(?::\d\d(?:[.,]\d+)?)?\s*(?:Z|[+-]\d\d:?\d\d)?)?\s*")
_DIGIT = re.compile(r"\d")
_LETTERS = {  # by script, ISO 15924
    "Latn": re.compile("[A-Za-z\u00c0-\u024f]"),
    "Cyrl": re.compile("[\u0400-\u052f]"),
    "Arab": re.compile("[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc]"),
}
_LONGEST = 200


class Stamp(NamedTuple):
    """A day, perhaps an hour, and where they stand in the line."""

    edtf: str
    time: str | None  # HH:MM, as printed: hours are not moved between zones
    start: int
    end: int


def read_stamp(line: str, only: Iterable[str] | None = None) -> Stamp | None:
    """Read the first whole day that a line prints, with its hour.

    Parameters
    ----------
    line : str
        A header line such as "12.12.2024 в 21:59", or metadata in ISO 8601 or RFC 2822.
    only : iterable of str, optional
        Languages to read it in, BCP 47; all that the coder reads where left out.

    Returns
    -------
    Stamp or None
        ``None`` where no day, month and year are printed; nothing is ever filled in.

    Examples
    --------
    >>> read_stamp("12 Қараша 2022, 11:20")
    Stamp(edtf='2022-11-12', time='11:20', start=0, end=21)
    >>> read_stamp("February 2022") is None
    True
    """
    line = line[:_LONGEST]
    if not _DIGIT.search(line):
        return None  # most lines of an article; a year is always in digits
    if (match := _ISO.fullmatch(line)) and edtf.is_edtf(match[1]):
        return Stamp(match[1], match[2], 0, len(line))
    if (mail := _mail(line)) is not None:
        return Stamp(mail.date().isoformat(), f"{mail:%H:%M}", 0, len(line))
    found = [stamp for language in only or _written_in(line) if (stamp := _read(line, language))]
    return min(found, key=lambda stamp: (stamp.start, -stamp.end)) if found else None


def _written_in(line: str) -> list[str]:
    """The languages whose letters a line holds; figures alone say the same in each, so that one is enough."""
    known = languages.codes()
    scripts = {script for script, letter in _LETTERS.items() if letter.search(line)}
    return [one for one in known if languages.load(one, "language")["script"] in scripts] or list(known[:1])


def _mail(line: str) -> datetime | None:
    if not _MAIL.match(line):
        return None
    try:
        return parsedate_to_datetime(line)
    except (ValueError, TypeError, IndexError):
        return None


def _read(line: str, language: str) -> Stamp | None:
    words = lexicon(language)
    found, classes, values = classify(line, 0, words)
    position = next_start(classes, 0)
    while position >= 0:
        for phrase in phrases(classes, position):
            if phrase.rule not in _RULES or (
                phrase.rule in ("days-of-month", "month-days") and "Y" not in phrase.match[0]
            ):
                continue
            value = Resolver(phrase, found, values, Setting(None, Said(), 0, False, 0)).resolve()
            if value and edtf.precision(value) == "day":
                start, end = found[phrase.first].start, found[phrase.last].end
                return _with_time(line, value, start, end)
        position = next_start(classes, position + 1)
    return None


def _with_time(line: str, value: str, start: int, end: int) -> Stamp:
    time = _TIME.search(line)
    if time is None:
        return Stamp(value, None, start, end)
    hour = int(time[1])
    if time["half"]:
        hour = hour % 12 + (12 if time["half"][0] in "pP" else 0)
    return Stamp(value, f"{hour:02}:{time[2]}", min(start, time.start()), max(end, time.end()))
