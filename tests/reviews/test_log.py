"""The log keeps whatever is written to it, by however many at once, and never a broken line."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some
from made_decisions import decided

from relations.errors import ReviewError
from relations.reviews import append, read

KEY = "0123456789abcdef:visit:"
HEADER = "time,reviewer,key,field,old,new,note\n"
WRITERS, EACH = 8, 250

WRITE = """
import sys
from pathlib import Path
from relations.reviews import Decision, append
folder, writer, each = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
for number in range(each):
    time, key = f"2026-01-01T00:00:00.{number:06}Z", f"k{number}:visit:"
    append(folder, [Decision(time, writer, key, "summary", new=f"ж,\\"{number}")])
"""


def test_eight_writers_at_once_lose_no_decision(tmp_path: Path) -> None:
    writers = [
        subprocess.Popen([sys.executable, "-c", WRITE, str(tmp_path), f"w{n}", str(EACH)]) for n in range(WRITERS)
    ]
    assert [writer.wait(timeout=120) for writer in writers] == [0] * WRITERS
    decisions, problems = read(tmp_path)
    assert not problems
    assert len(decisions) == WRITERS * EACH == 2000
    written = {(f"w{n}", f"k{number}:visit:", f'ж,"{number}') for n in range(WRITERS) for number in range(EACH)}
    assert {(one.reviewer, one.key, one.new) for one in decisions} == written
    for n in range(WRITERS):
        own = [one.time for one in decisions if one.reviewer == f"w{n}"]
        assert own == sorted(own)  # each writer's in the order they were made


def test_a_line_that_a_crash_cut_off_spoils_no_other(tmp_path: Path) -> None:
    (tmp_path / "reviews.csv").write_text(HEADER + "2026-01-01T00:00:00Z,ab,0c:vi", encoding="utf-8")
    append(tmp_path, [decided(KEY, "review", "accepted")])
    decisions, problems = read(tmp_path)
    assert [one.new for one in decisions] == ["accepted"]
    assert "line 2" in str(problems[0])


def test_nothing_is_written_where_one_of_several_cannot_be_applied(tmp_path: Path) -> None:
    with pytest.raises(ReviewError, match="EDTF"):
        append(tmp_path, [decided(KEY, "review", "accepted"), decided(KEY, "date", "soon")])
    assert not (tmp_path / "reviews.csv").exists()


@given(some.text(some.characters(blacklist_categories=("Cs", "Cc")), max_size=60))
def test_a_note_in_any_script_comes_back_as_one_line(tmp_path_factory: pytest.TempPathFactory, note: str) -> None:
    folder = tmp_path_factory.mktemp("log")
    append(folder, [decided(KEY, "summary", note + "\n" + note)])
    assert len((folder / "reviews.csv").read_text(encoding="utf-8").splitlines()) >= 2
    assert read(folder)[0][0].new == " ".join((note + "\n" + note).split())


def test_a_file_that_a_spreadsheet_saved_is_read_and_one_with_other_columns_is_not(tmp_path: Path) -> None:
    file = tmp_path / "reviews.csv"
    file.write_bytes(b"\xef\xbb\xbf" + (HEADER + f"2026-01-01T00:00:00Z,ab,{KEY},review,,accepted,\r\n").encode())
    assert read(tmp_path)[0][0].new == "accepted"
    file.write_text(HEADER.replace(",", ";"), encoding="utf-8")
    with pytest.raises(ReviewError, match="expected time,reviewer"):
        read(tmp_path)
