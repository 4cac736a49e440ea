from __future__ import annotations

import string
from typing import Any

import pytest
from babel import Locale

from relations.charts.words import LANGUAGES, catalogue, count, number, say, speaks


def forms(entry: Any) -> list[str]:
    return list(entry.values()) if isinstance(entry, dict) else [entry]


def places(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("key", catalogue())
def test_every_phrase_says_the_same_in_every_language(key: str) -> None:
    phrases = catalogue()[key]
    assert set(phrases) == set(LANGUAGES)
    # A winter spans two years in every language; other seasons may leave the second out.
    expected = places(forms(phrases["en"])[0])
    for language in LANGUAGES:
        for text in forms(phrases[language]):
            assert text.strip() or key in ("list-comma", "list-break")
            assert places(text) == expected, (key, language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_numbers_have_every_plural_form_of_the_language(language: str) -> None:
    needed = {Locale.parse(language).plural_form(n) for n in range(200)}
    for key, phrases in catalogue().items():
        if isinstance(phrases[language], dict):
            assert needed <= set(phrases[language]), key


@pytest.mark.parametrize(
    ("n", "expected"), [(1, "1 событие"), (3, "3 события"), (11, "11 событий"), (21, "21 событие")]
)
def test_russian_plurals(n: int, expected: str) -> None:
    assert count("events", n, "ru") == expected


def test_an_unknown_language_gets_english() -> None:
    assert speaks("fr-CA") == "en"
    assert say("today", "fr") == "today"
    assert number(1234.4, "en") == "1,234"


def test_an_unknown_phrase_is_an_error() -> None:
    with pytest.raises(KeyError):
        say("no-such-phrase", "en")
