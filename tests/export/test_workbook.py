"""The workbook, read back with openpyxl and compared with the tables."""

from __future__ import annotations

import io
from datetime import datetime
from typing import Any

import pandas as pd
import pytest
from openpyxl import load_workbook

from relations.export.chosen import tables
from relations.export.cited import web_address
from relations.export.column_words import SHEETS, column_title
from relations.export.workbook import workbook
from relations.views.archive import Archive
from relations.views.filters import Selection
from relations.views.scene import Scene
from relations.views.words import Words


def opened(scene: Scene) -> Any:
    return load_workbook(io.BytesIO(workbook(scene)))


def columns(sheet: Any) -> dict[str, list[Any]]:
    heads, *rows = sheet.iter_rows(values_only=True)
    assert len(heads) == len(set(heads))
    return {head: [row[n] for row in rows] for n, head in enumerate(heads)}


def plain(value: Any) -> Any:
    if value is None or pd.isna(value):
        return None
    return value.to_pydatetime() if isinstance(value, pd.Timestamp) else value


@pytest.mark.parametrize("language", ["en", "kk", "ru", "ur"])
def test_every_table_is_a_sheet_with_the_same_cells(shipped: Archive, language: str) -> None:
    book, say = opened(Scene(shipped, language=language)), Words(language)
    assert book.sheetnames == [say("Read me"), *(say(name) for name in SHEETS.values())]
    for name, frame in shipped.dossier.tables.items():
        sheet = book[say(SHEETS[name])]
        assert sheet.freeze_panes == "A2"
        assert sheet.auto_filter.ref.endswith(str(len(frame) + 1))
        assert bool(sheet.sheet_view.rightToLeft) == (language == "ur")
        found = columns(sheet)
        for column in frame.columns:
            title = column_title(column, say)
            coded = say("{column} (code)", column=title)
            told = found[coded] if coded in found else found[title]
            expected = [plain(value) for value in frame[column]]
            assert [t for t in told if t != ""] == [e for e in expected if e != ""], f"{name}.{column}"


def test_the_readers_words_run_as_their_language_does_and_those_of_articles_as_theirs(shipped: Archive) -> None:
    book, say = opened(Scene(shipped, language="ur")), Words("ur")
    first = book.worksheets[0]
    assert {
        cell.alignment.readingOrder for row in first.iter_rows() for cell in row if isinstance(cell.value, str)
    } == {2}
    events = book[say("Events")]
    orders = {cell.value: events.cell(row=2, column=cell.column).alignment.readingOrder for cell in events[1]}
    assert {cell.alignment.readingOrder for cell in events[1]} == {2}
    kind, summary = column_title("type", say), column_title("summary", say)
    assert (orders[kind], orders[summary]) == (2, 0)


def test_days_are_dates_beside_their_edtf(shipped: Archive) -> None:
    events = columns(opened(Scene(shipped))["Events"])
    pairs = list(zip(events["Date: day"], events["Date (EDTF)"], strict=True))
    assert any(day is None and text == "1992-02" for day, text in pairs)
    for day, text in pairs:
        exact = text is not None and len(text) == 10 and "X" not in text
        assert day == (datetime.fromisoformat(text) if exact else None)
    assert events["Kind"][events["Kind (code)"].index("visit")] == "Visit"


def test_formulas_are_words_and_addresses_links(archive: Archive, shipped: Archive) -> None:
    for sheet in opened(Scene(archive)):
        for row in sheet.iter_rows():
            for cell in row:
                assert cell.data_type != "f"
                if isinstance(cell.value, str) and cell.value.startswith(("=", "+", "-", "@")):
                    assert cell.quotePrefix
                assert cell.hyperlink is None or "javascript" not in str(cell.hyperlink.target)
    links = [
        row[0].hyperlink.target
        for row in opened(Scene(shipped))["Articles"].iter_rows(min_col=13, max_col=13, min_row=2)
    ]
    assert links == [web_address(url) for url in shipped.dossier.articles["url"]]


def test_filters_hold_in_every_table_and_are_told(shipped: Archive) -> None:
    scene = Scene(shipped, Selection(sectors=frozenset({"trade"})), "ru")
    book, kept = opened(scene), tables(scene)
    assert 0 < len(kept["events"]) < len(shipped.dossier.events)
    for name in ("events", "evidence", "articles", "figures", "people"):
        assert book[scene.say(SHEETS[name])].max_row == len(kept[name]) + 1
    assert set(kept["figures"]["article_id"]) <= set(kept["articles"]["article_id"])
    told = [row[0] for row in book.worksheets[0].iter_rows(max_col=1, values_only=True)]
    assert "Отрасли: Торговля" in told
