"""Whether an article is about the countries of a dossier."""

from __future__ import annotations

from collections.abc import Sequence

from relations import languages
from relations.articles import Article
from relations.coding.countries import countries

_MOST = 4  # countries named in a message


def another(article: Article, about: Sequence[str]) -> str | None:
    """Say what an article speaks of, where that is another pair of countries than the dossier's.

    An article that names one country of the dossier and no other is about both: a newspaper leaves its own out.

    Parameters
    ----------
    article : Article
    about : sequence of str
        The dossier's countries, ISO 3166-1 alpha-3.

    Returns
    -------
    str or None
        Such as ``speaks of KAZ, UZB, not of PAK``.
    """
    tag = languages.match(article.language) or "en"
    spoken = [row.code for row in countries(article.text, tag, start=article.body_start)]
    return told(sorted(dict.fromkeys(spoken), key=spoken.count, reverse=True), about)


def told(named: Sequence[str], about: Sequence[str]) -> str | None:
    """Say what an article speaks of by the countries that it names, the most frequent first.

    Examples
    --------
    >>> told(["UZB", "KAZ"], ["KAZ", "PAK"])
    'speaks of UZB, KAZ, not of PAK'
    >>> told(["PAK"], ["KAZ", "PAK"]), told(["PAK", "KAZ", "CHN"], ["KAZ", "PAK"])
    (None, None)
    """
    if not named:
        return "names no country"
    missing = [code for code in about if code not in named]
    own = len(about) - len(missing)
    if own >= 2 or (own == 1 and len(named) == 1):
        return None
    others = ", ".join(missing) if own else "any of " + ", ".join(about)
    return f"speaks of {', '.join(named[:_MOST])}, not of {others}"
