"""Names of countries and languages for the reader: those of CLDR, except where a language's own press writes another.

One spelling for the whole page: CLDR's Urdu says قزاخستان, Urdu papers and the articles say قازقستان. What a language
writes otherwise stands in its ``language.toml``, under ``country_names`` and ``language_names``.
"""

from __future__ import annotations

from relations.languages import load, locale, match


def country_name(code: str, language: str) -> str | None:
    """Return the name of a country; ``None`` where there is none.

    Parameters
    ----------
    code : str
        ISO 3166-1 alpha-3.
    language : str
        Of the reader, BCP 47; one that is not known speaks English.

    Examples
    --------
    >>> country_name("KAZ", "ur"), country_name("PAK", "kk"), country_name("QQQ", "en")
    ('قازقستان', 'Пәкістан', None)
    """
    from babel.core import get_global

    spoken = match(language) or "en"
    own = load(spoken, "language").get("country_names", {}).get(code)
    two = get_global("territory_aliases").get(code, [code])[0]
    return own or locale(spoken).territories.get(two)


def language_name(code: str, language: str) -> str | None:
    """Return the name of a language; ``None`` where there is none.

    Examples
    --------
    >>> language_name("kk", "ur"), language_name("kk", "ru"), language_name("not a tag", "en")
    ('قازق', 'казахский', None)
    """
    from babel import Locale, UnknownLocaleError

    spoken = match(language) or "en"
    if own := load(spoken, "language").get("language_names", {}).get(code):
        return str(own)
    try:
        return Locale.parse(code, sep="-").get_display_name(locale(spoken)) or None
    except (ValueError, UnknownLocaleError):
        return None
