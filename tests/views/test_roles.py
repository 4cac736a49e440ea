"""Offices of people are told in the reader's language, those that nobody knows as they are written."""

from __future__ import annotations

import re

import pytest

from relations import languages
from relations.dashboard.parts.people import office
from relations.views.archive import Archive
from relations.views.roles import book, role_words
from relations.views.scene import Scene

TRANSLATED = ("kk", "ru", "ur")
# Words that the language files know so that they are taken for no name; no offices.
NO_OFFICE = {"Guest", "Host", "Predecessor", "Rescuer", "Singer", "Successor"}
SCRIPTS = {"kk": "[а-яәіңғүұқөһ]", "ru": "[а-яё]", "ur": "[\u0600-\u06ff]"}


def known(part: str) -> set[str]:
    return {str(words) for code in languages.codes() for words in languages.load(code, "people")[part].values()}


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_office_that_is_read_has_words(language: str) -> None:
    offices = known("heads") - NO_OFFICE
    assert len(offices) > 100
    assert {office for office in offices if role_words(office, language) is None} == set()
    assert known("domains") - book()["matters"].keys() <= {"State"}  # "of State" is a head of its own


def test_every_entry_is_in_its_script() -> None:
    for part in ("heads", "of", "matters"):
        for name, words in book()[part].items():
            assert words.keys() == set(TRANSLATED), name
            for language, text in words.items():
                assert re.search(SCRIPTS[language], text, re.IGNORECASE), (name, language)
                assert not re.search("[A-Za-z]", text.replace("{matter}", "")), (name, language)


def test_a_minister_has_what_the_ministry_is_about() -> None:
    role = "Federal Minister of Science and Technology"
    assert role_words(role, "ru") == "Федеральный министр науки и технологий"
    assert role_words(role, "kk") == "Федералды ғылым және технология министрі"
    assert role_words("former President", "ur") == "سابق صدر"


def test_the_words_of_the_table_stand_beside_and_what_is_unknown_stays(archive: Archive) -> None:
    assert (
        office(Scene(archive, language="ru"), "Prime Minister") == '<span title="Prime Minister">Премьер-министр</span>'
    )
    assert office(Scene(archive, language="ur"), "Keeper of <b>") == '<bdi lang="en">Keeper of &lt;b&gt;</bdi>'
    assert office(Scene(archive), "President") == '<bdi lang="en">President</bdi>'
