"""The countries that a text names: by name, by nationality, by one of their cities."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from relations import languages
from relations.coding.cities import cities
from relations.coding.country_lookalikes import means_another
from relations.coding.inflection import _rules
from relations.coding.phrases import Phrases
from relations.coding.words import key, words

# Codes of CLDR that are no country of ISO 3166-1, or were withdrawn from it.
_WITHDRAWN = frozenset("ANT BUR CSK DDR FXX NTZ ROM SCG SUN TMP YMD YUG ZAR".split())
_NOT_ISO = frozenset("AC CP CQ DG EA EU EZ IC QO TA UN XA XB XK ZZ".split())


@dataclass(frozen=True, slots=True)
class CountryRow:
    """One mention of a country, by its ISO 3166-1 alpha-3 code."""

    code: str
    start: int
    end: int
    kind: str  # country, nationality, capital, city


@cache
def alpha2() -> dict[str, str]:
    """Return the countries of ISO 3166-1, alpha-3 code → alpha-2 code, as CLDR has them.

    Examples
    --------
    >>> alpha2()["KAZ"], len(alpha2())
    ('KZ', 249)
    """
    from babel.core import get_global

    pairs = {three: twos[0] for three, twos in get_global("territory_aliases").items() if _is_alpha3(three)}
    return {three: two for three, two in sorted(pairs.items()) if two not in _NOT_ISO}


def _is_alpha3(code: str) -> bool:
    private = code[0] == "X" or (code[0] == "Q" and code[1] >= "M" and code != "QAT") or code == "AAA"
    return len(code) == 3 and code.isalpha() and code not in _WITHDRAWN and not private


@cache
def known_codes() -> frozenset[str]:
    """Return the ISO 3166-1 alpha-3 codes of all countries.

    Examples
    --------
    >>> "PAK" in known_codes()
    True
    """
    return frozenset(alpha2())


def country_name(code: str, language: str) -> str:
    """Return the name of a country as CLDR gives it in a language.

    Parameters
    ----------
    code : str
        ISO 3166-1 alpha-3.
    language : str
        BCP 47 tag.

    Returns
    -------
    str
        The code itself where CLDR has no name.

    Examples
    --------
    >>> country_name("PAK", "kk")
    'Пәкістан'
    """
    return _cldr(language).get(alpha2().get(code, ""), code)


@cache
def _cldr(language: str) -> dict[str, str]:
    return dict(languages.locale(language).territories)


def countries(text: str, language: str, start: int = 0) -> list[CountryRow]:
    """Return the countries that a text names, in order, one row a mention.

    Parameters
    ----------
    text : str
    language : str
        BCP 47 tag of a language that the coder reads.
    start : int, default 0
        Offset at which to begin.

    Returns
    -------
    list of CountryRow

    Examples
    --------
    >>> [(row.code, row.kind) for row in countries("Премьер-министр Пакистана в Астане", "ru")]
    [('PAK', 'country'), ('KAZ', 'capital')]
    """
    return list(_countries(text, language, start))


@lru_cache(maxsize=2)
def _countries(text: str, language: str, start: int) -> tuple[CountryRow, ...]:
    tokens = words(text)
    found = [
        match for match in _lexicon(language).find(text, start) if not means_another(match, text, tokens, language)
    ]
    certain = Counter(match.value[0][0] for match in found if len(match.value[0]) == 1 and not match.value[2])
    nationality = _nationality_ending(language)
    rows = []
    for match in found:
        codes, kind, needs_company = match.value
        code = max(codes, key=lambda code: certain[code])  # two cities of one name: the country named more often
        if needs_company and code not in certain:
            continue
        if kind == "country" and nationality and nationality.fullmatch(match.ending):
            kind = "nationality"
        rows.append(CountryRow(code, match.start, match.end, kind))
    return tuple(rows)


@cache
def _nationality_ending(language: str) -> re.Pattern[str] | None:
    pattern = _rules(language)[0].get("nationality")
    return re.compile(pattern) if pattern else None


_Value = tuple[tuple[str, ...], str, bool]  # countries, kind, counts only where the country is named otherwise too


@cache
def _lexicon(language: str) -> Phrases[_Value]:
    return Phrases(language, _entries(language))


def _entries(language: str) -> Iterator[tuple[str, _Value]]:
    data = languages.load(language, "countries")
    needs = {key(name) for rule in data.get("doubtful", ()) if rule.get("only_after_any") for name in rule["names"]}
    names = [(code, name) for code, extra in data["names"].items() for name in extra]
    names += [(code, _plain(country_name(code, language))) for code in alpha2()]
    for code, name in names:
        yield name, ((code,), "country", key(name) in needs)
        if "&" in name:
            yield name.replace("&", "and"), ((code,), "country", False)
    for code, adjectives in data["nationalities"].items():
        for adjective in adjectives:
            yield adjective, ((code,), "nationality", False)
    for ending in data.get("derive", ()):
        for code, name in names:
            if " " not in name and not name.endswith(("ہ", "ا", "ے", "ی")):
                yield (name + ending).lower(), ((code,), "nationality", False)
    homes: dict[str, list[str]] = {}
    for city in cities(language):
        homes.setdefault(city.name, []).append(city.country)
    for city in cities(language):
        for name in city.names:
            yield name, (tuple(homes[city.name]), "capital" if city.capital else "city", False)


def _plain(name: str) -> str:
    """CLDR writes 'Myanmar (Burma)' and 'Hong Kong SAR China'; press copy does not."""
    return re.sub(r"\s*\(.*?\)", "", name)
