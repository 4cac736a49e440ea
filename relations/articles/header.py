"""What the top of a pasted article tells: day and hour, title, where the body begins."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from relations import languages
from relations.articles.language import detect_language
from relations.dates import Stamp, read_stamp
from relations.dates.dateline import is_dateline
from relations.dates.lexicon import lexicon
from relations.dates.neighbours import classify
from relations.dates.tokens import fold
from relations.sources import read_day
from relations.sources.labelled import labelled

_LONGEST_STAMP, _LONGEST_TITLE, _LINES, _TOP = 80, 200, 6, 120
_SPLITS = ("|", "•", "·")
_ENDS = (".", "!", "?", "…", "۔", "؟", ":", ";", ",")
_WORD = re.compile(r"[^\W\d_]+")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


@dataclass(frozen=True, slots=True)
class Header:
    """What is known of an article from its own text."""

    language: str  # BCP 47
    published: str | None  # EDTF
    time: str | None  # HH:MM
    how: str | None  # first line, dateline, weekday of the dateline, last line
    title: str | None
    body_start: int  # where the body begins in the text


@lru_cache(maxsize=1)
def header(text: str) -> Header:
    """Read the top of an article as it was pasted from a site.

    Parameters
    ----------
    text : str

    Returns
    -------
    Header
        A day is only given where the text prints one, or where a dateline's weekday settles its year.

    Examples
    --------
    >>> head = header("12.12.2024 в 21:59\\n\\nТитул\\n\\nСтороны провели переговоры в Астане.")
    >>> head.published, head.time, head.title
    ('2024-12-12', '21:59', 'Титул')
    """
    language = detect_language(text)
    told, body = labelled(text)
    lines = [
        (match.start() + body, match[0].strip()) for match in re.finditer(r"[^\n]+", text[body:]) if match[0].strip()
    ]
    title, how = told.get("title"), None
    published, time = read_day(told.get("published", "")) or (None, None)
    if published:
        how = "first line"
    for index, (start, line) in enumerate(lines[:_LINES]):
        rest = lines[index + 1 :]
        stamp = _stamp(line, text)
        if stamp and published is None:
            published, time, how = stamp.edtf, stamp.time, "first line"
        elif title is None and rest and _is_title(line, rest[0][1]):
            title = line
        elif published is None and rest and _is_byline(line) and any(_stamp(below, text) for _, below in rest[:2]):
            pass  # an author or a number between the title and the day
        else:
            body = start
            break
        body = rest[0][0] if rest else len(text)
    if published is None and body < len(text):
        published, how = _dateline(text[body:], language)
    if published is None and lines:
        published, how = _last_line(lines[-1][1], text)
    return Header(language, published, time, how, title, body)


def _stamp(line: str, text: str) -> Stamp | None:
    """The day that a line was made to tell: alone, after "published", or among names and hours."""
    stamp = read_stamp(line) if len(line) <= _LONGEST_STAMP else None
    if stamp is None:
        return None
    if stamp.end - stamp.start >= len(line) * 0.5:
        return stamp
    others = _WORD.findall(line[: stamp.start] + " " + line[stamp.end :])
    told = any(fold(word) in lexicon(code).stamp for word in others for code in languages.codes())
    if line.endswith(_ENDS) or not (told or len(others) <= 2 or any(sign in line for sign in _SPLITS)):
        return None
    return stamp if len(others) <= 9 and _is_newest(stamp.edtf, text) else None


def _is_newest(day: str, text: str) -> bool:
    """Whether no year that the text speaks of lies well after a day."""
    return int(day[:4]) >= max((int(year) for year in _YEAR.findall(text)), default=0) - 1


def _is_byline(line: str) -> bool:
    return len(line) <= 60 and not line.endswith(_ENDS)


def _is_title(line: str, following: str) -> bool:
    return 3 < len(line) <= _LONGEST_TITLE and not line.endswith(_ENDS) and len(following) > min(len(line), 60) * 0.5


def _dateline(body: str, language: str) -> tuple[str | None, str | None]:
    """A place and a day at the very beginning: "RAWALPINDI, Aug 25 (APP):"."""
    top = body[:_TOP].split("\n", 1)[0]
    tag = languages.match(language)
    for code in [tag] if tag else languages.codes():
        stamp = read_stamp(top, [code])
        if stamp is None:
            continue
        found, classes, _ = classify(top, 0, lexicon(code))
        day = [index for index, token in enumerate(found) if stamp.start <= token.start and token.end <= stamp.end]
        if day and is_dateline(found, classes, day[0], day[-1]):
            return stamp.edtf, "dateline"
    cut = re.split(r"[(/–—]|\s-\s", top[:80], maxsplit=1)[0]
    if tag is None or len(cut) == len(top[:80]):
        return None, None
    return _settled_by_weekday(cut, body, tag)


def _settled_by_weekday(cut: str, body: str, language: str) -> tuple[str | None, str | None]:
    words = lexicon(language)
    found = list(zip(*words.look_up(words.cut(cut)), strict=True))
    months = [value for letter, value in found if letter == "M"]
    days = [value for letter, value in found if letter == "D"]
    first = body.split("\n", 1)[0][:600]
    opening = zip(*words.look_up(words.cut(first)), strict=True)
    weekdays = {value for letter, value in opening if letter == "W"}
    years = [int(year) for year in _YEAR.findall(body)]
    if len(months) != 1 or len(days) != 1 or len(weekdays) != 1 or not years:
        return None, None
    fitting = []
    for year in range(min(years), max(years) + 2):
        try:
            day = date(year, months[0], days[0])
        except ValueError:
            continue
        if day.weekday() in weekdays:
            fitting.append(day)
    # The years that the text speaks of are the evidence; the newest of them is nearest to its own day.
    near = [day for day in fitting if abs(day.year - max(y for y in years if y <= max(years))) <= 2]
    return (near[0].isoformat(), "weekday of the dateline") if len(near) == 1 else (None, None)


def _last_line(line: str, text: str) -> tuple[str | None, str | None]:
    """A day that the last line opens with and that no day in the text comes after."""
    imprint = line.rstrip(".").rpartition(". ")[2]  # "Published in The Daily, May 5th, 2023"
    told = imprint.split(" ", 1)[0].rstrip(":")
    if len(imprint) <= _LONGEST_STAMP and any(fold(told) in lexicon(code).stamp for code in languages.codes()):
        line = imprint
    stamp = read_stamp(line[:_LONGEST_STAMP])
    if stamp is None or not _is_newest(stamp.edtf, text):
        return None, None
    short = len(line) <= 60 and len(_WORD.findall(line[: stamp.start] + " " + line[stamp.end :])) <= 5
    return (stamp.edtf, "last line") if stamp.start <= 4 or short else (None, None)
