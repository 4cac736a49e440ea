"""Where sentences begin and end in press copy of any script."""

from __future__ import annotations

import re
from functools import cache

from relations import languages
from relations.languages.spelling import spelling

# A candidate end: closing punctuation, perhaps a closing quotation mark, then white space.
# It begins where its run of signs begins, so that a long run is read once.
_END = re.compile(r"(?:[.!?…](?<![.!?…]{2})[.!?…]*+|[۔؟](?<![۔؟]{2})[۔؟]*+)[\"'»”’‘“)\]]*+(?=\s)|\n+")
_WORD_BEFORE = re.compile(r"[\w.]+$")
_SPACE = re.compile(r"\s+")
_LONGEST = 1_200  # characters
_INDENT = 80  # characters before the number of a list
_CLOSERS = "\"'»”’‘“)]"  # Urdu opens with ’’ and closes with ‘‘


@cache
def _abbreviations(language: str) -> frozenset[str]:
    return frozenset(word.casefold() for word in languages.load(language, "language").get("abbreviations", ()))


def sentences(text: str, language: str) -> list[tuple[int, int]]:
    """Return the sentences of a text, in order.

    A full stop ends a sentence unless it closes an initial, a number in a list or an abbreviation named in
    the language file, or the next word begins in lower case. What runs on for longer than any sentence, a table or a
    list, is cut at white space, so that what a coder does within a sentence takes bounded time.

    Parameters
    ----------
    text : str
    language : str
        BCP 47 tag of a language that the coder reads.

    Returns
    -------
    list of (int, int)
        Start and end offsets, white space at both ends left out.

    Examples
    --------
    >>> text = "Mr. Dar met K. Tokayev. They spoke of trade."
    >>> [text[a:b] for a, b in sentences(text, "en")]
    ['Mr. Dar met K. Tokayev.', 'They spoke of trade.']
    """
    known, ordinal = _abbreviations(language), spelling(language).ordinal
    found: list[tuple[int, int]] = []
    start = 0
    for match in _END.finditer(text):
        if not match[0].startswith("\n") and _goes_on(text, match, known, ordinal):
            continue
        _add(found, text, start, match.end())
        start = match.end()
    _add(found, text, start, len(text))
    return found


def _goes_on(text: str, match: re.Match[str], known: frozenset[str], ordinal: str) -> bool:
    following = text[match.end() : match.end() + 3].lstrip(" \t\u00a0«\"“'(–—-")
    if following[:1].islower():
        return True
    if match[0].rstrip(_CLOSERS) != ".":
        return False
    before = _WORD_BEFORE.search(text[max(0, match.start() - 24) : match.start()])
    word = before[0] if before else ""
    last = word.rsplit(".", 1)[-1]
    if ordinal == "." and word.isdigit() and len(word) <= 2:
        return True  # "the 3. Forum"
    initial = len(last) == 1 and last.isalpha() and last.isupper()
    return initial or word.casefold() in known or last.casefold() in known or _is_list_number(text, match.start(), word)


def _is_list_number(text: str, at: int, word: str) -> bool:
    """Whether a number before a full stop is all that stands on its line so far."""
    if not word.isdigit() or len(word) > 2:
        return False
    _, line_end, before = text[max(0, at - _INDENT) : at - len(word)].rpartition("\n")
    return not before.strip() and (bool(line_end) or at <= _INDENT)


def _add(found: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    while end - start > _LONGEST and (space := _SPACE.search(text, start + _LONGEST, end)):
        _add(found, text, start, space.start())
        start = space.end()
    piece = text[start:end]
    stripped = piece.strip()
    if stripped:
        first = start + piece.index(stripped[0])
        found.append((first, first + len(stripped)))
