"""The door of a protected server: in the reader's words, with what went wrong, and on to where the reader was going."""

from __future__ import annotations

import pytest
from latin import of_page

from relations.dashboard.sign_in import COOKIES, STALE, WRONG, door, without_token
from relations.views.markup import Html
from relations.views.words import LANGUAGES, Words


@pytest.mark.parametrize("trouble", [None, WRONG, STALE, COOKIES])
@pytest.mark.parametrize("language", ["kk", "ru", "ur"])
def test_no_english_word_stands_at_the_door(language: str, trouble: str | None) -> None:
    page = door(Words(language), "/", Html(""), "/page.css", trouble)
    assert of_page(page, language) == set()
    assert ('role="alert"' in page) == (trouble is not None)
    assert f'<html lang="{language}" dir="{"rtl" if language == "ur" else "ltr"}">' in page


def test_an_english_door_would_be_found_out() -> None:
    assert "access" in of_page(door(Words("en"), "/", Html(""), None), "en")


def test_the_door_needs_no_script_and_offers_each_language() -> None:
    page = door(Words("en"), '/?event=e1&x="><script>', Html(""), "/page.css")
    assert "<script" not in page
    assert all(f'lang="{code}"' in page for code in LANGUAGES)
    assert page.count("<input") == 1


def test_a_reader_goes_on_in_the_language_chosen_at_the_door() -> None:
    assert without_token("/dossier/x?lang=en&token=old&text=a%26b", "ur") == "/dossier/x?text=a%26b&lang=ur"
    assert without_token("/") == "/"
