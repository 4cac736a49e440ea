"""Lanes by sector, country or source: every event stands in each of its lanes once, and in no other."""

from __future__ import annotations

from datetime import date

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_events import HOSTILE, events, row, table

from relations.charts import timeline
from relations.charts.timeline_by import BY, OTHERS, UNKNOWN, lanes_by
from relations.charts.words import LANGUAGES

NOTHING = pd.DataFrame({"event_id": [], "article_id": [], "sector": [], "publisher": []}, dtype="str")


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 14)), max_size=40), st.integers(1, 12))
def test_an_event_stands_once_in_each_of_its_lanes(pairs: list[tuple[int, int]], most: int) -> None:
    made = table([row(f"e{n}", "2024") for n in range(10)])
    sectors = pd.DataFrame(
        {"event_id": [f"e{e}" for e, _ in pairs], "sector": [f"s{s}" for _, s in pairs]}, dtype="str"
    )
    rows, lanes = lanes_by("sector", made, sectors, NOTHING, NOTHING, most=most)
    assert lanes is not None
    named = {code for code in lanes if not code.startswith("+")}
    expected = {
        (f"e{e}", f"s{s}" if f"s{s}" in named else OTHERS) for e, s in pairs
    } | {(f"e{n}", UNKNOWN) for n in range(10) if n not in {e for e, _ in pairs}}  # fmt: skip
    found = list(zip(rows["event_id"], rows["lane"].astype(str), strict=True))
    assert len(found) == len(set(found))
    assert set(found) == expected
    assert set(lanes) == {lane for _, lane in expected}
    counts = pd.Series([s for _, s in {*pairs}]).value_counts()
    assert all(counts[int(code[1:])] >= counts.min() for code in named)
    assert len(named) <= most + 1


def test_the_most_frequent_have_a_lane_and_the_rest_share_one() -> None:
    made = table([row(f"e{n}", "2024") for n in range(6)])
    sectors = pd.DataFrame({"event_id": ["e0", "e1", "e2", "e3", "e4", "e5"],
                            "sector": ["trade", "trade", "energy", "sport", "trade", "energy"]})  # fmt: skip
    more = pd.DataFrame({"event_id": ["e0"], "sector": ["health"]})
    rows, lanes = lanes_by("sector", made, pd.concat([sectors, more]), NOTHING, NOTHING, most=2)
    assert lanes == {"trade": "Trade", "energy": "Energy", OTHERS: "others"}
    assert sorted(rows.loc[rows["lane"] == OTHERS, "event_id"]) == ["e0", "e3"]


def test_countries_of_an_event_are_one_lane_and_unknown_ones_the_last() -> None:
    made = table(
        [row("a", "2024", countries="KAZ PAK"), row("b", "2024", countries="KAZ PAK"), row("c", "2024", countries=None)]
    )
    rows, lanes = lanes_by("country", made, NOTHING, NOTHING, NOTHING, "ru")
    assert lanes == {"KAZ PAK": "Казахстан – Пакистан", UNKNOWN: "страна не известна"}
    assert rows["event_id"].tolist() == ["a", "b", "c"]


def test_an_event_stands_once_in_the_lane_of_a_publisher_that_tells_it_twice() -> None:
    made = table([row("e", "2024")])
    evidence = pd.DataFrame({"event_id": ["e"] * 3, "article_id": ["a", "b", "c"]})
    articles = pd.DataFrame({"article_id": ["a", "b", "c"], "publisher": ["Kazinform", "Kazinform", HOSTILE]})
    rows, lanes = lanes_by("source", made, NOTHING, evidence, articles)
    assert lanes and len(rows) == len(lanes) == 2
    assert not any("\x00" in name or "\u202e" in name for name in lanes.values())


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("by", BY)
def test_zooming_keeps_the_order_of_lanes_and_the_stretch_asked_for(by: str, language: str) -> None:
    made = events(80)[0]
    sectors = made[["event_id"]].assign(sector=["trade", "energy", "sport", "health"] * 20)
    rows, lanes = lanes_by(by, made, sectors, NOTHING, NOTHING, language)
    whole = timeline(rows, lanes, language=language)
    window = (date(2019, 3, 4), date(2021, 5, 6))
    near = timeline(rows, lanes, language=language, window=window)
    assert list(near.layout.meta["lanes"]) == list(whole.layout.meta["lanes"])
    assert list(near.layout.xaxis.range) == ["2019-03-04", "2021-05-07"]
    assert whole.layout.meta["shown"] + whole.layout.meta["undated"] == 80
    if lanes:
        assert sum(name in str(note.text) for note in whole.layout.annotations for name in lanes.values()) >= len(lanes)


def test_a_stretch_without_events_keeps_its_axis() -> None:
    figure = timeline(table([row("a", "2024"), row("b", None)]), window=(date(1999, 1, 1), date(1999, 12, 31)))
    assert any(trace.xaxis in (None, "x") for trace in figure.data), "plotly draws no axis that nothing stands on"
    assert figure.layout.meta["shown"] == 0
