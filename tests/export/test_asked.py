"""What is asked for on the command line."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from relations.dossier import open_dossier, settings
from relations.dossier.build import build
from relations.errors import ExportError
from relations.export import FORMATS, export, export_file
from relations.export.asked import asked
from relations.views.archive import Archive
from relations.views.filters import Selection


def test_the_address_of_the_page_is_understood_and_options_win(archive: Archive) -> None:
    address = "http://127.0.0.1:8866/?sectors=trade,energy&since=1999&lang=kk&window=2020-01-01,2021-12-31"
    found = asked(archive.dossier, address, "", {"since": 2010, "types": ["visit"], "text": "", "sure": False})
    assert found.selection == Selection(since=2010, types=frozenset({"visit"}), sectors=frozenset({"trade", "energy"}))
    assert (found.language, found.window) == ("kk", (date(2020, 1, 1), date(2021, 12, 31)))
    assert asked(archive.dossier, address, "ru", {}).language == "ru"


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"sectors": ["tradee"]}, "'tradee' is none of the sectors of this dossier; choose from agriculture"),
        ({"types": ["vist"]}, "'vist' is none of the types"),
        ({"statuses": ["late"]}, "'late' is none of the statuses of this dossier; choose from .*overdue"),
    ],
)
def test_a_code_that_there_is_not_is_told(archive: Archive, options: dict[str, list[str]], message: str) -> None:
    with pytest.raises(ExportError, match=message):
        asked(archive.dossier, "", "", options)


def test_one_file_has_the_name_it_was_given(archive: Archive, tmp_path: Path) -> None:
    file = export_file(archive.dossier, tmp_path / "new" / "talk.PPTX", language="kk", sections=["figures"])
    assert file.read_bytes()[:2] == b"PK"
    assert [one.name for one in file.parent.iterdir()] == ["talk.PPTX"]


def test_what_cannot_be_written_is_told_before_anything_is(archive: Archive, tmp_path: Path) -> None:
    with pytest.raises(ExportError, match=r"csv is 14 files; name a folder for them \(--to\)"):
        export_file(archive.dossier, tmp_path / "a.csv")
    with pytest.raises(ExportError, match=f"'doc' is no format; choose from {', '.join(FORMATS)}"):
        export_file(archive.dossier, tmp_path / "b.doc")
    with pytest.raises(ExportError, match=r"b has no ending that tells its format; end it with \.pptx"):
        export_file(archive.dossier, tmp_path / "b")
    with pytest.raises(ExportError, match="is a folder; name a file in it, or give the folder with --to"):
        export_file(archive.dossier, tmp_path, "ics")
    with pytest.raises(ExportError, match="'quotes' is no section"):
        export(archive.dossier, tmp_path / "c", ["csv"], sections=["quotes"])
    assert not list(tmp_path.iterdir())


def test_filters_that_leave_nothing_are_told_and_nothing_is_written(archive: Archive, tmp_path: Path) -> None:
    with pytest.raises(
        ExportError, match=r"matches since 3000, so nothing was written: it holds 40 events from 1992 to"
    ):
        export(archive.dossier, tmp_path / "a", ["pptx", "csv"], selection=Selection(since=3000))
    with pytest.raises(ExportError, match="matches types visit, text no such words, so nothing was written"):
        chosen = Selection(text="no such words", types=frozenset({"visit"}))
        export_file(archive.dossier, tmp_path / "a.ics", selection=chosen)
    with pytest.raises(ExportError, match="since 2027 is after until 2020, so nothing was written"):
        export(archive.dossier, tmp_path / "b", ["xlsx"], selection=Selection(since=2027, until=2020))
    assert not list(tmp_path.iterdir())


def test_a_dossier_without_events_is_exported_all_the_same(tmp_path: Path) -> None:
    settings.write(tmp_path / "new", ["ITA", "KAZ"])
    build(tmp_path / "new")
    empty = open_dossier(tmp_path / "new")
    files = export(
        empty, tmp_path / "out", ["pptx", "docx", "xlsx", "html", "ics", "zip", "timelinejs", "jsonld", "csl"], "kk"
    )
    assert len(files) == 9
    assert "Мақалаларда әзірге оқиға жоқ." in files[3].read_text(encoding="utf-8")
    assert export_file(empty, tmp_path / "a.html", language="kk", selection=Selection(since=2020)).exists()


def test_names_tell_the_language_of_words(archive: Archive, tmp_path: Path) -> None:
    names = [export(archive.dossier, tmp_path, ["ics", "csl"], one)[0].name for one in ("kk", "ur")]
    assert names == ["synthetic-kk.ics", "synthetic-ur.ics"]
    assert {file.name for file in tmp_path.iterdir()} == {*names, "synthetic-sources.csl.json"}


@pytest.mark.browser
def test_one_file_that_ends_in_pdf_is_the_briefing(archive: Archive, tmp_path: Path, browser: object) -> None:
    file = export_file(archive.dossier, tmp_path / "a.pdf", language="kk", sections=["figures"])
    assert file.read_bytes().startswith(b"%PDF-")
