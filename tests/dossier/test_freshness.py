"""A dossier's tables are stale when anything that a build reads has changed, and only then."""

from __future__ import annotations

from pathlib import Path

from relations.dossier import settings
from relations.dossier.build import build
from relations.dossier.freshness import stale


def test_tables_are_stale_when_something_that_a_build_reads_has_changed(tmp_path: Path) -> None:
    folder = tmp_path / "pair"
    settings.write(folder, ["ITA", "KAZ"])
    note = folder / "articles" / "note.txt"
    note.write_text("Talks were held in Rome in 1994.")
    assert stale(folder)
    build(folder)
    assert not stale(folder)
    note.write_bytes(note.read_bytes())  # touched only
    assert not stale(folder)
    for file, text in (
        (note, "Talks were held in 1995."),
        (folder / settings.FILE, 'countries = ["ITA", "UZB"]\n'),
        (folder / "articles" / "new.txt", "Talks."),
        (folder / "reviews.csv", "time,reviewer,key,field,old,new,note\n"),
    ):
        file.write_text(text)
        assert stale(folder), file
        build(folder)
        assert not stale(folder), file
    note.rename(note.with_name("renamed.txt"))
    assert stale(folder)
