"""Visits that last: "a two-day visit, which began on Monday" runs from Monday to Tuesday."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from functools import cache

from relations import edtf, languages
from relations.coding.attach import Dated
from relations.coding.rows import EventRow
from relations.coding.sentence import Sentence
from relations.coding.stems import Stems
from relations.coding.words import Words

_NEAR = 12.0
_NIGHTS = 1  # days from one telling to the next of the same stay
_LONGEST = 10  # days of one stay
_MOST = 100  # visits to which one is compared; no article tells of as many
_WEEK = 7
_NONE = 999.0  # no cue


@cache
def _durations(language: str) -> Stems[int]:
    table = languages.load(language, "events").get("duration", {})
    return Stems([(phrase, int(days)) for days, line in table.items() for phrase in line.split("|")])


def lasting(dated: Dated, sentence: Sentence, tokens: Words, language: str) -> Dated:
    """Return a visit with all its days, where the sentence says how long it takes and when it begins or ends.

    Parameters
    ----------
    dated : Dated
    sentence : Sentence
    tokens : Words
    language : str

    Returns
    -------
    Dated
        As given where the sentence does not say so.
    """
    if dated.type != "visit" or not dated.date or edtf.precision(dated.date) != "day":
        return dated
    said = [
        hit.value
        for hit in _durations(language).find(tokens, sentence.first, sentence.last)
        if sentence.walls.between(hit.first, dated.at) <= _NEAR
    ]
    if len(set(said)) != 1 or said[0] < 2:
        return dated
    day = edtf.span(dated.date).earliest
    if day is None:
        return dated
    rest = timedelta(days=said[0] - 1)
    row = dated.row
    end = sentence.last_word(sentence.word_at(row.start, tokens), row, tokens) if row else dated.at
    ended, begun = (
        min((sentence.walls.between(at, end) for at in sentence.signs.get(name, ())), default=_NONE)
        for name in ("ended", "begun")
    )
    if ended < begun and any(sentence.walls.between(at, dated.at) <= _NEAR for at in sentence.signs["ended"]):
        return replace(dated, date=f"{day - rest}/{day}")
    return replace(dated, date=f"{day}/{day + rest}")


def one_stay(rows: Sequence[EventRow]) -> list[EventRow]:
    """Make one visit of those that tell of the same days: "a three-day visit ... on Thursday he flew in".

    Visits with other people stay apart. Of two spans the longer is the visit's, but that of a calendar week
    ("next week ... on the 11th and 12th") only says when the visit's days are.

    Parameters
    ----------
    rows : sequence of EventRow
        In the order of the text.

    Returns
    -------
    list of EventRow
    """
    kept: list[EventRow] = []
    visits: list[int] = []  # which of them are visits
    for row in rows:
        near = visits[-_MOST:] if row.type == "visit" else ()
        twin = next((place for place in near if _same_stay(kept[place], row)), None)
        if twin is None:
            if row.type == "visit":
                visits.append(len(kept))
            kept.append(row)
        else:
            kept[twin] = _united(kept[twin], row)
    return kept


def _same_stay(one: EventRow, row: EventRow) -> bool:
    if one.type != "visit" or row.type != "visit" or not one.date or not row.date:
        return False
    if max(edtf.days(one.date), edtf.days(row.date)) > _LONGEST:
        return False
    if not (edtf.overlap(one.date, row.date) or _goes_on(one.date, row.date)):
        return False
    if "cancelled" in (one.status, row.status):
        return False
    return not (one.people and row.people) or bool(set(one.people) & set(row.people))


def _goes_on(one: str, other: str) -> bool:
    """Whether two stays of days lie so near that they are one: "arrived on Tuesday ... was in Lahore on Wednesday"."""
    (begin, end), (first, last) = edtf.span(one), edtf.span(other)
    if not begin or not end or not first or not last:
        return False
    return -_NIGHTS <= (first - end).days <= _NIGHTS or -_NIGHTS <= (begin - last).days <= _NIGHTS


def _united(one: EventRow, row: EventRow) -> EventRow:
    if one.date and row.date and not edtf.overlap(one.date, row.date):
        days = sorted(day for day in (*edtf.span(one.date), *edtf.span(row.date)) if day)
        return replace(one, date=f"{days[0]}/{days[-1]}", people=tuple(dict.fromkeys((*one.people, *row.people))))
    longer, shorter = (one, row) if edtf.days(one.date or "") >= edtf.days(row.date or "") else (row, one)
    finer = shorter if edtf.days(longer.date or "") == _WEEK else longer
    return replace(
        one,
        date=finer.date,
        date_text=finer.date_text,
        date_start=finer.date_start,
        date_end=finer.date_end,
        status=finer.status,
        people=tuple(dict.fromkeys((*one.people, *row.people))),
    )
