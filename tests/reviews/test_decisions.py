"""What may stand in a decision, and what taking one back does."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some
from made_decisions import decided

from relations.errors import ReviewError
from relations.reviews.added import Added
from relations.reviews.decisions import check, standing

KEY = "0123456789abcdef:visit:0123"


@pytest.mark.parametrize(
    ("field", "new", "told"),
    [
        ("review", "perhaps", "accepted, rejected"),
        ("date", "last spring", "EDTF"),
        ("type", "party", "visit"),
        ("status", "soon", "planned"),
        ("sectors", "trade sorcery", "sorcery"),
        ("colour", "red", "expected one of review"),
        ("merge", "", "empty"),
        ("undo", "", "empty"),
        ("add", "{", "JSON"),
        ("add", '{"article": "a", "start": 0, "quote": "x", "type": "party"}', "party"),
        ("add", '{"article": "a", "start": -1, "quote": "x", "type": "visit"}', "starts"),
        ("add", '{"article": "a", "start": 0, "quote": "x", "type": "visit", "date": "soon"}', "EDTF"),
        ("add", '{"article": "a", "start": 0, "quote": "x", "type": "visit", "colour": "red"}', "colour"),
        ("summary", "a\0b", "NUL"),
    ],
)
def test_a_decision_that_cannot_be_applied_says_what_was_expected(field: str, new: str, told: str) -> None:
    with pytest.raises(ReviewError, match=told):
        check(decided(KEY, field, new))


@pytest.mark.parametrize(("field", "new"), [("review", ""), ("date", ""), ("sectors", ""), ("people", "p1 p2")])
def test_a_verdict_a_date_and_lists_can_be_emptied(field: str, new: str) -> None:
    assert check(decided(KEY, field, new)).new == new


def test_what_is_taken_back_stands_no_more_until_that_is_taken_back() -> None:
    first = decided(KEY, "review", "accepted")
    undo = decided(KEY, "undo", first.identity, minute=1)
    redo = decided(KEY, "undo", undo.identity, minute=2)
    assert standing([first, undo]) == []
    assert standing([first, undo, redo]) == [first]


@given(some.lists(some.sampled_from(["accepted", "rejected", ""]), max_size=6), some.data())
def test_undoing_the_last_leaves_what_stood_before(verdicts: list[str], data: some.DataObject) -> None:
    made = [decided(KEY, "review", new, minute=n) for n, new in enumerate(verdicts)]
    if made:
        assert standing([*made, decided(KEY, "undo", made[-1].identity, minute=59)]) == made[:-1]
    else:
        assert standing(made) == []


def test_an_added_event_comes_back_from_its_json() -> None:
    added = Added(
        "a1", 5, "Олар 2024 жылы кездесті.", "meeting", date="2024", date_text="2024 жылы", sectors=("trade",)
    )
    assert Added.parse(added.as_json()) == added
    row = added.row(5)
    assert (row.start, row.end, row.date_start, row.date_end) == (5, 29, 10, 19)
