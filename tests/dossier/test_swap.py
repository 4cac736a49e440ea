"""A folder is replaced as a whole."""

from __future__ import annotations

from pathlib import Path

from relations.dossier import swap

MARK = "datapackage.json"


def make(folder: Path, content: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / MARK).write_text(content)


def test_the_new_folder_takes_the_place_of_the_old(tmp_path: Path) -> None:
    target = tmp_path / "tables"
    for content in ("one", "two", "three"):
        (swap.begin(target) / MARK).write_text(content)
        swap.replace(target)
        assert (swap.current(target, MARK) / MARK).read_text() == content
    assert [file.name for file in tmp_path.iterdir()] == ["tables"]


def test_between_the_renames_the_new_folder_is_found(tmp_path: Path) -> None:
    make(tmp_path / ".tables.new", "new")
    make(tmp_path / ".tables.old", "old")
    assert (swap.current(tmp_path / "tables", MARK) / MARK).read_text() == "new"


def test_an_unfinished_folder_is_never_read(tmp_path: Path) -> None:
    (tmp_path / ".tables.new").mkdir()
    make(tmp_path / ".tables.old", "old")
    assert (swap.current(tmp_path / "tables", MARK) / MARK).read_text() == "old"


def test_what_a_kill_left_is_brought_back_before_the_next_build(tmp_path: Path) -> None:
    make(tmp_path / ".tables.old", "old")
    swap.begin(tmp_path / "tables")
    assert (tmp_path / "tables" / MARK).read_text() == "old"
