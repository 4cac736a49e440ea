"""Text on slides: language, fonts and reading direction of every run, so that Kazakh and Urdu stand as they should.

PowerPoint takes the font of Arabic letters from ``a:cs`` and the spelling from ``lang``; a paragraph runs from right to
left only where it says so itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from relations.charts.words import right_to_left

if TYPE_CHECKING:
    from pptx.text.text import TextFrame

# What XML cannot hold; python-pptx would write it out as _x0000_.
FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")
TAGS = {"en": "en-GB", "kk": "kk-KZ", "ru": "ru-RU", "ur": "ur-PK"}
LONGEST = 600
SIDES = {"start": ("l", "r"), "middle": ("ctr", "ctr"), "end": ("r", "l")}


class Run(NamedTuple):
    """Words in one look.

    Attributes
    ----------
    text : str
        Words of articles must have passed `relations.charts.safe_text.clean`.
    size : float
        Points.
    bold : bool
    colour : str
        ``#rrggbb``.
    language : str or None
        Of the words, where it is not the paragraph's.
    url : str or None
        Where it leads; must have passed `relations.export.addresses.web_address`.
    """

    text: str
    size: float
    bold: bool = False
    colour: str = "#16202e"
    language: str | None = None
    url: str | None = None


def tag_of(language: str) -> str:
    """Return the tag of a language as office programs write it.

    Examples
    --------
    >>> tag_of("kk"), tag_of("uz")
    ('kk-KZ', 'uz')
    """
    return TAGS.get(language, language)


def write(
    frame: TextFrame, paragraphs: Iterable[Sequence[Run]], language: str, side: str = "start", spacing: float = 0
) -> None:
    """Write paragraphs into a text frame, replacing what it held.

    Parameters
    ----------
    frame : pptx TextFrame
    paragraphs : iterable of sequence of Run
        A paragraph without runs stays empty.
    language : str
        Of the paragraphs: gives their reading direction, unless all words of one are in another language.
    side : str
        ``start``, ``middle`` or ``end`` of the line, as the language reads.
    spacing : float
        Points after each paragraph.
    """
    from pptx.util import Pt

    turned = right_to_left(language)
    for n, runs in enumerate(paragraphs):
        paragraph = frame.paragraphs[0] if n == 0 else frame.add_paragraph()
        properties = paragraph._p.get_or_add_pPr()
        properties.set("algn", SIDES[side][turned])
        foreign = runs[0].language if runs and all(run.language for run in runs) else None
        properties.set("rtl", str(int(right_to_left(foreign) if foreign else turned)))
        if spacing:
            paragraph.space_after = Pt(spacing)
        for run in runs:
            _add(paragraph, run, language)


def _add(paragraph: Any, run: Run, language: str) -> None:
    from pptx.util import Pt

    added = paragraph.add_run()
    added.text = FORBIDDEN.sub("", run.text)[:LONGEST]
    added.font.size = Pt(run.size)
    added.font.bold = run.bold
    properties = added._r.get_or_add_rPr()
    properties.set("lang", tag_of(run.language or language))
    if run.url:
        added.hyperlink.address = run.url
    else:
        coloured(added.font, run.colour)
    fonts(properties)


def rgb(colour: str) -> Any:
    """Return a colour, ``#rrggbb``, as python-pptx takes it."""
    from pptx.dml.color import RGBColor

    return RGBColor.from_string(colour.lstrip("#").upper())


def coloured(font: Any, colour: str) -> None:
    """Give a font a colour, ``#rrggbb``."""
    font.color.rgb = rgb(colour)


def fonts(properties: Any, which: str = "mn") -> None:
    """Let run properties take the deck's own fonts for every script, so that one change of theme changes all."""
    from pptx.oxml.ns import qn

    for old in [child for child in properties if child.tag in (qn("a:latin"), qn("a:ea"), qn("a:cs"))]:
        properties.remove(old)
    # The schema's order: line, fill, effects, highlight, underline, then fonts, then links.
    after = [qn(f"a:{name}") for name in ("hlinkClick", "hlinkMouseOver", "rtl", "extLst")]
    at = next((n for n, child in enumerate(properties) if child.tag in after), len(properties))
    for name, script in (("a:latin", "lt"), ("a:ea", "ea"), ("a:cs", "cs")):
        font = properties.makeelement(qn(name), {"typeface": f"+{which}-{script}"})
        properties.insert(at, font)
        at += 1
