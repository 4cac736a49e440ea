"""The ways in which press copy tells of an event: for each language a file of sentences, with what each tells."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from relations import errors, languages
from relations.coding import code, event_rules
from relations.coding.words import words

DAY = "2025-03-15"  # a Saturday
FILES = sorted((Path(__file__).parent / "cases").glob("*.toml"))
CASES = [
    pytest.param(file.stem, case["text"], case["tells"], id=f"{file.stem}-{number}")
    for file in FILES
    for number, case in enumerate(tomllib.loads(file.read_text(encoding="utf-8"))["case"], start=1)
]


def _told(text: str, language: str) -> set[str]:
    found = code(text, published=DAY, language=language, start=0).events
    return {f"{event.type} {event.date}" for event in found if event.date and event.status != "cancelled"}


def test_there_are_cases() -> None:
    assert len(CASES) > 50


@pytest.mark.parametrize(("language", "text", "tells"), CASES)
def test_ways(language: str, text: str, tells: list[str]) -> None:
    assert _told(text, language) == set(tells)


def test_a_question_tells_of_nothing() -> None:
    said = "Italian President Sergio Mattarella visited Kazakhstan in May 2024"
    assert _told(f"{said}; both sides were glad.", "en") == {"visit 2024-05"}
    assert _told(f"{said}?", "en") == set()


def test_what_happened_on_an_occasion_has_its_day() -> None:
    text = (
        "Алжир сыртқы істер министрі Ахмед Аттаф 2024 жылғы 3 маусымда Түркияға барды. "
        "Сол сапарда екі ел меморандумға қол қойды."
    )
    assert _told(text, "kk") == {"visit 2024-06-03", "agreement 2024-06-03"}


def test_what_three_states_did_is_not_of_two() -> None:
    begin = "Жапония мен Иран екіжақты келіссөз жүргізді. Жапония Иранға мұнай туралы ұсыныс жасады. "
    signed = "меморандумға 2024 жылғы мамырда қол қойды."
    assert "agreement 2024-05" not in _told(f"{begin}Иран, Ирак және Сирия {signed}", "kk")
    assert "agreement 2024-05" in _told(f"{begin}Иран мен Жапония {signed}", "kk")


def test_a_day_of_a_stay_is_that_stay() -> None:
    stay = "Түркия Президенті Режеп Ердоған 2025 жылғы 12-13 ақпанда Пәкістанға сапармен барды. "
    assert _told(f"{stay}Президент Ердоған Түркиядан Исламабадқа 12 ақпанда келді.", "kk") == {
        "visit 2025-02-12/2025-02-13"
    }
    assert "visit 2025-02-20" in _told(f"{stay}Президент Ердоған Түркиядан Пәкістанға 20 ақпанда келді.", "kk")


def test_a_verb_that_only_helps_another_is_no_visit() -> None:
    assert _told("Франция Президенті Эмманюэль Макрон 2024 жылғы мамырда Жапонияға келді.", "kk") == {"visit 2024-05"}
    assert _told("Франция Президенті 2024 жылы Жапония туралы айтып келді.", "kk") == set()


@pytest.mark.parametrize(
    ("line", "groups", "forms", "what"),
    [("@nowhere", {"held": "took place"}, [], "held"), ("бар~", {}, [], "verb_forms")],
)
def test_a_line_that_names_nothing_says_so(line: str, groups: dict[str, str], forms: list[str], what: str) -> None:
    with pytest.raises(errors.CodebookError, match=what):
        event_rules._phrases(line, groups, "xx/events.toml", forms)


def test_a_line_is_written_out() -> None:
    groups = {"held": "бол~|took place"}
    assert event_rules._phrases("@held|met", groups, "xx", ["ды*", "ған*"]) == [
        "болды*",
        "болған*",
        "took place",
        "met",
    ]


@pytest.mark.parametrize("language", ["kk", "tr", "uz", "uz-Cyrl"])
def test_a_month_with_its_ending_is_written_out_from_cldr(language: str) -> None:
    said = event_rules._phrases("@months+ға|met", {"months": "мамыр|маусым"}, "xx", [])
    assert said == ["мамырға", "маусымға", "met"]
    sign = languages.load(language, "events")["signs"]["moved_to"]
    assert not [name for name in languages.month_names(language) if re.search(rf"\b{name}[^\W\d_]+\b", sign, re.I)]
    dative = {"kk": "қазанға", "tr": "nisan'a", "uz": "avgustga", "uz-Cyrl": "августга"}[language]
    found = event_rules.cues(language).signs.find(words(dative))
    assert "moved_to" in [hit.value for hit in found]
