"""Who tells of an event had no part in it; where the news was written is not where a visitor goes."""

from __future__ import annotations

import pytest

from relations.coding import code
from relations.coding.rows import EventRow

DAY = "2025-06-01"
OPENING = {
    "en": "Pakistan and Kazakhstan keep up their bilateral ties.\n\n",
    "kk": "Пәкістан мен Қазақстан екіжақты байланысын дамытуда.\n\n",
    "ru": "Пакистан и Казахстан развивают двусторонние отношения.\n\n",
    "ur": "پاکستان اور قازقستان کے دوطرفہ تعلقات ہیں۔\n\n",
}


def only(language: str, sentence: str, kind: str) -> EventRow:
    coded = code(OPENING[language] + sentence, published=DAY, language=language, start=0, about=("KAZ", "PAK"))
    (row,) = [event for event in coded.events if event.type == kind]
    return row


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        (
            "en",
            "Speaker Yerlan Koshanov said that Pakistan recognised the independence of Kazakhstan in December 1991.",
        ),
        ("en", "Pakistan recognised the independence of Kazakhstan in December 1991, said Speaker Yerlan Koshanov."),
        ("kk", "Наваз Шариф Пәкістанның 1991 жылы Қазақстан тәуелсіздігін мойындаған алғашқы ел екенін еске салды."),
        ("kk", "Пәкістан Қазақстан тәуелсіздігін 1991 жылы мойындады, – деді Елші Ержан Қыстафин."),
        ("ru", "Спикер Ерлан Кошанов напомнил, что Пакистан признал независимость Казахстана в декабре 1991 года."),
        ("ur", "اسپیکر یرلان کوشانوف نے کہا کہ پاکستان نے دسمبر 1991ء میں قازقستان کی آزادی تسلیم کی تھی۔"),
    ],
)
def test_who_recalls_a_recognition_is_not_of_it(language: str, sentence: str) -> None:
    assert only(language, sentence, "recognition").people == ()


def test_who_did_it_is_kept_where_another_tells_of_it() -> None:
    row = only(
        "en",
        "President Asif Ali Zardari recognised the independence of Kazakhstan in December 1991, Yerlan Koshanov said.",
        "recognition",
    )
    assert row.people == ("Asif Ali Zardari",)


def test_who_tells_of_a_meeting_may_have_been_there() -> None:
    row = only("en", "Minister Murat Nurtleu said on Sunday he had met Minister Ishaq Dar on 28 May.", "meeting")
    assert set(row.people) == {"Murat Nurtleu", "Ishaq Dar"}


@pytest.mark.parametrize(
    ("language", "sentence", "place"),
    [
        ("en", "ISLAMABAD: Prime Minister Shehbaz Sharif is to visit Kazakhstan on 9 June.", None),
        ("en", "ISLAMABAD, May 30 (APP): Prime Minister Shehbaz Sharif will visit Astana on 9 June.", "Astana"),
        ("en", "Prime Minister Bektenov arrived in Lahore on 28 May.", "Lahore"),
        ("kk", "ИСЛАМАБАД – Премьер-министр Шахбаз Шариф 9 маусымда Қазақстанға сапармен барады.", None),
        ("ru", "ИСЛАМАБАД. 30 мая. АПП – Премьер Шахбаз Шариф посетит Казахстан с визитом 9 июня.", None),
        ("ur", "اسلام آباد: قازقستان کے وزیراعظم 28 مئی کو دورے پر لاہور پہنچے۔", "Lahore"),
        ("ur", "اسلام آباد: وزیراعظم شہباز شریف 9 جون کو قازقستان کا دورہ کریں گے۔", None),
    ],
)
def test_a_dateline_is_not_where_a_visitor_goes(language: str, sentence: str, place: str | None) -> None:
    assert only(language, sentence, "visit").place == place


def test_who_is_named_behind_a_colon_with_another_date_is_of_that_other_event() -> None:
    row = only(
        "kk",
        "Президенттің Исламабадқа сапары осы жылғы қарашаға жоспарланғаны айтылған: сапарға дайындықты сәуірде "
        "сыртқы істер министрлері Мұрат Нұртілеу мен Исхақ Дар талқылаған.",
        "visit",
    )
    assert (row.date, row.people) == ("2025-11", ())


@pytest.mark.parametrize(
    ("sentence", "date"),
    [
        # What ends tomorrow is the summit; the visit has begun.
        ("Глава правительства приехал в Астану на саммит организации сотрудничества, который завершится завтра.", DAY),
        (
            "Премьер-министр прибыл в субботу в Астану с рабочим визитом, который завершится сегодня.",
            "2025-05-31/2025-06-01",
        ),
    ],
)
def test_a_date_to_come_belongs_to_what_its_clause_speaks_of(sentence: str, date: str) -> None:
    row = only("ru", sentence, "visit")
    assert row.date == date
    assert row.status != "planned"
