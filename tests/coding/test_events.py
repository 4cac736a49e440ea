"""Events: what a sentence tells of, when, and with what status; sentences of our own, other countries too."""

from __future__ import annotations

import pytest

from relations.coding import code

DAY = "2024-12-12"  # a Thursday

CASES = [
    # language, text, (type, date, status)
    (
        "en",
        "Italy and Kazakhstan established diplomatic relations in 1992.",
        ("relations-established", "1992", "occurred"),
    ),
    (
        "en",
        "Turkey was the first country to recognise the independence of Kazakhstan on 16 December 1991.",
        ("recognition", "1991-12-16", "occurred"),
    ),
    (
        "en",
        "The embassy of Uzbekistan in Islamabad was opened in 1993; bilateral ties grew.",
        ("mission-opened", "1993", "occurred"),
    ),
    (
        "en",
        "The foreign ministers of Japan and India met in New Delhi on Monday.",
        ("meeting", "2024-12-09", "occurred"),
    ),
    (
        "en",
        "President Mirziyoyev is to visit Pakistan in February 2025, the Uzbek embassy said.",
        ("visit", "2025-02", "planned"),
    ),
    (
        "en",
        "Italy and Kazakhstan signed a bilateral agreement on air services on 5 November 2009.",
        ("agreement", "2009-11-05", "occurred"),
    ),
    (
        "en",
        "Bilateral trade between Turkey and Pakistan reached $1.1 billion in 2023.",
        ("statistic", "2023", "occurred"),
    ),
    (
        "ru",
        "Дипломатические отношения между Казахстаном и Кореей установлены 28 января 1992 года.",
        ("relations-established", "1992-01-28", "occurred"),
    ),
    (
        "ru",
        "В марте 2025 года в Бишкеке пройдет заседание кыргызско-пакистанской межправительственной комиссии.",
        ("commission", "2025-03", "planned"),
    ),
    (
        "ru",
        "Президент Италии прибыл в Астану с визитом 29 сентября 2025 года, стороны проведут двусторонние переговоры.",
        ("visit", "2025-09-29", "planned"),
    ),
    (
        "ru",
        "Посольство Узбекистана в Пакистане открыто в 1993 году, двусторонние связи растут.",
        ("mission-opened", "1993", "occurred"),
    ),
    (
        "kk",
        "Қазақстан мен Корея арасындағы дипломатиялық қатынастар 1992 жылғы 28 қаңтарда орнады.",
        ("relations-established", "1992-01-28", "occurred"),
    ),
    (
        "kk",
        "Өзбекстан мен Қазақстан үкіметаралық комиссиясының кезекті отырысы келесі жылы Ташкентте өтеді.",
        ("commission", "2025", "planned"),
    ),
    (
        "kk",
        "Түркия мен Қазақстан президенттері өткен айда Анкарада екіжақты келіссөз жүргізді.",
        ("meeting", "2024-11", "occurred"),
    ),
    (
        "kk",
        "Қытай мен Қазақстан арасындағы тауар айналымы 2023 жылы 41 млрд доллар болды, екі ел сауданы арттырады.",
        ("statistic", "2023", "occurred"),
    ),
    ("ur", "پاکستان اور ترکیہ کے سفارتی تعلقات 1947ء میں قائم ہوئے۔", ("relations-established", "1947", "occurred")),
    (
        "ur",
        "ازبکستان کے صدر آئندہ سال پاکستان کا دورہ کریں گے، دوطرفہ تجارت پر بات ہوگی۔",
        ("visit", "2025", "planned"),
    ),
    (
        "ur",
        "پاکستان اور آذربائیجان نے گزشتہ ماہ دوطرفہ تجارت کے معاہدے پر دستخط کیے۔",
        ("agreement", "2024-11", "occurred"),
    ),
]


@pytest.mark.parametrize(("language", "text", "expected"), CASES, ids=[f"{c[0]}: {c[1][:60]}" for c in CASES])
def test_event(language: str, text: str, expected: tuple[str, str, str]) -> None:
    coded = code(text, published=DAY, language=language, start=0)
    assert expected in [(event.type, event.date, event.status) for event in coded.events]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The finance minister of Pakistan presented the budget on Wednesday. Pakistan will spend more in 2025."),
        ("ru", "В Казахстане 8 декабря 2024 года подписан закон о бюджете. Казахстан потратит больше в 2025 году."),
        ("kk", "Қазақстанда 16 желтоқсанда боран болады. Қазақстан солтүстігінде 2024 жылы аяз күшейді."),
        ("ur", "پاکستان کا بجٹ 12 جون 2024 کو پیش کیا گیا۔ پاکستان میں مہنگائی کم ہوئی۔"),
        ("en", "Weather: rain is expected in Lahore on Monday."),
    ],
)
def test_a_countrys_own_affairs_are_no_event(language: str, text: str) -> None:
    coded = code(text, published=DAY, language=language, start=0)
    assert coded.events == ()
    assert coded.sectors == ()


def test_two_dates_are_two_visits() -> None:
    text = "President Nazarbayev of Kazakhstan visited Italy in 1994 and in 2003; bilateral ties grew."
    visits = [event.date for event in code(text, published=DAY, language="en", start=0).events if event.type == "visit"]
    assert visits == ["1994", "2003"]


def test_when_a_thing_was_said_is_not_when_it_happened() -> None:
    text = "The prime minister of Italy will visit Kazakhstan in May 2025, the embassy said on Monday."
    dates = {event.date for event in code(text, published=DAY, language="en", start=0).events if event.type == "visit"}
    assert dates == {"2025-05"}


def test_days_of_one_stay_are_one_visit() -> None:
    text = (
        "Президент Италии, который с 9 по 12 декабря находится в Казахстане с визитом, говорил о торговле. "
        "Поездка в Казахстан завершится сегодня."
    )
    visits = [event.date for event in code(text, published=DAY, language="ru", start=0).events if event.type == "visit"]
    assert visits == ["2024-12-09/2024-12-12"]


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("Товарооборот Италии и Казахстана за девять месяцев 2024 года вырос на 7%.", "2024-01/2024-09"),
        ("Торговля Италии и Казахстана в 2022 году удвоилась, это итог двусторонней работы.", "2022"),
        ("Товарооборот Италии и Казахстана в 2023 году – 16 млрд долларов. Годом ранее, в 2022-м, он составил 15 млрд.",
         "2022"),
    ],
)  # fmt: skip
def test_a_figure_may_be_a_share_or_go_on_from_the_sentence_before(text: str, period: str) -> None:
    events = code(text, published=DAY, language="ru", start=0).events
    assert period in [event.date for event in events if event.type == "statistic"]


def test_every_event_has_its_sentence_and_its_words() -> None:
    for language, text, _ in CASES:
        for event in code(text, published=DAY, language=language, start=0).events:
            assert 0 <= event.start < event.end <= len(text)
            assert 0 < event.confidence <= 1
            if event.date_text:
                assert text[event.date_start : event.date_end] == event.date_text


def test_a_group_that_is_not_there_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    from relations import languages
    from relations.coding.event_rules import cues
    from relations.errors import CodebookError

    body = {"groups": {"held": "took place"}, "signs": {}, "statistic": {}}
    body["rule"] = [{"type": "visit", "words": ["visit", "@hold"]}]  # type: ignore[assignment]
    monkeypatch.setattr(languages, "load", lambda *_: body)
    with pytest.raises(CodebookError, match=r"'hold'.*held"):
        cues.__wrapped__("en")


def test_rules_are_whole_in_every_language() -> None:
    from relations import codebook, languages
    from relations.coding.event_rules import cues

    for language in languages.codes():
        told = {rule.type for rule in cues(language).rules}
        assert told | {"statistic", "other"} == set(codebook.event_types()), language
