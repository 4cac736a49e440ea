"""Whether an article speaks of relations between two countries, and which."""

from __future__ import annotations

from collections import Counter
from functools import cache, lru_cache

from relations import languages
from relations.coding.countries import alpha2, countries
from relations.coding.stems import Stems
from relations.coding.words import words

_LEAD = 400  # characters at the top that weigh double
_NAMED = 2  # mentions of the second country at least, those at the top double
_SHARE = 0.12  # of the mentions of the first country


@cache
def _cues(language: str, kind: str = "bilateral") -> Stems[bool]:
    return Stems([(phrase, True) for phrase in languages.load(language, "events")[kind].split("|")])


@lru_cache(maxsize=2)
def sides(text: str, language: str, start: int = 0, about: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Return the two countries whose relations a text is about.

    Parameters
    ----------
    text : str
    language : str
        BCP 47 tag of a language that the coder reads.
    start : int, default 0
        Offset at which to begin.
    about : tuple of str, optional
        Countries whose relations are followed (a dossier's), ISO 3166-1 alpha-3. The press of one of them speaks of
        the others without naming its own.

    Returns
    -------
    tuple of str
        Two ISO 3166-1 alpha-3 codes, the more often named first; one where only the other country is named, as
        the press of the first often does; empty where the text is about one country's
        own affairs: the other is hardly named or nothing is said to be mutual, and nobody is said to go abroad.

    Examples
    --------
    >>> sides("Italy and Kazakhstan held talks in Rome. Both sides praised trade.", "en")
    ('ITA', 'KAZ')
    >>> sides("Finance Minister presented the budget of Pakistan. Pakistan will grow.", "en")
    ()
    >>> sides("Мемлекет басшысы Пәкістан Президентімен кездесті.", "kk", about=("KAZ", "PAK"))
    ('PAK', 'KAZ')
    """
    weight: Counter[str] = Counter()
    leading = set()
    for row in countries(text, language, start=start):
        lead = row.start < start + _LEAD
        weight[row.code] += 2 if lead else 1
        if lead:
            leading.add(row.code)
    ranked = sorted(weight.items(), key=lambda pair: (-pair[1], pair[0]))[:2]
    named = [code for code, _ in ranked if code in about]
    if len(named) == 1 and (len(ranked) == 1 or ranked[0][0] == named[0]):
        home = [code for code in about if code not in named and _speaks(code, language)]
        if home and not _speaks(named[0], language):
            return (named[0], home[0])
    if not ranked:
        return ()
    pair = tuple(code for code, _ in ranked)
    if len(pair) == 1 or ranked[1][1] < max(_NAMED, ranked[0][1] * _SHARE):
        # Written at home, where one's own country need hardly be named.
        return pair if _cues(language, "foreign").find(words(text)) else ()
    mutual = leading.issuperset(pair) or bool(_cues(language).find(words(text)))
    return pair if mutual else ()


@cache
def _speaks(country: str, language: str) -> bool:
    """Whether a language is official in a country, as CLDR has it."""
    from babel.languages import get_official_languages

    two = alpha2().get(country)
    return two is not None and language.split("-")[0] in get_official_languages(two, de_facto=True)
