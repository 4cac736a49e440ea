"""Is it the same person? Names compared across scripts and spellings.

Names are romanised, then reduced to their consonants, written so that what scripts disagree on falls together
(kh and h, q and k, w and v, sh and s). Tokens may differ by one consonant where they are long enough.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from relations.coding.romanisation import romanise

_TITLES = frozenset(
    "mr mrs ms dr prof sir syed sayed sayyid haji hafiz sheikh shaikh mian ch chaudhry rt hon gen".split()
)
_STEPS = tuple(
    (re.compile(pattern), to)
    for pattern, to in [
        (r"shch|sch|tsh", "s"),
        (r"([bdgpjt])k?h", r"\1"),
        (r"tz|ts(?=z)|cz|ch|ts|tc|ç", "c"),
        (r"kh|gh(?=[aeiou])|x$", "h"),
        (r"^x|sh|ş|š", "s"),
        (r"zh|dj|dzh|ž|(?<=[aeiou])j|j", "j"),
        (r"ck|q|x", "k"),
        (r"ph|w|v", "f"),
        (r"cz|cj", "j"),
        (r"ng(?![aeiou])", "n"),
        (r"th", "t"),
    ]
)


@lru_cache(maxsize=20_000)
def skeleton(token: str) -> str:
    """Return the consonants of one name in Latin letters; ``A`` stands for a vowel that begins it.

    Examples
    --------
    >>> skeleton("Tokayev"), skeleton("Yerzhan"), skeleton("Khan")
    ('tkf', 'Arjn', 'hn')
    """
    text = unicodedata.normalize("NFKD", token.casefold().replace("ı", "i").replace("ß", "ss"))
    text = "".join(letter for letter in text if "a" <= letter <= "z")
    if not text:
        return ""
    opened = text[0] in "aeiouy"
    for pattern, to in _STEPS:
        text = pattern.sub(to, text)
    consonants = re.sub(r"(.)\1+", r"\1", re.sub(r"[aeiouy]", "", text).rstrip("h") or text[:1])
    return ("A" if opened else "") + ("" if consonants in "aeiouy" else consonants)


_PART = re.compile(r"[^\W\d_]+(?:['’ʼ][^\W\d_]+)*")


def _latin(part: str) -> str:
    """One part of a name in Latin letters; an initial stays one letter, though its sound may take two (Ш., Ж.)."""
    latin = romanise(part).casefold()
    if len(part) > 1 or len(latin) < 2:
        return latin
    return skeleton(latin)[:1].casefold()


@lru_cache(maxsize=20_000)
def tokens(name: str) -> tuple[str, ...]:
    """Return the parts of a name in Latin letters, initials as one letter, titles left out.

    Examples
    --------
    >>> tokens("К. Токаев"), tokens("Қасым-Жомарт Тоқаев")
    (('k', 'tokayev'), ('kasym', 'zhomart', 'tokayev'))
    """
    parts = [_latin(part) for part in _PART.findall(name)]
    kept = [part for part in parts if part not in _TITLES]
    return tuple(kept or parts)


def identity_key(name: str) -> str:
    """Return a key that the spellings of one full name mostly share: the skeletons of its parts.

    Examples
    --------
    >>> identity_key("Шахбаз Шариф") == identity_key("Shehbaz Sharif") == identity_key("شہباز شریف")
    True
    """
    return " ".join(skeleton(token) for token in tokens(name))


@lru_cache(maxsize=100_000)
def _alike(one: str, other: str) -> bool:
    """Tell whether two parts of names are the same name."""
    if one == other:
        return True
    if len(one) == 1 or len(other) == 1:
        return _sound(one)[:1] == _sound(other)[:1]
    left, right = skeleton(one), skeleton(other)
    if left == right:
        # Ali and Alia, Dar and Daur are told apart by length where there are too few consonants to compare.
        return len(left.strip("A")) > 1 or abs(len(one) - len(other)) <= 2
    shorter = min(len(left), len(right))
    if shorter < 3 or Levenshtein.distance(left, right, score_cutoff=1) > 1:
        return False
    likeness = Levenshtein.normalized_similarity(one, other)
    if left[0] != right[0]:
        return likeness >= 0.75  # Roman is not Arman
    return likeness >= (0.45 if shorter >= 4 else 0.6)


def _sound(token: str) -> str:
    known = skeleton(token)
    return known or token[:1]


def same_person(one: str, other: str) -> bool:
    """Tell whether two names, in any of the scripts, can be one person's.

    The family name must agree and, of the other parts, those of the shorter name must all be found in the
    longer: Nawaz Sharif is not Shehbaz Sharif, Muhammad Ali is not Muhammad Ali Randhawa.

    Parameters
    ----------
    one, other : str

    Returns
    -------
    bool

    Examples
    --------
    >>> same_person("Қасым-Жомарт Тоқаев", "К. Токаев"), same_person("Imran Khan", "Jam Kamal Khan")
    (True, False)
    """
    left, right = tokens(one), tokens(other)
    if not left or not right:
        return False
    if len(left) > len(right):
        left, right = right, left
    if not _alike(left[-1], right[-1]) or len(left[-1]) == 1:
        return _joined_alike(left, right)
    rest = list(right[:-1])
    for part in left[:-1]:
        match = next((other_part for other_part in rest if _alike(part, other_part)), None)
        if match is None:
            return _joined_alike(left, right)
        rest.remove(match)
    return True


def _joined_alike(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """The same letters cut into other parts: Jin Ping and Jinping, Balig-ur-Rehman and Balighur Rehman."""
    if len(left) == len(right) or min(len(left), len(right)) < 2:
        return False
    one, other = skeleton("".join(left)), skeleton("".join(right))
    return min(len(one), len(other)) >= 4 and Levenshtein.distance(one, other, score_cutoff=1) <= 1


def unite(rows: Iterable[tuple[str, str, str | None]]) -> list[list[int]]:
    """Cluster the names of many articles by person.

    Full names come first; a bare family name, or one with initials, joins a person only where exactly one
    person fits. Two known countries that differ keep names apart unless all parts of both names agree.

    Parameters
    ----------
    rows : iterable of (name, BCP 47 tag, ISO 3166-1 alpha-3 or None)

    Returns
    -------
    list of list of int
        Positions in ``rows``; each position once, clusters by their first position. The grouping does not
        depend on the order of the rows.

    Examples
    --------
    >>> unite([("Shehbaz Sharif", "en", "PAK"), ("Наваз Шариф", "ru", "PAK"), ("Шахбаз Шариф", "kk", None)])
    [[0, 2], [1]]
    """
    listed = list(rows)
    places: dict[tuple[str, str], list[int]] = {}
    for place, (name, _, country) in enumerate(listed):
        places.setdefault((" ".join(tokens(name)), country or ""), []).append(place)
    order = sorted(places, key=lambda item: (-_weight(item[0]), -len(places[item]), item))
    clusters: list[_Cluster] = []
    for name, country in order:
        fitting = [cluster for cluster in clusters if cluster.takes(name, country)]
        if len(fitting) > 1:
            exact = [c for c in fitting if identity_key(name) in c.keys] or [
                c for c in fitting if country and c.country() == country
            ]
            fitting = exact[:1] if len(exact) == 1 or _weight(name) > 1 else []
        if not fitting:
            fitting = [_Cluster()]
            clusters.append(fitting[0])
        fitting[0].add(name, country, places[name, country])
    return sorted((sorted(cluster.places) for cluster in clusters), key=lambda cluster: cluster[0])


def _weight(name: str) -> int:
    return sum(len(part) > 1 for part in name.split())


class _Cluster:
    """The names of one person so far."""

    def __init__(self) -> None:
        self.places: list[int] = []
        self.names: list[str] = []
        self.keys: set[str] = set()
        self.countries: Counter[str] = Counter()

    def country(self) -> str | None:
        """The country most rows give."""
        return max(self.countries, key=lambda code: (self.countries[code], code)) if self.countries else None

    def takes(self, name: str, country: str) -> bool:
        """Tell whether a name may be this person's: it fits every name known so far, as far as those are full."""
        if country and self.countries and country not in self.countries and identity_key(name) not in self.keys:
            return False
        return all(same_person(name, known) for known in self.names[:6])

    def add(self, name: str, country: str, places: list[int]) -> None:
        """Take one name with its places."""
        self.places += places
        self.names.append(name)
        self.keys.add(identity_key(name))
        if country:
            self.countries[country] += len(places)
