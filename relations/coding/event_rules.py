"""The rules of one language's ``events.toml``: which words tell of which kind of event."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from relations import codebook, languages
from relations.coding.stems import Stems
from relations.errors import CodebookError

ACT, UNLESS = -1, -2  # groups of words besides a rule's own
_KEYS = frozenset("type words acts unless after not_with role place needs_sector undated weak".split())


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: a kind of event, and what it asks for besides its words."""

    name: str
    type: str
    groups: int
    has_acts: bool
    role: bool  # somebody in office, or a named person, must stand near
    place: bool  # a country or city must stand near
    undated: bool  # may have the article's own day
    weak: int  # how little the words say: an event only where a date stands beside them that no surer rule claims
    after: frozenset[str]  # kinds of event that must have been told before
    not_with: frozenset[str]  # kinds whose words, standing nearer, make this no event
    needs_sector: frozenset[str]


@dataclass(frozen=True, slots=True)
class Cues:
    """All that ``events.toml`` says of one language."""

    rules: tuple[Rule, ...]
    words: Stems[tuple[int, int]]  # rule, group
    signs: Stems[str]
    verb_last: bool
    scales: frozenset[str]  # what may be written onto a number: "47pc", "239m"


@cache
def cues(language: str) -> Cues:
    """Return the rules of one language.

    Raises
    ------
    CodebookError
        If a rule names a kind of event that the codebook lacks, has no words, or an unknown key.
    """
    body = languages.load(language, "events")
    rules: list[Rule] = []
    entries: list[tuple[str, tuple[int, int]]] = []
    for number, rule in enumerate(body["rule"]):
        kinds = codebook.event_types()
        if rule.get("type") not in kinds or not rule.get("words"):
            raise CodebookError(
                f"{language}/events.toml, rule {number + 1}: type {rule.get('type')!r}; "
                "expected a code of event_types.toml, and words"
            )
        if unknown := set(rule) - _KEYS | (set(rule.get("after", ())) | set(rule.get("not_with", ()))) - set(kinds):
            raise CodebookError(
                f"{language}/events.toml, rule {number + 1} ({rule['type']}): {sorted(unknown)[0]!r} is neither a key "
                f"of a rule ({', '.join(sorted(_KEYS))}) nor a kind of event; correct it"
            )
        rules.append(
            Rule(
                name=f"{language}.{rule['type']}",
                type=rule["type"],
                groups=len(rule["words"]),
                has_acts="acts" in rule,
                role=rule.get("role", False),
                place=rule.get("place", False),
                undated=rule.get("undated", True),
                weak=int(rule.get("weak", 0)),
                after=frozenset(rule.get("after", ())),
                not_with=frozenset(rule.get("not_with", ())),
                needs_sector=frozenset(rule.get("needs_sector", ())),
            )
        )
        lines = [*enumerate(rule["words"]), (ACT, rule.get("acts", "")), (UNLESS, rule.get("unless", ""))]
        entries += [(phrase, (number, group)) for group, line in lines for phrase in line.split("|") if phrase]
    named = body["signs"] | body["statistic"]
    signs = [(phrase, name) for name, line in named.items() for phrase in line.split("|")]
    scales = frozenset(word for name in ("scales", "units") for word in body["statistic"].get(name, "").split("|"))
    return Cues(tuple(rules), Stems(entries), Stems(signs), body.get("verb_last", False), scales)
