"""Where a text names persons: runs of words that can only be a name."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from relations.coding.countries import countries
from relations.coding.given_names import family_cultures, is_family, is_given
from relations.coding.name_endings import nominative
from relations.coding.people_lexicon import Lexicon, lexicon
from relations.coding.phrases import Match
from relations.coding.places import places
from relations.coding.words import Word, words

_JOINTS = frozenset({" ", "\u00a0", "-", "‑", ".", ". ", " - "})
_THING_NAME = 4  # words of a thing's name after a person's
_MOST = 6  # words of one name
_FULL = 2  # words of a full name at least
_CERTAIN = 3.0
_WITHIN = frozenset(  # written small inside a name
    "ур ul ur аль al эль el бин bin бен ben ибн ibn де de да da ди di дель del della van ван von фон дер".split()
)
_BY_ONE_NAME = frozenset({"Emperor", "Empress", "King", "Queen", "Sultan", "Pope"})


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
    named = countries(text, language, start=start)
    land = {row.start: row.end for row in named}
    after_role |= _past_country(after_role, land, tokens)
    alone = {role.last for role in roles if role.value in _BY_ONE_NAME}
    alone |= _past_country(alone, land, tokens)
    taken = [(row.start, row.end) for row in named]
    taken += [(row.start, row.end) for row in places(text, language)]
    for first, end in taken:
        if end - first > 1:
            closed.update(range(bisect_left(tokens.starts, first), bisect_left(tokens.starts, end)))
    initials = {
        at
        for at, word in enumerate(tokens)
        if word.capital and len(word.text) == 1 and text[word.end : word.end + 1] == "."
    }
    belongs = _listed if known.names else _capitalised
    looks, whole = known.looks, {match.first: match.last for match in known.whole.find(text, start)}
    several = (
        {role.last for role in roles if text[role.start : role.end].startswith(known.plural)} if known.plural else ()
    )
    may_begin = {*after_role, *whole, *initials}
    if several:
        may_begin.update(at for at, word in enumerate(tokens, 1) if word.key in known.also)
    found = []
    free = 0
    for at in [at for at, word in enumerate(tokens) if looks[word.text] or at in may_begin]:
        if at < free:
            continue
        if at in whole:
            found.append(_whole(text, tokens, at, whole[at]))
            free = whole[at]
            continue
        if at in closed or not (at in initials or belongs(tokens, at, at, known, after_role)):
            continue
        free = at + 1
        while (
            free < len(tokens)
            and free - at < _MOST
            and free not in closed
            and (free in initials or belongs(tokens, free, at, known, after_role))
            and _joined(text, tokens, free)
            and (known.script == "Latn" or tokens[free].text.isascii() == tokens[at].text.isascii())
        ):
            free += 1
        free = _second_name(tokens, at, free, known.language) or free
        if span := _judged(text, tokens, at, free, known, after_role, at in alone):
            found.append(span)
            if at in several and free < len(tokens) and tokens[free].key in known.also:
                after_role.add(free + 1)
    return found


def _second_name(tokens: Sequence[Word], first: int, end: int, language: str) -> int | None:
    """Where the name of a second person begins in a run of words: "Асиф Али Зардари Қасым-Жомарт Тоқаевқа ...".

    Family names of two parts of the world, each after a given name, are no one person's.
    """
    if end - first < 2 * _FULL or any(word.key in _WITHIN for word in tokens[first:end]):
        return None  # "Мухаммед бен Зайд Аль Нахайян"
    bare = [nominative(word.text, language) for word in tokens[first:end]]
    last = family_cultures(bare[-1])
    for at in range(_FULL, len(bare) - 1) if last else ():
        own = family_cultures(bare[at - 1])
        if own and own.isdisjoint(last) and is_given(bare[at]) and any(is_given(part) for part in bare[: at - 1]):
            return first + at
    return None


def _whole(text: str, tokens: Sequence[Word], first: int, end: int) -> NameSpan:
    run = tokens[first:end]
    joints = tuple(text[one.end : other.start] for one, other in pairwise(run))
    return NameSpan(first, end - 1, run[0].start, run[-1].end, tuple(word.text for word in run), _CERTAIN, joints)


def _past_country(places: set[int], land: dict[int, int], tokens: Sequence[Word]) -> set[int]:
    """Where a name may begin after a role and its country: "ambassador, France, Olivier ..."."""
    found = set()
    for at in places:
        if at < len(tokens) and (stop := land.get(tokens[at].start)):
            found.add(next((n for n in range(at, len(tokens)) if tokens[n].start >= stop), len(tokens)))
    return found


def _joined(text: str, tokens: Sequence[Word], at: int) -> bool:
    """Whether a word goes on with the name before it: over a space or hyphen, over a full stop after an initial."""
    between = text[tokens[at - 1].end : tokens[at].start]
    return between in _JOINTS and ("." not in between or len(tokens[at - 1].text) == 1)


def _capitalised(tokens: Sequence[Word], at: int, first: int, known: Lexicon, after_role: set[int]) -> bool:
    if first < at < first + 4 and tokens[at].key in _WITHIN:
        return at + 1 < len(tokens) and tokens[at + 1].capital
    return known.looks[tokens[at].text]


def _listed(tokens: Sequence[Word], at: int, first: int, known: Lexicon, after_role: set[int]) -> bool:
    word = tokens[at].key
    if word in known.joints and at > first and at + 1 < len(tokens):
        return tokens[at + 1].key not in known.not_names
    if known.looks[tokens[at].text]:
        return True
    beside_role = first in after_role and at - first < 3
    return beside_role and word not in known.before and len(word) > 2 and word not in known.not_names


def _names_thing(following: str, known: Lexicon) -> bool:
    """Whether the word after a name makes it that of a thing; in Latin letters it is no mere beginning of a verb."""
    if known.script == "Latn":
        return following in known.thing_after or following.removesuffix("s") in known.thing_after
    return bool(known.thing_after) and following.startswith(known.thing_after)


def _goes_on_as_thing(tokens: Sequence[Word], end: int, known: Lexicon) -> bool:
    """Whether capitals go on after a name until a thing is named: "Al-Farabi Kazakh National University"."""
    if known.script != "Latn":
        return False
    for at in range(end, min(end + _THING_NAME, len(tokens))):
        if not tokens[at].capital or tokens[at].start - tokens[at - 1].end != 1:
            return False
        if _names_thing(tokens[at].key, known):
            return True
    return False


def _judged(
    text: str, tokens: Sequence[Word], first: int, end: int, known: Lexicon, after_role: set[int], royal: bool = False
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
    named_after = " ".join(word.key for word in tokens[max(first - 2, 0) : first])
    if (
        _names_thing(following, known)
        or (first and tokens[first - 1].key in known.thing_before)
        or named_after in known.thing_before
        or (first not in after_role and _goes_on_as_thing(tokens, end, known))
    ):
        return None
    bare = [nominative(word, known.language) for word in full]
    given = sum(is_given(word) for word in bare[:-1]) + (len(full) == 1 and is_given(bare[0]))
    family = is_family(bare[-1]) or is_family(full[-1])
    family_first = not family and not given and 1 < len(full) < 4 and is_family(full[0])  # Xi Jinping
    listed = sum(word.key in known.names for word in run)
    beside_role = first in after_role or titled
    sure = (
        1.2 * min(given, 2)
        + 1.2 * family
        + 1.0 * family_first
        + 1.0 * beside_role
        + 0.8 * bool(initials)
        + 0.7 * min(listed, 3)
    )
    hyphens = sum(text[one.end : other.start] == "-" for one, other in pairwise(run))
    if royal:
        sure += 1.0  # an emperor goes by one name
    elif len(full) - hyphens == 1 and not initials:
        sure -= 0.9  # a single word wants both a role and the look of a name
    elif len(full) > 1:
        sure += 0.3
    quoted = first and text[tokens[first].start - 1 : tokens[first].start] in '«"“„'
    foreign = known.script != "Latn" and all(word.isascii() for word in full)  # a firm or a journal
    if quoted or foreign or sure < 1.3:
        return None
    joints = tuple(text[one.end : other.start] for one, other in pairwise(run))
    return NameSpan(first, end - 1, run[0].start, run[-1].end, tuple(word.text for word in run), sure, joints)
