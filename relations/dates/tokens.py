"""A text as tokens: numbers with their endings, words, and punctuation."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from relations.memo import Memo

# Marks that may stand inside a word: Arabic vowel signs.
_MARKS = "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed"
# Numbers, words, signs; possessive, so that no text makes it look back.
_TOKEN = re.compile(rf"\d++|[^\W\d_]++(?:[{_MARKS}]++[^\W\d_]*+)*+|[^\w\s]|_")
_MOST_DIGITS = 20  # a longer number is no part of a date, and reading it would take long
_HYPHENS = "-‑–"


@dataclass(slots=True)
class Token:
    """One token of a text."""

    start: int
    end: int
    text: str  # lower case; of a number its digits
    written: str
    number: int | None = None
    ending: str = ""  # what is glued to a number: "th", "-го", "-сы"
    capital: bool = False
    shout: bool = False  # two or more letters, all capitals

    @property
    def key(self) -> str:
        """The token as the lexicon spells it."""
        return self.text

    @property
    def digits(self) -> int:
        """How many digits a number is written with."""
        return 0 if self.number is None else len(self.written)

    @property
    def is_word(self) -> bool:
        """Whether it is made of letters."""
        return self.number is None and self.text[0].isalpha()


def fold(word: str) -> str:
    """Return a word as the lexicon spells it: lower case, without vowel signs, variants of letters united.

    Examples
    --------
    >>> fold("Актёр")
    'актер'
    """
    plain = "".join(letter for letter in word if not unicodedata.combining(letter)) if not word.isascii() else word
    return plain.casefold().translate(_LETTERS)


_LETTERS = str.maketrans(
    {"ё": "е", "ي": "ی", "ى": "ی", "ك": "ک", "ه": "ہ", "ۃ": "ہ", "ة": "ہ", "أ": "ا", "ۂ": "ہ", "ۀ": "ہ"}
)


def tokens(text: str, start: int, endings: frozenset[str]) -> list[Token]:
    """Cut a text into tokens.

    Parameters
    ----------
    text : str
    start : int
        Where to begin.
    endings : frozenset of str
        What may be glued to a number in this language, with or without a hyphen.

    Examples
    --------
    >>> [token.text for token in tokens("on 27-28 Feb", 0, frozenset())]
    ['on', '27', '-', '28', 'feb']
    """
    found: list[Token] = []
    for match in _TOKEN.finditer(text, start):
        written = match[0]
        folded, number, capital, shout = _looks[written]
        begin, end = match.span()
        if folded in endings and _joins(found, begin, folded, endings):
            continue
        found.append(Token(begin, end, folded, written, number, "", capital, shout))
    return found


def look(written: str) -> tuple[str, int | None, bool, bool]:
    """Return of a token as written: its text, its number, whether it begins with a capital, whether it is all capitals.

    Examples
    --------
    >>> look("Мая"), look("27")
    (('мая', None, True, False), ('27', 27, False, False))
    """
    if written[0].isdecimal():
        return written, int(written[:_MOST_DIGITS]), False, False
    if written[0].isalnum():
        return fold(written), None, written[0].isupper(), len(written) > 1 and written.isupper()
    return written, None, False, False


_looks = Memo(look)


def _joins(found: list[Token], at: int, word: str, endings: frozenset[str]) -> bool:
    """Glue an ending to the number before it, over a hyphen or directly."""
    if word not in endings or not found or found[-1].end != at:
        return False
    last = found[-1]
    if last.number is not None and not last.ending:
        last.end, last.ending = at + len(word), word
        return True
    if last.text in _HYPHENS and len(found) > 1 and found[-2].number is not None and found[-2].end == last.start:
        found.pop()
        found[-1].end, found[-1].ending = at + len(word), word
        return True
    return False
