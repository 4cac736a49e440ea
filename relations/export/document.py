"""A document with nothing in it yet: styles, header, footer; and its words, tables, numbered notes and references.

Every run names its language and its direction: Word takes font, size and spelling of Arabic letters from properties of
their own (``w:cs``, ``w:szCs``, ``w:bidi``), and only where a run says that it is written from right to left.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any, NamedTuple

from relations.charts.theme import LIGHT
from relations.charts.words import right_to_left
from relations.export.cited import Note, turn
from relations.export.slide_text import FORBIDDEN, tag_of

FONT = "Arial"
_WIDE = 9638  # twentieths of a point between the margins of an A4 page
_STYLES = {"Normal": 10.0, "Title": 26.0, "Heading 1": 16.0, "Heading 2": 12.0, "Header": 8.5, "Footer": 8.5}


class Words(NamedTuple):
    """Words in one look; ``size`` in points, ``colour`` as ``#rrggbb``; ``notes`` are numbers of sources after them."""

    text: str
    size: float | None = None
    bold: bool = False
    colour: str | None = None
    language: str | None = None
    url: str | None = None
    notes: Sequence[int] = ()


class Document:
    """A document in one language.

    Parameters
    ----------
    language : str
        Of the reader; gives the direction of everything.
    title : str
        For the header and the file's properties.
    note : str
        For the footer.
    """

    def __init__(self, language: str, title: str, note: str) -> None:
        from docx import Document as new_document
        from docx.shared import Cm

        self.language, self.turned = language, right_to_left(language)
        self.file = new_document()
        self.file.core_properties.title, self.file.core_properties.subject = title, note
        self.file.core_properties.language, self.file.core_properties.author = tag_of(language), ""
        self.file.core_properties.comments = ""
        for zoom in self.file.settings.element.findall(_name("w:zoom")):
            zoom.set(_name("w:percent"), "100")  # the library's template leaves out what the schema wants
        section = self.file.sections[0]
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Cm(2)
        if self.turned:
            _element(section._sectPr, "w:bidi")
        self._styles()
        self._list = self._numbering()
        self._bookmarks = 0
        self._write(section.header.paragraphs[0], [Words(title, colour=LIGHT.quiet)])
        foot = section.footer.paragraphs[0]
        self._write(foot, [Words(f"{note} · ", colour=LIGHT.quiet)])
        self._field(foot, "PAGE", "1")

    def _styles(self) -> None:
        from docx.oxml.ns import qn
        from docx.shared import Pt, RGBColor

        for name, size in _STYLES.items():
            style = self.file.styles[name]
            style.font.size, style.font.name = Pt(size), FONT
            style.font.color.rgb = RGBColor.from_string(LIGHT.ink[1:].upper())
            properties = style.element.get_or_add_rPr()
            fonts = properties.get_or_add_rFonts()
            for key in [key for key in fonts.attrib if "Theme" in key or "theme" in key]:
                del fonts.attrib[key]
            for script in ("ascii", "hAnsi", "cs", "eastAsia"):
                fonts.set(qn(f"w:{script}"), FONT)
            _element(properties, "w:szCs", val=str(round(size * 2)))
            if style.font.bold:
                _element(properties, "w:bCs")
            _element(properties, "w:lang", val=tag_of(self.language), bidi=tag_of(self.language))
        self.file.styles["Normal"].paragraph_format.space_after = Pt(4)

    def _numbering(self) -> str:
        """Make the list that numbers the sources, and return its number."""
        numbering = self.file.part.numbering_part.element
        abstract = numbering.makeelement(_name("w:abstractNum"), {_name("w:abstractNumId"): "90"})
        _element(abstract, "w:multiLevelType", val="singleLevel")
        level = _element(abstract, "w:lvl", ilvl="0")
        for tag, value in (("start", "1"), ("numFmt", "decimal"), ("lvlText", "[%1]"), ("lvlJc", "left")):
            _element(level, f"w:{tag}", val=value)
        _element(_element(level, "w:pPr"), "w:ind", left="567", hanging="567")
        numbering.insert(0, abstract)
        return str(numbering.add_num(90).numId)

    def heading(self, text: str, level: int) -> None:
        """Add a heading; level 0 is the title."""
        paragraph = self.file.add_paragraph(style="Title" if level == 0 else f"Heading {level}")
        self._write(paragraph, [Words(text)])

    def paragraph(self, words: Sequence[Words]) -> None:
        """Add a paragraph."""
        self._write(self.file.add_paragraph(), words)

    def source(self, note: Note) -> None:
        """Add a source to the numbered list, with the mark that references lead to."""
        paragraph = self.file.add_paragraph()
        properties = paragraph._p.get_or_add_pPr()
        number = _element(properties, "w:numPr")
        _element(number, "w:ilvl", val="0")
        _element(number, "w:numId", val=self._list)
        self._bookmarks += 1
        start = _element(paragraph._p, "w:bookmarkStart", id=str(self._bookmarks), name=f"source_{note.number}")
        mark = Words(turn(self.turned))  # not foreign: the line reads as the document does
        self._write(paragraph, [mark, Words(note.title, language=note.language, url=note.url)])
        _element(paragraph._p, "w:bookmarkEnd", id=start.get(_name("w:id")))
        self._write(paragraph, [Words(f"{mark.text} · {note.about}", 8.5, colour=LIGHT.quiet)])

    def table(
        self, heads: Sequence[str], rows: Sequence[Sequence[Sequence[Sequence[Words]]]], widths: Sequence[float]
    ) -> None:
        """Add a table; a cell is a sequence of paragraphs. The row of heads is repeated on every page."""
        table = self.file.add_table(rows=0, cols=len(heads), style="Table Grid")
        table.autofit = False
        if self.turned:
            _element(table._tbl.tblPr, "w:bidiVisual")
        shares = [round(width / sum(widths) * _WIDE) for width in widths]
        for column, width in zip(table._tbl.tblGrid, shares, strict=True):
            column.set(_name("w:w"), str(width))
        for n, row in enumerate([[[[Words(head, bold=True, colour=LIGHT.paper)]] for head in heads], *rows]):
            added = table.add_row()
            properties = added._tr.get_or_add_trPr()
            _element(properties, "w:cantSplit")
            if n == 0:
                _element(properties, "w:tblHeader")
            for cell, content, width in zip(added.cells, row, shares, strict=True):
                cell_properties = cell._tc.get_or_add_tcPr()
                for old in cell_properties.findall(_name("w:tcW")):
                    old.set(_name("w:w"), str(width))
                    old.set(_name("w:type"), "dxa")
                if n == 0:
                    _element(cell_properties, "w:shd", val="clear", color="auto", fill=LIGHT.happened[1:])
                for at, words in enumerate(content):
                    paragraph = cell.paragraphs[0] if at == 0 else cell.add_paragraph()
                    paragraph.paragraph_format.space_after = 0
                    self._write(paragraph, words)
        margins = _element(table._tbl.tblPr, "w:tblCellMar")
        for side, room in (("top", "40"), ("left", "100"), ("bottom", "40"), ("right", "100")):
            _element(margins, f"w:{side}", w=room, type="dxa")
        borders = _element(table._tbl.tblPr, "w:tblBorders")
        for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
            _element(borders, f"w:{side}", val="single", sz="4", space="0", color=LIGHT.line[1:])
        self.file.add_paragraph()

    def _write(self, paragraph: Any, words: Sequence[Words]) -> None:
        if not paragraph.runs:  # words of another language alone run as that language does
            foreign = words[0].language if words and all(one.language for one in words) else None
            if right_to_left(foreign) if foreign else self.turned:
                _element(paragraph._p.get_or_add_pPr(), "w:bidi")
            elif self.turned:
                _element(paragraph._p.get_or_add_pPr(), "w:jc", val="right")
        for one in words:
            self._run(paragraph, one)
            for number in one.notes:
                self._field(paragraph, f"REF source_{number} \\r \\h", f"[{number}]", " ")

    def _run(self, paragraph: Any, words: Words) -> None:
        from docx.opc.constants import RELATIONSHIP_TYPE

        run = paragraph.add_run(FORBIDDEN.sub("", words.text))
        self._look(run, words)
        if words.url:
            place = self.file.part.relate_to(words.url, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
            link = paragraph._p.makeelement(_name("w:hyperlink"), {_name("r:id"): place})
            run._r.addprevious(link)
            link.append(run._r)

    def _look(self, run: Any, words: Words) -> None:
        from docx.shared import Pt, RGBColor

        language = words.language or self.language
        turned = right_to_left(language)
        colour = LIGHT.happened if words.url else words.colour
        properties = run._r.get_or_add_rPr()
        if words.bold:
            run.font.bold = True
            _element(properties, "w:bCs")
        if colour:
            run.font.color.rgb = RGBColor.from_string(colour[1:].upper())
        if words.size:
            run.font.size = Pt(words.size)
            _element(properties, "w:szCs", val=str(round(words.size * 2)))
        if words.url:
            run.font.underline = True
        if turned:
            _element(properties, "w:rtl")
        _element(properties, "w:lang", **({"bidi": tag_of(language)} if turned else {"val": tag_of(language)}))

    def _field(self, paragraph: Any, code: str, shown: str, before: str = "") -> None:
        """Add a field of Word's own, with what it shows until Word works it out."""
        if before:
            self._look(paragraph.add_run(before), Words("", 8.0))
        for kind, text in (("begin", ""), ("instr", f" {code} "), ("separate", ""), ("shown", shown), ("end", "")):
            run = paragraph.add_run(text if kind == "shown" else "")
            self._look(run, Words("", 8.0, colour=LIGHT.quiet))
            if kind == "instr":
                code_of = _element(run._r, "w:instrText")
                code_of.text = text
                code_of.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
            elif kind != "shown":
                _element(run._r, "w:fldChar", fldCharType=kind)

    def bytes(self) -> bytes:
        """Return the file."""
        buffer = io.BytesIO()
        self.file.save(buffer)
        return buffer.getvalue()


def _name(tag: str) -> str:
    from docx.oxml.ns import qn

    return str(qn(tag))


# The schema wants children in order; where Word reads them in another, it calls the file broken.
_ORDER = {
    "rPr": "rStyle rFonts b bCs i iCs caps smallCaps strike color spacing w kern position sz szCs highlight u effect "
    "bdr shd vertAlign rtl cs em lang".split(),
    "pPr": "pStyle keepNext keepLines pageBreakBefore widowControl numPr pBdr shd tabs bidi spacing ind jc rPr".split(),
    "tblPr": "tblStyle tblpPr bidiVisual tblW jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar "
    "tblLook".split(),
    "tcPr": "tcW gridSpan vMerge tcBorders shd noWrap tcMar vAlign".split(),
    "sectPr": "headerReference footerReference type pgSz pgMar pgNumType cols titlePg textDirection bidi rtlGutter "
    "docGrid".split(),
}


def _element(parent: Any, tag: str, **attributes: str) -> Any:
    """Add an element where the schema wants it among its siblings; one that is there is replaced."""
    from lxml.etree import QName

    added = parent.makeelement(_name(tag), {_name(f"w:{key}"): value for key, value in attributes.items()})
    order = _ORDER.get(QName(parent).localname)
    if order is None:
        parent.append(added)
        return added
    own = QName(added).localname
    for old in parent.findall(_name(tag)):
        parent.remove(old)
    rank = {name: n for n, name in enumerate(order)}
    after = [child for child in parent if rank.get(QName(child).localname, 99) > rank[own]]
    if after:
        after[0].addprevious(added)
    else:
        parent.append(added)
    return added
