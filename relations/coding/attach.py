"""Which date belongs to which event of a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from relations import edtf
from relations.coding.event_rules import cues
from relations.coding.happenings import happenings, since
from relations.coding.sentence import Sentence
from relations.coding.statistics import compared, stated_numbers
from relations.coding.triggers import Trigger
from relations.coding.words import Words
from relations.dates.row import DateRow
from relations.dates.tense import FUTURE, UNKNOWN, word_tenses

_FAR = 28.0  # beyond this many words a date is not the event's own
# A wall as high as this keeps an event from sharing another's date; higher where the verb is last.
_SHARED = (14.0, 20.0)
_SECOND = 12.0  # words by which a second date of one event may be farther than the first
_FOLLOWING = 14.0  # words, walls counted in, to a later date that an event may share
_BACKWARD = 8.0  # in languages whose clause ends in its verb, a date seldom follows it
_WEAK = 3.0  # words by which a date is farther from an event whose words say little
_LONGEST = 366  # days; "2024-2026" is a programme's, not the day that it was signed on
_SCHOOL = 731  # an academic year is written as two
_FIGURE_BONUS = 1.0
_NO_INDICATOR = 14.0  # words by which a number must stand nearer where no word says what it measures
_NEXT = 3.0
_CLAUSE = 5  # words from "which" to the date of its clause
SUM = ".sum"  # the rule of a sum of which no word says what it measures
_ONCE = {"recognition", "relations-established", "anniversary", "appointment"}


@dataclass(frozen=True, slots=True)
class Dated:
    """An event of a sentence with its date, or with none."""

    type: str
    rule: str
    date: str | None
    row: DateRow | None
    at: int
    first: int  # the words it is told in
    last: int
    confidence: float
    strong: bool = True  # said to be done, not only named
    target: bool = False  # a figure to be reached
    agreed: bool = False  # both sides agreed on it, no date set
    off: bool = False  # the event that a word of calling off is nearest to


def attach(told: Sequence[Trigger], sentence: Sentence, tokens: Words, language: str) -> list[Dated]:
    """Give the events of a sentence the dates that the sentence gives.

    Each date goes to the event that stands nearest in the sentence, clauses counted; an event left without one
    shares a date that stands before both of them.

    Parameters
    ----------
    told : sequence of Trigger
    sentence : Sentence
    tokens : Words
    language : str

    Returns
    -------
    list of Dated
        An event of which the sentence says no date has none.
    """
    if not told and not sentence.dates:
        return []
    verb_last = cues(language).verb_last
    dates = happenings(sentence, tokens, verb_last)
    off = {
        min(range(len(told)), key=lambda number: told[number].distance(sign, sentence.walls))
        for sign in sentence.signs.get("cancelled", ())
        if told
    }
    if sentence.signs.get("indicators") and not verb_last:
        dates = [pair for pair in dates if not compared(pair[0], pair[1], sentence, tokens, verb_last)]
    result: list[Dated] = []
    numbers = stated_numbers(sentence, dates, tokens, verb_last)
    own: dict[int, list[tuple[DateRow, int]]] = {index: [] for index in range(len(told))}
    free: list[tuple[DateRow, int]] = []
    for index, (row, at) in enumerate(dates):
        theirs = _own_clause(at, sentence, tokens, language)
        near = [
            (_cost(trigger, row, at, sentence, tokens, verb_last) + _FAR * (trigger.last < theirs - 1), number)
            for number, trigger in enumerate(told)
        ]
        best = min(near, default=(_FAR + 1, -1))
        figure = numbers.get(index)
        bonus = _FIGURE_BONUS if sentence.signs.get("indicators") else -_NO_INDICATOR
        if bonus < 0 and since(row, at, sentence, tokens, verb_last):
            figure = None  # "has put 20 billion into it since 2008" is no year's figure
        if figure is not None and sentence.walls.between(figure, at) <= best[0] + bonus:
            result.append(_statistic(row, at, figure, sentence, tokens, language))
            continue
        longest = _SCHOOL if told and told[best[1]].type == "culture-education" else _LONGEST
        if edtf.days(row.edtf) > longest and "X" not in row.edtf:
            continue
        free.append((row, at))
        if best[0] <= _FAR:
            own[best[1]].append((row, at))
    for number, trigger in enumerate(told):
        first, last = _bounds(told, number, sentence)
        chosen = _apart(own[number])
        if len(chosen) > 1 and not verb_last:
            costs = [_cost(trigger, row, at, sentence, tokens, verb_last) for row, at in chosen]
            chosen = [
                pair
                for pair, cost in zip(chosen, costs, strict=True)
                if cost <= min(costs) + _SECOND or _gapped(pair, trigger, told, sentence, tokens, language)
            ]
        if trigger.type in _ONCE:
            costs = [_cost(trigger, row, at, sentence, tokens, verb_last) for row, at in chosen]
            chosen = [chosen[costs.index(min(costs))]] if chosen else []
        shared = False
        # What something is the anniversary of has another date.
        if not chosen and not trigger.rule.weak and trigger.type != "anniversary":
            chosen, shared = _shared(trigger, free, sentence, verb_last), True
        for row, at in chosen:
            gap = _cost(trigger, row, at, sentence, tokens, verb_last)
            sure = 0.92 - 0.015 * min(gap, 24) - 0.1 * shared - 0.1 * (not trigger.strong)
            sure -= 0.05 * (row.anchor != "written")
            result.append(_dated(trigger, row.edtf, row, min(first, at), max(last, at), sure, number in off))
        if not chosen and trigger.rule.undated and not trigger.rule.weak:
            result.append(_dated(trigger, None, None, first, last, 0.4, number in off))
    return result


def _cost(trigger: Trigger, row: DateRow, at: int, sentence: Sentence, tokens: Words, verb_last: bool) -> float:
    """How far a date stands from an event: from its first or its last word, whichever is nearer."""
    end = sentence.last_word(at, row, tokens)
    gap = min(trigger.distance(at, sentence.walls), trigger.distance(end, sentence.walls))
    return gap + (_BACKWARD if verb_last and at > trigger.last else 0.0) + _WEAK * trigger.rule.weak


def _own_clause(at: int, sentence: Sentence, tokens: Words, language: str) -> int:
    """Where the clause begins that a date to come stands in: "for the summit, which ends tomorrow"; -1 if none."""
    signs = word_tenses(language)
    return max(
        (
            which
            for which in sentence.signs.get("which", ())
            if which < at <= which + _CLAUSE and any(signs[key] == FUTURE for key in tokens.keys[which + 1 : at])
        ),
        default=-1,
    )


def _shared(
    trigger: Trigger, free: list[tuple[DateRow, int]], sentence: Sentence, verb_last: bool
) -> list[tuple[DateRow, int]]:
    """The date of another event that this one shares.

    One that stands before both ("On 18 January he met ... and signed"), or one that follows the two close together
    ("the memorandum concluded when he visited the city on 18 March"); not so where clauses end in their verb.
    """
    before = [pair for pair in free if pair[1] < trigger.at]
    if before:
        nearest = max(before, key=lambda pair: pair[1])
        if sentence.walls.height(nearest[1], trigger.at) < _SHARED[verb_last]:
            return [nearest]
    after = [pair for pair in free if pair[1] > trigger.at and not verb_last]
    following = min(after, key=lambda pair: pair[1], default=None)
    return [following] if following and sentence.walls.between(following[1], trigger.last) <= _FOLLOWING else []


def _gapped(
    pair: tuple[DateRow, int],
    trigger: Trigger,
    told: Sequence[Trigger],
    sentence: Sentence,
    tokens: Words,
    language: str,
) -> bool:
    """Whether a later date stands in a clause that leaves out its verb ("A opened in October, and B in December").

    Or is the new date of what was put off.
    """
    row, at = pair
    end = sentence.last_word(at, row, tokens) + 1
    while end < sentence.last and sentence.walls.height(end - 1, end) < _NEXT:
        end += 1
    if any(trigger.last < sign < at for sign in sentence.signs.get("cancelled", ())):
        return not any(trigger.last < one.at < end for one in told)  # "was put off, and is now expected in June"
    joins = [*sentence.signs.get("and", ()), *sentence.signs.get("turn", ())]
    begin = max((sign for sign in joins if trigger.last < sign < at), default=None)
    if begin is None or any(begin <= one.at < end for one in told):
        return False
    signs = word_tenses(language)
    return all(signs[key] == UNKNOWN for key in tokens.keys[begin:end])


def _statistic(row: DateRow, at: int, figure: int, sentence: Sentence, tokens: Words, language: str) -> Dated:
    measured = sentence.signs.get("indicators")
    near = min(measured or [figure], key=lambda one: abs(one - figure))
    low, high = min(at, figure, near), max(at, figure, near)
    target = any(abs(sign - figure) <= 8 for sign in sentence.signs.get("target", ()))
    sure = round(0.9 - 0.015 * min(sentence.walls.between(at, figure), 24), 2)
    last = min(high + 1, sentence.last - 1)
    counts = figure + 1 < sentence.last and tokens[figure + 1].text.isdecimal()  # "38,000" of something
    rule = f"{language}.statistic" if measured or counts else f"{language}{SUM}"
    return Dated("statistic", rule, row.edtf, row, at, low, last, sure, target=target)


def _dated(
    trigger: Trigger, date: str | None, row: DateRow | None, first: int, last: int, sure: float, off: bool
) -> Dated:
    sure, strong = round(max(sure, 0.2), 2), trigger.strong
    return Dated(trigger.type, trigger.rule.name, date, row, trigger.at, first, last, sure, strong, off=off)


def _bounds(told: Sequence[Trigger], number: int, sentence: Sentence) -> tuple[int, int]:
    """The words that an event of a sentence may call its own: up to its neighbours."""
    trigger = told[number]
    before = max((one.last for one in told[:number] if one.last < trigger.first), default=sentence.first - 1)
    after = min((one.first for one in told[number + 1 :] if one.first > trigger.last), default=sentence.last)
    return max(before + 1, sentence.first), min(after, sentence.last) - 1


def _apart(chosen: list[tuple[DateRow, int]]) -> list[tuple[DateRow, int]]:
    """Of dates that contain one another only the most exact."""
    kept = []
    for row, at in chosen:
        finer = any(
            other is not row and edtf.overlap(row.edtf, other.edtf) and edtf.days(other.edtf) < edtf.days(row.edtf)
            for other, _ in chosen
        )
        if not finer:
            kept.append((row, at))
    return kept
