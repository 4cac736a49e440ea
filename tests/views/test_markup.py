"""What strangers wrote is text on the page, whatever it looks like."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relations.views.markup import Html, clean, escape, join, link, tag


class Seen(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        self.text += data


def seen(html: str) -> Seen:
    parser = Seen()
    parser.feed(html)
    parser.close()
    return parser


@given(st.text())
def test_any_text_is_text_again(text: str) -> None:
    parser = seen(tag("p", text, title=text))
    assert parser.tags == ["p"]
    assert parser.text == clean(text)


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)", " javascript:alert(1)", "java\nscript:alert(1)", "data:text/html,<script>", "//host/x",
        "vbscript:x", "file:///etc/passwd", "https://", "http://[::1", "\x00javascript:alert(1)", "", None, "relative",
    ],
)  # fmt: skip
def test_an_address_that_is_not_of_the_web_is_no_link(url: str | None) -> None:
    assert link(url, "x") == "<span>x</span>"


def test_a_link_opens_apart_and_tells_nothing() -> None:
    made = link('https://example.org/?a=1&b="2"', "<b>")
    assert made.startswith('<a href="https://example.org/?a=1&amp;b=&quot;2&quot;" target="_blank" rel="noopener ')
    assert made.endswith(">&lt;b&gt;</a>")


def test_control_characters_and_direction_marks_are_dropped() -> None:
    assert escape("a\x00b\u202ec\u2066d\u200fe") == "abcde"


def test_html_is_not_escaped_twice() -> None:
    assert join(["<", Html("<br>"), None], ", ") == "&lt;, <br>"
