"""The cities that have a name in a language.

Names come from CLDR (the cities of time zones), from GeoNames (``cities.toml``) and from ``places.toml``,
which adds capitals and other cities of diplomatic news.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from relations import languages


@dataclass(frozen=True, slots=True)
class City:
    """One city: its English name, country (ISO 3166-1 alpha-3), and its names in one language."""

    name: str
    country: str
    capital: bool
    names: tuple[str, ...]


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
