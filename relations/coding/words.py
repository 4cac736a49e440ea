"""A text as words with their places, cut once and read by every coder."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

# Vowel and other signs that Urdu press copy writes or leaves out at will; none changes which word it is.
MARKS = "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640"
_WORD = re.compile(rf"[^\W_](?:[^\W_]|[{MARKS}])*(?:['’ʼ‘ʻ`´](?:[^\W_]|[{MARKS}])+)*")
_DROP = re.compile(rf"[{MARKS}]")
_LETTERS = str.maketrans(
    {
        "ي": "ی", "ى": "ی", "ك": "ک", "ة": "ہ", "ۃ": "ہ", "ه": "ہ", "ۂ": "ہ", "ۀ": "ہ", "أ": "ا", "إ": "ا",
        "ۓ": "ے", "ё": "е", "ı": "i", "\u0307": None, "’": "'", "ʼ": "'", "‘": "'", "ʻ": "'", "`": "'", "´": "'",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a text."""

    start: int
    end: int
    text: str
    key: str  # lower case, spelling variants made one
    capital: bool  # begins with a capital letter
    shout: bool  # two or more letters, all capitals


@lru_cache(maxsize=50_000)
def key(word: str) -> str:
    """Return the form under which a word is looked up.

    Parameters
    ----------
    word : str

    Returns
    -------
    str
        Lower case; Russian ё as е, Turkish ı as i, every apostrophe as '; Arabic letter variants as the Urdu ones;
        vowel signs and tatweel left out.

    Examples
    --------
    >>> key("Пётр"), key("O’Brien")
    ('петр', "o'brien")
    """
    word = word.casefold()
    if not word.isascii():
        word = _DROP.sub("", word.translate(_LETTERS)).replace("\u0627\u0653", "آ")
    return word


@lru_cache(maxsize=16)
def words(text: str) -> tuple[Word, ...]:
    """Cut a text into words. Hyphens part words; an apostrophe inside a word does not.

    Parameters
    ----------
    text : str

    Returns
    -------
    tuple of Word
        In order. The last few texts are remembered, because several coders read the same one.

    Examples
    --------
    >>> [word.text for word in words("Қазақстан–Пәкістан: Rs18, Xi'an")]
    ['Қазақстан', 'Пәкістан', 'Rs18', "Xi'an"]
    """
    found = []
    for match in _WORD.finditer(text):
        word = match[0]
        found.append(
            Word(match.start(), match.end(), word, key(word), word[0].isupper(), len(word) > 1 and word.isupper())
        )
    return tuple(found)
