"""The number of a session, round or anniversary, as the words of an event give it."""

from __future__ import annotations

import re
from functools import cache

from relations import languages

_WORD = re.compile(r"\d{1,3}(?![\d.,/:]*\d)(?:[-‑](?=[^\W\d])|(?=[^\W\d_]))[^\W\d_]+|[^\W\d_]+")
_NUMBER = re.compile(r"(\d{1,3})[-‑]?([^\W\d_]+)")


@cache
def _words(language: str) -> tuple[dict[str, int], tuple[str, ...]]:
    body = languages.load(language, "ordinals")
    stems = {stem: int(number) for number, forms in body["words"].items() for stem in forms}
    return stems, tuple(body["suffixes"])


def ordinal(text: str, language: str) -> int | None:
    """Return the first ordinal number that a text names, or ``None``.

    Parameters
    ----------
    text : str
        The words of one event, without its date.
    language : str
        BCP 47 tag of a language that the coder reads.

    Examples
    --------
    >>> ordinal("the 11th session of the commission", "en"), ordinal("двенадцатое заседание", "ru")
    (11, 12)
    >>> ordinal("talks on trade", "en") is None
    True
    """
    stems, suffixes = _words(language)
    for match in _WORD.finditer(text.casefold()):
        word = match[0]
        if numbered := _NUMBER.fullmatch(word):
            if numbered[2].startswith(suffixes):
                return int(numbered[1])
        elif found := next((stems[word[:size]] for size in range(len(word), 3, -1) if word[:size] in stems), None):
            return found
    return None
