"""A text as words with their places, cut once and read by every coder."""

from __future__ import annotations

import re
from functools import lru_cache, partial
from operator import add
from typing import NamedTuple

from relations.memo import Memo
from relations.pieces import pieces

# Vowel and other signs that Urdu press copy writes or leaves out at will; none changes which word it is.
MARKS = "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640"
# Possessive, so that no text makes it look back; marks stand inside a word, never first.
WORD = re.compile(rf"([^\W_]++(?:[{MARKS}]++[^\W_]*+)*+(?:['’ʼ‘ʻ`´](?:[^\W_]++|[{MARKS}]++)++)*+)")
_DROP = re.compile(rf"[{MARKS}]")
_LETTERS = str.maketrans(
    {
        "ي": "ی", "ى": "ی", "ك": "ک", "ة": "ہ", "ۃ": "ہ", "ه": "ہ", "ۂ": "ہ", "ۀ": "ہ", "أ": "ا", "إ": "ا",
        "ۓ": "ے", "ё": "е", "ı": "i", "\u0307": None, "’": "'", "ʼ": "'", "‘": "'", "ʻ": "'", "`": "'", "´": "'",
    }
)  # fmt: skip


class Word(NamedTuple):
    """One word of a text."""

    start: int
    end: int
    text: str
    key: str  # lower case, spelling variants made one
    capital: bool  # begins with a capital letter
    shout: bool  # two or more letters, all capitals


HEAD = 3  # letters by which most words are told to be none of a lexicon


class Words(tuple[Word, ...]):
    """The words of one text, and beside them what the lexicons ask for, in lists of their own."""

    keys: list[str]
    heads: list[str]  # the first letters of each key
    starts: list[int]
    ends: list[int]


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


# Of a word as written: itself, its key, whether it begins with a capital, whether it is all capitals.
looks = Memo(lambda word: (word, key(word), word[0].isupper(), len(word) > 1 and word.isupper()))


@lru_cache(maxsize=1)
def words(text: str) -> Words:
    """Cut a text into words. Hyphens part words; an apostrophe inside a word does not.

    Parameters
    ----------
    text : str

    Returns
    -------
    Words
        In order. The last text is remembered, because several coders read the same one.

    Examples
    --------
    >>> [word.text for word in words("Қазақстан–Пәкістан: Rs18, Xi'an")]
    ['Қазақстан', 'Пәкістан', 'Rs18', "Xi'an"]
    """
    return cut_words(text)


def cut_words(text: str, pattern: re.Pattern[str] = WORD) -> Words:
    """Cut a text into words as `words` does, and remember nothing: for lexicons and for pieces of an article.

    Parameters
    ----------
    text : str
    pattern : re.Pattern, optional
        What a word is, as its only group.
    """
    written, starts, ends = pieces(text, pattern)
    found = Words(map(_word, map(add, zip(starts, ends, strict=True), map(looks.__getitem__, written))))
    found.keys, found.starts, found.ends = [word.key for word in found], starts, ends
    found.heads = [word[:HEAD] for word in found.keys]
    return found


_word = partial(tuple.__new__, Word)
