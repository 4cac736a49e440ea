from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from relations.charts.labels import Mark, dodge, place


@st.composite
def marks(draw: st.DrawFn) -> list[Mark]:
    found = []
    for _ in range(draw(st.integers(0, 40))):
        left = draw(st.floats(0, 800))
        width = draw(st.sampled_from([12.0, 12.0, 12.0, 40.0, 300.0]))
        labels = tuple(("x", wide) for wide in sorted(draw(st.lists(st.floats(5, 250), max_size=3)), reverse=True))
        middle = left + width / 2
        at = (middle, middle) if width == 12 else (left, left + width)
        found.append(Mark(left, left + width, *at, labels, draw(st.floats(0, 5))))
    return found


@given(marks(), st.integers(1, 12), st.floats(200, 900), st.floats(0, 900))
def test_nothing_of_one_row_touches(given_marks: list[Mark], rows: int, right: float, today: float) -> None:
    frame, wall = (0.0, right), (today - 1, today + 1)
    placed = place(given_marks, rows, frame, [wall])
    taken: dict[int, list[tuple[float, float]]] = {}
    for mark, row, label in zip(given_marks, placed.rows, placed.labels, strict=True):
        taken.setdefault(row, []).append((mark.left, mark.right))
        if label is not None:
            assert frame[0] <= label.left < label.right <= frame[1]
            assert label.right <= wall[0] or label.left >= wall[1]
            taken[row].append((label.left, label.right))
    for row in taken.values():
        ordered = sorted(row)
        assert all(one[1] <= other[0] for one, other in pairwise(ordered))
    assert max(placed.rows, default=0) < max(rows, max(dodge(given_marks), default=0) + 1)


@given(marks())
def test_rows_are_no_more_than_marks_overlap(given_marks: list[Mark]) -> None:
    rows = dodge(given_marks)
    deepest = max(
        (sum(other.left <= mark.left < other.right + 2 for other in given_marks) for mark in given_marks), default=0
    )
    assert max(rows, default=-1) + 1 <= max(deepest, 0)


def test_the_heavier_gets_the_label() -> None:
    light, heavy = Mark(0, 12, 6, 6, (("a", 60.0),), 1), Mark(62, 74, 68, 68, (("b", 50.0),), 9)
    placed = place([light, heavy], 1, (0.0, 130.0))
    assert [label and label.text for label in placed.labels] == [None, "b"]


def test_a_shorter_text_is_taken_where_the_longer_has_no_room() -> None:
    placed = place([Mark(0, 12, 6, 6, (("Visit · Astana", 90.0), ("Visit", 30.0)))], 1, (0.0, 60.0))
    assert placed.labels[0] is not None
    assert placed.labels[0].text == "Visit"
