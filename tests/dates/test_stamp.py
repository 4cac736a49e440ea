"""Day and hour in header lines and metadata."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relations.dates import read_stamp


@pytest.mark.parametrize(
    ("line", "day", "time"),
    [
        ("12.12.2024 в 21:59", "2024-12-12", "21:59"),
        ("12 Қараша 2022, 11:20", "2022-11-12", "11:20"),
        ("01 наурыз, 2022 17:05", "2022-03-01", "17:05"),
        ("3 February 2026, 14:05", "2026-02-03", "14:05"),
        ("17 сентября 2024, 10:32", "2024-09-17", "10:32"),
        ("١٢ دسمبر ۲۰۲۲", "2022-12-12", None),
        ("13 فروری 2025", "2025-02-13", None),
        ("February 24, 1992 3:05 PM", "1992-02-24", "15:05"),
        ("2024-12-12T21:59:00+05:00", "2024-12-12", "21:59"),
        ("2024-12-12", "2024-12-12", None),
        ("Thu, 12 Dec 2024 21:59:00 +0500", "2024-12-12", "21:59"),
    ],
)
def test_stamp(line: str, day: str, time: str | None) -> None:
    stamp = read_stamp(line)
    assert stamp is not None
    assert (stamp.edtf, stamp.time) == (day, time)


@pytest.mark.parametrize("line", ["© 2024", "February 2022", "Views: 12 2024", "31.02.2024", "", "2024", "10:30"])
def test_nothing_is_filled_in(line: str) -> None:
    assert read_stamp(line) is None


@given(st.text(max_size=120))
def test_any_line_is_read_or_refused(line: str) -> None:
    stamp = read_stamp(line)
    assert stamp is None or len(stamp.edtf) == 10
