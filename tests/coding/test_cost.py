"""What reading costs: linear in the length of a text, however hostile the text.

Work is counted in calls, which no other load on the machine changes; what happens inside a regular expression is not
counted so, and is held to a time that is far beyond what a linear pass takes.
"""

from __future__ import annotations

import cProfile
import json
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from relations.articles import header
from relations.coding import Coded, code
from relations.coding.answer import answer
from relations.coding.words import cut_words
from relations.dates.tokens import tokens
from relations.sentences import sentences

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
    profile = cProfile.Profile()
    profile.enable()
    try:
        read(text, language)
    finally:
        profile.disable()
    return sum(entry.callcount for entry in profile.getstats())


def seconds(text: str, language: str) -> float:
    begin = time.process_time()
    read(text, language)
    return time.process_time() - begin


def assert_linear(fragment: str, language: str, size: int = 1_500, times: int = 4, longest: int = 8_000) -> None:
    text = LEADS[language] + filled(fragment, longest)
    bound = 40e-6 * len(text) + 0.5
    took = seconds(text, language)  # which also fills what is remembered of single words
    if took >= bound:  # a second look, for a machine that was busy; at another text, as the last is remembered
        took = seconds(text + " ", language)
    assert took < bound, f"{took:.2f} s for {len(text)} characters"
    one, many = (calls(LEADS[language] + filled(fragment, n), language) for n in (size, size * times))
    # Quadratic work would be `times` times as much again.
    assert many <= 1.5 * times * one + 1_000, f"{one} calls for {size} characters, {many} for {size * times}"


@pytest.mark.parametrize(("language", "fragment"), REPEATED)
def test_a_fragment_repeated(language: str, fragment: str) -> None:
    assert_linear(fragment, language)


def test_cutting() -> None:
    """What patterns cost that look at the whole of a text: far longer ones show what calls do not."""
    for language, fragment in REPEATED:
        text = filled(fragment, 40_000)
        begin = time.process_time()
        sentences(text, language)
        tokens(text, 0, frozenset())
        cut_words(text)
        took = time.process_time() - begin
        assert took < 0.5, f"{took:.2f} s for {len(text)} characters of {fragment!r}"


@pytest.mark.parametrize("language", sorted(LEADS))
def test_prose_and_prose_without_a_full_stop(language: str) -> None:
    assert_linear(prose(language), language)
    # Both sizes hold several of the longest sentences there can be: within one, work may grow faster than its length.
    assert_linear(prose(language).translate(ENDS), language, size=3_000, longest=12_000)


def test_persons_who_are_all_others() -> None:
    """A name is compared to some hundred others at most; before there are as many, each more costs more."""
    syllables = [one + other for one in "bdgklmnrst" for other in "aeiou"]
    names = [f"{a.title()}{b} {b.title()}{a}{c}ov" for a in syllables[:20] for b in syllables[20:] for c in "bd"]
    assert_linear(
        " ".join(f"President {name} of Pakistan spoke." for name in names), "en", size=16_000, times=3, longest=48_000
    )


@pytest.mark.parametrize(("language", "size"), [("en", 100_000), ("kk", 100_000), ("ru", 1_000_000), ("ur", 100_000)])
def test_a_megabyte(language: str, size: int) -> None:
    """In one language, as each goes through the same code; in the others what they alone have shows in less."""
    text = LEADS[language] + filled(prose(language).translate(ENDS), size)
    text = text.encode()[:size].decode(errors="ignore")
    small = text[: len(text) // 16]
    read(small, language)
    one = min(seconds(small + " " * n, language) for n in range(1, 4))
    whole = seconds(text, language)
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


@settings(deadline=None, max_examples=20)
@given(fragment=FRAGMENTS, language=st.sampled_from(sorted(LEADS)))
def test_any_fragment_repeated(fragment: str, language: str) -> None:
    assert_linear(fragment + " ", language, size=1_000, longest=6_000)


@settings(deadline=None, max_examples=150)
@given(text=st.lists(FRAGMENTS, max_size=12).map(" ".join), language=st.sampled_from(sorted(LEADS)))
def test_any_text_is_read(text: str, language: str) -> None:
    text = LEADS[language] + text
    coded = read(text, language)
    for row in (*coded.dates, *coded.sectors, *coded.people, *coded.figures, *coded.events):
        assert 0 <= row.start < row.end <= len(text)
    assert json.loads(json.dumps(answer({"id": "1", "text": text, "published": PUBLISHED}), allow_nan=False))
