"""The dated events that an article states, each with the sentence it rests on."""

from __future__ import annotations

from dataclasses import replace

from relations.coding.attach import Dated, attach
from relations.coding.bilateral import sides
from relations.coding.discourse import Discourse, news_day
from relations.coding.echoes import without_echoes
from relations.coding.event_row import event_row
from relations.coding.event_rules import cues
from relations.coding.rows import EventRow, PersonRow, SectorRow, between
from relations.coding.sentence import Sentence, cut
from relations.coding.triggers import Trigger, triggers
from relations.coding.visits import lasting, one_stay
from relations.coding.words import Words, words
from relations.dates.row import DateRow

_LEADING = 0.4  # the part of an article whose undated sentences tell of its own day
_STILL = 0.75  # the part in which they still may, where nothing else was told meanwhile
_SIDE_BY_SIDE = 3.0  # no wall but "and" between the persons of a list
_OF_TWO = {"commission", "forum"}  # a council of many states is no commission of two
_OF_PARTIES = {"agreement", "commission", "forum", "transport-link", "security-exercise"}
_ORGANISATION = 9.0
_CONTEXT = 4  # words beside "during the visit" that say whose it was
_ANYWHERE = {"meeting", "consultation", "call"}  # may be held in a third country
_SEVERAL = {"meeting", "commission"}  # more than one of a day in one sentence


def events(
    text: str,
    language: str,
    sentences: list[tuple[int, int]],
    published: str | None,
    dates: list[DateRow],
    people: list[PersonRow],
    sectors: list[SectorRow],
    start: int = 0,
    about: tuple[str, ...] = (),
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
    about : tuple of str, optional
        Countries whose relations are followed, ISO 3166-1 alpha-3; see `relations.coding.bilateral.sides`.

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
    pair = sides(text, language, start, about)
    if not pair:
        return []
    tokens = words(text)
    told_in = cut(text, language, sentences, dates, people, tokens, start)
    discourse = Discourse(news_day(told_in, published))
    found: list[EventRow] = []
    seen: set[tuple[str, str | None, int, int]] = set()
    background = False
    total = max(len(text) - start, 1)
    for sentence in told_in:
        discourse.begin(sentence)
        background = bool(sentence.signs.get("background")) or (background and not sentence.opens)
        if sentence.signs.get("hypothetical"):
            continue
        told_so_far = (sentence.start - start) / total
        leading = (told_so_far < _LEADING or (told_so_far < _STILL and discourse.at_news())) and not background
        told = [
            trigger
            for trigger in triggers(
                tokens,
                sentence.first,
                sentence.last,
                language,
                sentence.walls,
                sentence.roles,
                sentence.places,
                discourse.told(),
                sentence.said,
            )
            if _plausible(trigger, sentence, pair, sectors, language)
        ]
        if discourse.counted and not sentence.signs.get("indicators") and "anaphor" in sentence.signs:
            sentence.signs["indicators"] = sentence.signs["anaphor"]  # "in the year before it was 57 mln"
        each = {trigger.at for trigger in told if trigger.rule.each}
        stated: list[Dated] = []
        for dated in attach(told, sentence, tokens, language):
            placed = dated if dated.date else discourse.place(dated, sentence, leading)
            if placed is None:
                continue
            placed = lasting(placed, sentence, tokens, language)
            key = (placed.type, placed.date, sentence.number, _apart(placed, dated))
            if key not in seen and not (placed.type == "statistic" and _foreign(sentence, pair)):
                seen.add(key)
                stated.append(placed)
                discourse.tell(placed)
                row = event_row(placed, sentence, text, language, published, sectors, tokens, pair)
                hosts = _hosts(placed.at, sentence, tokens) if placed.at in each else ()
                found += [replace(row, people=(host,)) for host in hosts] if len(hosts) > 1 else [row]
        discourse.remember(stated, frozenset(trigger.type for trigger in told), sentence.dates)
    return one_stay(without_echoes(found, told_in))


def _apart(placed: Dated, dated: Dated) -> int:
    """What tells two events of one kind and date in a sentence apart.

    Where a figure's period stands, or the words of one of several meetings: "received by one, then talks with another".
    """
    if placed.type == "statistic" and placed.row:
        return placed.row.start
    return placed.at if placed.type in _SEVERAL and dated.date else -1


def _foreign(sentence: Sentence, pair: tuple[str, ...], kind: str = "") -> bool:
    """Whether a sentence names other countries only, and no city of the two either."""
    named = sentence.named(venues=kind not in _ANYWHERE)
    return bool(named) and not any(row.code in pair for row in sentence.countries)


def _of_others(sentence: Sentence, pair: tuple[str, ...]) -> bool:
    """Whether three or more states did something together, of which the two are one at most."""
    named = sentence.named()
    return len(named - set(pair)) > 1 and len(named & set(pair)) < len(pair)


def _plausible(
    trigger: Trigger, sentence: Sentence, pair: tuple[str, ...], sectors: list[SectorRow], language: str
) -> bool:
    """Whether a sentence has what its kind of event asks for, and is not about others."""
    if _foreign(sentence, pair, trigger.type) or (trigger.type in _OF_PARTIES and _of_others(sentence, pair)):
        return False
    if trigger.type == "visit" and _only_context(trigger, sentence, language):
        return False
    if trigger.type in _OF_TWO and any(
        sentence.walls.between(at, trigger.at) <= _ORGANISATION for at in sentence.signs.get("multilateral", ())
    ):
        return False
    if trigger.rule.needs_sector:
        here = {row.code for row in between(sectors, sentence.start, sentence.end)}
        return bool(here & trigger.rule.needs_sector) or bool(sentence.countries)
    return True


def _only_context(trigger: Trigger, sentence: Sentence, language: str) -> bool:
    """Whether a visit is named only to say when something else was done ("during the visit")."""
    for last in sentence.signs.get("during", ()):
        if not last - 3 <= trigger.at <= last:
            continue
        before = cues(language).verb_last
        beside = (
            range(max(trigger.at - _CONTEXT, sentence.first), trigger.at)
            if before
            else range(last + 1, min(last + 1 + _CONTEXT, sentence.last))
        )
        near = {at for at in beside if sentence.walls.height(at, trigger.at) < 1}
        return not near & (sentence.roles | sentence.places)
    return False


def _hosts(verb: int, sentence: Sentence, tokens: Words) -> tuple[str, ...]:
    """The persons whom "was received by" names one after the other."""
    named = [
        (at, person.name)
        for person in sentence.people
        for at in (sentence.word_at(start, tokens) for start, _ in person.mentions)
        if sentence.first <= at < sentence.last and at > verb and sentence.walls.height(verb, at) < _SIDE_BY_SIDE
    ]
    return tuple(dict.fromkeys(name for _, name in sorted(named)))
