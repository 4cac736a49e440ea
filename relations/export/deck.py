"""A deck of slides with nothing on them yet: 16:9, fonts and colours, title, footer, number of each slide.

Places are in the pixels that charts count in, 1280 by 720; a pixel is 9525 of the format's own units.
"""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from relations.charts.theme import LIGHT
from relations.charts.words import right_to_left
from relations.export.slide_text import Run, fonts, rgb, tag_of, write

if TYPE_CHECKING:
    from pptx.slide import Slide

PIXEL = 9525
WIDTH, HEIGHT = 1280, 720
EDGE = 40
TOP, BOTTOM = 84, 672  # what a slide tells stands between title and footer
# On every Windows and Mac, with the letters of Kazakh and of Urdu; office programs on Linux have fonts of its widths.
FONT = "Arial"
_FOOT = 10


def units(pixels: float) -> int:
    """Return pixels in the format's own units.

    Examples
    --------
    >>> units(1280)
    12192000
    """
    return round(pixels * PIXEL)


class Deck:
    """Slides that share one look.

    Parameters
    ----------
    language : str
        Of the reader: gives the direction of every slide.
    title : str
        Of the dossier, for the footer and the file's properties.
    note : str
        What stands at the other side of the footer.
    """

    def __init__(self, language: str, title: str, note: str) -> None:
        from pptx import Presentation

        self.language, self.title, self.note = language, title, note
        self.turned = right_to_left(language)
        self.file = Presentation()
        self.file.slide_width, self.file.slide_height = units(WIDTH), units(HEIGHT)
        self.file.part._element.sldSz.attrib.pop("type", None)  # the template's own says 4:3
        properties = self.file.core_properties
        properties.title, properties.subject, properties.language = title, note, tag_of(language)
        properties.author, properties.keywords, properties.comments = "", "", ""
        self._cover, self._plain = self.file.slide_layouts[0], self.file.slide_layouts[5]
        for layout in list(self.file.slide_layouts):
            if layout not in (self._cover, self._plain):
                self.file.slide_layouts.remove(layout)
        _theme(self.file.slide_master.part)
        self._frame()

    def _frame(self) -> None:
        wide = WIDTH - 2 * EDGE
        places = {
            "TITLE": (EDGE, 22, wide, 50), "BODY": (EDGE, TOP, wide, BOTTOM - TOP),
            "DATE": (EDGE, 684, 10, 24), "FOOTER": (EDGE, 684, wide, 24), "SLIDE_NUMBER": (EDGE, 684, wide, 24),
            "CENTER_TITLE": (EDGE * 2, 220, wide - 2 * EDGE, 110), "SUBTITLE": (EDGE * 2, 345, wide - 2 * EDGE, 200),
        }  # fmt: skip
        for owner in (self.file.slide_master, self._cover, self._plain):
            for shape in owner.placeholders:
                shape.left, shape.top, shape.width, shape.height = map(
                    units, places[shape.placeholder_format.type.name]
                )
                shape.text_frame.margin_left = shape.text_frame.margin_right = 0  # in line with what stands below
                if shape.placeholder_format.type.name == "DATE":  # the footer tells the day
                    shape._element.getparent().remove(shape._element)

    def cover(self, title: str, lines: Sequence[str]) -> Slide:
        """Add the slide that the deck begins with."""
        from pptx.enum.shapes import MSO_SHAPE
        from pptx.enum.text import MSO_ANCHOR

        slide = self.file.slides.add_slide(self._cover)
        heading, below = slide.placeholders[0], slide.placeholders[1]
        heading.text_frame.vertical_anchor = MSO_ANCHOR.BOTTOM
        write(heading.text_frame, [[Run(title, 40, True)]], self.language)
        write(below.text_frame, [[Run(line, 18, colour=LIGHT.quiet)] for line in lines], self.language, spacing=6)
        across = WIDTH - EDGE - 8 if self.turned else EDGE
        bar = slide.shapes.add_shape(
            MSO_SHAPE.RECTANGLE, units(across), units(230), units(8), units(120 + 34 * len(lines))
        )
        filled(bar, LIGHT.happened)
        described(bar, "", decorative=True)
        self._foot(slide)
        return slide

    def slide(self, title: str) -> Slide:
        """Add a slide with a title, the dossier and the day below, and its number."""
        from pptx.enum.text import MSO_ANCHOR

        slide = self.file.slides.add_slide(self._plain)
        slide.shapes.title.text_frame.vertical_anchor = MSO_ANCHOR.MIDDLE
        write(slide.shapes.title.text_frame, [[Run(title, 24, True)]], self.language)
        self._foot(slide)
        return slide

    def _foot(self, slide: Slide) -> None:
        from pptx.oxml.ns import qn

        layout = {shape.placeholder_format.type.name: shape for shape in slide.slide_layout.placeholders}
        for kind in ("FOOTER", "SLIDE_NUMBER"):
            slide.shapes.clone_placeholder(layout[kind])
            shape = slide.shapes[-1]
            text = f"{self.title} · {self.note}" if kind == "FOOTER" else ""
            side = "start" if kind == "FOOTER" else "end"
            write(shape.text_frame, [[Run(text, _FOOT, colour=LIGHT.quiet)] if text else []], self.language, side)
            if kind == "SLIDE_NUMBER":
                paragraph = shape.text_frame.paragraphs[0]._p
                field = paragraph.makeelement(
                    qn("a:fld"), {"id": "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}", "type": "slidenum"}
                )
                properties = field.makeelement(qn("a:rPr"), {"lang": tag_of(self.language), "sz": str(_FOOT * 100)})
                fonts(properties)
                words = field.makeelement(qn("a:t"), {})
                words.text = str(len(self.file.slides))
                field.extend([properties, words])
                paragraph.append(field)

    def notes(self, slide: Slide, paragraphs: Sequence[Sequence[Run]]) -> None:
        """Write the speaker's notes of a slide."""
        first = not self.file.part._rels or not any(
            "notesMaster" in rel.reltype for rel in self.file.part.rels.values()
        )
        page = slide.notes_slide
        if first:
            _theme(self.file.notes_master.part)
        if page.notes_text_frame is not None:
            write(page.notes_text_frame, paragraphs, self.language)

    def bytes(self) -> bytes:
        """Return the file."""
        buffer = io.BytesIO()
        self.file.save(buffer)
        return buffer.getvalue()


def filled(shape: Any, colour: str | None, line: str | None = None, width: float = 1.5) -> None:
    """Fill a shape and draw its outline; ``None`` leaves either out."""
    from pptx.util import Pt

    if colour is None:
        shape.fill.background()
    else:
        shape.fill.solid()
        shape.fill.fore_color.rgb = rgb(colour)
    if line is None:
        shape.line.fill.background()
    else:
        shape.line.color.rgb = rgb(line)
        shape.line.width = Pt(width)
    plain(shape)


def plain(shape: Any) -> None:
    """Take the theme's own look from a shape: its shadow, and what else another theme would bring."""
    from pptx.oxml.ns import qn

    for style in shape._element.findall(qn("p:style")):
        shape._element.remove(style)


def described(shape: Any, text: str, name: str | None = None, decorative: bool = False) -> None:
    """Say what a shape shows, for those who do not see it; or that it shows nothing."""
    from lxml import etree

    properties = shape._element.xpath(".//p:cNvPr")[0]
    properties.set("descr", text)
    if name:
        properties.set("name", name)
    if decorative:
        space = "http://schemas.openxmlformats.org/drawingml/2006/main"
        own = "http://schemas.microsoft.com/office/drawing/2017/decorative"
        extension = etree.SubElement(etree.SubElement(properties, f"{{{space}}}extLst"), f"{{{space}}}ext")
        extension.set("uri", "{C183D7F6-B498-43B3-948B-1728B52AA6E4}")
        etree.SubElement(extension, f"{{{own}}}decorative", nsmap={"adec": own}).set("val", "1")


def _theme(master: Any) -> None:
    """Give a master the fonts and colours of the charts."""
    from pptx.opc.constants import RELATIONSHIP_TYPE

    part = master.part_related_by(RELATIONSHIP_TYPE.THEME)
    text = part.blob.decode("utf-8")
    font = f'<a:latin typeface="{FONT}"/><a:ea typeface=""/><a:cs typeface="{FONT}"/>'
    text = re.sub(
        r"(<a:(?:major|minor)Font>).*?(</a:(?:major|minor)Font>)",
        rf'\1{font}<a:font script="Arab" typeface="{FONT}"/>\2', text, flags=re.DOTALL,
    )  # fmt: skip
    for number, colour in enumerate(LIGHT.series[:6], start=1):
        text = re.sub(
            rf"(<a:accent{number}>).*?(</a:accent{number}>)", rf'\1<a:srgbClr val="{colour[1:].upper()}"/>\2', text,
            flags=re.DOTALL,
        )  # fmt: skip
    part._blob = text.encode("utf-8")
