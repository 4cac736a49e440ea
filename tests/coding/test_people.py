"""People: initials, later mentions, and whose country they are."""

from __future__ import annotations

import pytest

from relations.coding.names import same_person
from relations.coding.people import people


@pytest.mark.parametrize(
    ("initials", "full"),
    [("Ш. Шариф", "Шахбаз Шариф"), ("Ж. Иванов", "Жан Иванов"), ("Ю. Ушаков", "Юрий Ушаков")],
)
def test_an_initial_may_have_two_latin_letters(initials: str, full: str) -> None:
    assert same_person(initials, full)
    assert not same_person(initials, "Борис " + full.split()[1])


def test_an_initial_may_look_like_a_preposition() -> None:
    text = "Президент Казахстана Касым-Жомарт Токаев вылетел в Рим. В Риме К. Токаев встретился с премьером."
    (person,) = people(text, "ru", [])
    assert [text[a:b] for a, b in person.mentions] == ["Касым-Жомарт Токаев", "К. Токаев"]


def test_a_family_name_alone_is_the_same_person_in_any_case() -> None:
    text = "Президент Италии Серджо Маттарелла прибыл в Ташкент. Визит Маттареллы продлится два дня."
    (person,) = people(text, "ru", [])
    assert [text[a:b] for a, b in person.mentions] == ["Серджо Маттарелла", "Маттареллы"]


def test_a_country_may_stand_between_a_role_and_its_name() -> None:
    (person,) = people("Министр принял нового посла Франции Оливье Декотиньи.", "ru", [])
    assert (person.name_as_written, person.role, person.country) == ("Оливье Декотиньи", "Ambassador", "FRA")


def test_an_emperor_goes_by_one_name() -> None:
    found = people("Император Японии Нарухито прибыл в Монголию.", "ru", [])
    assert [(person.name_as_written, person.role, person.country) for person in found] == [
        ("Нарухито", "Emperor", "JPN")
    ]


def test_a_counterpart_has_the_country_that_is_said() -> None:
    text = "Глава МИД России Сергей Лавров принял белорусского коллегу Владимира Макея. Россия и Беларусь."
    countries = {person.name_as_written: person.country for person in people(text, "ru", [])}
    assert countries == {"Сергей Лавров": "RUS", "Владимира Макея": "BLR"}


@pytest.mark.parametrize("text", ["Самолет сел в Ново-Огареве.", "Об этом сообщает КазАқпарат.", "Рейс MIAT задержан."])
def test_what_is_no_person(text: str) -> None:
    assert people(text, "ru", []) == []


def test_two_persons_named_side_by_side_are_two() -> None:
    """Who sends and to whom, in a language whose verb comes last; a name with a small word inside is one."""
    text = "Президент Асиф Али Зардари Қасым-Жомарт Тоқаевты қарсы алды."
    assert [row.spelling for row in people(text, "kk", [(0, len(text))])] == ["Асиф Али Зардари", "Қасым-Жомарт Тоқаев"]
    text = "Президент ОАЭ Мухаммед бен Заид Аль Нахайян прибыл в Москву."
    assert [row.spelling for row in people(text, "ru", [(0, len(text))])] == ["Мухаммед бен Заид Аль Нахайян"]


def test_a_name_ends_where_the_script_changes() -> None:
    text = "Елші Ержан Қыстафин Kazinform агенттігіне айтты."
    assert [row.spelling for row in people(text, "kk", [(0, len(text))])] == ["Ержан Қыстафин"]


def test_case_endings_of_names_that_no_list_knows() -> None:
    text = "Министр Серік Жұманғаринмен кездесті."
    assert [row.spelling for row in people(text, "kk", [(0, len(text))])] == ["Серік Жұманғарин"]
