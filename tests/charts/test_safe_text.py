from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from made_events import HOSTILE

from relations.charts.safe_text import clean, safe


@given(st.text() | st.just(HOSTILE) | st.text(alphabet="<>&$ab\u202e\u2067\x00\n"))
def test_nothing_that_plotly_interprets_is_left(text: str) -> None:
    told = safe(text)
    assert not set(told) & set("<>$\x00\n\r\u202e\u2066\u2067\u2069")
    assert told.replace("&amp;", "").replace("&lt;", "").replace("&gt;", "").replace("&#36;", "").count("&") == 0


def test_long_text_is_cut_quickly() -> None:
    assert len(clean("ab " * 40_000, 60)) <= 60
    assert clean("ab " * 40_000, 60).endswith("…")


def test_joiners_that_languages_need_stay() -> None:
    assert clean("می\u200cخواهم") == "می\u200cخواهم"
