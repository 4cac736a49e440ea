"""``.csv``, ``.xlsx``, ``.jsonl``: an article a row, with or without its text."""

from __future__ import annotations

import csv
import io
import json
import tomllib
import zipfile
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any

from relations.errors import SourceError

Found = tuple[str, dict[str, str | None] | SourceError]  # place in the file, and what stands there
_UNPACKED = 200 * 2**20
_ROWS = 200_000


@cache
def names() -> dict[str, str]:
    """Return the fields of an article by what columns and lines of a head call them, in lower case."""
    body = tomllib.loads(Path(__file__).with_name("columns.toml").read_text(encoding="utf-8"))
    return {alias: name for name, aliases in body.items() for alias in aliases}


def _fields(row: dict[Any, Any]) -> dict[str, str | None] | SourceError:
    """One row's fields, by whatever names its columns have."""
    fields: dict[str, str | None] = {}
    for column, value in row.items():
        name = names().get(str(column).strip().casefold())
        if name and value not in (None, ""):
            fields.setdefault(name, _cell(value))
    if not (fields.get("title") or fields.get("url") or fields.get("text")):
        return SourceError("no title, address or text in this row", "Name a column title, url or text, and fill it in")
    fields["published_from"] = "metadata" if fields.get("published") else None
    return fields


def _cell(value: object) -> str | None:
    if isinstance(value, datetime):
        return value.date().isoformat() if (value.hour, value.minute) == (0, 0) else value.isoformat(timespec="minutes")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip() or None


def read_csv(text: str) -> Iterator[Found]:
    """Read comma, semicolon or tab separated rows, the first row naming the columns."""
    first = text.lstrip("\n").split("\n", 1)[0]
    delimiter = max(",;\t", key=first.count)
    reader = csv.DictReader(io.StringIO(text), delimiter=delimiter)
    if not {str(name).strip().casefold() for name in reader.fieldnames or ()} & set(names()):
        known = ", ".join(sorted(set(names().values())))
        raise SourceError("its first row names no known column", f"Name columns such as {known}")
    try:
        for row in reader:
            place = f"line {reader.line_num}"
            if None in row:
                yield place, SourceError("more fields than columns", "Quote values that hold the separator")
            elif any(row.values()):
                yield place, _fields(row)
    except csv.Error as error:
        yield f"line {reader.line_num}", SourceError(f"not CSV from here on ({error})", "Save the table again as CSV")


def read_jsonl(text: str) -> Iterator[Found]:
    """Read one JSON object a line."""
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except (ValueError, RecursionError):
            row = None
        if isinstance(row, dict):
            flat = {key: value for key, value in row.items() if isinstance(value, str | int | float)}
            yield f"line {number}", _fields(flat)
        else:
            yield f"line {number}", SourceError("no JSON object on this line", "Write one object a line")


def read_xlsx(content: bytes) -> Iterator[Found]:
    """Read every sheet of a workbook, the first row of each naming the columns."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            size = sum(info.file_size for info in archive.infolist())
            if any(
                b"<!ENTITY" in archive.open(info).read(4096)
                for info in archive.infolist()
                if info.filename.endswith(".xml")
            ):
                raise SourceError("the workbook defines XML entities, as attacks do", "Save the workbook again")
    except zipfile.BadZipFile:
        raise SourceError("the file is no XLSX workbook", "Save the table again as XLSX or CSV") from None
    if size > _UNPACKED:
        raise SourceError(f"the workbook unpacks to {size // 2**20} MB", "Save only the table itself, or use CSV")
    import openpyxl

    try:
        book = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True)
    except Exception as error:  # a broken workbook makes openpyxl raise whatever its parts raise
        raise SourceError(f"the workbook cannot be opened ({error})", "Save the table again as XLSX or CSV") from None
    for sheet in book.worksheets:
        yield from _sheet(sheet.title, sheet.iter_rows(values_only=True, max_row=_ROWS))


def _sheet(title: str, rows: Iterable[tuple[Any, ...]]) -> Iterator[Found]:
    iterator = iter(rows)
    header = [str(name or "") for name in next(iterator, ())]
    if not {name.strip().casefold() for name in header} & set(names()):
        yield (
            f"sheet {title}",
            SourceError("its first row names no known column", "Name columns such as title, url, published"),
        )
        return
    for number, row in enumerate(iterator, start=2):
        if any(value not in (None, "") for value in row):
            yield f"sheet {title}, row {number}", _fields(dict(zip(header, row, strict=False)))
