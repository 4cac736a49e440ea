"""Filters are pure functions of the tables."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from relations.dossier import Dossier
from relations.views.filters import CODED, SURE, Selection, from_address, keep, to_address
from relations.views.left import apply


def test_nothing_chosen_keeps_everything(dossier: Dossier) -> None:
    shown = apply(dossier, Selection())
    assert len(shown.events) == len(dossier.events)
    assert len(shown.articles) == len(dossier.articles)


@pytest.mark.parametrize(
    "chosen",
    [
        {"types": frozenset({"visit"})}, {"sectors": frozenset({"trade", "energy"})}, {"people": frozenset({"p1"})},
        {"languages": frozenset({"ur"})}, {"statuses": frozenset({"planned"})}, {"statuses": frozenset({"overdue"})},
        {"since": 2010}, {"until": 2000}, {"since": 1999, "until": 2001}, {"reviewed": True}, {"sure": True},
        {"text": "исламабад"},
    ],
)  # fmt: skip
def test_each_filter_keeps_some_and_only_what_fits(dossier: Dossier, chosen: dict[str, Any]) -> None:
    shown = apply(dossier, Selection(**chosen))
    assert 0 < len(shown.events) < len(dossier.events)
    left = set(shown.events["event_id"])
    assert set(shown.evidence["event_id"]) <= left
    assert set(shown.event_sectors["event_id"]) <= left
    assert set(shown.articles["article_id"]) <= set(shown.evidence["article_id"])
    for name, column in (("types", "type"),):
        if name in chosen:
            assert set(shown.events[column]) <= chosen[name]
    if "since" in chosen:
        assert (shown.events["latest"].dt.year >= chosen["since"]).all()
    if "until" in chosen:
        assert (shown.events["earliest"].dt.year <= chosen["until"]).all()
    if "languages" in chosen:
        assert set(shown.articles["language"]) == chosen["languages"]
    if "reviewed" in chosen:
        assert set(shown.events["review"]) <= {"accepted", "edited"}
    if "sure" in chosen:
        assert shown.events["confidence"].min() >= SURE


def test_a_span_stays_where_it_touches_the_period(dossier: Dossier) -> None:
    row = dossier.events[dossier.events["precision"] == "year"].iloc[0]
    year = row["earliest"].year
    assert row["event_id"] in set(apply(dossier, Selection(since=year, until=year)).events["event_id"])
    assert row["event_id"] not in set(apply(dossier, Selection(since=year + 1)).events["event_id"])


def test_an_undated_event_is_in_no_period(dossier: Dossier) -> None:
    undated = dossier.events["date"].isna()
    assert undated.any()
    assert not keep(dossier, Selection(since=1))[undated].any()


def test_every_word_must_occur_and_case_does_not_matter(dossier: Dossier) -> None:
    assert len(apply(dossier, Selection(text="ISLAMABAD transport")).events)
    assert apply(dossier, Selection(text="islamabad nowhere-said")).events.empty


def test_the_given_tables_are_not_changed(dossier: Dossier) -> None:
    before = dossier.events.copy()
    apply(dossier, Selection(since=2000, text="а", sectors=frozenset({"trade"})))
    pd.testing.assert_frame_equal(dossier.events, before)


CODES = st.frozensets(st.text("abcdefgh-", min_size=1, max_size=6), max_size=3)
YEARS = st.none() | st.integers(1, 9999)
SELECTIONS = st.builds(
    Selection, since=YEARS, until=YEARS, reviewed=st.booleans(), sure=st.booleans(), text=st.text(max_size=20),
    **dict.fromkeys(CODED, CODES),
)  # fmt: skip


@given(SELECTIONS)
def test_the_address_restores_the_selection(selection: Selection) -> None:
    again, others = from_address(to_address(selection, lang="kk", event="e1"))
    assert again == selection
    assert others == {"lang": "kk", "event": "e1"}


@given(st.text(max_size=300))
def test_any_address_is_read(search: str) -> None:
    selection, _ = from_address(search)
    assert isinstance(selection, Selection)


def test_toggling_twice_is_nothing() -> None:
    assert Selection().toggled("sectors", "trade").toggled("sectors", "trade") == Selection()
