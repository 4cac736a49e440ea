"""What a name says about itself: whether it is a known given or family name, and where such names are usual."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from relations.coding.romanisation import romanise

_FILE = Path(__file__).with_name("names.toml")
# Spellings of one sound, the longest first.
_SPELLINGS = tuple(
    pair.split(":") for pair in "sch:s sh:s kh:h gh:g zh:j dj:j bh:b dh:d th:t ph:f q:k w:v ck:k ts:c ch:c x:ks".split()
)
_VOWELS = re.compile(r"[aeiouy]+")
_FIRST = {"e": "a", "i": "i", "y": "i", "o": "u", "u": "u", "a": "a"}


@dataclass(frozen=True, slots=True)
class Culture:
    """One part of the world with its usual names."""

    name: str
    countries: tuple[str, ...]
    given: frozenset[str]
    family: frozenset[str]
    endings: tuple[str, ...]


@lru_cache(maxsize=50_000)
def sound(word: str) -> str:
    """Return a name so reduced that its usual spellings agree.

    Examples
    --------
    >>> sound("Qassym") == sound("Касым"), sound("Hussain") == sound("Хусейн")
    (True, True)
    """
    text = unicodedata.normalize("NFKD", romanise(word).casefold().replace("ı", "i"))
    if not (text.isascii() and text.isalpha()):
        text = "".join(letter for letter in text if "a" <= letter <= "z")
    for letters, to in _SPELLINGS:
        text = text.replace(letters, to)
    text = re.sub(r"^y(?=[aeiou])", "", text)
    text = _VOWELS.sub(lambda match: _FIRST[match[0][0]], text)
    return re.sub(r"(.)\1+", r"\1", text)


@cache
def cultures() -> tuple[Culture, ...]:
    """Return the cultures of ``names.toml``."""
    data = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    return tuple(
        Culture(
            entry["name"],
            tuple(entry["countries"]),
            frozenset(map(sound, entry.get("given", "").split())),
            frozenset(map(sound, entry.get("family", "").split())),
            tuple(entry.get("endings", ())),
        )
        for entry in data["culture"]
    )


@cache
def _all() -> tuple[frozenset[str], frozenset[str]]:
    given = frozenset().union(*(culture.given for culture in cultures()))
    family = frozenset().union(*(culture.family for culture in cultures()))
    return given, family


@lru_cache(maxsize=20_000)
def is_given(word: str) -> bool:
    """Tell whether a word, in any script, is a known given name.

    Examples
    --------
    >>> is_given("Олжас"), is_given("Chad"), is_given("министр")
    (True, True, False)
    """
    return len(word) > 1 and sound(word) in _all()[0]


@lru_cache(maxsize=20_000)
def is_family(word: str) -> bool:
    """Tell whether a word is a known family name, or ends like one.

    Examples
    --------
    >>> is_family("Бектенов"), is_family("Scholz"), is_family("Kashgar")
    (True, True, False)
    """
    return len(word) > 1 and (sound(word) in _all()[1] or bool(_ending_cultures(word)))


def family_cultures(word: str) -> frozenset[str]:
    """Return the parts of the world where a word is a family name, or ends like one.

    Examples
    --------
    >>> family_cultures("Токаев") & family_cultures("Зардари")
    frozenset()
    """
    listed = (culture.name for culture in cultures() if sound(word) in culture.family)
    return frozenset((*listed, *_ending_cultures(word)))


@lru_cache(maxsize=20_000)
def _ending_cultures(word: str) -> tuple[str, ...]:
    after = romanise(word).casefold()[3:]  # an ending has something before it
    if not after.endswith(_endings()):
        return ()
    return tuple(culture.name for culture in cultures() if after.endswith(culture.endings))


@cache
def _endings() -> tuple[str, ...]:
    return tuple({ending for culture in cultures() for ending in culture.endings})


def usual_in(name_tokens: tuple[str, ...], countries: tuple[str, ...]) -> str | None:
    """Return which of some countries a name is most usual in.

    Parameters
    ----------
    name_tokens : tuple of str
        The parts of the name in base form, any script.
    countries : tuple of str
        ISO 3166-1 alpha-3, the likeliest first.

    Returns
    -------
    str or None
        ``None`` where the name speaks for none of them.

    Examples
    --------
    >>> usual_in(("Шахбаз", "Шариф"), ("KAZ", "PAK")), usual_in(("Ержан", "Қыстафин"), ("PAK", "KAZ"))
    ('PAK', 'KAZ')
    """
    best: tuple[float, str] | None = None
    for rank, country in enumerate(countries):
        score = 0.0
        for culture in cultures():
            if country not in culture.countries:
                continue
            typical = 1.0 - 0.03 * culture.countries.index(country)
            for place, token in enumerate(name_tokens):
                last = place == len(name_tokens) - 1
                if culture.name in _ending_cultures(token) and (last or len(name_tokens) > 2):
                    score += 1.6 * typical
                elif last and sound(token) in culture.family:
                    score += 1.5 * typical
                elif sound(token) in culture.given:
                    score += 1.0 * typical
                elif place == 0 and sound(token) in culture.family:  # Zheng Shanjie
                    score += 0.9 * typical
        if score > 0.5 and (best is None or score - 0.01 * rank > best[0]):
            best = (score - 0.01 * rank, country)
    return best[1] if best else None
