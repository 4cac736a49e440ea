"""An article's own stamp: a day alone on its line, in a dateline, or at the end; it is no date of the story."""

from __future__ import annotations

import re

from relations.dates.lexicon import Lexicon
from relations.dates.tokens import Token

_TOP, _SHORT, _PLACE = 4, 60, 6  # lines at the top, characters of a stamp's line, words of a place
_HEAD = 1_000  # characters of a top or an end
_BREAKS = frozenset(",.:–—-)/،۔|")
_ENDS = frozenset(".!?…۔؟")
_AFTER = frozenset(".(:/–—-,،۔|[")


def is_stamp(text: str, found: list[Token], classes: str, first: int, last: int, words: Lexicon) -> bool:
    """Say whether a date is the article's own stamp.

    Parameters
    ----------
    text : str
    found : list of Token
    classes : str
        One letter a token.
    first, last : int
        The date: its first and last token.
    words : Lexicon
    """
    at, ended = found[first].start, found[last].end
    if not set("DCO") & set(classes[first : last + 1]):
        return False  # a stamp has a day
    if at > _HEAD and len(text) - ended > _HEAD:
        return False
    start = text.rfind("\n", 0, at) + 1
    end = text.find("\n", ended)
    end = end if end >= 0 else len(text)
    above = text[:start].strip() if start <= _HEAD else "\n" * _TOP
    at_end = len(text) - end <= _HEAD and not text[end:].strip()
    at_top = above.count("\n") < _TOP
    if not at_top and not at_end:
        return False
    if at_end and len(text[ended:].strip()) <= 1 and _imprint(found[max(first - 12, 0) : first], words):
        return True
    low = first
    while low and first - low <= _SHORT and found[low - 1].start >= start:  # in a longer line is neither
        low -= 1
    if (not above or at_end) and end - start <= _SHORT:
        others = [token for token in found[low:first] if token.is_word]
        others += [token for token in found[last + 1 : last + 9] if token.start < end and token.is_word]
        alone = not others or (len(others) == 1 and text[start:end].strip()[-1:] not in _ENDS)
        if (end - start <= 40 and alone) or _told(found[low:first], text[start:end], words):
            return True
        if above and at_end and text[start:end].strip()[:1] == "(" and len(others) <= 5:
            return True  # "(Agency, May 19, 2006)" below a story
    return at_top and is_dateline(found[low : last + 9], classes[low : last + 9], first - low, last - low)


def _told(before: list[Token], line: str, words: Lexicon) -> bool:
    """Whether a line opens by saying what its day is: "Published on ..."."""
    return line.strip()[-1:] not in _ENDS and any(token.text in words.stamp for token in before[:2])


def _imprint(before: list[Token], words: Lexicon) -> bool:
    """Whether the last sentence is "Published in The Daily, May 5th, 2023."."""
    ends = [index for index, token in enumerate(before) if token.text in _ENDS]
    opening = before[ends[-1] + 1 : ends[-1] + 2] if ends else []
    return bool(opening) and opening[0].capital and opening[0].text in words.stamp


def is_dateline(found: list[Token], classes: str, first: int, last: int) -> bool:
    """Say whether a paragraph opens with a place, a day and what parts them from the story.

    Parameters
    ----------
    found : list of Token
        Tokens from the beginning of the paragraph.
    classes : str
        One letter a token.
    first, last : int
        The date: its first and last token.

    Examples
    --------
    >>> from relations.dates.lexicon import lexicon
    >>> from relations.dates.neighbours import classify
    >>> found, classes, _ = classify("ASTANA, Feb 4 (APP): The two", 0, lexicon("en"))
    >>> is_dateline(found, classes, 2, 3)
    True
    """
    after = [token.text for token in found[last + 1 : last + 9]]
    if not after or after[0] not in _AFTER:
        return False
    before = found[:first]
    if not before:  # "Dec 10 (Reuters) - ..."
        return after[0] in "([" and bool(re.match(r"[(\[] .{2,40}? [)\]] [-–—:]", " ".join(after) + " "))
    named = [token for token in before if token.is_word]
    if not named or len(before) > 2 * _PLACE or len(named) > _PLACE or before[-1].text not in _BREAKS:
        return False
    if any(classes[index] not in "xoNJ" for index in range(first) if found[index].is_word):
        return False  # "On Monday, 9 December": a sentence begins
    if sum(token.text == "(" for token in before) != sum(token.text == ")" for token in before):
        return False
    if any(not token.is_word and token.text not in _BREAKS and token.text not in "(" for token in before):
        return False
    cased = [token for token in named if token.text.upper() != token.text]
    if cased:
        return all(token.capital for token in named) and (after[0] != "," or _agency(found[last + 1 : last + 3]))
    return len(named) <= _PLACE - 2 and after[0] in "(:-–—/["


def _agency(following: list[Token]) -> bool:
    """Whether a name in capitals follows a comma: "Минск, 4 февраля, БЕЛТА"."""
    return len(following) == 2 and following[1].shout


# After its place a dateline may tell a day, an agency, a reporter; then comes what parts it from the story.
_LINE = re.compile(
    r"(?P<place>[^\W\d_][^\n:(),،۔/–—]{1,40}?)"
    r"(?P<more>(?:\s*[,،.۔/]\s*[^\n:–—۔]{2,40}?)?(?:\s*[(\[][^\n()\[\]]{2,40}[)\]])?)"
    r"(?P<parts>\s*:\s|\s*[–—]\s|\s-\s|\s*۔\s)"
)
_LOWER = re.compile(r"(?<!\d )(?<!\d)\b[^\W\d_]+")


def dateline_end(text: str, start: int) -> int:
    """Return where the dateline before a sentence ends; where the sentence begins if it has none.

    Unlike `is_dateline` it asks for no day: "ISLAMABAD: ...". A dateline tells where the news was written.

    Parameters
    ----------
    text : str
    start : int
        Where the sentence begins.

    Examples
    --------
    >>> text = "ISLAMABAD: The prime minister is to visit Astana."
    >>> text[dateline_end(text, 0):]
    'The prime minister is to visit Astana.'
    >>> dateline_end("Almaty – Lahore flights begin in May.", 0)
    0
    """
    found = _LINE.match(text, start)
    if not found or (start and "\n" not in text[max(start - 2, 0) : start]):
        return start  # a dateline opens a paragraph
    place, more, parts = found["place"], found["more"], found["parts"].strip()
    if len(place.split()) > _PLACE - 2:
        return start
    cased = place.upper() != place.lower()
    shouted = cased and place.upper() == place
    if cased and not (shouted or all(word[0].isupper() for word in place.split())):
        return start
    if any(word[0].islower() for word in _LOWER.findall(more)):
        return start  # the story goes on: "Astana, the host, said: ..."
    if not (more or shouted or parts == ":") or (parts == "۔" and "(" not in more):
        return start  # "Almaty – Lahore" is a way between two cities
    return found.end()
