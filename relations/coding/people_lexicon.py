"""What ``people.toml`` says of one language: roles, matters of office, names, and words that are none."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from relations import languages
from relations.coding.phrases import Phrases
from relations.coding.words import key
from relations.memo import Memo


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What ``people.toml`` says of one language."""

    language: str
    roles: Phrases[str]
    domains: Phrases[str]
    names: frozenset[str]  # Urdu has no capitals: its names are listed
    not_names: frozenset[str]
    before: frozenset[str]
    joints: frozenset[str]  # words that stand inside names only: "bin"
    whole: Phrases[bool]  # full names that are made of other words
    plural: tuple[str, ...]  # how a role of several begins: "foreign ministers A and B"
    also: frozenset[str]  # "and"
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
        if not word[0].isupper() or key(word) in not_names:
            return False
        inner = not word[1:].islower() and any(letter.isupper() for letter in word[1:])
        return not inner or word.startswith(("Mc", "Mac", "O’", "O'"))  # MIAT, КазТАГ: no person

    return Lexicon(
        language=language,
        roles=Phrases(language, body["heads"].items()),
        domains=Phrases(language, body["domains"].items()),
        names=names,
        not_names=not_names,
        before=frozenset(key(word) for word in other.get("before", ())),
        joints=frozenset(key(word) for word in other.get("joints", ())),
        whole=Phrases(language, [(name, True) for name in other.get("whole", ())]),
        plural=tuple(other.get("plural", ())),
        also=frozenset(other.get("also", ())),
        thing_after=tuple(key(word) for word in other.get("thing_after", ())),
        thing_before=frozenset(key(word) for word in other.get("thing_before", ())),
        script=languages.load(language, "language")["script"],
        body=other,
        looks=Memo(listed if names else capitalised),
    )
