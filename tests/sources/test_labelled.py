"""A head of labelled lines above a pasted text is read, in every language; a text without one stays as it is."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from relations.articles import header, normalise
from relations.sources import read
from relations.sources.labelled import labelled
from relations.sources.pasted import clean
from relations.sources.pasted import read as pasted
from relations.sources.records import names

BODY = "The ministers met in Astana and agreed to open a direct flight. They will meet again in Islamabad."
HEADS = {
    "en": "Title: Ministers met\nDate: 12 December 2024\nURL: https://example.org/a?id=1\nSource: The Daily",
    "kk": "Тақырыбы: Ministers met\nКүні: 12 желтоқсан 2024\nСілтеме: https://example.org/a?id=1\nДереккөз: The Daily",
    "ru": "Заголовок: Ministers met\nДата: 12 декабря 2024\nСсылка: https://example.org/a?id=1\nИсточник: The Daily",
    "ur": "عنوان: Ministers met\nتاریخ: 12 دسمبر 2024\nلنک: https://example.org/a?id=1\nناشر: The Daily",
}


@pytest.mark.parametrize("gap", ["\n\n", "\n", "\nText: "])
@pytest.mark.parametrize("language", HEADS)
def test_a_labelled_head_is_read_and_no_part_of_the_text(language: str, gap: str, tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text(HEADS[language] + gap + BODY, encoding="utf-8")
    article = normalise(read(file)[0])
    assert (article.title, article.published) == ("Ministers met", "2024-12-12")
    assert article.url and article.url.startswith("https://example.org/a")
    assert (article.publisher, article.text) == ("The Daily", BODY)
    head = header(HEADS[language] + gap + BODY)
    assert (head.title, head.published) == ("Ministers met", "2024-12-12")
    assert (HEADS[language] + gap + BODY)[head.body_start :].strip() == BODY


@pytest.mark.parametrize("label", [label for label in names() if names()[label] != "text"])
def test_no_labelled_line_is_a_title(label: str) -> None:
    head = header(f"{label.title()}: https://example.org/a\nTitle: Ministers met\n\n{BODY}")
    assert head.title is None or "Ministers" in head.title or names()[label] == "title"


@pytest.mark.parametrize(
    "text", ["Source: APP\n\n" + BODY, "Date: 3 February 2026\n" + BODY, "Link: see below\n" + BODY, BODY + "\nURL: x"]
)
def test_a_lone_label_is_the_articles_own(text: str) -> None:
    assert labelled(text) == ({}, 0)
    assert pasted(text)["text"] == clean(text)


LINES = st.lists(st.text(st.characters(codec="utf-8", exclude_characters="\r\x00"), max_size=60), max_size=8)


@settings(deadline=None)
@given(LINES)
def test_a_text_without_such_a_head_is_unchanged(lines: list[str]) -> None:
    text = "\n".join(lines)
    first = next((line for line in text.split("\n") if line.strip()), "")
    assume(first.replace("：", ":").partition(":")[0].strip().casefold() not in names())
    assert labelled(text) == ({}, 0)
    assert pasted(text)["text"] == clean(text)


@settings(deadline=None)
@given(st.lists(st.tuples(st.sampled_from(sorted(names())), st.text(max_size=30)), max_size=6), LINES)
def test_what_is_read_and_what_is_left_are_the_text(head: list[tuple[str, str]], lines: list[str]) -> None:
    text = "\n".join([*(f"{label}: {value}" for label, value in head), *lines])
    fields, start = labelled(text)
    assert 0 <= start <= len(text)
    assert (start > 0) == bool(fields)
    assert all(value and value in text[:start] for value in fields.values())
