"""The sectors of cooperation that an article speaks of, each with its words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from relations import languages
from relations.coding.bilateral import sides
from relations.coding.rows import SectorRow
from relations.coding.stems import Hit, Stems
from relations.coding.words import Word, words

_BREAK = set(".;:()\n")
_REACH = 6  # a title's sector stands at most so many words from the title


class _Lexicon(NamedTuple):
    sectors: Stems[str]
    weak: Stems[str]  # words that count only where the article speaks of the sector more than once
    other: Stems[str]  # phrases that hold a sector's word and mean something else
    titles: Stems[str]
    side: str  # where a title's sector stands: before it, after it, or both
    ends: frozenset[str]  # words that are no part of a title any more


@cache
def _lexicon(language: str) -> _Lexicon:
    body = languages.load(language, "sectors")
    entries = [(phrase, code) for code, phrases in body["sectors"].items() for phrase in phrases.split("|")]
    titles = [(phrase, "title") for phrase in body["title"].split("|")]
    weak = [(phrase, code) for code, phrases in body.get("weak", {}).items() for phrase in phrases.split("|")]
    other = [(phrase, "other") for phrase in body.get("other", "").split("|")]
    ends = frozenset(body.get("title_end", "").split("|")) - {""}
    return _Lexicon(Stems(entries), Stems(weak), Stems(other), Stems(titles), body["title_side"], ends)


def sectors(
    text: str, language: str, sentences: list[tuple[int, int]], start: int = 0, about: tuple[str, ...] = ()
) -> list[SectorRow]:
    """Find the sectors that a text speaks of.

    The name of a ministry, or of a minister's office, is not cooperation in its sector, so words that stand
    in a title are passed over.

    Parameters
    ----------
    text : str
    language : str
        BCP 47 tag of a language that the coder reads.
    sentences : list of (int, int)
        Not needed now; the signature is that of every coder.
    start : int, default 0
        Offset at which to begin.
    about : tuple of str, optional
        Countries whose relations are followed, ISO 3166-1 alpha-3; see `relations.coding.bilateral.sides`.

    Returns
    -------
    list of SectorRow
        One a mention, in order.

    Examples
    --------
    >>> text = "Italy and Kazakhstan: the Minister of Transport spoke of bilateral work in mining."
    >>> [row.code for row in sectors(text, "en", [(0, len(text))])]
    ['mining']
    """
    if not sides(text, language, start, about):
        return []  # a country's own budget or weather is no cooperation
    lexicon = _lexicon(language)
    tokens = words(text)
    titles = {hit.first for hit in lexicon.titles.find(tokens)}
    elsewhere = {at for hit in lexicon.other.find(tokens) for at in range(hit.first, hit.last + 1)}
    rows: dict[tuple[int, str], SectorRow] = {}
    sure: set[str] = set()
    for lexemes, strong in ((lexicon.sectors, True), (lexicon.weak, False)):
        hits = lexemes.find(tokens)
        longer = [hit for hit in hits if hit.last > hit.first]
        for hit in hits:
            begin, end = tokens[hit.first].start, tokens[hit.last].end
            if begin < start or hit.first in elsewhere or any(_says_better(one, hit) for one in longer):
                continue
            if _in_title(hit.first, hit.last, titles, text, tokens, lexicon):
                continue
            rows.setdefault((begin, hit.value), SectorRow(hit.value, begin, end, f"{language}.{hit.value}"))
            if strong:
                sure.add(hit.value)
    said = Counter(row.code for row in rows.values())
    kept = [row for row in rows.values() if row.code in sure or said[row.code] > 1]
    return sorted(kept, key=lambda row: (row.start, row.code))


def _says_better(longer: Hit[str], hit: Hit[str]) -> bool:
    """Whether a phrase holds a word and more: "humanitarian cargo" is no logistics."""
    inside = longer.first <= hit.first and hit.last <= longer.last
    return inside and longer.last - longer.first > hit.last - hit.first


def _in_title(first: int, last: int, titles: set[int], text: str, tokens: Sequence[Word], lexicon: _Lexicon) -> bool:
    """Whether a word names the office of a minister or an authority rather than a field of work."""
    side = lexicon.side
    for at in range(last + 1, min(last + 1 + _REACH, len(tokens))) if lexicon.ends else ():
        if at in titles and tokens[at].key in lexicon.ends:
            return True  # "of trade and industry's minister", in Urdu
        if tokens[at].key in lexicon.ends or _BREAK & set(text[tokens[last].end : tokens[at].start]):
            break
    if side != "after":
        reach = _REACH if side == "before" else 1
        for at in range(last + 1, min(last + 1 + reach, len(tokens))):
            if at in titles and _BREAK.isdisjoint(text[tokens[last].end : tokens[at].start]):
                return True
    if side != "before":
        for at in range(first - 1, max(first - 1 - _REACH, -1), -1):
            if not _BREAK.isdisjoint(text[tokens[at].end : tokens[first].start]):
                break
            if tokens[at].key in lexicon.ends:
                break
            if at in titles:
                return True
    return False
