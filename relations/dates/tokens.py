"""A text as tokens: numbers with their endings, words, and punctuation."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from relations.languages.spelling import APOSTROPHES, Spelling

# Marks that may stand inside a word: Arabic vowel signs.
_MARKS = "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed"
_TOKEN = re.compile(rf"(?P<number>\d+)|(?P<word>[^\W\d_](?:[^\W\d_]|[{_MARKS}])*)|(?P<sign>[^\w\s]|_)")
_HYPHENS = "-‑–"
_ORDINAL_DIGITS = 2  # a full stop after more is a sentence's


@dataclass(slots=True)
class Token:
    """One token of a text."""

    start: int
    end: int
    text: str  # lower case; of a number its digits
    number: int | None = None
    ending: str = ""  # what is glued to a number: "th", "-го", "-сы"
    capital: bool = False
    shout: bool = False  # two or more letters, all capitals
    digits: int = 0

    @property
    def key(self) -> str:
        """The token as the lexicon spells it."""
        return self.text

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


# ı is written i, because I and İ in capitals do not say which; every apostrophe is one.
_LETTERS = str.maketrans(
    {
        "ı": "i",
        "\u0307": None,
        "’": "'",
        "‘": "'",
        "ʼ": "'",
        "ʻ": "'",
        "`": "'",
        "´": "'",
        "ё": "е",
        "ي": "ی",
        "ى": "ی",
        "ك": "ک",
        "ه": "ہ",
        "ۃ": "ہ",
        "ة": "ہ",
        "أ": "ا",
        "ۂ": "ہ",
        "ۀ": "ہ",
    }
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
        kind, value = match.lastgroup, match[0]
        if kind == "number":
            found.append(Token(match.start(), match.end(), value, int(value), digits=len(value)))
        elif kind == "word":
            folded = fold(value)
            if _joins(found, match.start(), folded, endings):
                continue
            found.append(
                Token(
                    match.start(),
                    match.end(),
                    folded,
                    capital=value[0].isupper(),
                    shout=len(value) > 1 and value.isupper(),
                )
            )
        else:
            found.append(Token(match.start(), match.end(), value))
    return found


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


def with_endings(found: list[Token], spelling: Spelling) -> list[Token]:
    """Join what the signs of a language tie to the token before: an ending over an apostrophe, an ordinal's mark.

    Parameters
    ----------
    found : list of Token
        Changed in place where joined.
    spelling : Spelling
        What the signs mean.

    Examples
    --------
    >>> pieces = tokens("Mart'ta, 1992'de, 3. Forum", 0, frozenset())
    >>> [(token.text, token.ending) for token in with_endings(pieces, Spelling("ending", "."))]
    [('mart', ''), (',', ''), ('1992', 'de'), (',', ''), ('3', '.'), ('forum', '')]
    """
    if spelling.apostrophe != "ending" and not spelling.ordinal:
        return found
    kept: list[Token] = []
    at = 0
    while at < len(found):
        sign, after = found[at], found[at + 1] if at + 1 < len(found) else None
        before = kept[-1] if kept and kept[-1].end == sign.start else None
        if before is not None and after is not None and after.is_word:
            if spelling.apostrophe == "ending" and sign.text in APOSTROPHES and _is_ending(before, sign, after):
                before.end, before.ending = after.end, after.text if before.number is not None else ""
                at += 2
                continue
            if _is_ordinal(before, sign, after, spelling.ordinal):
                before.end, before.ending = sign.end, spelling.ordinal
                at += 1
                continue
        kept.append(sign)
        at += 1
    return kept


def _is_ending(before: Token, sign: Token, after: Token) -> bool:
    return (before.is_word or before.number is not None) and after.start == sign.end and not after.capital


def _is_ordinal(before: Token, sign: Token, after: Token, mark: str) -> bool:
    if before.number is None or before.ending or not mark:
        return False
    if mark == "-":
        return sign.text in _HYPHENS and after.start == sign.end
    return sign.text == mark and before.digits <= _ORDINAL_DIGITS and after.start - sign.end <= 1
