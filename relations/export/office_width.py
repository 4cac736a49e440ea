"""How wide a line of text is in an office program, which sets it in the fonts that it has, not in the package's.

Widths are the widest of the fonts that programs put in place of Arial (``tools/office_widths.py``): Urdu is set up to a
third wider than in Noto Naskh Arabic where a program finds no Arial.
"""

from __future__ import annotations

import tomllib
from functools import cache, lru_cache
from pathlib import Path

from relations.charts.text_width import Widths, by_letter, hundredths
from relations.charts.words import right_to_left

_FILE = Path(__file__).with_name("office_widths.toml")
_WIDER = 1.35  # than Noto Naskh Arabic is what programs set Urdu in, at most
_MARGIN = 1.03  # some pairs of letters are set further apart
_ROUNDING = 1.0  # pixels; programs place letters of small sizes on whole ones


@cache
def _widths() -> dict[str, Widths]:
    return {name: by_letter(group) for name, group in tomllib.loads(_FILE.read_text(encoding="utf-8")).items()}


@lru_cache(maxsize=32768)
def _hundredths(text: str, weight: str) -> int:
    return hundredths(text, _widths()[weight])


def office_width(text: str, size: float) -> float:
    """Return how wide a line of text is at most, in pixels as its size.

    Examples
    --------
    >>> from relations.charts.text_width import text_width
    >>> office_width("Almaty", 12) < text_width("Almaty", 12), office_width("", 12)
    (True, 0.0)
    """
    return _hundredths(text, "regular") / 100 * size * _MARGIN + (_ROUNDING if text else 0.0)


def bold_width(text: str, size: float) -> float:
    """Return how wide a line of bold text is at most, in pixels as its size.

    Examples
    --------
    >>> bold_width("Almaty", 12) > office_width("Almaty", 12)
    True
    """
    return _hundredths(text, "bold") / 100 * size * _MARGIN + (_ROUNDING if text else 0.0)


def widened(size: float, language: str) -> float:
    """Return the size at which the package's own fonts are at least as wide as an office program's at a size.

    For what is laid out by `relations.charts` as a whole: ticks of axes, the key.

    Examples
    --------
    >>> widened(10, "ur"), widened(10, "kk")
    (13.5, 10)
    """
    return size * _WIDER if right_to_left(language) else size
