"""The strip of the whole span: counts that agree with the events, whatever their number."""

from __future__ import annotations

import re
from datetime import date

import numpy as np
import pandas as pd
from hypothesis import given
from hypothesis import strategies as st
from made_events import events, row, table

from relations.charts.overview import HEIGHT, WIDTH, overview

BAR = re.compile(r"M([\d.]+) ([\d.]+)V([\d.]+)H([\d.]+)V[\d.]+z")


def bars(path: str) -> list[tuple[float, float, float, float]]:
    found = [(float(a), float(d), float(c), float(b)) for a, b, c, d in BAR.findall(path)]
    assert "".join(BAR.sub("", path)) == ""
    return found


@given(st.lists(st.dates(date(1950, 1, 1), date(2090, 1, 1)), min_size=1, max_size=30), st.booleans())
def test_every_event_stands_under_a_bar(days: list[date], planned: bool) -> None:
    made = table(
        [row(f"e{n}", day.isoformat(), status="planned" if planned else "occurred") for n, day in enumerate(days)]
    )
    strip = overview(made, date(2026, 2, 10))
    assert strip is not None
    assert strip.first <= min(days) and max(days) <= strip.last
    drawn = bars(strip.planned if planned else strip.happened)
    assert (strip.happened if planned else strip.planned) == ""
    for day in days:
        at = strip.share(day) * WIDTH
        assert any(left - 0.2 <= at <= right + 0.2 for left, right, *_ in drawn)
    for left, right, top, bottom in drawn:
        assert 0 <= left < right <= WIDTH
        assert 0 <= top < bottom <= HEIGHT
    assert all(0 <= share <= 0.9 for _, share in strip.years)
    gaps = np.diff([share for _, share in strip.years])
    assert not len(gaps) or gaps.min() > 0.1, "years would touch on a narrow screen"


def test_a_hundred_thousand_events_weigh_what_a_hundred_do() -> None:
    made = events(200)[0]
    many = pd.concat([made] * 500, ignore_index=True)
    small, large = overview(made), overview(many)
    assert small and large and (small.happened, small.first) == (large.happened, large.first)
    assert len(large.happened) + len(large.planned) < 40_000


def test_nothing_dated_has_no_strip() -> None:
    assert overview(table([row("a", None)])) is None
