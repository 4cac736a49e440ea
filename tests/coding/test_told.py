"""How English press copy tells of events: many ways of saying one thing, and what looks like an event and is none."""

from __future__ import annotations

import pytest

from relations.coding import code
from relations.coding.people import people
from relations.coding.sectors import sectors

DAY = "2025-06-01"
OPENING = "Norway and Ghana keep up their bilateral ties. Norway and Ghana have many ideas.\n\n" + "It is so.\n\n" * 10


def told(sentence: str) -> list[tuple[str, str | None]]:
    coded = code(OPENING + sentence, published=DAY, language="en", start=0)
    return [(event.type, event.date) for event in coded.events if event.status != "cancelled"]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The crown prince's arrival on 3 May 2025 was broadcast live.", {("visit", "2025-05-03")}),
        ("Mr Owusu had been to Oslo in April 2022.", {("visit", "2022-04")}),
        ("The two leaders saw each other in Kuwait in 2021.", {("meeting", "2021")}),
        ("In a call on 30 May, the premier assured his colleague of support.", {("call", "2025-05-30")}),
        ("The joint commission, which last met in 2017, sat in Accra.", {("commission", "2017")}),
        ("A round table of the two chambers drew 90 firms in May 2024.", {("forum", "2024-05")}),
        ("A memorandum was penned on 9 May 2024.", {("agreement", "2024-05-09")}),
        ("The tax treaty has been in effect since 1 January 2011.", {("agreement", "2011-01-01")}),
        ("The ambassador took over in August 2023.", {("appointment", "2023-08")}),
        ("The first block train left Tema in March 2011.", {("transport-link", "2011-03")}),
        ("Ground was broken for a solar park on 9 October 2024.", {("trade-transaction", "2024-10-09")}),
        ("Exports fell by 7% in 2024.", {("statistic", "2024")}),
        ("The number of visitors went up to 21,000 in 2024.", {("statistic", "2024")}),
        ("A bust of the poet was unveiled on 9 March 2019.", {("culture-education", "2019-03-09")}),
        ("Rescuers were dispatched on 7 February 2023.", {("aid", "2023-02-07")}),
        ("Official ties go back to 1961.", {("relations-established", "1961")}),
        (
            "A pact was concluded when Minister Ada Boateng visited the capital on 18 March 2023.",
            {("agreement", "2023-03-18"), ("visit", "2023-03-18")},
        ),
    ],
)
def test_ways_of_telling(sentence: str, expected: set[tuple[str, str]]) -> None:
    assert set(told(sentence)) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "The talks planned for March 2024 never took place.",
        "The president had been expected in Accra in May 2024, but the trip was put off.",
        "He was the first premier to come since 2007.",
        "Trade grew more slowly than in 2019.",
    ],
)
def test_what_is_no_event(sentence: str) -> None:
    assert told(sentence) == []


def test_two_meetings_of_a_day_in_one_sentence() -> None:
    sentence = (
        "On 18 January 2024 he was received by President Nana Mensah, and later held talks with Speaker Ola Berg."
    )
    assert told(sentence) == [("meeting", "2024-01-18")] * 2


def test_a_figure_of_the_past_is_no_target_because_one_stands_beside_it() -> None:
    text = OPENING + "Trade totalled $7 billion in 2023 and is supposed to hit $15 billion."
    coded = code(text, published=DAY, language="en", start=0)
    assert [(event.date, event.status) for event in coded.events if event.type == "statistic"] == [("2023", "occurred")]


def test_later_mentions_by_family_name() -> None:
    text = "Prime Minister Fumio Kishida spoke. Japan and Ghana agreed. Mr Kishida's guest left Kishida University."
    (found,) = [row for row in people(text, "en", []) if row.name == "Fumio Kishida"]
    assert [text[a:b] for a, b in found.mentions] == ["Fumio Kishida", "Kishida's"]


@pytest.mark.parametrize(
    ("sentence", "name", "country"),
    [
        ("The ambassador to Ghana, Anders Hansen, agreed.", "Anders Hansen", "NOR"),
        ("Prime Minister Ola Berg of Norway hosted President Kofi Mensah of Ghana.", "Kofi Mensah", "GHA"),
        ("They went through China with Trade Minister Kofi Mensah.", "Kofi Mensah", None),
    ],
)
def test_whose_official(sentence: str, name: str, country: str | None) -> None:
    rows = people(OPENING + sentence, "en", [(0, len(OPENING)), (len(OPENING), len(OPENING + sentence))])
    assert {row.name: row.country for row in rows}[name] == country


def test_look_alikes_are_no_sector() -> None:
    found = {
        row.code for row in sectors(OPENING + "A third of it is under water. Social security was named.", "en", [])
    }
    assert not found & {"water", "security"}


def test_a_single_weak_word_is_no_sector() -> None:
    once, twice = OPENING + "A transit was named.", OPENING + "A transit was named, and containers."
    assert "logistics" not in {row.code for row in sectors(once, "en", [])}
    assert "logistics" in {row.code for row in sectors(twice, "en", [])}
