"""What the page shows as one XLSX workbook, a sheet a table, in the reader's language."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

import pandas as pd

from relations.charts.text_width import wrapped
from relations.export.addresses import web_address
from relations.export.chosen import extent, tables
from relations.export.column_words import SHEETS, column_title
from relations.export.office_width import office_width
from relations.views.outcomes import OUTCOMES, STATUSES

if TYPE_CHECKING:
    from relations.views.scene import Scene

# Control characters that the format forbids; a hostile article may hold them.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_LONGEST_CELL = 32_767
_WIDTHS = {
    "summary": 60, "quote": 70, "text": 60, "title": 50, "url": 40, "urls": 40, "file": 36, "reason": 40, "advice": 50,
    "disagreement": 30, "publisher": 26, "role": 30, "rule": 22, "sha256": 16,
}  # fmt: skip
_NARROW, _WIDE = 11.0, 30.0
_TEXT, _LETTER = 11 / 0.75, 7.0  # pixels of the size of text, and of what widths of columns are counted in
# Columns of EDTF: beside each stands the day itself, where it is one.
_EDTF = {"date", "announced", "published", "period"}


class _Column(NamedTuple):
    title: str
    values: list[Any]
    width: float
    link: bool = False
    wrap: bool = True
    own: bool = False  # in the reader's words


def workbook(scene: Scene) -> bytes:
    """Return every table as an XLSX workbook, without the rows that the filters leave out.

    Parameters
    ----------
    scene : Scene
        What is shown, in which language.

    Returns
    -------
    bytes
        A sheet that says what is in it, then a sheet a table: headers frozen and with filters, a day as a real date
        with its EDTF text beside, a label beside each code, every text a text (never a formula), addresses as links.

    Examples
    --------
    >>> from pathlib import Path
    >>> import relations
    >>> from relations.views.archive import Archive
    >>> from relations.views.scene import Scene
    >>> scene = Scene(Archive(relations.open("data/kazakhstan-pakistan")))  # doctest: +SKIP
    >>> _ = Path("dossier.xlsx").write_bytes(workbook(scene))  # doctest: +SKIP
    """
    from openpyxl import Workbook

    frames = tables(scene)
    book = Workbook()
    first = book.worksheets[0]
    names: list[tuple[str, int, list[str]]] = []
    for name in [*(sheet for sheet in SHEETS if sheet in frames), *(sheet for sheet in frames if sheet not in SHEETS)]:
        title = scene.say(SHEETS[name])[:31] if name in SHEETS else name[:31]
        columns = _columns(frames[name], scene)
        _fill(book.create_sheet(title), columns, len(frames[name]), scene)
        names.append((title, len(frames[name]), [column.title for column in columns]))
    _read_me(first, names, scene)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def _columns(frame: pd.DataFrame, scene: Scene) -> list[_Column]:
    """Return the columns of a sheet: those of the table, and what is put beside them."""
    say, found = scene.say, []
    labels = _labels(scene)
    for name in map(str, frame.columns):
        values, title = frame[name].tolist(), column_title(name, say)
        width = max(_WIDTHS.get(name, _NARROW), min(len(title) + 4.0, _WIDE))
        if name in _EDTF:
            width = max(width, 22.0)
            days = [date.fromisoformat(v) if isinstance(v, str) and _DAY.fullmatch(v) else None for v in values]
            found.append(_Column(say("{column}: day", column=title.partition(" (")[0]), days, 14.0))
        if name in labels:
            told = [None if _missing(v) else labels[name](str(v)) for v in values]
            widest = max((len(text) for text in told if text), default=0)
            found.append(_Column(title, told, max(width, min(widest + 2.0, _WIDE)), own=True))
            title = say("{column} (code)", column=title)
            width = _NARROW
        found.append(_Column(title, values, width, name == "url", name != "text"))
    return found


def _labels(scene: Scene) -> dict[str, Callable[[str], str]]:
    """Return, for columns that hold codes, what says a code in the reader's language."""
    say = scene.say
    states = {code: say(word) for code, word in (STATUSES | OUTCOMES).items()}
    decisions = {code: say(code) for code in ("accepted", "edited", "rejected")}

    def each(one: Callable[[str], str]) -> Callable[[str], str]:
        return lambda codes: ", ".join(one(code) for code in codes.split())

    return {
        "type": lambda code: scene.label("event_types", code),
        "lane": lambda code: scene.label("lanes", code),
        "sector": lambda code: scene.label("sectors", code),
        "person_id": lambda code: scene.label("people", code),
        "status": lambda code: (
            states.get(code) or {"measured": say("measured"), "target": say("target")}.get(code, code)
        ),
        "outcome": lambda code: states.get(code, code),
        "review": lambda code: decisions.get(code, code),
        "language": say.language_name,
        "summary_language": say.language_name,
        "languages": each(say.language_name),
        "country": say.country,
        "countries": each(say.country),
    }


def _missing(value: Any) -> bool:
    return value is None or value is pd.NA or value is pd.NaT or (isinstance(value, float) and value != value)


def _fill(sheet: Any, columns: list[_Column], rows: int, scene: Scene) -> None:
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.utils import get_column_letter

    sheet.freeze_panes = "A2"
    _page(sheet, scene)
    sheet.print_title_rows = "1:1"
    # A program tells the direction of a text from its first letter; what is said in the reader's words has theirs.
    order = _order(scene)
    bold, ground = Font(bold=True), PatternFill("solid", fgColor="E8EEF4")
    top, own = (Alignment(wrap_text=True, vertical="top", readingOrder=one) for one in (0, order))
    blue, flat = Font(color="0563C1", underline="single"), Alignment(vertical="top")
    for at, column in enumerate(columns, start=1):
        sheet.column_dimensions[get_column_letter(at)].width = column.width
        head = sheet.cell(row=1, column=at, value=column.title)
        head.font, head.fill, head.alignment = bold, ground, own
        for row, value in enumerate(column.values, start=2):
            if _missing(value):
                continue
            cell = sheet.cell(row=row, column=at)
            _write(cell, value)
            cell.alignment = own if column.own else top if column.wrap else flat
            if column.link and (address := web_address(str(value))):
                cell.hyperlink, cell.font = address, blue
    if columns:
        sheet.auto_filter.ref = f"A1:{get_column_letter(len(columns))}{rows + 1}"


def _page(sheet: Any, scene: Scene) -> None:
    """Let a sheet begin at the side where its language does, and be printed as wide as a page."""
    sheet.sheet_view.rightToLeft = scene.say.direction == "rtl"
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", sheet.PAPERSIZE_A4
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True


def _order(scene: Scene) -> int:
    """Return the direction of the reader's language as the format numbers it."""
    return 2 if scene.say.direction == "rtl" else 1


def _write(cell: Any, value: Any) -> None:
    if isinstance(value, pd.Timestamp | date):
        cell.value = value.date() if isinstance(value, pd.Timestamp) else value
        cell.number_format = "yyyy-mm-dd"
    elif isinstance(value, str):
        cell.value = _FORBIDDEN.sub("", value)[:_LONGEST_CELL]
        cell.data_type = "s"  # also what begins with "="
        cell.quotePrefix = True
    else:
        cell.value = value.item() if hasattr(value, "item") else value


def _read_me(sheet: Any, names: list[tuple[str, int, list[str]]], scene: Scene) -> None:
    """Say what is in the workbook: the dossier, the filters, the sheets."""
    from openpyxl.styles import Alignment, Font

    say, dossier = scene.say, scene.archive.dossier
    sheet.title = say("Read me")[:31]
    _page(sheet, scene)
    day = say("As of {date}", date=say.date(dossier.today.isoformat()))
    lines = [
        *extent(scene),
        day,
        say("Dates are EDTF (ISO 8601-2): 1992-02 is February 1992, 1994~ about 1994; what no source tells is empty."),
    ]
    said = Alignment(vertical="top", readingOrder=_order(scene))
    turned = Alignment(vertical="top", readingOrder=_order(scene), wrap_text=True)
    _write(sheet["A1"], scene.title)
    sheet["A1"].font, sheet["A1"].alignment = Font(bold=True, size=16), said
    for row, line in enumerate(lines, start=2):
        _write(sheet.cell(row=row, column=1), line)
        sheet.cell(row=row, column=1).alignment = said
    start = len(lines) + 3
    for column, word in enumerate((say("Sheet"), say("Rows"), say("Columns")), start=1):
        head = sheet.cell(row=start, column=column, value=word)
        head.font, head.alignment = Font(bold=True), said
    for row, (title, rows, columns) in enumerate(names, start=start + 1):
        cell = sheet.cell(row=row, column=1)
        _write(cell, title)
        cell.hyperlink, cell.font = f"#'{title}'!A1", Font(color="0563C1", underline="single")
        sheet.cell(row=row, column=2, value=rows)
        told = " · ".join(columns)
        _write(sheet.cell(row=row, column=3), told)
        lines_of = len(wrapped(told, _TEXT, 110 * _LETTER, office_width))
        sheet.row_dimensions[row].height = lines_of * (20 if say.direction == "rtl" else 15)
        sheet.cell(row=row, column=3).alignment = turned
        cell.alignment = sheet.cell(row=row, column=2).alignment = said
    for letter, width in (("A", 30), ("B", 10), ("C", 110)):
        sheet.column_dimensions[letter].width = width
