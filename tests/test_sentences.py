"""Where sentences begin and end."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relations.sentences import sentences


def cut(text: str, language: str) -> list[str]:
    return [text[a:b] for a, b in sentences(text, language)]


@pytest.mark.parametrize(
    ("language", "text", "count"),
    [
        ("en", "Mr. Dar met K. Tokayev. They spoke of trade.", 2),
        ("en", "Trade stood at $45 mn. in 2020.", 1),
        ("ru", "В 2023 г. торговля выросла. К. Токаев это отметил.", 2),
        ("ru", "Товарооборот составил $100 млн. в прошлом году.", 1),
        ("kk", "Конвенция (Алматы, 23.08.1995 ж.) күшінде. Қ. Тоқаев келді.", 2),
        ("ur", "اجلاس ہوا۔ وزیراعظم نے خطاب کیا۔", 2),
        ("en", "Title\n\nFirst paragraph\nSecond", 3),
        ("en", "1. First item of a list.\n2. Second item.", 2),
    ],
)
def test_count(language: str, text: str, count: int) -> None:
    assert len(cut(text, language)) == count


@given(st.text(max_size=300), st.sampled_from(["en", "kk", "ru", "ur"]))
def test_sentences_are_in_order_and_lose_no_letter(text: str, language: str) -> None:
    spans = sentences(text, language)
    assert all(a < b for a, b in spans)
    assert all(one[1] <= other[0] for one, other in pairwise(spans))
    assert "".join("".join(text[a:b].split()) for a, b in spans) == "".join(text.split())
