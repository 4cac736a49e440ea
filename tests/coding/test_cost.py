"""What reading costs: linear in the length of a text, however hostile the text.

Work is counted in calls, which no other load on the machine changes; what happens inside a regular expression is not
counted so, and is held to a time that is far beyond what a linear pass takes.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path
from types import FrameType
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from relations.articles import header
from relations.coding import Coded, code
from relations.coding.answer import answer

GOLD = Path(__file__).parent.parent / "gold"
PUBLISHED = "2024-12-12"
# An article is only read for events and figures where it is about two countries.
LEADS = {
    "kk": "Қазақстан мен Пәкістан келіссөз жүргізді. ",
    "ru": "Казахстан и Пакистан провели переговоры. ",
    "en": "Kazakhstan and Pakistan held talks. ",
    "ur": "قازقستان اور پاکستان نے مذاکرات کیے۔ ",
}
ENDS = str.maketrans(".!?۔؟…\n", "       ")
REPEATED = [
    ("en", "7"), ("en", "7 "), ("ur", "٣"), ("en", ","), ("en", "("), ("en", "."), ("en", ". "), ("en", ".'"),
    ("en", ".x"), ("en", "'"), ("en", "12. "), ("en", "1-"), ("en", "1992-"), ("en", "1 000"), ("en", "12.12.2024 "),
    ("en", "a-"), ("en", "a'"), ("en", "a"), ("en", "\n"), ("en", " "), ("en", "a\n"), ("en", "A. "), ("en", "_"),
    ("ur", "ـ"),
    ("ru", "а\u0301"), ("kk", "1992 жылдың "), ("ru", "1, 2, 3 и 4 мая, "), ("en", "May "), ("en", "5 years ago, "),
    ("en", "two months later "), ("en", "99999999999999999999 days ago. "), ("en", "last year and "), ("en", "of the "),
    ("en", "$5 million, "), ("kk", "А. Б. Тоқаев, "), ("kk", "Ержан Тоқаев, "), ("ru", "министр иностранных дел "),
    ("ur", "صدر پاکستان "), ("en", "Pakistan of the "), ("en", "On 1 May 1992 the President visited Pakistan. "),
    ("en", "visit 1992 agreement signed 1993 met minister "), ("kk", "сапары келісімге қол қойды 1992 жылы министр "),
    ("ru", "визит подписали соглашение 1992 года министр "), ("ur", "دورہ معاہدہ دستخط 1992 ملاقات وزیر "),
]  # fmt: skip


def prose(language: str) -> str:
    texts = [json.loads(file.read_text(encoding="utf-8"))["text"] for file in sorted(GOLD.glob(f"{language}-*.json"))]
    assert texts
    return "\n\n".join(texts)


def filled(fragment: str, size: int) -> str:
    return (fragment * (size // len(fragment) + 1))[:size]


def read(text: str, language: str) -> Coded:
    header(text)
    return code(text, PUBLISHED, language, start=0)


def calls(text: str, language: str) -> int:
    """How many functions are called, Python's own among them, while a text is read."""
    count = 0

    def note(frame: FrameType, event: str, argument: Any) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        read(text, language)
    finally:
        sys.setprofile(before)
    return count


def seconds(text: str, language: str, tries: int = 2) -> float:
    best = float("inf")
    for _ in range(tries):
        begin = time.process_time()
        read(text + " " * _, language)  # another text each time, so that nothing of the last one is remembered
        best = min(best, time.process_time() - begin)
    return best


def assert_linear(fragment: str, language: str, size: int = 3_000, times: int = 8) -> None:
    small, large = (LEADS[language] + filled(fragment, n) for n in (size, size * times))
    read(large, language)  # fills what is remembered of single words
    one, many = calls(small, language), calls(large, language)
    # Quadratic work would be `times` times as much again.
    assert many <= 2 * times * one + 5_000, f"{one} calls for {size} characters, {many} for {size * times}"
    took = seconds(large, language)
    assert took < 60e-6 * len(large) + 0.5, f"{took:.2f} s for {len(large)} characters"


@pytest.mark.parametrize(("language", "fragment"), REPEATED)
def test_a_fragment_repeated(language: str, fragment: str) -> None:
    assert_linear(fragment, language)


@pytest.mark.parametrize("language", sorted(LEADS))
def test_prose_and_prose_without_a_full_stop(language: str) -> None:
    assert_linear(prose(language), language, size=6_000)
    assert_linear(prose(language).translate(ENDS), language, size=6_000)


def test_persons_who_are_all_others() -> None:
    syllables = [one + other for one in "bdgklmnrst" for other in "aeiou"]
    names = [f"{a.title()}{b} {b.title()}{a}{c}ov" for a in syllables[:20] for b in syllables[20:] for c in "bd"]
    assert_linear(" ".join(f"President {name} of Pakistan spoke." for name in names), "en", size=6_000)


@pytest.mark.parametrize("language", sorted(LEADS))
def test_a_megabyte(language: str) -> None:
    text = LEADS[language] + filled(prose(language).translate(ENDS), 1_000_000)
    text = text.encode()[:1_000_000].decode(errors="ignore")
    small = text[: len(text) // 16]
    read(small, language)
    one, whole = seconds(small, language, tries=3), seconds(text, language, tries=1)
    assert whole <= 3 * 16 * one + 0.5, f"{one:.2f} s for a sixteenth, {whole:.2f} s for the whole"


FRAGMENTS = st.one_of(
    st.text(alphabet=st.characters(codec="utf-8"), min_size=1, max_size=12),
    st.text(alphabet="0123456789.,-–/():; \n'’\"۔،IiVv", min_size=1, max_size=12),
    st.lists(
        st.sampled_from(
            "1992 2024 12 5 , - – . ( ) of the in May last year ago later and visit visited signed agreement President "
            "Pakistan Astana million $ жылы жылдың мамыр сапары министр президент соглашение года мая Тоқаев А. صدر "
            "دورہ مئی سال".split(" ")
        ),
        min_size=1,
        max_size=8,
    ).map(" ".join),
)


@settings(deadline=None, max_examples=40)
@given(fragment=FRAGMENTS, language=st.sampled_from(sorted(LEADS)))
def test_any_fragment_repeated(fragment: str, language: str) -> None:
    assert_linear(fragment + " ", language, size=1_000, times=6)


@settings(deadline=None, max_examples=150)
@given(text=st.lists(FRAGMENTS, max_size=12).map(" ".join), language=st.sampled_from(sorted(LEADS)))
def test_any_text_is_read(text: str, language: str) -> None:
    text = LEADS[language] + text
    coded = read(text, language)
    for row in (*coded.dates, *coded.sectors, *coded.people, *coded.figures, *coded.events):
        assert 0 <= row.start < row.end <= len(text)
    assert json.loads(json.dumps(answer({"id": "1", "text": text, "published": PUBLISHED}), allow_nan=False))
