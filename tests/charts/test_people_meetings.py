"""Who met whom: across sides only, once an event, what happened only."""

from __future__ import annotations

import pandas as pd

from relations.charts.people_meetings import meetings, pairs_table, people_table

EVENTS = pd.DataFrame(
    {"event_id": list("abcdef"), "lane": ["visits", "meetings", "meetings", "trade", "commissions", "meetings"],
     "status": ["occurred", "ongoing", "planned", "occurred", "occurred", "occurred"],
     "latest": pd.to_datetime(["2020-01-31", "2021-05-05", "2030-01-01", "2022-02-02", None, "2019-01-01"])}
)  # fmt: skip
NAMED = pd.DataFrame(
    [(event, person) for event in "abcde" for person in ("k1", "p1")] + [("a", "p2"), ("f", "k1"), ("f", "k2"),
     ("f", "u")], columns=["event_id", "person_id"]
)  # fmt: skip
PEOPLE = pd.DataFrame(
    {"person_id": ["k1", "k2", "p1", "p2", "u"], "country": ["KAZ", "KAZ", "PAK", "PAK", None],
     "role": ["Minister", None, "President", None, None]}
)  # fmt: skip


def test_pairs_are_of_two_sides_and_of_what_happened() -> None:
    table = pairs_table(meetings(EVENTS, NAMED, PEOPLE))
    assert table[["person", "other", "meetings", "last_event"]].to_numpy().tolist() == [
        ["k1", "p1", 3, "b"], ["k1", "p2", 1, "a"],
    ]  # fmt: skip
    assert table["last"].iloc[0] == pd.Timestamp("2021-05-05")


def test_nobody_met_where_nobody_is_known() -> None:
    assert pairs_table(meetings(EVENTS, NAMED.head(0), PEOPLE)).empty
    assert pairs_table(meetings(EVENTS, NAMED, PEOPLE.assign(country=None))).empty


def test_people_are_last_seen_in_the_past() -> None:
    table = people_table(EVENTS, NAMED, PEOPLE).set_index("person_id")
    assert table.loc["k1", ["events", "last_event"]].tolist() == [6, "d"]
    assert table.loc["k1", "last"] == pd.Timestamp("2022-02-02")
    assert table.index[0] == "k1" and pd.isna(table.loc["p2", "role"])
