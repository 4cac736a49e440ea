"""Where marks and their labels go so that none covers another: geometry only, in pixels.

Marks of one lane are dealt out to rows. A label stands beside its mark in the same row, so all that can collide is
intervals of one row. Rows are filled from left to right as in interval partitioning (Kleinberg and Tardos, Algorithm
Design, 4.1), which never needs more rows than marks overlap at one place; labels take what room is left, the most
important marks first. A label that finds no room is left out.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

GAP = 2.0  # free pixels between two things of one row
PAD = 8.5  # from the edge of a mark's anchor to its label


class Mark(NamedTuple):
    """A mark to be placed.

    Attributes
    ----------
    left, right : float
        The pixels it takes, at least as wide as a finger's or pointer's target.
    start, end : float
        The pixels that labels are set off from: centre of a dot, ends of a bar.
    labels : tuple of (str, float)
        Texts with their widths, the one most wanted first.
    weight : float
        The heavier, the rather it gets its label.
    """

    left: float
    right: float
    start: float
    end: float
    labels: tuple[tuple[str, float], ...] = ()
    weight: float = 0.0


class Label(NamedTuple):
    """A label that found its place: text, pixels it takes, and the side of its mark (``left`` or ``right``)."""

    text: str
    left: float
    right: float
    side: str


@dataclass(slots=True)
class Placed:
    """The rows of one lane: row of each mark, and label of each mark or ``None``."""

    rows: list[int]
    labels: list[Label | None]

    @property
    def unlabelled(self) -> int:
        """Number of marks without a label."""
        return sum(label is None for label in self.labels)


class _Row:
    """The intervals taken in one row, sorted."""

    __slots__ = ("taken",)

    def __init__(self, taken: Sequence[tuple[float, float]] = ()) -> None:
        self.taken = sorted(taken)

    def free(self, left: float, right: float) -> bool:
        at = bisect_left(self.taken, (left, right))
        before = at == 0 or self.taken[at - 1][1] + GAP <= left
        return before and (at == len(self.taken) or right + GAP <= self.taken[at][0])

    def take(self, left: float, right: float) -> None:
        insort(self.taken, (left, right))


def dodge(marks: Sequence[Mark]) -> list[int]:
    """Return a row for each mark, in as few rows as hold them without overlap.

    Examples
    --------
    >>> dodge([Mark(0, 10, 5, 5), Mark(5, 15, 10, 10), Mark(20, 30, 25, 25)])
    [0, 1, 0]
    """
    rows = [0] * len(marks)
    ends: list[float] = []
    for n in sorted(range(len(marks)), key=lambda n: (marks[n].left, marks[n].right)):
        row = next((row for row, end in enumerate(ends) if end + GAP <= marks[n].left), len(ends))
        if row == len(ends):
            ends.append(0.0)
        ends[row] = marks[n].right
        rows[n] = row
    return rows


def _side(mark: Mark, width: float, side: str) -> tuple[float, float]:
    return (mark.end + PAD, mark.end + PAD + width) if side == "right" else (mark.start - PAD - width, mark.start - PAD)


def place(
    marks: Sequence[Mark],
    rows: int,
    frame: tuple[float, float],
    obstacles: Sequence[tuple[float, float]] = (),
    reach: int = 0,
) -> Placed:
    """Deal marks out to rows and give labels to as many as can have one.

    Parameters
    ----------
    marks : sequence of Mark
    rows : int
        How many rows there are; where they are fewer than `dodge` needs, as many as it needs are used.
    frame : tuple of float
        First and last pixel that a label may take.
    obstacles : sequence of (float, float)
        Pixels that no label may cover in any row, such as the line of today; marks may.
    reach : int
        How many rows above and below its own a label covers, where rows are lower than text.

    Returns
    -------
    Placed
        No two marks of one row overlap, no label covers a mark, a label, an obstacle or the frame.

    Examples
    --------
    >>> placed = place([Mark(0, 10, 5, 5, (("Visit", 30.0),)), Mark(20, 30, 25, 25)], 1, (0, 100))
    >>> placed.rows, placed.labels[0]
    ([0, 0], None)
    >>> place([Mark(0, 10, 5, 5, (("Visit", 30.0),)), Mark(20, 30, 25, 25)], 2, (0, 100)).labels[0].text
    'Visit'
    """
    plain = dodge(marks)
    count = max(rows, max(plain, default=0) + 1)
    spread = _spread(marks, count, frame) if count > max(plain, default=0) + 1 else plain
    fields = [_Row() for _ in range(count)]
    for n, mark in enumerate(marks):
        fields[spread[n]].take(mark.left, mark.right)
    labels: list[Label | None] = [None] * len(marks)
    for n in sorted(range(len(marks)), key=lambda n: (-marks[n].weight, -marks[n].left)):
        near = fields[max(0, spread[n] - reach) : spread[n] + reach + 1]
        labels[n] = _label(marks[n], near, frame, obstacles)
    return Placed(spread, labels)


def _label(
    mark: Mark, rows: Sequence[_Row], frame: tuple[float, float], obstacles: Sequence[tuple[float, float]]
) -> Label | None:
    for text, width in mark.labels:
        for side in ("right", "left"):
            left, right = _side(mark, width, side)
            inside = frame[0] <= left and right <= frame[1]
            clear = inside and not any(a - GAP < right and left < b + GAP for a, b in obstacles)
            if clear and all(row.free(left, right) for row in rows):
                for row in rows:
                    row.take(left, right)
                return Label(text, left, right, side)
    return None


def _spread(marks: Sequence[Mark], count: int, frame: tuple[float, float]) -> list[int]:
    """Return a row for each mark so that, where rows allow, its first label has room to its right."""
    rows = [0] * len(marks)
    mark_ends, label_ends = [-1e9] * count, [-1e9] * count
    for n in sorted(range(len(marks)), key=lambda n: (marks[n].left, marks[n].right)):
        mark = marks[n]
        open_rows = [row for row in range(count) if mark_ends[row] + GAP <= mark.left]
        # With as many rows as dodge() needs there is always one; its greedy proof holds here as well.
        row = next((row for row in open_rows if label_ends[row] + GAP <= mark.left), None)
        row = min(open_rows, key=lambda row: label_ends[row]) if row is None else row
        end = mark.right
        if mark.labels:
            wide = _side(mark, mark.labels[0][1], "right")[1]
            end = wide if wide <= frame[1] else end
        rows[n], mark_ends[row], label_ends[row] = row, mark.right, max(end, mark.right)
    return rows
