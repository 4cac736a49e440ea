"""The dated events that an article states, each with the sentence it rests on."""

from __future__ import annotations

import re
from collections.abc import Sequence

from relations import edtf
from relations.coding.attach import Dated, attach
from relations.coding.bilateral import sides
from relations.coding.places import places
from relations.coding.rows import EventRow, PersonRow, SectorRow
from relations.coding.sentence import Sentence, cut
from relations.coding.status import status_of
from relations.coding.triggers import Trigger, triggers
from relations.coding.words import Word, words
from relations.dates.row import DateRow

# What goes without saying: the sector of a kind of event whose sentence names none.
_OWN_SECTOR = {"commission": ("trade",), "statistic": ("trade",), "transport-link": ("transport",),
               "security-exercise": ("defence", "security"), "aid": ("humanitarian",)}  # fmt: skip
_LEADING = 0.35  # the part of an article whose undated sentences tell of its own day
_SUMMARY = 220
_NOWHERE = frozenset({"relations-established", "recognition", "anniversary", "statistic"})
_OF_TWO = {"commission", "forum"}  # a council of many states is no commission of two
_ORGANISATION = 9


def events(
    text: str,
    language: str,
    sentences: list[tuple[int, int]],
    published: str | None,
    dates: list[DateRow],
    people: list[PersonRow],
    sectors: list[SectorRow],
    start: int = 0,
) -> list[EventRow]:
    """Find the events that a text states.

    Parameters
    ----------
    text : str
    language : str
        BCP 47 tag of a language that the coder reads.
    sentences : list of (int, int)
    published : str or None
        Day of publication, EDTF.
    dates, people, sectors
        What the other coders found.
    start : int, default 0
        Offset at which to begin.

    Returns
    -------
    list of EventRow
        In the order of the text. None where the text is not about the relations of two countries.

    Examples
    --------
    >>> text = "Italy and Kazakhstan established diplomatic relations in 1992."
    >>> row = DateRow(54, 61, "in 1992", "1992", "en.year-alone")
    >>> [(e.type, e.date) for e in events(text, "en", [(0, len(text))], None, [row], [], [])]
    [('relations-established', '1992')]
    """
    pair = sides(text, language, start)
    if not pair:
        return []
    tokens = words(text)
    found: list[EventRow] = []
    carried: str | None = None
    seen: set[tuple[str, str | None, int]] = set()
    own_day = published[:10] if published and len(published) >= 10 else None
    background = False
    total = max(len(text) - start, 1)
    for sentence in cut(text, language, sentences, dates, tokens, start):
        if sentence.signs.get("background"):
            background = True
        elif "\n" in text[max(sentence.start - 2, 0) : sentence.start]:
            background = False
        if sentence.signs.get("hypothetical"):
            continue
        near = [
            row
            for row in people
            if any(sentence.start <= a < sentence.end for a, _ in row.mentions or ((row.start, row.end),))
        ]
        told = [
            trigger
            for trigger in triggers(tokens, sentence.first, sentence.last, language)
            if _plausible(trigger, sentence, pair, near, sectors)
        ]
        early = (sentence.start - start) / total < _LEADING and not background
        fallback = own_day if early else None
        for dated in attach(told, sentence, tokens, text, language, fallback, carried):
            key = (dated.type, dated.date, sentence.number)
            if key in seen:
                continue
            seen.add(key)
            found.append(_row(dated, sentence, text, language, published, near, sectors, tokens, pair))
        if sentence.dates:
            carried = sentence.dates[-1].edtf
    return _without_echoes(found)


def _plausible(
    trigger: Trigger, sentence: Sentence, pair: tuple[str, ...], people: list[PersonRow], sectors: list[SectorRow]
) -> bool:
    """Whether a sentence has what its kind of event asks for, and is not about others."""
    if sentence.countries and not set(sentence.countries) & set(pair):
        return False
    if trigger.type in _OF_TWO and any(
        abs(at - trigger.at) <= _ORGANISATION for at in sentence.signs.get("multilateral", ())
    ):
        return False
    if trigger.rule.needs_sector:
        here = {row.code for row in sectors if sentence.start <= row.start < sentence.end}
        return bool(here & trigger.rule.needs_sector) or bool(sentence.countries)
    return not trigger.rule.needs_actor or bool(people or sentence.countries or sentence.dates)


def _row(
    dated: Dated,
    sentence: Sentence,
    text: str,
    language: str,
    published: str | None,
    people: list[PersonRow],
    sectors: list[SectorRow],
    tokens: Sequence[Word],
    pair: tuple[str, ...],
) -> EventRow:
    begin, end = tokens[dated.first].start, tokens[min(dated.last, len(tokens) - 1)].end
    inside = [row.code for row in sectors if begin <= row.start < end]
    codes = tuple(dict.fromkeys(inside or _OWN_SECTOR.get(dated.type, ())))
    if dated.type in _OWN_SECTOR and not set(codes) & set(_OWN_SECTOR[dated.type]):
        codes = (*_OWN_SECTOR[dated.type], *codes)
    place = _place(text, language, begin, end, tokens[dated.at].start) if dated.type not in _NOWHERE else None
    status = status_of(dated, sentence.signs, tokens, published, language, sentence.first, sentence.last)
    row = dated.row
    return EventRow(
        date=dated.date if row or status != "planned" else None,  # a plan does not happen on the article's own day
        date_text=row.text if row else None,
        date_start=row.start if row else None,
        date_end=row.end if row else None,
        type=dated.type,
        status=status,
        start=sentence.start,
        end=sentence.end,
        rule=dated.rule,
        confidence=dated.confidence,
        summary=_summary(text, tokens, dated, sentence),
        sectors=codes,
        people=tuple(dict.fromkeys(person.name for person in people if _within(person, begin, end))),
        countries=pair if not sentence.countries else tuple(sorted(set(sentence.countries) & set(pair)) or pair),
        place=place,
    )


def _place(text: str, language: str, begin: int, end: int, anchor: int) -> str | None:
    """The city of the clause that stands nearest to the event's own word."""
    named = places(text[begin:end], language)
    return min(named, key=lambda row: abs(begin + row.start - anchor)).name_en if named else None


def _within(person: PersonRow, begin: int, end: int) -> bool:
    return any(begin <= a < end for a, _ in person.mentions or ((person.start, person.end),))


def _summary(text: str, tokens: Sequence[Word], dated: Dated, sentence: Sentence) -> str:
    """The clause's own words; the sentence's where they fit."""
    whole = " ".join(text[sentence.start : sentence.end].split())
    if len(whole) <= _SUMMARY:
        return whole
    begin, end = tokens[dated.first].start, tokens[min(dated.last, len(tokens) - 1)].end
    clause = " ".join(text[begin:end].split())
    if len(clause) > _SUMMARY:
        clause = re.sub(r"\s\S*$", "", clause[:_SUMMARY]) + " …"
    return clause


def _without_echoes(rows: list[EventRow]) -> list[EventRow]:
    """A later sentence without a date of its own that repeats an event of the same day adds nothing."""
    kept: list[EventRow] = []
    for row in rows:
        echo = row.date_text is None and any(
            one.type == row.type and one.date and row.date and edtf.overlap(one.date, row.date) for one in kept
        )
        if not echo:
            kept.append(row)
    return kept
