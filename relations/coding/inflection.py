"""Which endings a word of a lexicon may carry in running text, by the rules in ``inflection.toml``."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from relations import languages
from relations.coding.words import HEAD, key
from relations.memo import Memo


@dataclass(frozen=True, slots=True)
class Ending:
    """How one kind of word ends: what is cut from its base form, and what may stand there instead."""

    cut: int
    allowed: frozenset[str] | re.Pattern[str]

    def fits(self, ending: str) -> bool:
        """Tell whether the word may end so."""
        if isinstance(self.allowed, frozenset):
            return ending in self.allowed
        return self.allowed.fullmatch(ending) is not None


_BARE = Ending(0, frozenset({""}))


@dataclass(slots=True)
class Vocabulary:
    """The words of a lexicon, found again in any of their forms.

    Parameters
    ----------
    language : str
        BCP 47 tag; its ``inflection.toml`` gives the endings.

    Examples
    --------
    >>> words = Vocabulary("ru")
    >>> words.add("Пакистан")
    >>> words.find("пакистаном")
    (('пакистан', 'ом'),)
    """

    language: str
    _stems: dict[str, list[tuple[str, Ending]]] = field(default_factory=dict)
    _known: Memo[tuple[tuple[str, str], ...]] = field(init=False)
    _words: set[str] = field(default_factory=set)
    _sizes: dict[str, list[int]] = field(default_factory=dict)  # of stems, by head, the longest first

    def __post_init__(self) -> None:
        self._known = Memo(self._look_up)

    def add(self, word: str) -> None:
        """Add a word in its base form, as `relations.coding.words.key` writes it or not."""
        word = key(word)
        if word in self._words:
            return
        self._words.add(word)
        for stem, ending in _paradigm(self.language, word):
            self._stems.setdefault(stem, []).append((word, ending))
            sizes = self._sizes.setdefault(stem[:HEAD], [])
            if len(stem) not in sizes:
                sizes.append(len(stem))
                sizes.sort(reverse=True)

    def stems(self, word: str) -> list[tuple[str, bool]]:
        """Return what a word's forms begin with, and whether anything may follow."""
        return [(stem, ending is not _BARE) for stem, ending in _paradigm(self.language, key(word))]

    def find(self, token: str) -> tuple[tuple[str, str], ...]:
        """Return (base form, ending) of every word that a token may be a form of, longest stem first."""
        return self._known[token]

    def _look_up(self, token: str) -> tuple[tuple[str, str], ...]:
        found = []
        for head in (token[:HEAD], token[:2], token[:1]):
            for size in self._sizes.get(head, ()):
                for word, ending in self._stems.get(token[:size], ()):
                    if ending.fits(token[size:]) and (word, token[size:]) not in found:
                        found.append((word, token[size:]))
        return tuple(found)


@cache
def _rules(language: str) -> tuple[dict[str, Any], tuple[tuple[tuple[str, ...], Ending], ...]]:
    data = languages.load(language, "inflection")
    classes = []
    for entry in data.get("class", ()):
        if "pattern" in entry:
            allowed: frozenset[str] | re.Pattern[str] = re.compile(entry["pattern"])
        else:
            allowed = frozenset("" if ending == "-" else ending for ending in entry["endings"].split())
        classes.append((tuple(entry["of"].split()), Ending(entry["cut"], allowed)))
    return data, tuple(classes)


@cache
def _paradigm(language: str, word: str) -> tuple[tuple[str, Ending], ...]:
    data, classes = _rules(language)
    if len(word) < data.get("shortest", 3) or word[-1].isdigit():
        return ((word, _BARE),)
    stems = []
    for of, ending in classes:
        if "*" in of or word.endswith(of):
            stems.append((word[: len(word) - ending.cut], ending))
            break
    for hard, soft in data.get("voiced", {}).items():
        if word.endswith(hard) and stems:
            stems.append((word[: -len(hard)] + soft, Ending(0, re.compile(data["voiced_pattern"]))))
    return tuple(stems) or ((word, _BARE),)
