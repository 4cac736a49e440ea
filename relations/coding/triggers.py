"""Which kinds of event the words of a sentence tell of: the rules of ``events.toml``."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from relations import codebook, languages
from relations.coding.stems import Stems
from relations.coding.words import Word
from relations.errors import CodebookError

_NEAR = 16  # words between the parts of one rule


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: a kind of event, and how many groups of words it asks for."""

    name: str
    type: str
    groups: int
    needs_actor: bool
    needs_sector: frozenset[str]


@dataclass(frozen=True, slots=True)
class Trigger:
    """One place in a sentence that tells of a kind of event."""

    rule: Rule
    at: int  # the anchor word, to which dates are tied
    first: int
    last: int

    @property
    def type(self) -> str:
        """The kind of event."""
        return self.rule.type


@dataclass(frozen=True, slots=True)
class Cues:
    """All that ``events.toml`` says of one language."""

    rules: tuple[Rule, ...]
    words: Stems[tuple[int, int]]  # rule, group
    modifiers_first: bool  # Kazakh and Urdu: time, place and sector before the event's own word
    signs: Stems[str]  # background, ongoing, cancelled, hypothetical, indicators, units, target


@cache
def cues(language: str) -> Cues:
    """Return the rules of one language.

    Raises
    ------
    CodebookError
        If a rule names a kind of event that the codebook lacks, or has no words.
    """
    body = languages.load(language, "events")
    rules, entries = [], []
    for number, rule in enumerate(body["rule"]):
        if rule.get("type") not in codebook.event_types() or not rule.get("words"):
            raise CodebookError(
                f"{language}/events.toml, rule {number + 1}: type {rule.get('type')!r}; "
                "expected a code of event_types.toml, and words"
            )
        rules.append(
            Rule(
                name=f"{language}.{rule['type']}",
                type=rule["type"],
                groups=len(rule["words"]),
                needs_actor=rule.get("needs_actor", False),
                needs_sector=frozenset(rule.get("needs_sector", ())),
            )
        )
        entries += [(phrase, (number, group)) for group, line in enumerate(rule["words"]) for phrase in line.split("|")]
    named = {
        name: body[name]
        for name in ("background", "ongoing", "cancelled", "hypothetical", "attribution", "multilateral", "agreed")
    } | body["statistic"]
    signs = [(phrase, name) for name, line in named.items() for phrase in line.split("|")]
    return Cues(tuple(rules), Stems(entries), body["modifiers"] == "before", Stems(signs))


def triggers(words: Sequence[Word], first: int, last: int, language: str) -> list[Trigger]:
    """Find what a sentence tells of.

    Parameters
    ----------
    words : sequence of Word
        The words of the text.
    first, last : int
        The sentence: its first word, and one past its last.
    language : str
        BCP 47 tag of a language that the coder reads.

    Returns
    -------
    list of Trigger
        In order of their anchors; of one kind at most one in any eight words.
    """
    known = cues(language)
    hits: dict[int, dict[int, list[tuple[int, int]]]] = {}
    for hit in known.words.find(words, first, last):
        if hit.last < last:
            rule, group = hit.value
            hits.setdefault(rule, {}).setdefault(group, []).append((hit.first, hit.last))
    found: list[Trigger] = []
    for number, groups in hits.items():
        rule_ = known.rules[number]
        if len(groups) < rule_.groups:
            continue
        for begin, end in groups[0]:
            reach = [_nearest(groups[group], begin, end) for group in range(1, rule_.groups)]
            if all(span is not None for span in reach):
                spans = [(begin, end), *(span for span in reach if span)]
                found.append(Trigger(rule_, begin, min(a for a, _ in spans), max(b for _, b in spans)))
    found.sort(key=lambda trigger: (trigger.at, trigger.last))
    kept: list[Trigger] = []
    for trigger in found:
        same = [one for one in kept if one.type == trigger.type]
        if not same or trigger.at - same[-1].at > 8:
            kept.append(trigger)
    return kept


def _nearest(spans: list[tuple[int, int]], begin: int, end: int) -> tuple[int, int] | None:
    """The part of a rule nearest to its anchor; a word cannot be both."""
    apart = [span for span in spans if (span[1] < begin or span[0] > end) and abs(span[0] - begin) <= _NEAR]
    return min(apart, key=lambda span: abs(span[0] - begin)) if apart else None
