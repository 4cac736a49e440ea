"""Persons named again by one part of their name: "Fumio Kishida ... Mr Kishida's guest"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from relations.coding.name_spans import NameSpan
from relations.coding.people_lexicon import Lexicon
from relations.coding.words import Word, key

_SHORTEST = 3  # letters; a shorter part may be any word
_STEM = 4  # letters at least of a family name whose cases no list knows
_ENDING = 4  # letters at most of a case ending
_SOFT = "аяйьыи"  # letters that a case ending takes the place of


def later_mentions(
    tokens: Sequence[Word],
    named: Sequence[Sequence[NameSpan]],
    known: Lexicon,
    base: Callable[[str], str],
    start: int = 0,
) -> list[list[NameSpan]]:
    """Return, for each person, the places where only a part of the full name stands.

    The last part counts wherever it is written with a capital; another part, as in names that begin with the
    family, where no second person shares it. In a script without capitals no other name may stand beside it. A name
    inside that of a thing ("Satbayev University") names no person.

    Parameters
    ----------
    tokens : sequence of Word
        The words of the text.
    named : sequence of sequence of NameSpan
        The persons found so far, each with the fullest mention first.
    known : Lexicon
    base : callable
        Takes a word's case ending off.
    start : int, default 0
        Offset at which to begin.
    """
    owners: dict[str, list[int]] = {}
    bearers = Counter(part for spans in named for part in set(spans[0].words))
    for number, spans in enumerate(named):
        full = spans[0].words
        if len(full) < 2:
            continue
        for place, part in enumerate(full):
            if known.names and (len(part) <= _SHORTEST or key(part) in known.not_names):
                continue  # a script without capitals: it may be another word
            sole = bearers[part] == 1
            if len(part) >= _SHORTEST and (place == len(full) - 1 or (sole and part.casefold() not in known.not_names)):
                owners.setdefault(base(part).casefold(), []).append(number)
    stems = _stems(named) if known.script == "Cyrl" else {}
    taken = {at for spans in named for span in spans for at in range(span.first, span.last + 1)}
    found: list[list[NameSpan]] = [[] for _ in named]
    heads = {name[:_SHORTEST] for name in (*owners, *stems)}  # no ending takes these letters off
    for at, word in enumerate(tokens):
        if not (word.capital or known.names) or word.text[:_SHORTEST].casefold()[:_SHORTEST] not in heads:
            continue
        if at in taken or word.start < start:
            continue
        holders = owners.get(base(word.text).casefold()) or _in_a_case(word.text.casefold(), stems)
        if not holders or _of_a_thing(tokens, at, known):
            continue
        if known.names and any(tokens[near].key in known.names for near in (at - 1, at + 1) if 0 <= near < len(tokens)):
            continue  # a part of somebody else's name
        found[holders[0]].append(NameSpan(at, at, word.start, word.end, (word.text,), 1.0))
    return found


def _stems(named: Sequence[Sequence[NameSpan]]) -> dict[str, int]:
    """Family names without the letter that a case ending takes the place of."""
    found: dict[str, int] = {}
    for number, spans in enumerate(named):
        last = spans[0].words[-1].casefold()
        stem = last[:-1] if last[-1] in _SOFT else last
        if len(spans[0].words) > 1 and len(stem) >= _STEM:
            found.setdefault(stem, number)
    return found


def _in_a_case(word: str, stems: dict[str, int]) -> list[int]:
    for size in range(len(word), max(len(word) - _ENDING, _STEM) - 1, -1):
        if word[:size] in stems:
            return [stems[word[:size]]]
    return []


def _of_a_thing(tokens: Sequence[Word], at: int, known: Lexicon) -> bool:
    following = tokens[at + 1].key if at + 1 < len(tokens) else ""
    return bool(known.thing_after and following.startswith(known.thing_after)) or (
        at > 0 and tokens[at - 1].key in known.thing_before
    )
