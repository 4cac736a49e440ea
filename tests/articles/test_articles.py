"""Metadata normalised: language, header, address, identity."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relations.articles import detect_language, header, normalise, unite
from relations.articles.address import canonical
from relations.sources import Raw, read


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Елші Лахорда болды", "kk"),
        ("Министр сапары басталды", "kk"),
        ("Қазақстан мен Корея", "kk"),
        ("Пакистан президенті Алматыда", "kk"),
        ("Посол посетил Лахор", "ru"),
        ("Казахстан и Пакистан провели переговоры", "ru"),
        ("Кыргызстан менен Пакистан сүйлөштү", "ky"),
        ("Монгол улсын ерөнхийлөгч", "mn"),
        ("Ambassador visits Lahore", "en"),
        ("The two sides agreed on trade", "en"),
        ("سفیر کا دورہ لاہور", "ur"),
        ("پاکستان اور قازقستان کے تعلقات", "ur"),
        ("وزير الخارجية في القاهرة", "ar"),
        ("وزیر خارجه ایران در تهران", "fa"),
        ("12 345", "und"),
    ],
)
def test_language(text: str, language: str) -> None:
    assert detect_language(text) == language


BODY = "Стороны обсудили торговлю, транспорт и логистику, а также договорились о новой встрече в Астане. " * 2


@pytest.mark.parametrize(
    ("top", "published", "time", "title"),
    [
        ("12.12.2024 в 21:59\n\nДелегация прибыла\n\n", "2024-12-12", "21:59", "Делегация прибыла"),
        ("Делегация прибыла\n12 Қараша 2022, 11:20\n\n", "2022-11-12", "11:20", "Делегация прибыла"),
        ("3 February 2026, 14:05\n", "2026-02-03", "14:05", None),
        ("Делегация прибыла\n\n", None, None, "Делегация прибыла"),
        ("Бишкек, 13.11.23. /Кабар/. ", "2023-11-13", None, None),
        ("", None, None, None),
    ],
)
def test_header(top: str, published: str | None, time: str | None, title: str | None) -> None:
    head = header(top + BODY)
    assert (head.published, head.time, head.title) == (published, time, title)
    assert (top + BODY)[head.body_start :].lstrip().startswith(("Стороны", "Бишкек"))


def test_the_weekday_of_a_dateline_settles_its_year() -> None:
    text = (
        "RAWALPINDI, Aug 25 (APP): Forces on Wednesday opened an exercise. The first was held in 2017, "
        "the second in 2019, trade stood at $45 million in 2020."
    )
    assert header(text).published == "2021-08-25"
    assert header(text.replace(" on Wednesday", "")).published is None


def test_a_copyright_year_is_no_day_of_publication() -> None:
    assert header(BODY + "\n\n© 2024 Example").published is None


@given(st.text(max_size=400))
def test_any_text_has_a_header(text: str) -> None:
    head = header(text)
    assert 0 <= head.body_start <= len(text)


@pytest.mark.parametrize(
    "variant",
    [
        "https://example.org/news/1",
        "http://www.example.org/news/1/",
        "https://m.example.org/news/1?utm_source=x&fbclid=y",
        "https://example.org/news/1/amp",
        "https://amp.example.org/news/1#top",
        "https://EXAMPLE.org:443//news/1",
    ],
)
def test_variants_of_an_address_are_one(variant: str) -> None:
    assert canonical(variant) == "https://example.org/news/1"


@pytest.mark.parametrize(
    "wrong", ["", None, "javascript:alert(1)", "not an address", "ftp://example.org/x", "http://[::1"]
)
def test_what_is_no_web_address(wrong: str | None) -> None:
    assert canonical(wrong) is None


def test_parameters_that_name_the_page_stay() -> None:
    assert canonical("https://example.org/?p=22092&utm_medium=a") == "https://example.org?p=22092"


@given(st.text(max_size=80))
def test_canonical_is_idempotent(path: str) -> None:
    once = canonical("https://www.example.org/" + path)
    assert once is None or canonical(once) == once


def raw(text: str = "Talks were held in Rome.", **more: str) -> Raw:
    return Raw(file=more.pop("file", "a.txt"), sha256="0", text=text, **more)


def test_identity_does_not_depend_on_file_or_white_space() -> None:
    one, two = normalise(raw()), normalise(raw("Talks  were held\nin Rome.", file="moved/b.txt"))
    assert one.article_id == two.article_id
    assert normalise(raw("Other words.")).article_id != one.article_id


def test_precision_is_kept_and_the_hour_too() -> None:
    assert normalise(raw(published="1992-02")).published == "1992-02"
    article = normalise(raw(published="2024-12-12T21:59"))
    assert (article.published, article.time) == ("2024-12-12", "21:59")
    assert normalise(raw(published="some day")).published is None


def test_a_copy_at_another_address_is_the_same_article() -> None:
    one = normalise(raw(url="https://example.org/a"))
    two = normalise(raw(url="https://example.com/b", published="2024-12-12", file="b.txt"))
    (both,) = unite([two, one])
    assert both.urls == ("https://example.org/a", "https://example.com/b")
    assert both.published == "2024-12-12"


def test_metadata_joins_the_text_at_its_address() -> None:
    text = normalise(raw(url="https://www.example.org/a"))
    row = normalise(raw("", url="https://example.org/a?utm_source=x", title="Talks", file="list.csv"))
    (both,) = unite([row, text])
    assert (both.title, both.text) == ("Talks", "Talks were held in Rome.")


SEED = Path(
    os.environ.get("RELATIONS_SEED", Path(__file__).parents[3] / "shared" / "seed" / "article-2024-12-12.kk.txt")
)


@pytest.mark.skipif(
    not SEED.exists(), reason="the real article is not part of the repository; name it in RELATIONS_SEED"
)
def test_the_real_article() -> None:
    article = normalise(read(SEED)[0])
    assert (article.published, article.time, article.language) == ("2024-12-12", "21:59", "kk")
    assert article.title is not None and article.title.startswith("Қазақстан мен Пәкістан")
