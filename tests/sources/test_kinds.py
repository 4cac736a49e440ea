"""One file of every kind is read; ten broken or hostile ones are listed, and nothing else suffers."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from relations.errors import SourceError
from relations.sources import KINDS, read, read_file, read_folder
from relations.sources.decoding import decode

PARAGRAPH = (
    "The ministers of two countries met in the capital and agreed to open a direct route for trucks next year. " * 3
)
PAGE = f"""<!doctype html><html lang="en"><head><title>Site - Ministers meet</title>
<script type="application/ld+json">{{"@context": "https://schema.org", "@graph": [{{"@type": "NewsArticle",
"headline": "Ministers meet", "datePublished": "2024-12-12T21:59:00+05:00", "author": {{"name": "A. Reporter"}},
"publisher": {{"name": "Example Post"}}}}]}}</script>
<link rel="canonical" href="https://example.org/ministers"></head>
<body><nav>Home</nav><article><h1>Ministers meet</h1><p>{PARAGRAPH}</p><p>{PARAGRAPH}</p></article>
<footer>© 2019 Example Post</footer></body></html>"""
FEED = """<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>Example Post</title>
<item><title>Talks held</title><link>https://example.org/talks</link><pubDate>Thu, 12 Dec 2024 21:59:00 +0500</pubDate>
<description>&lt;p&gt;Talks were held &lt;b&gt;yesterday&lt;/b&gt;.&lt;/p&gt;</description></item>
<item><title>Second</title><link>https://example.org/second</link></item></channel></rss>"""
ATOM = """<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Example Post</title>
<entry><title>Talks held</title><link href="https://example.org/a"/><updated>2024-12-12T10:00:00Z</updated>
<summary>Talks were held.</summary></entry></feed>"""


def workbook(rows: list[list[object]]) -> bytes:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    import datetime

    files: dict[str, bytes] = {
        "pasted.txt": "12.12.2024 в 21:59\n\nТитул\n\nСтороны встретились.\nПросмотров: 12".encode(),
        "front.md": b"---\ntitle: A title\npublished: 1992-02\nurl: https://example.org/a\n---\nText.",
        "page.html": PAGE.encode(),
        "feed.xml": FEED.encode(),
        "feed.atom": ATOM.encode(),
        "list.csv": b"title;date;link\nFirst;2024-12-12;https://example.org/1\nSecond;1992;\n",
        "list.xlsx": workbook(
            [["Заголовок", "Дата"], ["Первый", datetime.datetime(2024, 12, 12)], ["Второй", "1992-02"]]
        ),
        "list.jsonl": b'{"title": "One", "published": "2024-12-12"}\n{"text": "Only a text."}\n',
    }
    for name, content in files.items():
        (tmp_path / name).write_bytes(content)
    return tmp_path


def test_every_kind_is_read(folder: Path) -> None:
    articles, problems = read_folder(folder)
    assert problems == []
    counted = {file: sum(one.file == file for one in articles) for file in {one.file for one in articles}}
    assert counted == {
        "pasted.txt": 1, "front.md": 1, "page.html": 1, "feed.xml": 2, "feed.atom": 1,
        "list.csv": 2, "list.xlsx": 2, "list.jsonl": 2,
    }  # fmt: skip
    assert {Path(file).suffix for file in counted} <= set(KINDS)


def test_a_page_gives_its_metadata_and_only_its_article(folder: Path) -> None:
    (page,) = read(folder / "page.html")
    assert (page.title, page.publisher, page.author, page.url) == (
        "Ministers meet", "Example Post", "A. Reporter", "https://example.org/ministers",
    )  # fmt: skip
    assert page.published == "2024-12-12T21:59:00+05:00"
    assert page.published_from == "json-ld"
    assert "direct route for trucks" in page.text
    assert "Home" not in page.text and "©" not in page.text


@pytest.mark.parametrize(
    ("head", "body", "published", "known_from"),
    [
        (
            '<meta property="article:published_time" content="2023-07-20T10:00:00Z">',
            "",
            "2023-07-20T10:00:00Z",
            "open graph",
        ),
        ("", '<time datetime="2023-07-20">20 July</time>', "2023-07-20", "time element"),
        ("", '<div class="d">20 июля 2023, 14:05</div>', "20 июля 2023, 14:05", "visible date"),
        ("", "<div><b>20 июля 2023</b>, <i>14:05</i></div>", "20 июля 2023, 14:05", "visible date"),
        ("", '<time datetime="2023-07-20">20 июля 2023, 14:05</time>', "2023-07-20T14:05", "time element"),
        (
            '<meta property="article:published_time" content="2023-07-20">',
            "<p>20 июля 2023, 14:05</p>",
            "2023-07-20T14:05",
            "open graph",
        ),
        (
            '<meta property="article:published_time" content="2023-07-20">',
            "<p>21 июля 2023, 14:05</p>",
            "2023-07-20",
            "open graph",
        ),
        ("", "<div>© 2023 Example</div><footer>20 July 2023</footer>", None, None),
        ('<meta property="article:published_time" content="2023">', "", None, None),
    ],
)
def test_the_day_of_a_page(head: str, body: str, published: str | None, known_from: str | None, tmp_path: Path) -> None:
    text = f"<article><p>{PARAGRAPH}</p><p>{PARAGRAPH}</p></article>"
    page = f"<html><head>{head}</head><body><h1>Talks</h1>{body}{text}</body></html>"
    (tmp_path / "a.html").write_text(page, encoding="utf-8")
    (article,) = read(tmp_path / "a.html")
    assert (article.published, article.published_from) == (published, known_from)


def test_furniture_is_dropped_and_the_rest_kept(folder: Path) -> None:
    (article,) = read(folder / "pasted.txt")
    assert "Просмотров" not in article.text
    assert "Стороны встретились." in article.text


def test_yaml_gains_no_precision(folder: Path) -> None:
    (article,) = read(folder / "front.md")
    assert article.published == "1992-02"


def test_a_feed_item_is_plain_text(folder: Path) -> None:
    first = read(folder / "feed.xml")[0]
    assert first.text == "Talks were held yesterday."
    assert first.published == "Thu, 12 Dec 2024 21:59:00 +0500"


def test_metadata_alone_makes_an_article(folder: Path) -> None:
    first, second = read(folder / "list.csv")
    assert (first.title, first.published, first.text) == ("First", "2024-12-12", "")
    assert second.published == "1992"
    assert read(folder / "list.xlsx")[0].published == "2024-12-12"


def bomb() -> bytes:
    """A workbook of a few kilobytes that unpacks to more than 200 MB."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b" " * (210 * 2**20))
    return buffer.getvalue()


BROKEN = {
    "empty.txt": (b"", "empty"),
    "binary.txt": (bytes(range(256)) * 50, "no text"),
    "picture.md": (b"\x89PNG\r\n\x1a\n" + bytes(1000), "no text"),
    "bomb.xml": (
        b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><rss>&b;</rss>',
        "entities",
    ),
    "bomb.xlsx": (bomb(), "unpacks to"),
    "broken.xlsx": (b"PK\x03\x04 not a workbook", "no XLSX workbook"),
    "deep.html": (b"<div>" * 20_000 + b"x", "nested"),
    "unclosed.html": (b"<a " * 100_000, "no article"),
    "menu.html": (
        b"<div>" + b"".join(b"<p><a href='/%d'>All the news of section %d.</a></p>" % (n, n) for n in range(60)),
        "no article",
    ),
    "front.md": (b"---\ntitle: [unclosed\n---\ntext", "no YAML"),
    "alias.md": (b"---\na: &a [x]\nb: [*a, *a]\n---\ntext", "aliases"),
    "header.csv": (b"title,published,url\n", "no article"),
    "columns.csv": (b"colour,size\nred,1\n", "no known column"),
    "picture.png": (b"\x89PNG", "are not read"),
    "nothing.xml": (b"<html><body>no feed</body></html>", "no feed items"),
    "huge.txt": (b"a" * (20 * 2**20 + 1), "larger than 20 MB"),
}


@pytest.mark.parametrize("name", sorted(BROKEN))
def test_a_broken_file_is_listed_with_reason_and_advice(name: str, folder: Path) -> None:
    content, reason = BROKEN[name]
    (folder / f"bad-{name}").write_bytes(content)
    articles, problems = read_folder(folder)
    assert len(articles) == 12
    (problem,) = problems
    assert problem.file == f"bad-{name}"
    assert reason in problem.reason
    assert len(problem.advice) > 10


def test_a_bad_row_loses_only_that_row(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(
        '{"title": "One"}\nnonsense\n{"colour": "red"}\n' + "[" * 100_000 + '\n{"title": "Two"}\n'
    )
    articles, problems = read_folder(tmp_path)
    assert [one.title for one in articles] == ["One", "Two"]
    assert [one.place for one in problems] == ["line 2", "line 3", "line 4"]
    (tmp_path / "a.jsonl").write_text("title,url\nOne,,too many\nTwo,\n")
    (tmp_path / "a.jsonl").rename(tmp_path / "b.csv")
    articles, problems = read_folder(tmp_path)
    assert [one.title for one in articles] == ["Two"]
    assert [one.place for one in problems] == ["line 2"]


def test_a_text_cut_inside_a_letter_is_read_and_reported(tmp_path: Path) -> None:
    text = "Стороны обсудили торговлю и транспорт в Астане."
    (tmp_path / "a.txt").write_bytes(text.encode()[:-2])
    articles, (problem,) = read_folder(tmp_path)
    assert [one.text for one in articles] == [text[:-2] + "\ufffd"]
    assert "cut short" in problem.reason


def test_a_stated_day_that_is_none_is_reported_and_the_article_kept(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("---\ntitle: T\npublished: 2024-13-45\n---\nTalks were held.")
    (article,), (problem,) = read_folder(tmp_path)
    assert article.text == "Talks were held."
    assert "'2024-13-45'" in problem.reason


def test_scripts_do_not_count_as_nested_tags(tmp_path: Path) -> None:
    script = "<script>" + "for(i=0;i<n;i++){x(()=>1)};" * 1500 + "</script>"
    (tmp_path / "a.html").write_text(PAGE.replace("<nav>", script + "<nav>"))
    (article,) = read(tmp_path / "a.html")
    assert "direct route for trucks" in article.text


def test_headings_lose_their_marks_and_the_first_is_the_title(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("# Talks in Rome #\nThe ministers\nmet.\n\n## Trade\n\nThey agreed.\n")
    (article,) = read(tmp_path / "a.md")
    assert (article.title, article.text) == (
        "Talks in Rome",
        "Talks in Rome\n\nThe ministers met.\n\nTrade\n\nThey agreed.",
    )


def test_links_out_of_the_folder_are_not_followed(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("secret")
    inside = tmp_path / "articles"
    inside.mkdir()
    (inside / "link.txt").symlink_to(tmp_path / "secret.txt")
    articles, problems = read_folder(inside)
    assert articles == []
    assert "leads out" in problems[0].reason


def test_a_single_bad_file_raises_with_its_name(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    with pytest.raises(SourceError, match=r"empty\.txt: the file is empty"):
        read(tmp_path / "empty.txt")


TEXT = "Қазақстан мен Пәкістан. Казахстан и Пакистан. قازقستان"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_encodings(encoding: str) -> None:
    assert decode(TEXT.encode(encoding)) == TEXT


def test_windows_1251() -> None:
    text = "Стороны обсудили торговлю и транспорт."
    assert decode(text.encode("cp1251")) == text


@given(st.binary(max_size=400), st.sampled_from(sorted(KINDS)))
def test_no_bytes_whatever_stop_the_reading(content: bytes, suffix: str) -> None:
    import tempfile

    with tempfile.TemporaryDirectory() as place:
        file = Path(place) / f"a{suffix}"
        file.write_bytes(content)
        articles, problems = read_file(file)
    assert articles or problems


def test_json_lines_of_other_kinds_of_value_are_kept_as_text(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(json.dumps({"title": "One", "published": 1992, "tags": ["x"]}))
    (article,) = read(tmp_path / "a.jsonl")
    assert article.published == "1992"


def test_a_line_break_inside_a_markdown_paragraph_is_a_space(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("---\ntitle: T\n---\nTalks between\nItaly and Spain.\n\nSecond:\n- one\n- two\n")
    (article,) = read(tmp_path / "a.md")
    assert article.text == "Talks between Italy and Spain.\n\nSecond:\n- one\n- two"
