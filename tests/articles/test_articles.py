"""Metadata normalised: language, header, address, identity."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relations import dates
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


STAMPS = {
    "en": [
        "ASTANA, Feb. 4, 2024 (APP): ",
        "ASTANA – February 4, 2024 – ",
        "TASHKENT (UzA), 4 February 2024. ",
        "BAKU, Azerbaijan, February 4, 2024. ",
        "Islamabad: February 4, 2024: ",
        "ISLAMABAD (News Desk) - February 4, 2024: ",
        "Feb. 4, 2024, 10:30 am\n\n",
        "Published: 4 Feb 2024\n\n",
        "Updated 04 Feb, 2024 10:30am\n\n",
        "Sunday, February 4, 2024\n\n",
        "Published 4 hours ago on February 4, 2024\n\n",
        "A title about the talks\nBy a Staff Reporter\n04 February 2024\n\n",
        "A title about the talks\nBy John Smith | February 4, 2024 | 10:30\n\n",
        "Posted on February 4th, 2024 by admin\n\n",
        "Press Release\nNo. 35/2024\nFebruary 4, 2024\n\n",
        "2024-02-04 10:30\n\n",
        "2024/02/04 10:30\n\n",
    ],
    "ru": [
        "Астана. 4 февраля 2024. КАЗИНФОРМ – ",
        "Бишкек, 04.02.24. /Кабар/. ",
        "МОСКВА, 4 февраля 2024. /ТАСС/. ",
        "БАКУ, 4 фев 2024 — Спутник. ",
        "Баку, 4 февраля 2024 года, АЗЕРТАДЖ ",
        "Воскресенье, 4 февраля 2024 г.\n\n",
        "10:30, 4 февраля 2024\n\n",
        "Дата публикации: 4 февраля 2024 г.\n\n",
        "Заголовок о переговорах\n04.02.2024 10:30 (обновлено: 11:00 05.02.2024)\n\n",
        "Заголовок о переговорах\n\n4 февраля 2024 | 10:30 | 1234 просмотра\n\n",
    ],
    "kk": [
        "АСТАНА. 2024 жылғы 4 ақпан. ҚазАқпарат – ",
        "Қазақстан • 04 Ақпан, 2024\n\n",
        "2024 жылғы 4 ақпан\n\n",
        "2024 ж. 4 ақпан\n\n",
        "Жарияланды: 04.02.2024\n\n",
        "Кездесу туралы тақырып\n4 Ақпан 2024 10:30\n\n",
    ],
    "ur": [
        "اسلام آباد، 4 فروری 2024 (اے پی پی): ",
        "اتوار 4 فروری 2024\n\n",
        "شائع 04 فروری 2024 10:30am\n\n",
        "تاریخ اشاعت: 4 فروری 2024ء\n\n",
        "۴ فروری ۲۰۲۴\n\n",
    ],
}
BODIES = {
    "en": "The two sides discussed trade, transport and logistics, and agreed on a new meeting in the capital. ",
    "ru": "Стороны обсудили торговлю, транспорт и логистику, а также договорились о новой встрече. ",
    "kk": "Тараптар сауда, көлік және логистика мәселелерін талқылап, жаңа кездесу туралы уағдаласты. ",
    "ur": "فریقین نے تجارت، نقل و حمل اور رسد کے امور پر بات چیت کی اور نئی ملاقات پر اتفاق کیا۔ ",
}


@pytest.mark.parametrize(
    ("language", "top"), [pytest.param(code, top, id=f"{code}: {top}") for code, tops in STAMPS.items() for top in tops]
)
def test_every_printed_form_of_the_day_is_found_and_is_no_date_of_the_story(language: str, top: str) -> None:
    text = top + BODIES[language] * 2
    head = header(text)
    assert head.published == "2024-02-04"
    assert [row.edtf for row in dates.read(text, language, "2024-02-04", start=head.body_start)] == []


@pytest.mark.parametrize(
    ("language", "top"),
    [
        ("en", "ASTANA, Feb 4 (APP): "),
        ("ru", "АНКАРА, 4 февраля - ТАСС. "),
        ("ru", "Минск, 4 февраля, БЕЛТА. "),
        ("ur", "اسلام آباد، 4 فروری (اے پی پی): "),
    ],
)
def test_a_dateline_without_a_year_tells_none(language: str, top: str) -> None:
    text = top + BODIES[language] * 2
    assert header(text).published is None
    assert dates.read(text, language, "2024-02-04") == []


@pytest.mark.parametrize(
    ("language", "end", "published"),
    [
        ("en", "\n\n(Our Agency May 19, 2006)", "2006-05-19"),
        ("en", "Published in The Daily, May 5th, 2023", "2023-05-05"),
        ("en", "\n\nIslamabad\n4 February 2024", "2024-02-04"),
        ("ru", "\n\nОпубликовано 04.02.2024", "2024-02-04"),
        ("ru", "\n\nг. Астана, 4 февраля 2024 года", "2024-02-04"),
        ("ur", "\n\n4 فروری 2024", "2024-02-04"),
    ],
)
def test_the_last_line_may_tell_the_day(language: str, end: str, published: str) -> None:
    assert header(BODIES[language] * 2 + end).published == published


@pytest.mark.parametrize(
    "text",
    [
        "On Sunday, February 4, 2024, the ministers met in Astana. They discussed trade.",
        "In Astana, 4 February 2024 was a busy day. They discussed trade.",
        "The agreement of 24 February 1992 turns thirty\n\nThe two sides marked it in 2022 with a dinner in Astana.",
    ],
)
def test_a_day_in_a_sentence_is_no_day_of_publication(text: str) -> None:
    assert header(text).published is None


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
        "https://www-example-org.cdn.ampproject.org/c/s/www.example.org/news/1?amp_js_v=0.1&usqp=x",
        "https://www.google.com/amp/s/example.org/news/1/amp/",
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


def test_the_body_makes_the_article_not_what_stands_above_it() -> None:
    pasted = normalise(raw("12.12.2024 в 21:59\n\nДелегация прибыла\n\n" + BODY))
    note = normalise(raw(BODY, file="a.md", title="Делегация прибыла", published="2024-12-12"))
    assert pasted.article_id == note.article_id
    (both,) = unite([pasted, note])
    assert both.published == "2024-12-12"
    stock = "The full text is for our readers only."  # too short to tell two articles apart
    titles = ("The ministers met in Astana", "The embassy moved to Astana")
    assert len({normalise(raw(f"{title}\n\n{stock}")).article_id for title in titles}) == 2


def test_an_hour_that_only_the_text_prints_is_kept() -> None:
    article = normalise(raw("12.12.2024 в 21:59\n\n" + BODY, published="2024-12-12"))
    assert (article.published, article.time) == ("2024-12-12", "21:59")


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
