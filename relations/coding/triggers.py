"""Which kinds of event the words of a sentence tell of."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from relations.coding.clauses import Walls
from relations.coding.event_rules import ACT, NOT_NEAR, UNLESS, Rule, cues
from relations.coding.stems import Hit
from relations.coding.words import Word

_REACH = (16.0, 24.0)  # how far apart the parts of one rule may stand, walls counted in; further where the verb is last
_ACT_REACH = 14.0
_COMPANY = (9.0, 24.0)  # somebody in office, or a place, that a rule asks for; further where the verb is last
_Spans = Mapping[int, Mapping[int, Sequence[tuple[int, int]]]]  # of each rule: what each group of its words found
_BESIDE = 2  # words, a case word among them, back to a place that must stand just before
_SAME_TELLING = 14.0  # walls counted in, to a surer rule's words for the same kind, within which they say it better
_BY = 5.0  # walls counted in, to the words of another kind that say it better
_APART = 6  # words between two events of one kind in one sentence


@dataclass(frozen=True, slots=True)
class Trigger:
    """One place in a sentence that tells of a kind of event."""

    rule: Rule
    at: int  # the anchor word
    parts: tuple[tuple[int, int], ...]  # first and last word of each part, the anchor's first
    strong: bool  # said to be done, not only named

    @property
    def type(self) -> str:
        """The kind of event."""
        return self.rule.type

    @property
    def first(self) -> int:
        """First word of the first part."""
        return min(first for first, _ in self.parts)

    @property
    def last(self) -> int:
        """Last word of the last part."""
        return max(last for _, last in self.parts)

    def distance(self, at: int, walls: Walls) -> float:
        """Return how far a word stands from the nearest part."""
        nearest = float("inf")
        for first, last in self.parts:
            if first <= at <= last:
                return 0.0
            # Walls only grow, so that the nearer end of a part is the nearer one with walls, too.
            nearest = min(nearest, walls.between(first if at < first else last, at))
        return nearest


def triggers(
    words: Sequence[Word],
    first: int,
    last: int,
    language: str,
    walls: Walls,
    roles: Collection[int] = (),
    places: Collection[int] = (),
    told: Collection[str] = (),
    said: Sequence[Hit[tuple[int, int]]] | None = None,
) -> list[Trigger]:
    """Find what a sentence tells of.

    Parameters
    ----------
    words : sequence of Word
        The words of the text.
    first, last : int
        The sentence: its first word, and one past its last.
    language : str
        BCP 47 tag of a language that the coder reads.
    walls : Walls
        Distances between the sentence's words.
    roles : collection of int
        Words that name a person or an office.
    places : collection of int
        Words that name a country or a city.
    told : collection of str
        Kinds of event told of before, for what is only named as "the next one".
    said : sequence of Hit, optional
        The words of rules that begin in the sentence, where the whole text was looked through for them.

    Returns
    -------
    list of Trigger
        In order of their anchors.
    """
    known = cues(language)
    hits: dict[int, dict[int, list[tuple[int, int]]]] = {}
    for hit in known.words.find(words, first, last) if said is None else said:
        if hit.last < last:
            rule, group = hit.value
            hits.setdefault(rule, {}).setdefault(group, []).append((hit.first, hit.last))
    anchors = sorted({(spans[0], number) for number, groups in hits.items() for spans in groups.get(0, ())})
    if not anchors:
        return []
    found: list[Trigger] = []
    here = {known.rules[number].type for number in hits if 0 in hits[number] and not known.rules[number].after}
    for number, groups in sorted(hits.items()):
        rule_ = known.rules[number]
        if any(group not in groups for group in range(rule_.groups)):
            continue
        if rule_.after and not rule_.after & (here | set(told)):
            continue
        for anchor in groups[0]:
            if rule_.not_after and _auxiliary(rule_, words, anchor[0], first, walls):
                continue
            if trigger := _fit(rule_, number, anchor, groups, hits, anchors, walls, roles, places, known.verb_last):
                found.append(trigger)
    found.sort(key=lambda trigger: (trigger.at, -len(trigger.parts)))
    return _distinct(found, walls, {id(known.rules[number]): groups for number, groups in hits.items()})


def _auxiliary(rule: Rule, words: Sequence[Word], at: int, first: int, walls: Walls) -> bool:
    """Whether a verb only helps the verb before it ("has been growing", in Kazakh "growing came")."""
    return at > first and words[at - 1].key.endswith(rule.not_after) and not walls.height(at - 1, at)


def _fit(
    rule: Rule,
    number: int,
    anchor: tuple[int, int],
    groups: dict[int, list[tuple[int, int]]],
    hits: dict[int, dict[int, list[tuple[int, int]]]],
    anchors: list[tuple[int, int]],
    walls: Walls,
    roles: Collection[int],
    places: Collection[int],
    verb_last: bool,
) -> Trigger | None:
    """The rule's parts around one anchor, or nothing where one is missing."""
    if any(one <= anchor[1] + 1 and other >= anchor[0] - 1 for one, other in groups.get(UNLESS, ())):
        return None
    for asked, there in ((rule.role, roles), (rule.place, places)):
        if asked and not any(
            walls.between(anchor[0], at) <= _COMPANY[verb_last] for at in there if not anchor[0] <= at <= anchor[1]
        ):
            return None
    if rule.beside and not any(anchor[0] - _BESIDE <= at < anchor[0] for at in places):
        return None
    if _nearest(groups.get(NOT_NEAR, []), NOT_NEAR, number, anchor, hits, anchors, walls, _REACH[0]):
        return None
    parts = [anchor]
    for group in range(1, rule.groups):
        part = _nearest(groups[group], group, number, anchor, hits, anchors, walls, _REACH[verb_last])
        if part is None:
            return None
        parts.append(part)
    act = _nearest(groups.get(ACT, []), ACT, number, anchor, hits, anchors, walls, _ACT_REACH)
    if act:
        parts.append(act)
    return Trigger(rule, anchor[0], tuple(parts), strong=bool(act) or not rule.has_acts)


def _nearest(
    spans: list[tuple[int, int]],
    group: int,
    number: int,
    anchor: tuple[int, int],
    hits: dict[int, dict[int, list[tuple[int, int]]]],
    anchors: list[tuple[int, int]],
    walls: Walls,
    reach: float,
) -> tuple[int, int] | None:
    """The part of a rule nearest to its anchor; a word cannot be both, nor another event's own verb."""
    best: tuple[float, tuple[int, int]] | None = None
    for span in spans:
        if span[0] <= anchor[1] and span[1] >= anchor[0]:
            continue
        gap = walls.between(anchor[1], span[0]) if span[0] > anchor[1] else walls.between(span[1], anchor[0])
        if gap > reach or (best and gap >= best[0]):
            continue
        if not _taken(span, number, anchor, hits, anchors):
            best = (gap, span)
    return best[1] if best else None


def _taken(
    span: tuple[int, int],
    number: int,
    anchor: tuple[int, int],
    hits: dict[int, dict[int, list[tuple[int, int]]]],
    anchors: list[tuple[int, int]],
) -> bool:
    """Whether another event's anchor, which the same verb fits, stands between an anchor and the verb.

    Anchors side by side ("an agreement and a memorandum were signed") share their verb.
    """
    low, high = (anchor[1], span[0]) if span[0] > anchor[1] else (span[1], anchor[0])
    for place, other in anchors:
        if other == number or not low < place < high or abs(place - anchor[0]) <= 3:
            continue
        if any(span in spans for group, spans in hits[other].items() if group not in (0, UNLESS, NOT_NEAR)):
            return True
    return False


def _distinct(found: list[Trigger], walls: Walls, hits: _Spans) -> list[Trigger]:
    """Of one kind and one telling only one; none where a nearer kind says it better."""
    kept: list[Trigger] = []
    for trigger in sorted(found, key=lambda one: one.rule.weak):
        if trigger.rule.weak and _said_better(trigger, kept, walls, hits):
            continue
        if any(_silences(one, trigger, walls) for one in found if one.rule is not trigger.rule):
            continue
        same = [one for one in kept if one.type == trigger.type]
        if same:
            before = same[-1]
            joint = bool(set(before.parts[1:]) & set(trigger.parts[1:])) or trigger.at in range(
                before.first, before.last + 1
            )
            if joint or walls.between(before.at, trigger.at) <= _APART:
                if trigger.strong and not before.strong:
                    kept[kept.index(before)] = trigger
                continue
        kept.append(trigger)
    return sorted(kept, key=lambda trigger: trigger.at)


def _silences(one: Trigger, trigger: Trigger, walls: Walls) -> bool:
    """Whether a rule gives way to another that reads the same words, or stands near."""
    if one.type not in trigger.rule.not_with or one.rule.weak > trigger.rule.weak:
        return False
    if one.type == trigger.type:
        # Of two rules that each give way to the other, the first in the sentence stays.
        first = one.type not in one.rule.not_with or one.at < trigger.at
        return first and one.distance(trigger.at, walls) <= _SAME_TELLING
    near = min(one.distance(first, walls) for first, _ in trigger.parts) <= _BY
    return near or bool(set(one.parts) & set(trigger.parts))


def _said_better(
    weak: Trigger,
    kept: Sequence[Trigger],
    walls: Walls,
    hits: _Spans,
) -> bool:
    """Whether a surer rule reads the same words, or could, or tells of the same kind close by."""
    return any(
        any(one <= last and other >= first for one, other in trigger.parts for first, last in weak.parts)
        or (
            walls.between(trigger.at, weak.at) <= _REACH[0]
            and any(
                one <= weak.at <= other
                for group, spans in hits[id(trigger.rule)].items()
                if group not in (0, UNLESS, NOT_NEAR)
                for one, other in spans
            )
        )
        or (trigger.type == weak.type and walls.between(trigger.at, weak.at) <= _APART)
        for trigger in kept
    )
