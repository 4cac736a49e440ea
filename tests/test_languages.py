"""The language files are whole: every file there, every key known, no letter of another script by mistake."""

from __future__ import annotations

import re

import pytest

from relations import codebook, languages
from relations.coding.event_rules import cues
from relations.dates.lexicon import CLASSES
from relations.languages.spelling import spelling, with_letters

CODES = languages.codes()
CONCEPTS = (
    "language",
    "dates",
    "events",
    "sectors",
    "people",
    "countries",
    "places",
    "inflection",
    "figures",
    "ordinals",
)
SCRIPTS = {"Latn": "[a-z\u00e0-\u024f]", "Cyrl": "[\u0400-\u052f]", "Arab": "[\u0620-\u06ff]"}


@pytest.mark.parametrize("language", CODES)
def test_every_file_is_there(language: str) -> None:
    assert [concept for concept in CONCEPTS if not languages.has(language, concept)] == []
    about = languages.load(language, "language")
    assert about["script"] in SCRIPTS and about["direction"] in ("ltr", "rtl")
    assert about.get("apostrophe", "") in ("", "letter", "ending") and about.get("ordinal_mark", "") in ("", "-", ".")
    assert languages.locale(language).months["format"]["wide"]


@pytest.mark.parametrize("language", CODES)
def test_dates(language: str) -> None:
    body = languages.load(language, "dates")
    assert set(body["words"]) <= set(CLASSES)
    assert len(body["months"]) == 12 and len(body["weekdays"]) == 7
    assert body["grammar"]["month_day"] in ("plain", "suffixed") and body["grammar"]["slash"] == "day-first"
    assert all(body["grammar"][tense].split() for tense in ("past", "future"))
    re.compile(body.get("endings", ""))


@pytest.mark.parametrize("language", CODES)
def test_events_and_sectors_cover_the_codebook(language: str) -> None:
    told = {rule.type for rule in cues(language).rules} | {"statistic"}
    assert told == set(codebook.event_types())
    body = languages.load(language, "sectors")
    assert set(body["sectors"]) == set(codebook.sectors()) and body["title_side"] in ("before", "after", "both")
    # Where endings say "in", no word does.
    by_ending = {"venue"} if cues(language).verb_last else set()
    assert set(languages.load(language, "events")["signs"]) >= set(languages.load("en", "events")["signs"]) - by_ending


@pytest.mark.parametrize("language", CODES)
def test_figures_and_inflection(language: str) -> None:
    body, english = languages.load(language, "figures"), languages.load("en", "figures")
    assert set(body["units"]) <= set(english["units"]) and set(body["indicators"]) == set(english["indicators"])
    assert {"USD", "EUR"} <= set(body["currencies"])
    for entry in languages.load(language, "inflection")["class"]:
        assert ("pattern" in entry) != ("endings" in entry)
        re.compile(entry.get("pattern", ""))


def strings(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        return [text for pair in value.items() for one in pair for text in strings(one)]
    return [text for one in value for text in strings(one)] if isinstance(value, list) else []


@pytest.mark.parametrize("language", CODES)
def test_no_word_mixes_scripts(language: str) -> None:
    words = {
        word
        for concept in CONCEPTS
        for text in strings(languages.load(language, concept))
        for word in re.findall(r"[^\W\d_]+", text)
    }
    mixed = [word for word in words if sum(bool(re.search(script, word.lower())) for script in SCRIPTS.values()) > 1]
    assert mixed == []


@pytest.mark.parametrize(
    ("tag", "found"),
    [
        ("kk", "kk"), ("KK_kz", "kk"), ("en-GB", "en"), ("ur-Arab-PK", "ur"), ("uz", "uz"), ("uz-Latn-UZ", "uz"),
        ("uz-Cyrl", "uz-Cyrl"), ("uz_CYRL_uz", "uz-Cyrl"), ("tr-TR", "tr"), ("trv", None), ("fr", None), ("", None),
    ],
)  # fmt: skip
def test_tags_are_looked_up_with_their_script(tag: str, found: str | None) -> None:
    assert languages.match(tag) == found


def test_apostrophes_are_letters_where_the_language_has_them_so() -> None:
    text = "Oʻzbekiston, O'zbekiston, O‘zbekiston va ‘g’oya’"
    assert spelling("uz").apostrophe == "letter"
    assert with_letters(text, "uz") == "Oʻzbekiston, Oʼzbekiston, Oʼzbekiston va ‘gʼoya’"
    assert with_letters(text, "tr") == text
