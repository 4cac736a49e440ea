"""The row of one event: its sectors, persons, countries and place, its status and how sure it is."""

from __future__ import annotations

import re

from relations.coding.attach import Dated
from relations.coding.confidence import confidence
from relations.coding.places import places
from relations.coding.rows import EventRow, PersonRow, SectorRow, between
from relations.coding.sentence import Sentence
from relations.coding.speakers import TOLD_OF, speakers
from relations.coding.status import status_of
from relations.coding.words import Words
from relations.dates.dateline import dateline_end
from relations.edtf import overlap

# What goes without saying: the sector of a kind of event whose sentence names none.
_OWN_SECTOR = {"commission": ("trade",), "statistic": ("trade",), "transport-link": ("transport",),
               "security-exercise": ("defence", "security"), "aid": ("humanitarian",)}  # fmt: skip
_SUMMARY = 220
_NOWHERE = frozenset({"relations-established", "recognition", "anniversary", "statistic"})
_ABOUT = 16.0  # words, walls counted in, to what an event is about that stands among a neighbour's words
_BESIDE = 14.0  # words, walls counted in, to the city that an event took place in


def event_row(
    dated: Dated,
    sentence: Sentence,
    text: str,
    language: str,
    published: str | None,
    sectors: list[SectorRow],
    tokens: Words,
    pair: tuple[str, ...],
) -> EventRow:
    begin, end = tokens[dated.first].start, tokens[min(dated.last, len(tokens) - 1)].end
    inside = [row.code for row in between(sectors, begin, end)] or [
        row.code
        for row in between(sectors, sentence.start, sentence.end)
        if sentence.walls.between(sentence.word_at(row.start, tokens), dated.at) <= _ABOUT
    ]
    codes = tuple(dict.fromkeys(inside or _OWN_SECTOR.get(dated.type, ())))
    if dated.type in _OWN_SECTOR and not set(codes) & set(_OWN_SECTOR[dated.type]):
        codes = (*_OWN_SECTOR[dated.type], *codes)
    place = _place(text, language, dated, sentence, tokens) if dated.type not in _NOWHERE else None
    own = {row.code for row in sentence.countries} & set(pair)
    row = dated.row
    silent = speakers(sentence, tokens, language) if dated.type in TOLD_OF else frozenset()
    close = _colon(dated, sentence, text, end)
    named = [one.name for one in sentence.people if one.name not in silent and _within(one, begin, close)]
    status = status_of(dated, sentence, tokens, published, language)
    # The article's own day is when a plan was told of, not when it is to happen.
    told_only = row is None and status == "planned" and dated.date and published and overlap(dated.date, published)
    return EventRow(
        date=None if told_only else dated.date,
        date_text=row.text if row else None,
        date_start=row.start if row else None,
        date_end=row.end if row else None,
        type=dated.type,
        status=status,
        start=sentence.start,
        end=sentence.end,
        rule=dated.rule,
        confidence=confidence(dated.confidence, dated.type),
        evidence=dated.confidence,
        summary=_summary(text, tokens, dated, sentence),
        sectors=codes,
        people=tuple(dict.fromkeys(named)),
        countries=tuple(sorted(own)) if own else pair,
        place=place,
        told=(begin, end),
    )


def _place(text: str, language: str, dated: Dated, sentence: Sentence, tokens: Words) -> str | None:
    """The city of the event's own clause: the one that stands nearest to its words; no visitor goes to a dateline."""
    begin = dateline_end(text, sentence.start) if dated.type == "visit" else sentence.start
    rows = between(places(text, language), max(tokens[dated.first].start, begin), sentence.end)
    gaps = [(sentence.walls.between(sentence.word_at(row.start, tokens), dated.at), row.name_en) for row in rows]
    gap, nearest = min(gaps, key=lambda pair: pair[0], default=(_BESIDE + 1, None))
    return nearest if gap <= _BESIDE else None


def _colon(dated: Dated, sentence: Sentence, text: str, end: int) -> int:
    """Where an event's words end: at a colon or semicolon behind its date, where what follows has a date of its own."""
    if dated.row is None:
        return end
    after = max(dated.row.end, sentence.start)
    marks = [at for at in (text.find(mark, after, end) for mark in ":;؛") if at >= 0 and not text[at - 1].isdigit()]
    close = min(marks, default=end)
    return close if any(row.start > close for row in sentence.dates) else end


def _within(person: PersonRow, begin: int, end: int) -> bool:
    return any(begin <= a < end for a, _ in person.mentions or ((person.start, person.end),))


def _summary(text: str, tokens: Words, dated: Dated, sentence: Sentence) -> str:
    """The clause's own words; the sentence's where they fit."""
    whole = " ".join(text[sentence.start : sentence.end].split())
    if len(whole) <= _SUMMARY:
        return whole
    begin, end = tokens[dated.first].start, tokens[min(dated.last, len(tokens) - 1)].end
    clause = " ".join(text[begin:end].split())
    if len(clause) > _SUMMARY:
        clause = re.sub(r"\s\S*$", "", clause[:_SUMMARY]) + " …"
    return clause
