"""Urdu press copy: how each kind of event is told; sentences of our own about two countries."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from relations.coding import code

DAY = "2025-05-20"  # a Tuesday
_FILE = Path(__file__).with_name("urdu_events.toml")
ARTICLES = tomllib.loads(_FILE.read_text(encoding="utf-8"))["article"]
INTRO = ARTICLES[0]["before"]
CASES = [
    (article["before"], article["published"], case["text"], case["told"])
    for article in ARTICLES
    for case in article["case"]
]


@pytest.mark.parametrize(("before", "published", "text", "expected"), CASES, ids=[case[2] for case in CASES])
def test_told(before: str, published: str, text: str, expected: list[str]) -> None:
    rows = code(f"{before}\n\n{text}", published=published, language="ur").events
    found = [row for row in rows if row.date and row.status != "cancelled" and row.start >= len(before)]
    assert sorted(f"{row.type} {row.date}" for row in found) == expected


def test_days_of_one_stay_are_one_visit() -> None:
    text = (
        INTRO + "\n\n" + "مصر کے صدر عبدالفتاح السیسی کا تین روزہ دورۂ اٹلی 12 مئی 2025 کو شروع ہوا۔"
        " صدر السیسی 13 مئی 2025 کو میلان پہنچے۔"
    )
    visits = [row.date for row in code(text, published=DAY, language="ur").events if row.type == "visit"]
    assert visits == ["2025-05-12/2025-05-14"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "عراق کے وزیر اعظم محمد شیاع السوڈانی نے ایران کے صدر مسعود پزشکیان سے دوطرفہ ملاقات کی۔",
            {"محمد شیاع السوڈانی": "IRQ", "مسعود پزشکیان": "IRN"},
        ),
        (
            "مصری وزیر خارجہ بدر عبدالعاطی نے قطر میں اپنے ہم منصب محمد بن عبدالرحمٰن سے دوطرفہ بات چیت کی،"
            " قطر اور مصر دوست ہیں۔",
            {"بدر عبدالعاطی": "EGY", "محمد بن عبدالرحمٰن": "QAT"},
        ),
        ("چین کے صدر شی جن پنگ پاکستان آئے، دوطرفہ تعلقات پر بات ہوئی۔", {"شی جن پنگ": "CHN"}),
    ],
)
def test_people(text: str, expected: dict[str, str]) -> None:
    assert {row.name_as_written: row.country for row in code(text, published=DAY, language="ur").people} == expected


def test_a_later_mention_by_family_name_is_the_same_person() -> None:
    text = "مصر کے صدر عبدالفتاح السیسی اٹلی پہنچے۔ السیسی نے دوطرفہ تعلقات پر زور دیا۔"
    (person,) = code(text, published=DAY, language="ur").people
    assert [text[start:end] for start, end in person.mentions] == ["عبدالفتاح السیسی", "السیسی"]


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("الجزائر کے صدر عبدالمجید تبون", "DZA"),
        ("ارجنٹائن کے صدر خاویئر میلئی", "ARG"),
        ("عمان کے سلطان ہیثم بن طارق", "OMN"),
        ("منگول وزیر خارجہ بتمونخ باتسیتسیگ", "MNG"),
        ("رومانوی وزیر خارجہ اوانا تسوئیو", "ROU"),
    ],
)
def test_whose_official(text: str, country: str) -> None:
    told = f"{text} نے بدھ کو اٹلی کے سفیر سے ملاقات کی اور دوطرفہ تعلقات پر بات کی۔"
    assert [person.country for person in code(told, published=DAY, language="ur").people] == [country]


def test_words_that_say_little_are_no_sector_by_themselves() -> None:
    text = INTRO + " ملاقات خوشگوار ماحول میں ہوئی۔ وزیر نے سوشل میڈیا پر لکھا کہ تعلقات صدیوں پرانے ہیں۔"
    assert not {"environment", "media"} & {row.code for row in code(text, published=DAY, language="ur").sectors}
