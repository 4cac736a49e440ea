"""What is told without words of its own: a verb left out, a date moved, a number alone, one stay told twice."""

from __future__ import annotations

import pytest

from relations.coding import code

DAY = "2025-06-12"
OPENING = {
    "en": "Norway and Kenya keep up their bilateral ties; both countries are glad. Norway and Kenya say so.\n\n",
    "ru": "Норвегия и Кения поддерживают двусторонние связи, обе страны рады. Норвегия и Кения говорят это.\n\n",
    "kk": "Норвегия мен Кения екіжақты байланыс орнатқан, екі ел риза. Норвегия мен Кения осылай дейді.\n\n",
    "ur": "ناروے اور کینیا کے دوطرفہ روابط اچھے ہیں، دونوں ملک خوش ہیں۔ ناروے اور کینیا یہی کہتے ہیں۔\n\n",
}


def told(language: str, sentence: str) -> list[tuple[str, str | None, str]]:
    text = OPENING[language] + sentence
    return [
        (event.type, event.date, event.status)
        for event in code(text, published=DAY, language=language, start=0).events
        if event.start >= len(OPENING[language]) and event.status != "cancelled"
    ]


@pytest.mark.parametrize(
    ("language", "sentence", "type_", "dates"),
    [
        ("en", "The consulate in Mombasa opened on 21 October 2021, and the one in Kisumu in December.",
         "mission-opened", ["2021-10-21", "2021-12"]),
        ("ru", "Консульство в Момбасе открылось 21 октября 2021 года, а в Кисуму — в декабре.",
         "mission-opened", ["2021-10-21", "2021-12"]),
        ("en", "Foreign minister Ola Berg visited Nairobi in May 2022, and the trade minister in June.",
         "visit", ["2022-05", "2022-06"]),
    ],
)  # fmt: skip
def test_a_clause_may_leave_out_its_verb(language: str, sentence: str, type_: str, dates: list[str]) -> None:
    assert [(kind, date) for kind, date, _ in told(language, sentence)] == [(type_, date) for date in dates]


def test_a_clause_with_a_verb_of_its_own_tells_of_something_else() -> None:
    events = told("en", "The consulate in Mombasa opened on 21 October 2021, and it rained hard in December.")
    assert [date for _, date, _ in events] == ["2021-10-21"]


@pytest.mark.parametrize(
    ("language", "sentence", "date"),
    [
        (
            "en",
            "The political consultations planned for May were put off and are now expected in September.",
            "2025-09",
        ),
        ("en", "The political consultations of May were postponed to September 2025.", "2025-09"),
        ("ru", "Политические консультации перенесены на сентябрь 2025 года.", "2025-09"),
        ("kk", "Саяси консультациялар 2025 жылғы қыркүйекке шегерілді.", "2025-09"),
        ("ur", "سیاسی مشاورت ستمبر 2025 تک ملتوی کر دی گئی۔", "2025-09"),
    ],
)
def test_what_was_put_off_has_its_new_date(language: str, sentence: str, date: str) -> None:
    assert ("consultation", date, "planned") in told(language, sentence)
    assert len(told(language, sentence)) == 1


@pytest.mark.parametrize(
    ("language", "sentence", "expected"),
    [
        ("en", "Some 12,000 Kenyans saw the fjords of Norway in 2023.", "2023"),
        ("ru", "В 2024 году в Норвегии учились свыше 5000 кенийцев.", "2024"),
        ("kk", "2023 жылы Кенияны 12 мыңға жуық норвег көрді.", "2023"),
        ("ur", "2023 میں کینیا کی چائے کا 18 فیصد ناروے پہنچا۔", "2023"),
    ],
)
def test_a_number_beside_a_year_is_its_figure(language: str, sentence: str, expected: str) -> None:
    assert ("statistic", expected, "occurred") in told(language, sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Oslo has put 20 billion crowns into it since 2008.",
        "On 5 May 2024 some 12,000 Kenyans stood in the street.",
    ],
)
def test_a_number_beside_a_day_or_since_a_year_is_no_figure(sentence: str) -> None:
    assert "statistic" not in {kind for kind, *_ in told("en", sentence)}


def test_tonnes_that_were_sent_as_aid_are_aid() -> None:
    text = "2011 жылғы ақпанда Норвегиядан Кенияға 30 тонна күріш пен шатыр гуманитарлық көмек ретінде жіберілді."
    assert ("aid", "2011-02", "occurred") in told("kk", text)


def test_a_period_whose_measure_is_said_has_no_second_figure() -> None:
    text = "Mombasa alone was good for 7 million euros in 2024. Trade came to 90 million euros in 2024."
    assert [kind for kind, *_ in told("en", text)].count("statistic") == 1


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        (
            "en",
            "Defence minister Kofi Mwangi told his Norwegian counterpart on 14 February 2025 that cadets would come.",
        ),
        ("ru", "14 февраля 2025 года министр обороны Кофи Мванги сказал норвежскому коллеге, что курсанты приедут."),
        (
            "kk",
            "2025 жылғы 14 ақпанда қорғаныс министрі Кофи Мванги норвегиялық әріптесіне курсанттар келетінін айтты.",
        ),
        ("ur", "14 فروری 2025 کو وزیر دفاع کوفی موانگی نے اپنے نارویجن ہم منصب کو بتایا کہ کیڈٹ آئیں گے۔"),
    ],
)
def test_what_one_tells_another_to_the_face_is_a_meeting(language: str, sentence: str) -> None:
    assert ("meeting", "2025-02-14", "occurred") in told(language, sentence)


def test_one_stay_told_on_two_days_is_one_visit() -> None:
    text = "President Kofi Mwangi arrived in Oslo on 3 May 2024. President Kofi Mwangi visited Bergen on 4 May 2024."
    assert [(kind, date) for kind, date, _ in told("en", text) if kind == "visit"] == [
        ("visit", "2024-05-03/2024-05-04")
    ]


@pytest.mark.parametrize(
    ("language", "sentence", "expected"),
    [
        ("ru", "Библиотека в Найроби подарена в 2018 году.", ("culture-education", "2018")),
        ("kk", "Найробидегі кітапхана 2018 жылы сыйға тартылды.", ("culture-education", "2018")),
        ("ur", "نیروبی کی لائبریری 2018 کا تحفہ ہے۔", ("culture-education", "2018")),
    ],
)
def test_a_noun_beside_a_date_that_nothing_claims_tells_the_kind(
    language: str, sentence: str, expected: tuple[str, str]
) -> None:
    assert [(kind, date) for kind, date, _ in told(language, sentence)] == [expected]
