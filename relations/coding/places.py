"""The cities that a text names, as places where something happens.

Names come from CLDR (the cities of time zones), from GeoNames (``cities.toml``) and from ``places.toml``,
which adds capitals and other cities of diplomatic news.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache

from relations import languages
from relations.coding.phrases import Phrases
from relations.coding.words import key, words


@dataclass(frozen=True, slots=True)
class City:
    """One city: its English name, country (ISO 3166-1 alpha-3), and its names in one language."""

    name: str
    country: str
    capital: bool
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """One mention of a city."""

    name_en: str
    country: str
    start: int
    end: int


@cache
def cities(language: str) -> tuple[City, ...]:
    """Return the cities that have a name in a language, the usual name first.

    Examples
    --------
    >>> [city.names[0] for city in cities("kk") if city.name == "Moscow"]
    ['Мәскеу']
    """
    known = languages.load("en", "places")
    capital = {name: code for code, names in known["capitals"].items() for name in names[:1]}
    country = {(name, code): None for name, code in languages.load("en", "cities").items()}
    country |= {(name, code): None for code, names in known["cities"].items() for name in names}
    country |= {pair: None for pair in capital.items()}
    if language == "en":
        also = {names[0]: tuple(names) for names in known["capitals"].values() if names}
        return tuple(City(name, code, name in capital, also.get(name, (name,))) for name, code in country)
    own, zones = languages.load(language, "places"), _zones(language)
    large = languages.load(language, "cities") if languages.has(language, "cities") else {}
    found = []
    for name, code in country:
        names = [*own.get(name, ()), *zones.get(name, ()), *large.get(name, ())]
        if names:
            found.append(City(name, code, name in capital, tuple(dict.fromkeys(names))))
    return tuple(found)


def _zones(language: str) -> dict[str, tuple[str, ...]]:
    """The cities of CLDR's time zones, English name → name in a language."""
    zones = languages.locale(language).time_zones
    return {
        zone.rsplit("/", 1)[-1].replace("_", " "): (entry["city"],)
        for zone, entry in zones.items()
        if entry.get("city")
    }


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
    from relations.coding.countries import countries

    known = _lexicon(language)
    return tuple(
        PlaceRow(match.value, row.code, match.start, match.end)
        for row in countries(text, language, start)
        if row.kind in ("capital", "city") and (match := known.at(text, row.start)) and match.end == row.end
    )


@cache
def _lexicon(language: str) -> Phrases[str]:
    return Phrases(language, ((name, city.name) for city in cities(language) for name in city.names))


@cache
def _months(language: str) -> tuple[str, ...]:
    months = languages.locale(language).months
    return tuple({key(name) for context in ("format", "stand-alone") for name in months[context]["wide"].values()})


def is_month(text: str, first: int, last: int, language: str) -> bool:
    """Tell whether a name that is also a month's ('Қазан') stands as the month: beside a number, or before 'month'."""
    tokens = words(text)
    if last - first > 1:
        return False
    if not tokens[first].key.startswith(_months(language)):
        return False
    beside = [tokens[i].key for i in (first - 1, last) if 0 <= i < len(tokens)]
    if any(word[0].isdigit() for word in beside):
        return True
    month = tuple(languages.load(language, "countries").get("month", ()))
    return last < len(tokens) and tokens[last].key.startswith(month)


def place_name(name_en: str, language: str) -> str:
    """Return a city's usual name in a language, or the English name where none is known.

    Examples
    --------
    >>> place_name("Islamabad", "ur")
    'اسلام آباد'
    """
    return _names(language).get(name_en, name_en)


@cache
def _names(language: str) -> dict[str, str]:
    return {city.name: city.names[0] for city in cities(language)}
