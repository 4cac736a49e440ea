"""How wide a line of text is, without a browser: advance widths of the fonts that the package brings, kept as data.

Arabic letters change their form, and so their width, beside their neighbours; `text_width` joins them as the Unicode
standard says (chapter 9.2, cursive joining). Ligatures and kerning are left out: they only make text narrower.
"""

from __future__ import annotations

import tomllib
import unicodedata
from collections.abc import Callable, Mapping
from functools import lru_cache
from pathlib import Path

_UNKNOWN = 105
_SPACE = 35
# Browsers round and hint advances, and round the box of a line to whole pixels; this much is kept on top.
_MARGIN = 1.02
_ROUNDING = 1.0

Widths = Mapping[str, Mapping[str, int]]  # hundredths of an em by letter: in any form, and by the form beside others


def by_letter(groups: Mapping[str, Mapping[str, str]]) -> Widths:
    """Return widths as files have them, letters by their width, as widths by letter."""
    return {
        name: {letter: int(width) for width, letters in group.items() for letter in letters}
        for name, group in groups.items()
    }


OWN = by_letter(tomllib.loads(Path(__file__).with_name("text_widths.toml").read_text(encoding="utf-8")))


def _joins(letter: str, widths: Widths) -> tuple[bool, bool]:
    """Say whether a letter joins the one before it and the one after it."""
    return letter in widths["final"] or letter == "ـ", letter in widths["initial"] or letter == "ـ"


def _letter(letter: str, before: bool, after: bool, widths: Widths) -> int:
    if letter in widths["isolated"]:
        form = "medial" if before and after else "final" if before else "initial" if after else "isolated"
        return widths[form].get(letter, widths["isolated"][letter])
    if letter in widths["plain"]:
        return widths["plain"][letter]
    return _SPACE if unicodedata.category(letter) == "Zs" else _UNKNOWN


def hundredths(text: str, widths: Widths) -> int:
    """Return how wide a line of text is, in hundredths of an em.

    Examples
    --------
    >>> hundredths("بب", OWN) < 2 * hundredths("ب", OWN)
    True
    """
    seen = [letter for letter in text if unicodedata.category(letter) not in ("Mn", "Me", "Cf", "Cc")]
    joins = [_joins(letter, widths) for letter in seen]
    total = 0
    for n, letter in enumerate(seen):
        before = n > 0 and joins[n - 1][1] and joins[n][0]
        after = n + 1 < len(seen) and joins[n][1] and joins[n + 1][0]
        total += _letter(letter, before, after, widths)
    return total


@lru_cache(maxsize=32768)
def _hundredths(text: str) -> int:
    return hundredths(text, OWN)


def text_width(text: str, size: float) -> float:
    """Return how wide a line of text is at most.

    Parameters
    ----------
    text : str
        One line.
    size : float
        Size of the font in pixels.

    Returns
    -------
    float
        Pixels, in regular weight, in the fonts of `relations.charts.typefaces`.

    Examples
    --------
    >>> text_width("", 12), text_width("Visit", 12) < text_width("Visit · Astana", 12)
    (0.0, True)
    >>> text_width("بببب", 10) < 4 * text_width("ب", 10)
    True
    """
    return _hundredths(text) / 100 * size * _MARGIN + (_ROUNDING if text else 0.0)


Measure = Callable[[str, float], float]  # a line of text and the size of its font to pixels


def fitted(text: str, size: float, width: float, measure: Measure = text_width) -> str:
    """Return text, shortened with an ellipsis so that it is no wider than a width.

    Examples
    --------
    >>> fitted("Commissions and forums", 12, 90)
    'Commissions…'
    """
    if measure(text, size) <= width:
        return text
    for end in range(len(text) - 1, 0, -1):
        short = text[:end].rstrip(" ·,–") + "…"
        if measure(short, size) <= width:
            return short
    return ""


def wrapped(text: str, size: float, width: float, measure: Measure = text_width) -> list[str]:
    """Return text in lines that are no wider than a width; a word that is wider is shortened.

    Examples
    --------
    >>> wrapped("3 events not shown", 12, 80)
    ['3 events not', 'shown']
    """
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and measure(longer, size) <= width:
            lines[-1] = longer
        else:
            lines.append(fitted(word, size, width, measure))
    return lines
