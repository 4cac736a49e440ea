"""Fiscal years: those of the country that a text names nearest."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from relations import dates
from relations.coding import code
from relations.coding.countries import known_codes
from relations.dates.fiscal import FiscalYear, fiscal_year

DATA = tomllib.loads((Path(dates.__file__).parent / "fiscal_years.toml").read_text(encoding="utf-8"))


def _dates(text: str, language: str = "en", day: str = "2025-05-15") -> list[str]:
    return [row.edtf for row in code(text, day, language, 0).dates]


def test_the_table_names_countries_once_and_months() -> None:
    listed = [country for countries in DATA["first_month"].values() for country in countries.split()]
    assert len(listed) == len(set(listed))
    assert set(listed) <= known_codes()
    assert set(DATA["named"]["by_its_beginning"].split()) <= set(listed)
    assert all(2 <= int(month) <= 12 for month in DATA["first_month"])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Exports of Pakistan grew in the current fiscal year.", "2024/2025"),
        ("Exports of India grew in the current fiscal year.", "2025/2026"),
        ("Exports of the United States grew in the current fiscal year.", "2024/2025"),
        ("Exports of Kazakhstan grew in the current fiscal year.", "2025"),
        ("Exports of India grew in FY25.", "2024/2025"),
        ("Exports of Japan grew in fiscal 2024.", "2024/2025"),
        ("Exports of Kazakhstan grew in fiscal 2024.", "2024"),
        ("Exports of India grew in the first quarter of fiscal year 2024-25.", "2024-34"),
        ("Exports of India grew in the first half of fiscal year 2024-25.", "2024-04/2024-09"),
        ("Exports of Egypt grew in the first half of fiscal year 2024-25.", "2024-41"),
        ("Exports of Bangladesh grew in the first ten months of fiscal year 2024-25.", "2024-07/2025-04"),
        ("Exports of India grew in the first ten months of fiscal year 2024-25.", "2024-04/2025-01"),
        ("Exports of Kazakhstan grew in the first quarter of fiscal year 2024-25.", "2024-35"),
        ("Trade of India and Nepal grew; Kenya's fell in the current fiscal year.", "2024/2025"),
    ],
)
def test_of_the_nearest_country(text: str, expected: str) -> None:
    assert _dates(text) == [expected]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "Экспорт Индии вырос в текущем финансовом году."),
        ("kk", "Үндістан экспорты ағымдағы қаржы жылында өсті."),
        ("ur", "بھارت کی برآمدات رواں مالی سال کے دوران بڑھیں۔"),
    ],
)
def test_in_every_language(language: str, text: str) -> None:
    assert _dates(text, language) == ["2025/2026"]


def test_that_fiscal_year_is_the_one_named_before() -> None:
    text = "Trade grew in the fiscal year 2021-22. In that fiscal year exports fell."
    assert [row.edtf for row in dates.read(text, "en", "2025-05-15")] == ["2021/2022", "2021/2022"]


def test_where_no_country_is_named() -> None:
    assert fiscal_year([], 0) == FiscalYear(DATA["unknown"]["first_month"])


def test_where_the_text_names_none_a_dossier_tells() -> None:
    text = "Exports grew in the current fiscal year."
    assert [row.edtf for row in code(text, "2025-05-15", "en", 0, about=("IND", "KAZ")).dates] == ["2025/2026"]
    assert [row.edtf for row in code(text, "2025-05-15", "en", 0, about=("KAZ", "UZB")).dates] == ["2025"]
