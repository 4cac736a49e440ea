"""Dates as press copy writes them, language by language. Every case is published on the day named first."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relations import edtf
from relations.dates import read

DAY = "2024-12-12"  # a Thursday


def values(text: str, language: str, published: str | None = DAY) -> list[str]:
    return [row.edtf for row in read(text, language, published)]


ENGLISH = {
    "They met on 24 February 1992.": ["1992-02-24"],
    "They met on February 24, 1992.": ["1992-02-24"],
    "Relations were established in February 1992.": ["1992-02"],
    "The 27-28 February 2020 session was the ninth.": ["2020-02-27/2020-02-28"],
    "The summit was held from May 19 to 21, 2023.": ["2023-05-19/2023-05-21"],
    "The fair ran from 29 April to 1 May 2023.": ["2023-04-29/2023-05-01"],
    "The visit took place in the autumn of 2020.": ["2020-23"],
    "Trade fell in the first quarter of 2024.": ["2024-33"],
    "It grew over the first nine months of 2024.": ["2024-01/2024-09"],
    "The link lapsed in the early 1990s.": ["199X"],
    "The embassy was opened 30 years ago.": ["1994~"],
    "He came last month.": ["2024-11"],
    "The forum is due next week.": ["2024-12-16/2024-12-22"],
    "The visit was planned for early next year.": ["2025"],
    "They spoke yesterday.": ["2024-12-11"],
    "They met on Monday.": ["2024-12-09"],
    "He was there last September.": ["2024-09"],
    "The treaty was signed in March 2003 and ratified two months later.": ["2003-03", "2003-05~"],
    "He came in 1995; a convention of 23 August of that year is in force.": ["1995", "1995-08-23"],
    "In the fiscal year 2021-22 trade doubled.": ["2021/2022"],
    "The session will be held in January.": ["2025-01"],
    "The session was held in November.": ["2024-11"],
    "The deal dates back to 08.12.2003.": ["2003-12-08"],
    "The exercise was held in 2017 and in 2019.": ["2017", "2019"],
    "The meeting may march on; C5+1 and EXPO-2017 are names, PR-154/2021 a number, $2024 a price.": [],
    "He worked there for 30 years and is 45 years old.": [],
    "They spoke recently.": [],
}

RUSSIAN = {
    "Стороны встретились 24 февраля 1992 года.": ["1992-02-24"],
    "Отношения установлены в феврале 1992 года.": ["1992-02"],
    "Заседание прошло 27–28 февраля 2020 года.": ["2020-02-27/2020-02-28"],
    "Переговоры шли с 28 по 30 августа 2015 года.": ["2015-08-28/2015-08-30"],
    "Встречи прошли 28 и 30 августа 2015 года.": ["2015-08-28/2015-08-30"],
    "Выставка шла с 29 апреля по 1 мая 2023 года.": ["2023-04-29/2023-05-01"],
    "Рейс откроют в первом квартале 2025 года.": ["2025-33"],
    "За девять месяцев 2024 года торговля выросла.": ["2024-01/2024-09"],
    "В первом полугодии 2024 года торговля выросла.": ["2024-40"],
    "Осенью прошлого года прошли консультации.": ["2023-23"],
    "Посольство открылось тридцать лет назад.": ["1994~"],
    "В прошлом году он был в Астане.": ["2023"],
    "В следующем месяце состоится визит.": ["2025-01"],
    "Вчера министры провели встречу.": ["2024-12-11"],
    "В понедельник министры провели встречу.": ["2024-12-09"],
    "Завтра в Астане состоится форум.": ["2024-12-13"],
    "На прошлой неделе прошёл форум.": ["2024-12-02/2024-12-08"],
    "В начале 1990-х годов летали самолёты.": ["199X"],
    "В 90-х годах летали самолёты.": ["199X"],
    "Конвенция подписана 23.08.1995 г.": ["1995-08-23"],
    "К концу 2025 года откроют рейс.": ["2025"],
    "Визит состоялся в 1995 году, а в августе того же года подписали конвенцию.": ["1995", "1995-08"],
    "Обсудили бюджет на 2026–2028 годы.": ["2026/2028"],
    "Заседание намечено на январь.": ["2025-01"],
    "Выставка ЭКСПО-2017 и постановление № 52859 не даты.": [],
    "Он работал тридцать лет, ему 45 лет.": [],
}

KAZAKH = {
    "Қатынастар 1992 жылғы 24 ақпанда орнады.": ["1992-02-24"],
    "Қатынастар 1992 жылдың ақпанында орнады.": ["1992-02"],
    "Отырыс 2020 жылғы 27-28 ақпан аралығында өтті.": ["2020-02-27/2020-02-28"],
    "Осыдан 30 жыл бұрын елшілік ашылды.": ["1994~"],
    "Осыдан отыз жыл бұрын елшілік ашылды.": ["1994~"],
    "Өткен айда консультациялар өтті.": ["2024-11"],
    "Келесі жылы комиссия отырысы өтеді.": ["2025"],
    "Былтыр сауда артты.": ["2023"],
    "Биыл сауда артты.": ["2024"],
    "Кеше министрлер кездесті.": ["2024-12-11"],
    "Бүгін министрлер кездесті.": ["2024-12-12"],
    "Ертең форум ашылады.": ["2024-12-13"],
    "Былтырғы қыркүйекте сапар өтті.": ["2023-09"],
    "Өткен жылдың күзінде орталық ашылды.": ["2023-23"],
    "2024 жылдың бірінші жартыжылдығында сауда артты.": ["2024-40"],
    "2025 жылдың бірінші тоқсанында рейс ашылады.": ["2025-33"],
    "2024 жылғы 9 айда сауда артты.": ["2024-01/2024-09"],
    "1990-жылдары рейс болған.": ["199X"],
    "Тоқсаныншы жылдары рейс болған.": ["199X"],
    "90-жылдардың басында-ақ рейс болған.": ["199X"],
    "Конвенция (Алматы, 23.08.1995 ж.) күшінде.": ["1995-08-23"],
    "Сәуірдің 28-інде үй ашылды.": ["2024-04-28"],
    "2020 жылға таман рейс ашылды.": ["2020"],
    "Ол 1995 жылы келді, сол жылдың тамызында құжатқа қол қойылды.": ["1995", "1995-08"],
    "8-9 қыркүйектегі сапар сәтті болды.": ["2024-09-08/2024-09-09"],
    "Қазан қаласында форум өтті.": [],
    "Ол отыз жыл еңбек етті.": [],
}

URDU = {
    "سفارتی تعلقات 24 فروری 1992ء کو قائم ہوئے۔": ["1992-02-24"],
    "دسمبر 1991ء میں آزادی تسلیم کی گئی۔": ["1991-12"],
    "سفارت خانہ 1994ء میں کھولا گیا۔": ["1994"],
    "گزشتہ سال تجارت بڑھی۔": ["2023"],
    "آئندہ سال اجلاس ہوگا۔": ["2025"],
    "گزشتہ ماہ مشاورت ہوئی۔": ["2024-11"],
    "آج ملاقات ہوئی۔": ["2024-12-12"],
    "کل ملاقات ہوئی تھی۔": ["2024-12-11"],
    "کل ملاقات ہوگی۔": ["2024-12-13"],
    "تین سال قبل سفیر آئے تھے۔": ["2021~"],
    "26 یا 27 اپریل 2023 کو اجلاس ہوا۔": ["2023-04-26/2023-04-27"],
    "یکم مئی 2023ء سے معاہدہ نافذ ہے۔": ["2023-05-01"],
    "مالی سال 2021-22ء میں تجارت بڑھی۔": ["2021/2022"],
    "نوے کی دہائی میں پروازیں تھیں۔": ["199X"],
    "گزشتہ برس جون میں ٹرک پہنچے تھے۔": ["2023-06"],
    "رواں ماہ کی 22 تاریخ کو اجلاس ہوگا۔": ["2024-12-22"],
    "آئندہ ہفتے دورہ ہوگا۔": ["2024-12-16/2024-12-22"],
    "٢٤ فروری ١٩٩٢ء کو تعلقات قائم ہوئے۔": ["1992-02-24"],
    "۲۴ فروری ۱۹۹۲ء کو تعلقات قائم ہوئے۔": ["1992-02-24"],
    "فون 051-9201211 اور پرواز PK-159 تاریخیں نہیں۔": [],
}

CASES = [
    pytest.param(language, text, expected, id=f"{language}: {text}")
    for language, cases in (("en", ENGLISH), ("ru", RUSSIAN), ("kk", KAZAKH), ("ur", URDU))
    for text, expected in cases.items()
]


@pytest.mark.parametrize(("language", "text", "expected"), CASES)
def test_value(language: str, text: str, expected: list[str]) -> None:
    assert values(text, language) == expected


@pytest.mark.parametrize(("language", "text"), [(param.values[0], param.values[1]) for param in CASES])
def test_every_row_has_its_words(language: str, text: str) -> None:
    for row in read(text, language, DAY):
        assert text[row.start : row.end] == row.text
        assert row.rule.startswith(language + ".")
        assert edtf.is_edtf(row.edtf)


def test_without_a_day_of_publication_only_absolute_dates_are_read() -> None:
    assert values("They met last month and in 1995.", "en", None) == ["1995"]
    assert values("They met last month and in 1995.", "en", "2024") == ["1995"]


def test_a_month_alone_keeps_to_the_past_when_the_sentence_does() -> None:
    assert values("19 августа стороны подписали договор.", "ru", "2024-01-20") == ["2023-08-19"]


def test_the_stamp_of_a_header_is_no_date_of_the_text() -> None:
    assert values("12.12.2024 в 21:59\n\nСтороны встретились в 1995 году.", "ru") == ["1995"]
    assert values("RAWALPINDI, Aug 25 (APP): The exercise was held in 2019.", "en") == ["2019"]


MONTHS_KK = [
    "қаңтар",
    "ақпан",
    "наурыз",
    "сәуір",
    "мамыр",
    "маусым",
    "шілде",
    "тамыз",
    "қыркүйек",
    "қараша",
    "желтоқсан",
]
MONTHS_EN = ["January", "February", "April", "June", "July", "August", "September", "October", "November", "December"]


@given(st.integers(1950, 2049), st.sampled_from(MONTHS_EN), st.integers(1, 28))
def test_english_days_are_read_back(year: int, month: str, day: int) -> None:
    written = [f"on {day} {month} {year}", f"on {month} {day}, {year}", f"{day}th of {month} {year}"]
    found = {tuple(values(f"They met {words}.", "en")) for words in written}
    assert len(found) == 1
    (value,) = found.pop()
    assert value.startswith(str(year)) and value.endswith(f"{day:02}")


@given(st.integers(1950, 2049), st.sampled_from(MONTHS_KK), st.integers(1, 28))
def test_kazakh_days_are_read_back(year: int, month: str, day: int) -> None:
    (value,) = values(f"Олар {year} жылғы {day} {month} күні кездесті.", "kk")
    assert value.startswith(str(year)) and value.endswith(f"{day:02}")


@pytest.mark.parametrize("language", ["en", "kk", "ru", "ur"])
@given(st.text(max_size=200))
def test_any_text_is_read_without_failing(language: str, text: str) -> None:
    for row in read(text, language, DAY):
        assert text[row.start : row.end] == row.text
        assert edtf.is_edtf(row.edtf)
