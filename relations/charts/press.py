"""Whose press an article is: the country of its publisher, as the dossier says or its address shows."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from urllib.parse import urlsplit

import pandas as pd

UNKNOWN = "?"
# Ends of addresses that belong to a country but are sold to everybody: they show nothing.
_SOLD = frozenset("ac ai am as bz cc cd cf cm co cx dj fm ga gg gl gq gs im io is la ly me ml ms mu nu pw sc sh so "
                  "st su tk tl to tv vc vg vu ws".split())  # fmt: skip


@cache
def _ends() -> dict[str, str]:
    """Return the country, ISO 3166-1 alpha-3, of each end of an address (CLDR)."""
    from babel.core import get_global

    three = {codes[0].lower(): code for code, codes in get_global("territory_aliases").items()
             if len(code) == 3 and code.isalpha() and len(codes) == 1 and len(codes[0]) == 2}  # fmt: skip
    return {end: code for end, code in (three | {"uk": "GBR"}).items() if end not in _SOLD}


@cache
def country_of_address(url: str) -> str | None:
    """Return the country that the end of an address belongs to; ``None`` where it shows none.

    Examples
    --------
    >>> country_of_address("https://www.app.com.pk/x"), country_of_address("https://example.com/kz")
    ('PAK', None)
    """
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return None
    return _ends().get(host.rpartition(".")[2])


def press_of(articles: pd.DataFrame, told: Mapping[str, str] | None = None) -> pd.Series[str]:
    """Return the country of each article's publisher, ISO 3166-1 alpha-3; ``?`` where it is not known.

    Parameters
    ----------
    articles : pandas.DataFrame
        ``publisher`` and ``url`` are used.
    told : mapping of str to str, optional
        Countries of publishers, by name, as somebody said; they win.

    Returns
    -------
    pandas.Series
        An article without a telling address takes the country that all telling addresses of its publisher share.

    Examples
    --------
    >>> made = pd.DataFrame({"publisher": ["A", "A", "B"], "url": ["https://a.kz/1", None, "https://b.com/2"]})
    >>> press_of(made, {"B": "PAK"}).tolist(), press_of(made).tolist()
    (['KAZ', 'KAZ', 'PAK'], ['KAZ', 'KAZ', '?'])
    """
    publisher = articles["publisher"].astype(object).where(articles["publisher"].notna(), None)
    said = publisher.map(dict(told or {}))
    by_address = articles["url"].map(country_of_address, na_action="ignore")
    known = pd.DataFrame({"publisher": publisher, "country": by_address}).dropna().drop_duplicates()
    sole = known.drop_duplicates("publisher", keep=False).set_index("publisher")["country"]
    found = said.astype(object).fillna(by_address.astype(object)).fillna(publisher.map(sole.to_dict()))
    return found.fillna(UNKNOWN).astype("str")
