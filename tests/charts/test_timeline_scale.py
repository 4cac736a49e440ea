"""The time axis: months by their names in the reader's language, years in digits, and no two labels in one place."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise

import numpy as np
import pytest
from babel import Locale
from hypothesis import given, settings
from hypothesis import strategies as st

from relations.charts.text_width import text_width
from relations.charts.timeline_scale import Scale, axis, days_of
from relations.views.words import LANGUAGES

SIZE = 12.0


def scale(first: date, days: int, width: float) -> Scale:
    return Scale(days_of(first), days_of(first) + days, width)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("years", [2, 2.5, 3, 4, 6])
def test_months_are_written_by_their_names(language: str, years: float) -> None:
    written = axis(scale(date(2021, 2, 3), int(years * 365), 240 * years), language, SIZE)
    known = Locale.parse(language).months
    names = {name for form in ("format", "stand-alone") for name in known[form]["abbreviated"].values()}
    assert len(written["ticktext"]) >= 3
    assert not [text for text in written["ticktext"] if re.search(r"\d-\d", text)]
    assert all(any(name in text for name in names) for text in written["ticktext"])


@settings(deadline=None)
@given(
    st.dates(date(1900, 1, 1), date(2050, 1, 1)), st.integers(30, 366 * 6), st.integers(250, 2400),
    st.sampled_from(sorted(LANGUAGES)),
)  # fmt: skip
def test_ticks_stand_apart_and_on_their_days(first: date, days: int, width: int, language: str) -> None:
    shown = scale(first, days, width)
    written = axis(shown, language, SIZE)
    at = shown.pixels(np.array(written["tickvals"], dtype="datetime64[D]").astype("float64"))
    wide = [text_width(text, SIZE) for text in written["ticktext"]]
    spans = [(x - w / 2, x + w / 2) for x, w in zip(at, wide, strict=True)]
    assert all(0 <= left and right <= width for left, right in spans)
    assert all(before[1] < after[0] for before, after in pairwise(spans))


@given(st.integers(366 * 6 + 1, 366 * 300), st.integers(250, 2400))
def test_plotly_is_asked_for_no_more_ticks_than_there_are_years(days: int, width: int) -> None:
    written = axis(scale(date(1900, 1, 1), days, width), "kk", SIZE)
    assert written["tickmode"] == "auto"
    assert days / written["nticks"] >= 365.25, "else plotly writes months, and those in English"
