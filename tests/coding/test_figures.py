"""Numbers with their scale, currency or unit, in four languages."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relations.coding.figure_lexicon import number
from relations.coding.figures import figures
from relations.dates import read

CASES = [
    ("en", "Trade reached $57 million.", (57e6, "currency", "USD")),
    ("en", "Trade reached US$1.4 billion.", (1.4e9, "currency", "USD")),
    ("en", "An outlay of Rs18,877 billion.", (18_877e9, "currency", "PKR")),
    ("en", "A loan of 300 billion yen.", (300e9, "currency", "JPY")),
    ("en", "Exports of 2 million tonnes of grain.", (2e6, "t", None)),
    ("en", "Trade grew by 14.3 per cent.", (14.3, "%", None)),
    ("en", "It is 3,800 km long.", (3800.0, "km", None)),
    ("en", "They invested €2.5 bn.", (2.5e9, "currency", "EUR")),
    ("en", "Some 70,000 passengers.", (70_000.0, "people", None)),
    ("en", "Trade of 10 crore rupees.", (1e8, "currency", "PKR")),
    ("ru", "Товарооборот составил $219,12 млн.", (219.12e6, "currency", "USD")),
    ("ru", "Экспорт вырос до 2,3 млрд долларов.", (2.3e9, "currency", "USD")),
    ("ru", "Направят 28,5 млрд тенге.", (28.5e9, "currency", "KZT")),
    ("ru", "Поставки 26 415 тонн.", (26_415.0, "t", None)),
    ("ru", "Рост на 16%.", (16.0, "%", None)),
    ("ru", "Инвестиции в 1 млрд евро.", (1e9, "currency", "EUR")),
    ("ru", "Около 20 миллионов человек.", (20e6, "people", None)),
    ("ru", "Протяженность 1 768 км.", (1768.0, "km", None)),
    ("kk", "Тауар айналымы 57 млн долларға жетті.", (57e6, "currency", "USD")),
    ("kk", "Сауда 45 млн АҚШ долларын құрады.", (45e6, "currency", "USD")),
    ("kk", "Сауда 18% артты.", (18.0, "%", None)),
    ("kk", "Көлем 9,6 миллиард доллардан асты.", (9.6e9, "currency", "USD")),
    ("kk", "Ұзындығы 1 800 шақырым.", (1800.0, "km", None)),
    ("kk", "Экспорт 2 млн тоннаға жетеді.", (2e6, "t", None)),
    ("ur", "تجارت 10 کروڑ ڈالر رہی۔", (1e8, "currency", "USD")),
    ("ur", "تجارت دس کروڑ ڈالر رہی۔", (1e8, "currency", "USD")),
    ("ur", "تجارت ساڑھے چار کروڑ ڈالر تھی۔", (4.5e7, "currency", "USD")),
    ("ur", "حجم ایک ارب 40 کروڑ ڈالر رہا۔", (1.4e9, "currency", "USD")),
    ("ur", "حجم 21 کروڑ 91 لاکھ 20 ہزار ڈالر رہا۔", (219_120_000.0, "currency", "USD")),
    ("ur", "۲۴ فیصد اضافہ ہوا۔", (24.0, "%", None)),
]
PAIR = {
    "en": "Italy and Kazakhstan agree on bilateral trade. ",
    "ru": "Италия и Казахстан: двусторонняя торговля. ",
    "kk": "Италия мен Қазақстан: екіжақты сауда. ",
    "ur": "پاکستان اور ترکیہ کی دوطرفہ تجارت۔ ",
}


@pytest.mark.parametrize(("language", "sentence", "expected"), CASES, ids=[case[1] for case in CASES])
def test_value(language: str, sentence: str, expected: tuple[float, str, str | None]) -> None:
    text = PAIR[language] + sentence
    rows = figures(text, language, [(len(PAIR[language]), len(text))], [])
    assert [(row.value, row.unit, row.currency) for row in rows] == [expected]
    for row in rows:
        assert text[row.start : row.end] == row.text


@pytest.mark.parametrize(
    ("text", "mark", "value"),
    [("219,12", ",", "219.12"), ("18,877", ".", "18877"), ("1 800", ",", "1800"), ("1.079", ",", "1079"),
     ("72,797.43", ".", "72797.43"), ("879 947 069", ",", "879947069"), ("4.5", ",", "4.5"), ("۲۴", ".", "24")],
)  # fmt: skip
def test_number(text: str, mark: str, value: str) -> None:
    assert number(text, mark) == Decimal(value)


@given(st.integers(0, 10**9))
def test_thousands_are_read_back(value: int) -> None:
    assert number(f"{value:,}", ".") == value
    assert number(f"{value:,}".replace(",", "\u00a0"), ",") == value


def test_the_period_is_the_nearest_date_and_a_day_is_none() -> None:
    text = PAIR["en"] + "Trade stood at $45 million in 2020, officials said on 3 May 2021."
    spans = [(len(PAIR["en"]), len(text))]
    (row,) = figures(text, "en", spans, read(text, "en", "2021-05-04"))
    assert (row.period, row.status, row.indicator) == ("2020", "measured", "trade-turnover")


def test_targets() -> None:
    text = PAIR["en"] + "They aim to bring trade to $1 billion."
    (row,) = figures(text, "en", [(len(PAIR["en"]), len(text))], [])
    assert (row.status, row.period) == ("target", None)


def test_dates_and_bare_numbers_are_no_figures() -> None:
    text = PAIR["en"] + "In 2020 the 12th session signed 16 documents on 24 February 1992."
    assert figures(text, "en", [(len(PAIR["en"]), len(text))], read(text, "en", "2024-01-01")) == []
