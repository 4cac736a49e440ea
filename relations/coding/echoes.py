"""What an article tells twice, once without a date of its own, is one event."""

from __future__ import annotations

from collections.abc import Sequence

from relations import edtf
from relations.coding.attach import SUM
from relations.coding.rows import EventRow
from relations.coding.sentence import Sentence

_MOST = 100  # events among which an echo is looked for; no article tells as many before it repeats itself
_ONE_STAY = {"visit", "commission", "forum"}  # named undated first, then with its days: one event


def without_echoes(rows: list[EventRow], sentences: Sequence[Sentence]) -> list[EventRow]:
    """Return the events of an article, those that it tells twice once.

    A later sentence without a date adds nothing where the same kind was told of that day, unless other people
    did it or it says "also"; an undated visit that a later sentence gives its days is that visit.

    Parameters
    ----------
    rows : list of EventRow
        In the order of the text.
    sentences : sequence of Sentence
    """
    counted = {row.date: row.start for row in rows if row.type == "statistic" and not row.rule.endswith(SUM)}
    also = {sentence.start for sentence in sentences if sentence.signs.get("also")}
    kept: list[EventRow] = []
    for row in rows:
        if row.rule.endswith(SUM) and row.start < counted.get(row.date, -1):
            continue  # what came to so much in that period is said only there
        if row.date_text is None and row.date and any(_same(one, row, also) for one in kept[-_MOST:]):
            continue
        if row.date_text and row.date and row.type in _ONE_STAY:
            kept[-_MOST:] = [
                one
                for one in kept[-_MOST:]
                if not (
                    one.date_text is None and one.date and one.type == row.type and edtf.overlap(one.date, row.date)
                )
            ]
        kept.append(row)
    return kept


def _same(one: EventRow, row: EventRow, also: set[int]) -> bool:
    if one.type != row.type or not one.date or not row.date or not edtf.overlap(one.date, row.date):
        return False
    if row.type in _ONE_STAY or one.start == row.start:
        return True
    others = bool(row.people) and not set(one.people) & set(row.people)
    return not (row.start in also or (others and row.type == "meeting"))
