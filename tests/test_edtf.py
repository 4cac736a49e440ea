"""Uncertain dates."""

from __future__ import annotations

from datetime import date

import edtf as reference
import pytest
from hypothesis import given
from hypothesis import strategies as st

from relations import edtf
from relations.errors import DateError

years = st.integers(min_value=1000, max_value=2999).map(str)
months = st.builds(lambda y, m: f"{y}-{m:02}", years, st.integers(1, 12))
exact = st.dates(date(1000, 1, 1), date(2999, 12, 31)).map(date.isoformat)
simple = st.one_of(years, months, exact)
marked = st.builds(lambda value, mark: value + mark, simple, st.sampled_from(["", "~", "?", "%"]))
parts = st.builds(lambda y, p: f"{y}-{p}", years, st.sampled_from(sorted(set(edtf.PARTS) - {24})))
decades = st.integers(100, 299).map(lambda d: f"{d}X")
intervals = st.tuples(simple, simple).map(lambda pair: "/".join(sorted(pair, key=lambda one: edtf.span(one))))


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("1992-02-24", date(1992, 2, 24), date(1992, 2, 24)),
        ("1992-02", date(1992, 2, 1), date(1992, 2, 29)),
        ("1994~", date(1994, 1, 1), date(1994, 12, 31)),
        ("2025-33", date(2025, 1, 1), date(2025, 3, 31)),
        ("2023-41", date(2023, 7, 1), date(2023, 12, 31)),
        ("2024-24", date(2024, 12, 1), date(2025, 2, 28)),
        ("199X", date(1990, 1, 1), date(1999, 12, 31)),
        ("2020-02-27/2020-02-28", date(2020, 2, 27), date(2020, 2, 28)),
        ("2021/2022", date(2021, 1, 1), date(2022, 12, 31)),
        ("../2020", None, date(2020, 12, 31)),
        ("2020/..", date(2020, 1, 1), None),
    ],
)
def test_span(text: str, first: date | None, last: date | None) -> None:
    assert edtf.span(text) == (first, last)


@pytest.mark.parametrize(
    "text", ["", "1992-13", "1992-02-30", "24 Feb 1992", "1993/1992", "../..", "199X-02", "2025-37", "٢٠٢٥"]
)
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(DateError):
        edtf.span(text)
    assert not edtf.is_edtf(text)


def test_the_message_says_what_to_write() -> None:
    with pytest.raises(DateError, match="expected forms like 1992, 1992-02"):
        edtf.span("next year")


@given(st.one_of(marked, parts, decades, intervals))
def test_agrees_with_the_reference_implementation(text: str) -> None:
    parsed = reference.parse_edtf(text)
    first, last = edtf.span(text)
    assert first == date(*parsed.lower_strict()[:3])
    assert last == date(*parsed.upper_strict()[:3])


@given(st.one_of(marked, parts, decades, intervals))
def test_a_date_overlaps_itself_and_has_days(text: str) -> None:
    assert edtf.overlap(text, text)
    assert edtf.days(text) >= 1
    assert edtf.precision(text)


@given(st.text(max_size=30))
def test_any_text_is_read_or_refused(text: str) -> None:
    if edtf.is_edtf(text):
        assert edtf.span(text) != (None, None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1992-02-24", "day"),
        ("1992-02", "month"),
        ("2023-22", "season"),
        ("2025-33", "quarter"),
        ("2024-40", "half-year"),
        ("1994~", "year"),
        ("199X", "decade"),
        ("2024-01/2024-09", "interval"),
    ],
)
def test_precision(text: str, expected: str) -> None:
    assert edtf.precision(text) == expected
