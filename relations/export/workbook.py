"""Tables as one XLSX workbook, a sheet a table."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping
from datetime import date
from typing import Any

import pandas as pd

# Control characters that the format forbids; a hostile article may hold them.
_FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_LONGEST_CELL = 32_767
_WIDTHS = {"summary": 60, "quote": 80, "text": 60, "title": 50, "url": 40, "file": 40, "reason": 40, "advice": 50}


def workbook(tables: Mapping[str, pd.DataFrame]) -> bytes:
    """Return tables as an XLSX workbook.

    Parameters
    ----------
    tables : mapping of str to pandas.DataFrame
        By the name of the sheet.

    Returns
    -------
    bytes
        A file with a sheet a table: headers frozen and with filters, days as real dates, every text a text
        (never a formula or a link), columns wide enough to read.

    Examples
    --------
    >>> workbook({"events": pd.DataFrame({"date": ["1992-02"]})})[:2]
    b'PK'
    """
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.utils import get_column_letter

    book = Workbook()
    for sheet in list(book.worksheets):
        book.remove(sheet)
    for name, frame in tables.items():
        sheet = book.create_sheet(name[:31])
        sheet.freeze_panes = "A2"
        for column, title in enumerate(frame.columns, start=1):
            cell = sheet.cell(row=1, column=column, value=str(title))
            cell.font = Font(bold=True)
            cell.fill = PatternFill("solid", fgColor="E8EEF4")
            sheet.column_dimensions[get_column_letter(column)].width = _WIDTHS.get(str(title), 16)
        for row, values in enumerate(frame.itertuples(index=False), start=2):
            for column, value in enumerate(values, start=1):
                _write(sheet.cell(row=row, column=column), value, Alignment(wrap_text=True, vertical="top"))
        sheet.auto_filter.ref = f"A1:{get_column_letter(max(len(frame.columns), 1))}{len(frame) + 1}"
    if not book.sheetnames:
        book.create_sheet("empty")
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def _write(cell: Any, value: Any, wrapped: Any) -> None:
    if value is None or value is pd.NA or value is pd.NaT or (isinstance(value, float) and value != value):
        return
    if isinstance(value, pd.Timestamp | date):
        cell.value = value.date() if isinstance(value, pd.Timestamp) else value
        cell.number_format = "yyyy-mm-dd"
    elif isinstance(value, str):
        cell.value = _FORBIDDEN.sub("", value)[:_LONGEST_CELL]
        cell.data_type = "s"  # also what begins with "="
        cell.quotePrefix = True
        cell.alignment = wrapped
    else:
        cell.value = value.item() if hasattr(value, "item") else value
