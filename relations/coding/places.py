"""The cities that a text names, as places where something happens."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache

from relations.coding.cities import cities
from relations.coding.countries import countries
from relations.coding.phrases import Phrases


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """One mention of a city."""

    name_en: str
    country: str
    start: int
    end: int


def places(text: str, language: str, start: int = 0) -> list[PlaceRow]:
    """Return the cities that a text names, in order, one row a mention.

    Parameters
    ----------
    text : str
    language : str
        BCP 47 tag of a language that the coder reads.
    start : int, default 0
        Offset at which to begin.

    Returns
    -------
    list of PlaceRow

    Examples
    --------
    >>> [(row.name_en, row.country) for row in places("Исламабадта және Лахорда", "kk")]
    [('Islamabad', 'PAK'), ('Lahore', 'PAK')]
    """
    return list(_places(text, language, start))


@lru_cache(maxsize=2)
def _places(text: str, language: str, start: int) -> tuple[PlaceRow, ...]:
    known = _lexicon(language)
    return tuple(
        PlaceRow(match.value, row.code, match.start, match.end)
        for row in countries(text, language, start)
        if row.kind in ("capital", "city") and (match := known.at(text, row.start)) and match.end == row.end
    )


@cache
def _lexicon(language: str) -> Phrases[str]:
    return Phrases(language, ((name, city.name) for city in cities(language) for name in city.names))
