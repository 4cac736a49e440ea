"""Every visible word comes from a catalogue, and every catalogue has every word."""

from __future__ import annotations

import ast
import re
import string
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from relations.views import words
from relations.views.words import LANGUAGES, LOCALE, Words

PACKAGE = Path(words.__file__).parent
PAGE = PACKAGE.parent / "dashboard"
SPEAKING = (PACKAGE, PAGE, PACKAGE.parent / "export")
TRANSLATED = [code for code in LANGUAGES if code != "en"]
SPOKEN = {"say": 1, "count": 2, "mark": 1}


def said() -> dict[str | tuple[str, ...], str]:
    """Every message of the page and of the exports, with the place where it is said."""
    found: dict[str | tuple[str, ...], str] = {}
    for file in sorted(file for folder in SPEAKING for file in folder.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
            texts = [a.value for a in node.args if isinstance(a, ast.Constant) and isinstance(a.value, str)]
            if name in SPOKEN and len(texts) >= SPOKEN[name]:
                message = texts[0] if SPOKEN[name] == 1 else tuple(texts[:2])
                found[message] = f"{file.name}:{node.lineno}"
    return found


def places(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_message_is_translated_and_none_is_left_over(language: str) -> None:
    with (LOCALE / language / "LC_MESSAGES" / "dashboard.po").open("rb") as file:
        catalogue = read_po(file, locale=language)
    have = {entry.id: entry for entry in catalogue if entry.id}
    messages = said()
    assert len(messages) > 60
    assert set(messages) == set(have)
    for message, entry in have.items():
        forms = entry.string if isinstance(entry.string, tuple) else (entry.string,)
        assert len(forms) == (catalogue.num_plurals if isinstance(message, tuple) else 1), message
        wanted = places(message[0] if isinstance(message, tuple) else message)
        for form in forms:
            assert form.strip(), f"{language}: {message} has no translation"
            assert places(form) == wanted, f"{language}: {message} fills {places(form)}, expected {wanted}"
        assert not entry.fuzzy, message


@pytest.mark.parametrize("language", TRANSLATED)
def test_translations_are_in_the_script_of_the_language(language: str) -> None:
    script = re.compile("[\u0600-\u06ff]" if language == "ur" else "[а-яёәіңғүұқөһ]", re.IGNORECASE)
    for message in said():
        text = message if isinstance(message, str) else message[0]
        if re.sub(r"\{\w+\}|\W", "", text):
            say = Words(language)
            spoken = say._catalogue.gettext(text) if isinstance(message, str) else say._catalogue.ngettext(*message, 5)
            assert script.search(spoken), f"{language}: {text!r} is {spoken!r}"


def test_no_visible_text_stands_in_a_part_outside_the_catalogues() -> None:
    """Arguments of `tag` that a reader sees are said, never written."""
    for file in sorted([*(PAGE / "parts").glob("*.py"), PAGE / "layout.py"]):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if not (isinstance(node, ast.Call) and getattr(node.func, "id", "") == "tag"):
                continue
            visible = node.args[1:] + [
                k.value for k in node.keywords if k.arg in ("aria_label", "placeholder", "title")
            ]
            for argument in visible:
                if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
                    assert not re.search(r"[^\W\d_]", argument.value), f"{file.name}:{node.lineno} {argument.value!r}"


def test_plural_forms() -> None:
    assert [Words("ru").count("{n} year", "{n} years", n) for n in (1, 2, 5, 21)] == [
        "1 год",
        "2 года",
        "5 лет",
        "21 год",
    ]


def test_an_unknown_language_speaks_english() -> None:
    assert Words("xx")("Timeline") == "Timeline"


def test_names_come_from_cldr() -> None:
    assert Words("ru").country("UZB") == "Узбекистан"
    assert Words("en").country("QQQ") == "QQQ"
    assert Words("kk").language_name("ur") == "урду тілі"
    assert Words("en").language_name("not a tag") == "not a tag"


@pytest.mark.parametrize(("language", "way"), [("ur", "rtl"), ("ur-PK", "rtl"), ("kk", "ltr"), (None, "ltr")])
def test_direction(language: str | None, way: str) -> None:
    assert words.direction(language) == way
