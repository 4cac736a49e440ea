"""Sectors by their words, in context."""

from __future__ import annotations

import pytest

from relations import codebook, languages
from relations.coding.sectors import sectors


def codes(text: str, language: str) -> set[str]:
    return {row.code for row in sectors(text, language, [])}


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "en",
            "Italy and Kazakhstan discussed bilateral work in mining, customs and tourism.",
            {"mining", "customs", "tourism"},
        ),
        (
            "en",
            "Italy's Minister of Transport met bilateral partners from Kazakhstan to discuss education.",
            {"education"},
        ),
        (
            "ru",
            "Италия и Казахстан обсудили двустороннее сотрудничество в энергетике и ветеринарии.",
            {"energy", "veterinary"},
        ),
        ("ru", "Министр энергетики Италии обсудил в Казахстане двусторонний туризм.", {"tourism"}),
        ("kk", "Қазақстан мен Италия екіжақты кездесуде көлік пен туризмді талқылады.", {"transport", "tourism"}),
        ("kk", "Италия мен Қазақстан: Көлік министрі екіжақты білім саласын айтты.", {"education"}),
        ("ur", "پاکستان کے وزیر تجارت نے ترکیہ میں توانائی پر دوطرفہ بات کی۔", {"energy"}),
        ("ur", "پاکستان اور ترکیہ: صنعت و تعلیم کے وزرا نے دوطرفہ سیاحت پر بات کی۔", {"tourism"}),
        ("ur", "پاکستان اور ترکیہ نے دوطرفہ تعلیم اور سیاحت پر بات کی۔", {"education", "tourism"}),
    ],
)
def test_sectors(language: str, text: str, expected: set[str]) -> None:
    assert codes(text, language) == expected


def test_every_row_has_its_words() -> None:
    text = "Italy and Kazakhstan discussed bilateral work in mining and customs."
    assert [text[row.start : row.end] for row in sectors(text, "en", [])] == ["mining", "customs"]


def test_every_sector_has_words_in_every_language() -> None:
    for language in languages.codes():
        assert set(languages.load(language, "sectors")["sectors"]) == set(codebook.sectors()), language


def test_a_phrase_counts_before_its_words() -> None:
    text = "Иран мен Армения екіжақты кездесуде гуманитарлық жүк жеткізуді талқылады; 2024-25 қаржы жылы аяқталды."
    assert {row.code for row in sectors(text, "kk", [(0, len(text))])} == {"humanitarian"}
