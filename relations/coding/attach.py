"""Which date belongs to which event of a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from relations import edtf
from relations.coding.sentence import Sentence
from relations.coding.triggers import Trigger, cues
from relations.coding.words import Word
from relations.dates.row import DateRow

_FAR = 22.0  # beyond this many words a date is not the event's own
# Kinds whose undated mention in an article's lead tells of the article's own day.
_OF_THE_DAY = frozenset(
    "visit meeting agreement forum commission call aid security-exercise culture-education "
    "appointment mission-opened".split()
)
_AGREED = frozenset(
    {"transport-link", "trade-transaction", "culture-education", "mission-opened", "commission", "forum"}
)
_NEAR = 12
_ONCE = {"recognition", "relations-established", "anniversary", "mission-opened"}


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
    agreed: bool = False  # a plan that both sides agreed on


def attach(
    told: list[Trigger],
    sentence: Sentence,
    tokens: Sequence[Word],
    text: str,
    language: str,
    own_day: str | None,
    carried: str | None,
) -> list[Dated]:
    """Give the events of a sentence their dates.

    Each date goes to the nearest event; an event left without one shares the nearest date of its sentence;
    where the sentence has none, an event of an article's lead has the article's own day.

    Parameters
    ----------
    told : list of Trigger
    sentence : Sentence
    tokens : sequence of Word
    text : str
    language : str
    own_day : str or None
        Day of publication where this sentence may tell of it.
    carried : str or None
        The last date of the sentence before.

    Returns
    -------
    list of Dated
    """
    dates = [(row, _word_at(tokens, row.start, sentence)) for row in sentence.dates]
    dates = [pair for pair in dates if not _is_attribution(pair, sentence)]
    ends = {id(row): _word_at(tokens, row.end - 1, sentence) for row, _ in dates}
    result = _statistics(sentence, dates, tokens, language)
    taken = {id(dated.row) for dated in result}
    free = [(row, at) for row, at in dates if id(row) not in taken or not result]
    own: dict[int, list[tuple[DateRow, int]]] = {index: [] for index in range(len(told))}
    for row, at in free:
        costs = sorted(
            (min(_distance(trigger, spot, tokens, text) for spot in (at, ends[id(row)])), index)
            for index, trigger in enumerate(told)
        )
        # What happens once has one date: a second one belongs to the next event.
        open_ = [cost for cost in costs if cost[0] <= _FAR and not (told[cost[1]].type in _ONCE and own[cost[1]])]
        if open_:
            own[open_[0][1]].append((row, at))
    bounds = _bounds(told, sentence, cues(language).modifiers_first)
    for index, trigger in enumerate(told):
        chosen = _apart(own[index])
        first, last = bounds[index]
        if trigger.type in _ONCE:
            chosen = sorted(chosen, key=lambda pair: _distance(trigger, pair[1], tokens, text))[:1]
        elif not chosen:
            chosen = _shared(trigger, free, tokens, text)
        for row, at in chosen:
            gap = _distance(trigger, at, tokens, text)
            sure = 0.9 - 0.02 * min(gap, 15) - (0.1 if row.anchor != "written" else 0)
            result.append(_dated(trigger, row.edtf, row, min(first, at), max(last, at), sure))
        if not chosen and _agreed(trigger, sentence):
            result.append(replace(_dated(trigger, None, None, first, last, 0.5), agreed=True))
        elif not chosen and trigger.type in _OF_THE_DAY:
            if own_day:
                result.append(_dated(trigger, own_day, None, first, last, 0.55))
            elif sentence.dates:
                result.append(_dated(trigger, None, None, first, last, 0.4))
    return result


def _shared(
    trigger: Trigger, free: list[tuple[DateRow, int]], tokens: Sequence[Word], text: str
) -> list[tuple[DateRow, int]]:
    """The date of another event that this one shares: one that stands before both ("On 18 January he met ...")."""
    before = [pair for pair in free if pair[1] < trigger.at]
    if not before:
        return []
    nearest = max(before, key=lambda pair: pair[1])
    return [nearest] if _distance(trigger, nearest[1], tokens, text) <= _FAR else []


def _is_attribution(pair: tuple[DateRow, int], sentence: Sentence) -> bool:
    """Whether a day tells when something was said: "the ministry said on Monday"."""
    row, at = pair
    spoken = sentence.signs.get("attribution", ())
    return (
        row.anchor == "publication" and edtf.precision(row.edtf) == "day" and any(0 < at - word <= 3 for word in spoken)
    )


def _dated(trigger: Trigger, date: str | None, row: DateRow | None, first: int, last: int, sure: float) -> Dated:
    return Dated(trigger.type, trigger.rule.name, date, row, trigger.at, first, last, round(max(sure, 0.2), 2))


def _word_at(tokens: Sequence[Word], place: int, sentence: Sentence) -> int:
    for index in range(sentence.first, sentence.last):
        if tokens[index].end > place:
            return index
    return max(sentence.last - 1, sentence.first)


def _distance(trigger: Trigger, at: int, tokens: Sequence[Word], text: str) -> float:
    """Words between an event and a date; a comma weighs like three words, a semicolon like twelve."""
    spot = min((trigger.at, trigger.last), key=lambda one: abs(one - at))
    low, high = sorted((spot, at))
    between = text[tokens[low].end : tokens[high].start] if high > low else ""
    return (
        (high - low)
        + 3.0 * between.count(",")
        + 12.0 * (between.count(";") + between.count("؛"))
        + 2.0 * between.count("،")
    )


def _agreed(trigger: Trigger, sentence: Sentence) -> bool:
    """Whether the sides agreed on something for which no date is given: it is a plan."""
    return trigger.type in _AGREED and any(abs(at - trigger.at) <= _NEAR for at in sentence.signs.get("agreed", ()))


def _bounds(told: list[Trigger], sentence: Sentence, modifiers_first: bool) -> list[tuple[int, int]]:
    """The words that each event of a sentence may call its own: up to its neighbours.

    Where modifiers stand first, what follows an event's own words belongs to the next one already.
    """
    bounds = []
    for index, trigger in enumerate(told):
        before = max((one.last for one in told[:index] if one.last < trigger.first), default=sentence.first - 1)
        after = min((one.first for one in told[index + 1 :] if one.first > trigger.last), default=sentence.last)
        if modifiers_first and after < sentence.last:
            after = trigger.last + 1
        bounds.append((max(before + 1, sentence.first), min(after, sentence.last) - 1))
    return bounds


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


def _statistics(
    sentence: Sentence, dates: list[tuple[DateRow, int]], tokens: Sequence[Word], language: str
) -> list[Dated]:
    """Numbers for a period: an indicator, a number with its unit, and the date nearest to that number."""
    indicators, units = sentence.signs.get("indicators", []), sentence.signs.get("units", [])
    numbers = [
        at for at in units if any(tokens[n].text[0].isdigit() for n in range(max(at - 2, sentence.first), at + 1))
    ]
    if not indicators or not (numbers or units) or not dates:
        return []
    result: dict[str, Dated] = {}
    for at in numbers or units:
        row, place = min(dates, key=lambda pair: abs(pair[1] - at))
        if abs(place - at) > _FAR or edtf.precision(row.edtf) == "day" or edtf.days(row.edtf) > 731:
            continue
        near = min(indicators, key=lambda one: abs(one - at))
        low, high = min(place, at, near), max(place, at, near)
        result.setdefault(
            row.edtf,
            Dated("statistic", f"{language}.statistic", row.edtf, row, at, low, min(high + 1, sentence.last - 1), 0.75),
        )
    return list(result.values())
