"""Where a text names persons: runs of words that can only be a name."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Any

from relations import languages
from relations.coding.countries import countries
from relations.coding.given_names import is_family, is_given
from relations.coding.phrases import Match, Phrases
from relations.coding.places import places
from relations.coding.words import Word, key, words
from relations.memo import Memo

_JOINTS = frozenset({" ", "\u00a0", "-", "‑", ".", ". ", " - "})
_MOST = 5  # words of one name
_PARTICLES = frozenset("ур ul ur аль al bin de van von della di".split())  # small words inside a name


@dataclass(frozen=True, slots=True)
class NameSpan:
    """One run of words that names a person."""

    first: int  # words
    last: int  # inclusive
    start: int
    end: int
    words: tuple[str, ...]
    sure: float
    joints: tuple[str, ...] = ()  # what stands between the words


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What ``people.toml`` says of one language."""

    roles: Phrases[str]
    domains: Phrases[str]
    names: frozenset[str]  # Urdu has no capitals: its names are listed
    not_names: frozenset[str]
    before: frozenset[str]
    thing_after: tuple[str, ...]
    thing_before: frozenset[str]
    script: str  # ISO 15924
    body: dict[str, Any]
    looks: Memo[bool]  # whether a word, as written, looks like a part of a name


@cache
def lexicon(language: str) -> Lexicon:
    """Return what a language says of persons."""
    body = languages.load(language, "people")
    other = {**body, **body.get("modifiers", {}), **body.get("other", {})}
    names = frozenset(key(word) for line in body.get("names", {}).values() for word in line.split())
    not_names = frozenset(key(word) for word in other.get("not_names", "").split())
    endings = re.compile(other["endings"]) if other.get("endings") else None

    def listed(word: str) -> bool:
        known = key(word)
        return known not in not_names and (known in names or bool(endings and endings.search(known)))

    def capitalised(word: str) -> bool:
        return word[0].isupper() and not (len(word) > 1 and word.isupper()) and key(word) not in not_names

    return Lexicon(
        roles=Phrases(language, body["heads"].items()),
        domains=Phrases(language, body["domains"].items()),
        names=names,
        not_names=not_names,
        before=frozenset(key(word) for word in other.get("before", ())),
        thing_after=tuple(key(word) for word in other.get("thing_after", ())),
        thing_before=frozenset(key(word) for word in other.get("thing_before", ())),
        script=languages.load(language, "language")["script"],
        body=other,
        looks=Memo(listed if names else capitalised),
    )


def name_spans(text: str, language: str, roles: Sequence[Match[str]], start: int) -> list[NameSpan]:
    """Return the names of persons in a text, in order.

    Parameters
    ----------
    text : str
    language : str
        BCP 47 tag of a language that the coder reads.
    roles : sequence of Match
        Where roles stand; a name beside one is surer.
    start : int
        Offset at which to begin.
    """
    known, tokens = lexicon(language), words(text)
    closed = set(range(bisect_left(tokens.starts, start)))
    closed.update(at for role in roles for at in range(role.first, role.last))
    after_role = {role.last for role in roles}
    matter_at = {role.last + gap for role in roles for gap in range(4)}
    for matter in known.domains.find(text, start):
        # "Minister of Trade and Integration Serik Zhumangarin": the matter is no part of the name.
        if matter.first in matter_at:
            closed.update(range(matter.first, matter.last))
            after_role.add(matter.last)
    taken = [(row.start, row.end) for row in countries(text, language, start=start)]
    taken += [(row.start, row.end) for row in places(text, language)]
    for first, end in taken:
        if end - first > 1:
            closed.update(range(bisect_left(tokens.starts, first), bisect_left(tokens.starts, end)))
    belongs = _listed if known.names else _capitalised
    looks = known.looks
    found = []
    free = 0
    for at in [at for at, word in enumerate(tokens) if looks[word.text] or at in after_role]:
        if at < free or at in closed or not belongs(tokens, at, at, known, after_role):
            continue
        free = at + 1
        while (
            free < len(tokens)
            and free - at < _MOST
            and free not in closed
            and belongs(tokens, free, at, known, after_role)
            and _joined(text, tokens, free)
        ):
            free += 1
        if span := _judged(text, tokens, at, free, known, after_role):
            found.append(span)
    return found


def _joined(text: str, tokens: Sequence[Word], at: int) -> bool:
    """Whether a word goes on with the name before it: over a space or hyphen, over a full stop after an initial."""
    between = text[tokens[at - 1].end : tokens[at].start]
    return between in _JOINTS and ("." not in between or len(tokens[at - 1].text) == 1)


def _capitalised(tokens: Sequence[Word], at: int, first: int, known: Lexicon, after_role: set[int]) -> bool:
    return known.looks[tokens[at].text] or (first < at < first + 4 and tokens[at].key in _PARTICLES)


def _listed(tokens: Sequence[Word], at: int, first: int, known: Lexicon, after_role: set[int]) -> bool:
    if known.looks[tokens[at].text]:
        return True
    word = tokens[at].key
    beside_role = first in after_role and at - first < 3
    return beside_role and word not in known.before and len(word) > 2 and word not in known.not_names


def _judged(
    text: str, tokens: Sequence[Word], first: int, end: int, known: Lexicon, after_role: set[int]
) -> NameSpan | None:
    """Keep a run of words where enough speaks for a person."""
    titled = False
    while first < end and tokens[first].key in known.before:
        first, titled = first + 1, True
    if first >= end:
        return None
    run = tokens[first:end]
    initials = sum(len(word.text) == 1 for word in run)
    full = [word.text for word in run if len(word.text) > 1]
    if not full:
        return None
    following = tokens[end].key if end < len(tokens) else ""
    if (following.startswith(known.thing_after) and known.thing_after) or (
        first and tokens[first - 1].key in known.thing_before
    ):
        return None
    bare = [_base(word) for word in full]
    given = sum(is_given(word) for word in bare[:-1]) + (len(full) == 1 and is_given(bare[0]))
    family = is_family(bare[-1]) or is_family(full[-1])
    listed = sum(word.key in known.names for word in run)
    beside_role = first in after_role or titled
    sure = 1.2 * min(given, 2) + 1.2 * family + 1.0 * beside_role + 0.8 * bool(initials) + 0.7 * min(listed, 3)
    if len(full) == 1 and not initials:
        sure -= 0.9  # a single word wants both a role and the look of a name
    elif len(full) > 1:
        sure += 0.3
    quoted = first and text[tokens[first].start - 1 : tokens[first].start] in '«"“„'
    foreign = known.script != "Latn" and all(word.isascii() for word in full)  # a firm or a journal
    if quoted or foreign or sure < 1.3:
        return None
    joints = tuple(text[one.end : other.start] for one, other in pairwise(run))
    return NameSpan(first, end - 1, run[0].start, run[-1].end, tuple(word.text for word in run), sure, joints)


_CASE = re.compile(
    r"(?:ның|нің|дың|дің|тың|тің|ға|ге|қа|ке|ды|ді|ты|ті|ны|ні|да|де|та|те|дан|ден|тан|тен|нан|нен|мен|бен|пен|"
    r"ым|ом|ем|у|а|е|ой|ого|ому|'s|’s)$"
)


def _base(word: str) -> str:
    """A family name without its case ending, where one can be told."""
    shorter = _CASE.sub("", word)
    return shorter if len(shorter) >= 4 and (is_family(shorter) or is_given(shorter)) else word
