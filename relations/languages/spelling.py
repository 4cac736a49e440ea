"""Signs that mean different things in different languages: apostrophes, and marks that make a number an ordinal.

An apostrophe may be part of a letter (Uzbek oʻ), part a name from its ending (Turkish Ankara'da), or neither. An
ordinal may carry a full stop (Turkish 3. Forum) or a hyphen (Uzbek 24-fevral). ``language.toml`` says which.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from relations import languages

APOSTROPHES = "'’‘ʼʻ`´"
_LETTER = "ʼ"  # an apostrophe that \w takes for a letter; one character, so that offsets stay
_INSIDE = re.compile(r"(?<=[^\W\d_])['’‘`´](?=[^\W\d_])")


class Spelling(NamedTuple):
    """What one language's signs mean."""

    apostrophe: str  # "letter", "ending" or "" where it means nothing
    ordinal: str  # the sign after a number that makes it an ordinal, or ""


@cache
def spelling(language: str) -> Spelling:
    """Return what the signs of a language mean.

    Examples
    --------
    >>> spelling("en")
    Spelling(apostrophe='', ordinal='')
    """
    body = languages.load(language, "language")
    return Spelling(body.get("apostrophe", ""), body.get("ordinal_mark", ""))


def with_letters(text: str, language: str) -> str:
    """Return a text in which apostrophes inside words are letters, where the language has them so.

    The text keeps its length, so that offsets into one are offsets into the other.

    Examples
    --------
    >>> with_letters("O'Neill's", "en")
    "O'Neill's"
    """
    return _INSIDE.sub(_LETTER, text) if spelling(language).apostrophe == "letter" else text
