"""The words of dates in one language: what class of word a token is, and what it means.

Months and weekdays come from CLDR through Babel, the rest from ``languages/<tag>/dates.toml``. Every class is
one letter, so that a text becomes a string of letters that phrases are matched on; see `CLASSES`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Any

from relations import languages
from relations.dates.tokens import Token, fold, looks, tokens, with_endings
from relations.languages.spelling import spelling, with_letters
from relations.memo import Memo

CLASSES = {
    "year_word": "y", "years_word": "j", "year_abbreviation": "g",
    "month_word": "m", "week_word": "w", "day_word": "d", "quarter_word": "q", "half_word": "h",
    "decade_word": "e", "century_word": "c", "ten_days_word": "k", "period_word": "p", "night_word": "v",
    "previous": "R", "this": "R", "next": "R", "same": "X",
    "early": "P", "middle": "P", "late": "P",
    "ago": "G", "later": "L", "earlier": "F",
    "and": "&", "to": "t", "from": "f", "between": "r", "link": "i", "by": "u",
    "fiscal": "z", "academic": "a", "season": "S", "day": "A", "year": "B", "ordinal": "O", "cardinal": "C",
    "month": "M", "weekday": "W", "weekend_word": "b", "half_of": "h", "last_of": "K", "from_that": "n", "hence": "V",
    "quarter_code": "l", "half_code": "l", "roman": "N", "counted": "U", "title": "J", "rate": "T", "vague": "~",
    "no_date": "x",
}  # fmt: skip
_HEAD = 2  # letters; no stem is shorter
_LONGEST_ENDING = 15  # letters
_NUMBER = re.compile(r"\d+")
_OFFSET = {"previous": -1, "this": 0, "next": 1, "same": 0}
_SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "winter": 24}
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "і": 1, "іі": 2, "ііі": 3, "іv": 4}
_SIGNS = {"-": "-", "–": "-", "—": "-", "‑": "-", "/": "/", ".": ".", ",": ",", "،": ",", ":": ":", "(": "("}


class FromText(int):
    """An offset that is counted from what was mentioned last ("the previous year"), not from publication."""


def _cldr_months(language: str) -> list[tuple[int, str]]:
    months = languages.locale(language).months
    return [(number, name) for context in ("format", "stand-alone") for number, name in months[context]["wide"].items()]


def _cldr_weekdays(language: str) -> list[tuple[int, str]]:
    days = languages.locale(language).days
    return [(number, name) for context in ("format", "stand-alone") for number, name in days[context]["wide"].items()]


class Lexicon:
    """The lexicon of one language; what it says of a word is remembered."""

    def __init__(self, language: str) -> None:
        body = languages.load(language, "dates")
        self.language = language
        self.grammar: dict[str, Any] = body.get("grammar", {})
        self.number_endings = frozenset(body.get("number_endings", ()))
        self.year_endings = frozenset(body.get("year_endings", ()))
        self.decade_endings = frozenset(body.get("decade_endings", ()))
        self.proper = tuple(fold(word) for word in body.get("capital_is_name", ()))
        self.weak = frozenset(fold(word) for word in body.get("weak", "").split())
        self.before_year = frozenset(fold(word) for word in body.get("before_year", "").split())
        self.date_words = frozenset(fold(word) for word in body.get("date_words", "").split())
        self.so_far = frozenset(fold(word) for word in body.get("so_far", "").split())
        self.after_day = frozenset(fold(word) for word in body.get("after_day", "").split())
        self.weak_seasons = frozenset(fold(word) for word in body.get("weak_seasons", "").split())
        self.stamp = frozenset(fold(word) for word in body.get("stamp", "").split())
        self.prepositions = frozenset(fold(word) for word in body.get("prepositions", "").split())
        self.month_names = frozenset(fold(name) for _, name in _cldr_months(language))
        self.plural_units = frozenset(fold(word) for word in body.get("plural_units", "").split())
        self.year_first = bool(self.grammar.get("year_first"))
        self.plural = re.compile(self.grammar["plural"]) if "plural" in self.grammar else None
        self.worded_day = re.compile(self.grammar.get("worded_day", "(?!)"))
        self.compounds: dict[str, list[list[str]]] = {}
        self.capital_needed = frozenset(fold(word) for word in body.get("capital_needed", ()))
        self._endings = re.compile(body.get("endings", "") or r"(?!)")
        self._exact: dict[str, tuple[str, Any]] = {}
        self._stems: dict[str, tuple[str, Any]] = {}
        self._heads: set[str] = set()
        self._found = Memo(self._find)
        self._classes = Memo(self._classify)
        self._fill(language, body)

    def _fill(self, language: str, body: dict[str, Any]) -> None:
        for letter, numbered in (("M", _cldr_months(language)), ("W", _cldr_weekdays(language))):
            for number, name in numbered:
                if name not in body.get("drop", "").split():
                    self._add(name, letter, number)
        for letter, kind, first in (("M", "months", 1), ("W", "weekdays", 0)):
            for number, names in enumerate(body[kind], start=first):
                for name in names.split():
                    self._add(name, letter, number)
        for kind in ("previous", "this", "next", "same"):
            for word in body.get(kind, "").split():
                self._add(word, CLASSES[kind], _OFFSET[kind])
        for word in body.get("preceding", "").split():
            self._add(word, "R", FromText(-1))
        for word in body.get("following", "").split():
            self._add(word, "R", FromText(1))
        for offset, words in body.get("relative", {}).items():
            for word in words.split():
                self._add(word, "R", int(offset))
        for offset, words in body.get("text_day", {}).items():
            for word in words.split():
                self._add(word, "A", FromText(offset))
        for kind, value in (("early", "early"), ("middle", "middle"), ("late", "late")):
            for word in body.get(kind, "").split():
                self._add(word, "P", value)
        for name, code in _SEASONS.items():
            for word in body["seasons"][name].split():
                self._add(word, "S", code)
        for kind, letter in (("day", "A"), ("year", "B"), ("ordinal", "O"), ("cardinal", "C"), ("day_number", "D"),
                             ("decade_name", "E"), ("span_in_months", "H")):  # fmt: skip
            for value, words in body.get(kind, {}).items():
                for word in words.split():
                    self._add(word, letter, int(value))
        for kind, words in body.get("words", {}).items():
            for word in words.split():
                self._add(word, CLASSES[kind], kind)

    def _add(self, word: str, letter: str, value: Any) -> None:
        """A word ending in ``*`` may carry the language's endings; ``_`` joins words of several tokens."""
        if "_" in word:
            first, *rest = fold(word).split("_")
            self.compounds.setdefault(first, []).append(rest)
            self.compounds[first].sort(key=len, reverse=True)
            word = word.replace("_", " ")
        if word.endswith("*"):
            self._stems.setdefault(fold(word[:-1]), (letter, value))
            self._heads.add(fold(word[:-1])[:_HEAD])
        else:
            self._exact.setdefault(fold(word), (letter, value))

    def word(self, text: str) -> tuple[str, Any] | None:
        """Return class and value of a folded word, or ``None``."""
        return self._found[text]

    def _find(self, text: str) -> tuple[str, Any] | None:
        found = self._exact.get(text)
        if found is not None:
            return found
        if text[:_HEAD] not in self._heads:
            return None  # most words of a text
        for size in range(len(text), max(len(text) - _LONGEST_ENDING, 2) - 1, -1):
            stem = self._stems.get(text[:size])
            if stem and (size == len(text) or self._endings.fullmatch(text, size)):
                return stem
        return None

    def cut(self, text: str, start: int = 0) -> list[Token]:
        """Cut a text into tokens as the language writes them."""
        found = tokens(with_letters(text, self.language), start, self.number_endings)
        return with_endings(found, spelling(self.language))

    def look_up(self, tokens: Sequence[Token]) -> tuple[str, list[Any]]:
        """Return classes, one letter a token, and values; ``x`` for a word, ``o`` for a sign that dates do not have."""
        found = [self._classes[token.written] for token in tokens]
        return "".join([letter for letter, _ in found]), [value for _, value in found]

    def _classify(self, written: str) -> tuple[str, Any]:
        if " " in written:
            return self.word(fold(written)) or ("x", None)  # words that were joined
        if number := _NUMBER.match(written):
            return self._number(looks[number[0]][2] or 0, written[number.end() :], number.end())
        text, _, _, _, capital, _ = looks[written]
        if not text[0].isalpha() and text not in self._exact:
            return _SIGNS.get(text, "o"), None
        if capital and text in _ROMAN:
            return "N", _ROMAN[text]
        found = self.word(text)
        if found is None or (text in self.capital_needed and not capital):
            return "x", None
        return found

    def _number(self, number: int, ending: str, digits: int) -> tuple[str, Any]:
        if ending in self.decade_endings and number % 10 == 0 and (10 <= number < 100 or 1000 <= number < 2100):
            return "E", number
        if digits == 4 and 1000 <= number < 2100:
            return "Y", number
        if digits <= 2 and 1 <= number <= 31:
            return "D", number
        return "Z", number


@cache
def lexicon(language: str) -> Lexicon:
    """Return the lexicon of a language that the reader knows.

    Examples
    --------
    >>> lexicon("en").word("february")
    ('M', 2)
    """
    return Lexicon(language)
