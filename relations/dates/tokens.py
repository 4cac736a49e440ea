"""A text as tokens: numbers with their endings, words, and punctuation."""

from __future__ import annotations

import re
import unicodedata
from functools import partial
from operator import add
from typing import NamedTuple

from relations.languages.spelling import APOSTROPHES, Spelling
from relations.memo import Memo
from relations.pieces import pieces

# Marks that may stand inside a word: Arabic vowel signs.
_MARKS = "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed"
# Numbers, words, signs; possessive, so that no text makes it look back.
_TOKEN = re.compile(rf"(\d++|[^\W\d_]++(?:[{_MARKS}]++[^\W\d_]*+)*+|[^\w\s]|_)")
_MOST_DIGITS = 20  # a longer number is no part of a date, and reading it would take long
_HYPHENS = "-‑–"
_ORDINAL_DIGITS = 2  # a full stop after more is a sentence's


class Token(NamedTuple):
    """One token of a text."""

    start: int
    end: int
    text: str  # lower case; of a number its digits
    written: str  # as it stands; of a number its digits and its ending
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
        return 0 if self.number is None else len(self.text)

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
    # Letters alone hold no mark that combines with another letter.
    plain = word if word.isalpha() else "".join(letter for letter in word if not unicodedata.combining(letter))
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
    if start:
        text = " " * start + text[start:]
    written, starts, ends = pieces(text, _TOKEN)
    looked = list(map(looks.__getitem__, written))
    found = list(map(_token, map(add, zip(starts, ends, strict=True), looked)))
    return _with_endings(found, [at for at, one in enumerate(looked) if one[2] is not None], endings)


_token = partial(tuple.__new__, Token)


def _with_endings(found: list[Token], numbers: list[int], endings: frozenset[str]) -> list[Token]:
    """Glue endings to the numbers before them, over a hyphen or directly."""
    glued: list[Token] = []
    done = 0
    for at in numbers:
        number, after = found[at], at + 1
        while after < len(found):
            last = after + (found[after].text in _HYPHENS and after + 1 < len(found))
            ending = found[last]
            direct = last == after and not number.ending
            if ending.text not in endings or not (direct or last > after):
                break
            if found[after].start != number.end or (last > after and ending.start != found[after].end):
                break
            number, after = _glued(number, ending.start + len(ending.text), ending.text), last + 1
        if after > at + 1:
            glued += found[done:at]
            glued.append(number)
            done = after
    return glued + found[done:] if done else found


def look(written: str) -> tuple[str, str, int | None, str, bool, bool]:
    """Return what a token is but for its place: the fields of `Token` from ``text`` on.

    Examples
    --------
    >>> look("Мая"), look("27")
    (('мая', 'Мая', None, '', True, False), ('27', '27', 27, '', False, False))
    """
    if written[0].isdecimal():
        return written, written, int(written[:_MOST_DIGITS]), "", False, False
    if written[0].isalnum():
        return fold(written), written, None, "", written[0].isupper(), len(written) > 1 and written.isupper()
    return written, written, None, "", False, False


looks = Memo(look)


def with_endings(found: list[Token], spelling: Spelling) -> list[Token]:
    """Join what the signs of a language tie to the token before: an ending over an apostrophe, an ordinal's mark.

    Parameters
    ----------
    found : list of Token
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
                ending = after.text if before.number is not None else ""
                kept[-1] = _glued(before, after.end, ending)
                at += 2
                continue
            if _is_ordinal(before, sign, after, spelling.ordinal):
                kept[-1] = _glued(before, sign.end, spelling.ordinal)
                at += 1
                continue
        kept.append(sign)
        at += 1
    return kept


def _glued(token: Token, end: int, ending: str) -> Token:
    written = token.written if token.number is None else token.text + ending
    return token._replace(end=end, written=written, ending=ending)


def _is_ending(before: Token, sign: Token, after: Token) -> bool:
    return (before.is_word or before.number is not None) and after.start == sign.end and not after.capital


def _is_ordinal(before: Token, sign: Token, after: Token, mark: str) -> bool:
    if before.number is None or before.ending or not mark:
        return False
    if mark == "-":
        return sign.text in _HYPHENS and after.start == sign.end
    return sign.text == mark and before.digits <= _ORDINAL_DIGITS and after.start - sign.end <= 1
