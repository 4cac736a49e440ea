"""A text → its dates, each with the words it rests on."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from datetime import date

from relations import edtf
from relations.dates.dateline import is_stamp
from relations.dates.fiscal import fiscal_year
from relations.dates.lexicon import lexicon
from relations.dates.lookalikes import is_date
from relations.dates.neighbours import classify
from relations.dates.phrases import Phrase, next_start, phrases
from relations.dates.row import DateRow
from relations.dates.setting import Said, Setting
from relations.dates.tense import Tenses
from relations.dates.tokens import Token
from relations.dates.values import Resolver
from relations.sentences import sentences as split

_BETWEEN = re.compile(r"[,(]?i{0,3}")
_RELATIVE = {"later", "ago", "weekday", "day", "relative-unit", "season", "year-alone", "year-word", "same-unit",
             "month", "relative-month-name", "end-of-unit"}  # fmt: skip
_REACH = 40  # tokens in which the tense of a date is looked for


def read(
    text: str,
    language: str,
    published: str | None = None,
    sentences: list[tuple[int, int]] | None = None,
    start: int = 0,
    countries: Sequence[tuple[int, str]] = (),
) -> list[DateRow]:
    """Read the dates of a text.

    Parameters
    ----------
    text : str
    language : str
        BCP 47 tag of a language that the coder reads.
    published : str, optional
        Day of publication, EDTF. Without a whole day, relative dates are left out; absolute ones stay.
    sentences : list of (int, int), optional
        Where sentences begin and end; found where left out.
    start : int
        Where to begin; a header before it is skipped.
    countries : sequence of (int, str), optional
        Where the text names which country (ISO 3166-1 alpha-3): fiscal years are those of the nearest.

    Returns
    -------
    list of DateRow
        In the order of the text. The stamp of a header or dateline is none of them.

    Examples
    --------
    >>> [row.edtf for row in read("The embassy opened in 1994 and moved last year.", "en", "2024-12-12")]
    ['1994', '2023']
    """
    words = lexicon(language)
    day = _day(published)
    found, classes, values = classify(text, start, words)
    tenses, says_fiscal = Tenses(found, language), "z" in classes
    bounds = sentences if sentences is not None else split(text, language)
    starts = [first for first, _ in bounds]
    pronouns = frozenset(words.grammar.get("pronouns", "").split())
    said = Said()
    rows: list[tuple[DateRow, Phrase]] = []
    position = next_start(classes, 0)
    while position >= 0:
        taken = position
        number = max(bisect_right(starts, found[position].start) - 1, 0)
        for phrase in phrases(classes, position):
            first, last = _trim(phrase, classes)
            if not is_date(phrase, classes, found, words):
                continue
            if is_stamp(text, found, classes, first, last, words):
                taken = phrase.last
                break
            sentence = _sentence(found, first, bounds[number] if bounds else (0, len(text)))
            setting = Setting(day, said, *tenses.near(first, *sentence), number)
            setting.goes_on = found[sentence[0]].text in pronouns
            if says_fiscal:
                setting.fiscal = fiscal_year(countries, found[first].start, "fy" in phrase.match.re.groupindex)
            resolver = Resolver(phrase, found, values, setting)
            value = resolver.resolve()
            if value is None or (phrase.rule == "later" and setting.tense <= 0 and _is_duration(value, day)):
                continue
            place, end = found[first].start, found[last].end
            row = DateRow(place, end, text[place:end], value, f"{language}.{phrase.rule}", resolver.anchor)
            if rows and (united := _united(rows[-1], row, phrase, text, classes)):
                rows[-1] = (united, phrase)
            else:
                rows.append((row, phrase))
            said.remember(rows[-1][0].edtf, number, phrase.rule != "relative-month-name")
            taken = phrase.last
            break
        position = next_start(classes, taken + 1)
    return [row for row, _ in rows]


def _is_duration(value: str, day: date | None) -> bool:
    """Whether "after 23 years" tells how long it took: counted on, it would lie beyond the article."""
    first = edtf.span(value).earliest
    return day is not None and first is not None and first > day


def _day(published: str | None) -> date | None:
    if not published or not edtf.is_edtf(published[:10]):
        return None
    first, last = edtf.span(published[:10])
    return first if first == last else None


def _sentence(found: list[Token], index: int, bounds: tuple[int, int]) -> tuple[int, int]:
    """The first and last token of a token's sentence, no farther than `_REACH` from it."""
    low, high = max(index - _REACH, 0), min(index + _REACH, len(found) - 1)
    first = bisect_left(found, bounds[0], low, index, key=lambda token: token.start)
    return first, bisect_right(found, bounds[1], index + 1, high + 1, key=lambda token: token.end) - 1


def _trim(phrase: Phrase, classes: str) -> tuple[int, int]:
    """Leave glue and punctuation at both ends out of the span."""
    first, last = phrase.first, phrase.last
    while first < last and classes[first] in "i,ft":
        first += 1
    while last > first and classes[last] in "i,.tf&-":
        last -= 1
    return first, last


def _is_its_weekday(one: str, other: str) -> bool:
    """Whether two days are the same day of the week: "Saturday, 1 January 2000"."""
    if edtf.precision(one) != "day" or edtf.precision(other) != "day":
        return False
    return date.fromisoformat(one[:10]).weekday() == date.fromisoformat(other[:10]).weekday()


def _united(previous: tuple[DateRow, Phrase], row: DateRow, phrase: Phrase, text: str, classes: str) -> DateRow | None:
    """Unite a relative date with the exact one that explains it: "two months later, in February 1992"."""
    earlier, said = previous
    between = classes[said.last + 1 : phrase.first]
    if not _BETWEEN.fullmatch(between) or "\n" in text[earlier.end : row.start]:
        return None
    if not (between or phrase.match[0][0] in "i,f" or earlier.end < row.start):
        return None
    if "&" in between:
        return None
    if said.rule == "weekday" and _is_its_weekday(earlier.edtf, row.edtf):
        return DateRow(earlier.start, row.end, text[earlier.start : row.end], row.edtf, row.rule, row.anchor)
    loose = said.rule in ("later", "ago") and phrase.rule not in ("relative-unit", "day", "weekday", "ago", "later")
    fits = edtf.overlap(earlier.edtf, row.edtf) or loose
    finer = edtf.days(row.edtf) < edtf.days(earlier.edtf) or loose
    same = row.edtf == earlier.edtf
    if said.rule in _RELATIVE and earlier.anchor != "written" and fits and (finer or same):
        value = row.edtf
    elif phrase.rule == "weekday" and (fits or _is_its_weekday(earlier.edtf, row.edtf)):
        value = earlier.edtf
    else:
        return None
    return DateRow(earlier.start, row.end, text[earlier.start : row.end], value, row.rule, row.anchor)
