from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relations.charts.dates import date_text
from relations.charts.words import LANGUAGES
from relations.errors import DateError

EXPECTED = [
    ("1992-02-24", ("24 Feb 1992", "1992 ж. 24 ақп.", "24 февр. 1992 г.", "24 فروری، 1992")),
    ("1992-02", ("Feb 1992", "1992 ж. ақп.", "февр. 1992 г.", "فروری 1992")),
    ("1994", ("1994", "1994", "1994", "1994")),
    ("1994~", ("about 1994", "шамамен 1994", "примерно 1994", "تقریباً 1994")),
    ("2025-33", ("1st quarter 2025", "2025 ж. І тоқсан", "1-й квартал 2025 г.", "پہلی سہ ماہی 2025")),
    ("2023-23", ("autumn 2023", "2023 ж. күзі", "осень 2023 г.", "خزاں 2023")),
    ("2024-24", ("winter 2024/25", "2024/25 ж. қысы", "зима 2024/25 г.", "موسمِ سرما 2024/25")),
    ("199X", ("1990s", "1990-жылдар", "1990-е гг.", "1990 کی دہائی")),
    ("2020-02-27/2020-02-28", ("27–28 Feb 2020", "2020 ж. 27–28 ақп.", "27–28 февр. 2020 г.", "27–28 فروری 2020")),
    ("2020/..", ("2020 – …", "2020 – …", "2020 – …", "2020 – …")),
]


@pytest.mark.parametrize(("edtf", "texts"), EXPECTED)
def test_dates_in_words(edtf: str, texts: tuple[str, ...]) -> None:
    for language, expected in zip(LANGUAGES, texts, strict=True):
        told = re.sub(r"\s", " ", date_text(edtf, language))
        assert told == expected


def test_what_is_no_date_is_refused() -> None:
    with pytest.raises(DateError):
        date_text("next year")


PARTS = st.builds(
    lambda year, part, mark: f"{year}{part}{mark}",
    st.integers(1900, 2100),
    st.sampled_from(["", "-01", "-12", "-07-15", "-21", "-24", "-33", "-36", "-40", "-41"]),
    st.sampled_from(["", "~", "?", "%"]),
)


@given(PARTS, st.sampled_from(LANGUAGES))
def test_a_date_is_told_no_more_exactly_than_it_is_known(edtf: str, language: str) -> None:
    told = date_text(edtf, language)
    assert edtf[:4] in told
    if edtf.rstrip("?~%") == edtf[:4]:
        assert re.sub(r"\D", "", told) == edtf[:4]
    if edtf[-1] in "~%?":
        assert told != date_text(edtf.rstrip("?~%"), language)


@given(PARTS, PARTS, st.sampled_from(LANGUAGES))
def test_an_interval_tells_both_ends(one: str, other: str, language: str) -> None:
    if one[:4] >= other[:4]:
        return
    told = date_text(f"{one}/{other}", language)
    assert one[:4] in told
    assert other[:4] in told
