"""The number of a session, round or anniversary, as the words of an event give it."""

from __future__ import annotations

import re
from functools import cache

from relations import languages
from relations.dates.tokens import fold
from relations.languages.spelling import spelling, with_letters

_NUMBER = re.compile(r"(\d{1,3})[-‑. ]{0,2}(\D+)")
_AFTER = 20  # a number that follows its date stands that many characters further off than one before it


@cache
def _words(language: str) -> tuple[dict[str, int], tuple[str, ...]]:
    body = languages.load(language, "ordinals")
    stems = {fold(stem): int(number) for number, forms in body["words"].items() for stem in forms}
    return stems, tuple(fold(suffix) for suffix in body["suffixes"])


@cache
def _word(language: str) -> re.Pattern[str]:
    """A number with what follows it directly, over a hyphen or over the language's mark of ordinals; or a word."""
    mark = r"|\.\s?(?=[^\W\d_])" if spelling(language).ordinal == "." else ""
    return re.compile(rf"\d{{1,3}}(?![\d.,/:]*\d)(?:[-‑](?=[^\W\d])|(?=[^\W\d_]){mark})[^\W\d_]+|[^\W\d_]+")


def ordinal(text: str, language: str, date: tuple[int, int] | None = None) -> int | None:
    """Return the ordinal number that a text names, or ``None``.

    Parameters
    ----------
    text : str
        The words of one event.
    language : str
        BCP 47 tag of a language that the coder reads.
    date : (int, int), optional
        Where the event's date stands in it: its own numbers are none, and of several the nearest counts. The
        first where left out.

    Examples
    --------
    >>> ordinal("the 11th session of the commission", "en"), ordinal("двенадцатое заседание", "ru")
    (11, 12)
    >>> ordinal("the first in 2017 and the second in 2019", "en", (32, 36))
    2
    >>> ordinal("talks on trade", "en") is None
    True
    """
    found = [(_gap(start, end, date), number) for start, end, number in _ordinals(text, language)]
    return min((pair for pair in found if pair[0] >= 0), default=(0, None))[1]


def _gap(start: int, end: int, date: tuple[int, int] | None) -> int:
    """How far a number stands from the date; from the begin of the text without one; -1 inside the date."""
    if date is None:
        return start
    if end <= date[0]:
        return date[0] - end
    return -1 if start < date[1] else start - date[1] + _AFTER


def _ordinals(text: str, language: str) -> list[tuple[int, int, int]]:
    stems, suffixes = _words(language)
    found = []
    for match in _word(language).finditer(with_letters(text, language)):
        word = fold(match[0])
        if numbered := _NUMBER.fullmatch(word):
            if numbered[2].startswith(suffixes):
                found.append((*match.span(), int(numbered[1])))
        elif number := next((stems[word[:size]] for size in range(len(word), 3, -1) if word[:size] in stems), None):
            found.append((*match.span(), number))
    return found
