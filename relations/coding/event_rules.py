"""The rules of one language's ``events.toml``: which words tell of which kind of event."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from relations import codebook, languages
from relations.coding.stems import Stems
from relations.coding.words import key
from relations.errors import CodebookError

ACT, UNLESS, NOT_NEAR = -1, -2, -3  # groups of words besides a rule's own
_KEYS = frozenset(
    "type words acts unless not_after not_near after not_with role place beside needs_sector undated weak each".split()
)


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: a kind of event, and what it asks for besides its words."""

    name: str
    type: str
    groups: int
    has_acts: bool
    role: bool  # somebody in office, or a named person, must stand near
    place: bool  # a country or city must stand near
    beside: bool  # it must stand just before: "went" is a visit only after a place ("Paris گئے")
    each: bool  # "was received by A and B": as many events as persons that follow
    undated: bool  # may have the article's own day
    weak: int  # how little the words say: an event only where a date stands beside them that no surer rule claims
    after: frozenset[str]  # kinds of event that must have been told before
    not_after: tuple[str, ...]  # endings of a word before it that make its verb an auxiliary
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


def _phrases(line: str, groups: dict[str, str], where: str, forms: Sequence[str]) -> list[str]:
    """The phrases of one line.

    ``@held`` stands for the line of that name under ``[groups]``, shared by rules, ``@held+s`` for its words with an
    ending; ``stem~`` for the forms of a verb.
    """
    found: list[str] = []
    for phrase in filter(None, line.split("|")):
        if phrase.startswith("@"):
            name, _, ending = phrase[1:].partition("+")
            if name not in groups:
                raise CodebookError(f"{where}: no group {name!r}; expected one of {', '.join(sorted(groups))}")
            found += [word + ending for word in _phrases(groups[name], groups, where, forms)]
        elif phrase.endswith("~"):
            if not forms:
                raise CodebookError(f"{where}: {phrase!r} asks for the endings of verbs; add a line verb_forms")
            found += [phrase[:-1] + form for form in forms]
        else:
            found.append(phrase)
    return found


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
    months = "|".join(sorted(map(key, languages.month_names(language))))
    groups, forms = {"months": months, **body.get("groups", {})}, body.get("verb_forms", "").split()
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
                beside=rule.get("beside", False),
                each=rule.get("each", False),
                undated=rule.get("undated", True),
                weak=int(rule.get("weak", 0)),
                after=frozenset(rule.get("after", ())),
                not_after=tuple(rule.get("not_after", "").split()),
                not_with=frozenset(rule.get("not_with", ())),
                needs_sector=frozenset(rule.get("needs_sector", ())),
            )
        )
        besides = ((ACT, "acts"), (UNLESS, "unless"), (NOT_NEAR, "not_near"))
        lines = [*enumerate(rule["words"]), *((group, rule.get(name, "")) for group, name in besides)]
        where = f"{language}/events.toml, rule {number + 1} ({rule['type']})"
        entries += [
            (phrase, (number, group)) for group, line in lines for phrase in _phrases(line, groups, where, forms)
        ]
    named = body["signs"] | body["statistic"]
    signs = [(phrase, name) for name, line in named.items() for phrase in _phrases(line, groups, language, forms)]
    scales = frozenset(word for name in ("scales", "units") for word in body["statistic"].get(name, "").split("|"))
    return Cues(tuple(rules), Stems(entries), Stems(signs), body.get("verb_last", False), scales)
