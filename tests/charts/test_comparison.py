"""Dossiers side by side: what is counted, and one scale and one time axis for all."""

from __future__ import annotations

import pandas as pd
import pytest

from relations.charts.comparison import kept_table, shares, shares_table, years, years_table


def events(rows: list[tuple[str, str | None, str | None]]) -> pd.DataFrame:
    table = pd.DataFrame(rows, columns=["status", "earliest", "latest"])
    table["event_id"] = [f"e{n}" for n in range(len(table))]
    return table.assign(earliest=pd.to_datetime(table["earliest"]), latest=pd.to_datetime(table["latest"]))


ONE = events([("occurred", "1992-02-24", "1992-02-24"), ("occurred", "1995-01-01", "1995-12-31"),
              ("occurred", "1990-01-01", "1999-12-31"), ("planned", "1995-01-01", "1995-01-01"),
              ("occurred", None, None)])  # fmt: skip
TWO = events([("ongoing", "1993-05-01", "1993-05-31")])
NONE = events([])


def test_a_year_counts_what_happened_and_is_known_to_the_year() -> None:
    table = years_table({"one": ONE, "two": TWO, "none": NONE}).set_index("year")
    assert table["one"].to_dict() == {1992: 1, 1993: 0, 1994: 0, 1995: 1}
    assert table["two"].to_dict() == {1992: 0, 1993: 1, 1994: 0, 1995: 0}
    assert table["none"].sum() == 0
    assert years_table({"none": NONE}).empty


def test_shares_are_of_events_that_have_a_sector() -> None:
    sectors = pd.DataFrame({"event_id": ["e0", "e1", "e1"], "sector": ["trade", "trade", "energy"]})
    table = shares_table({"one": ONE, "two": TWO}, {"one": sectors, "two": sectors.head(0)}, "ru").set_index("sector")
    assert table["one"].to_dict() == {"trade": 1.0, "energy": 0.5}
    assert table["two"].isna().all()
    assert table.loc["trade", "label"] == "Торговля"


def test_what_was_kept_is_of_what_is_done_or_overdue() -> None:
    told = pd.DataFrame({"outcome": ["done", "done", "overdue", "open", "cancelled", None]})
    table = kept_table({"a": told, "b": told.tail(1)}).set_index("dossier")
    assert table.loc["a", "kept"] == pytest.approx(2 / 3)
    assert pd.isna(table.loc["b", "kept"]) and table.loc["b", "done"] == 0


@pytest.mark.parametrize("language", ["en", "ur"])
def test_rows_share_one_axis_and_one_scale(language: str) -> None:
    drawn = years({"one<b>": ONE, "two": TWO}, language, 600).to_dict()
    layout = drawn["layout"]
    assert layout["yaxis"]["range"] == layout["yaxis2"]["range"]
    assert layout["yaxis"]["domain"][0] >= layout["yaxis2"]["domain"][1]
    first, last = layout["xaxis"]["range"]
    assert first < last  # as on the timeline: time runs from left to right in every language
    assert not any("one<b>" in note["text"] for note in layout["annotations"]), "a title is no HTML"
    sectors = pd.DataFrame({"event_id": ["e0"], "sector": ["trade"]})
    across = shares({"one": ONE, "two": TWO}, {"one": sectors, "two": sectors}, language, 600).to_dict()["layout"]
    assert across["xaxis"]["range"] == across["xaxis2"]["range"]
    assert (across["xaxis"]["domain"][0] > across["xaxis2"]["domain"][0]) == (language == "ur")
