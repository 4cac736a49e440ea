"""What the lanes of a timeline stand for: kinds of event, sectors, countries concerned, or who published it.

An event with several sectors or publishers stands once in the lane of each. Countries are taken together: an event of
two countries stands in the lane of the pair, since in a dossier about a pair nearly every event concerns both, and a
lane for each would show the same twice. Of many values the most frequent have lanes, the rest share one; events
of which nothing is known have the last.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import numpy.typing as npt
import pandas as pd

from relations.charts.headlines import sector_label
from relations.charts.safe_text import clean
from relations.charts.theme import theme
from relations.charts.words import say, speaks
from relations.languages.names import country_name

BY = ("kind", "sector", "country", "source")
MOST = 8  # lanes of their own; there are as many colours
OTHERS, UNKNOWN = "+others", "+unknown"
_MISSING = {"sector": "no-sector", "country": "no-country", "source": "unknown-publisher"}

Pairs = tuple[npt.NDArray[np.intp], "pd.Series[str]"]


def lanes_by(
    by: str,
    events: pd.DataFrame,
    event_sectors: pd.DataFrame,
    evidence: pd.DataFrame,
    articles: pd.DataFrame,
    language: str = "en",
    most: int = MOST,
) -> tuple[pd.DataFrame, dict[str, str] | None]:
    """Put events into lanes by something other than their kind.

    Parameters
    ----------
    by : str
        One of `BY`.
    events, event_sectors, evidence, articles : pandas.DataFrame
        The tables.
    language : str
        Of the names, BCP 47.
    most : int
        How many values have a lane of their own.

    Returns
    -------
    pandas.DataFrame, dict of str to str or None
        The events with another ``lane``, a row for each lane that an event belongs to (its index is that of the row
        it comes from); and the lanes from top to bottom with their names. By ``kind``: the events, and ``None``.

    Examples
    --------
    >>> import pandas as pd
    >>> events = pd.DataFrame({"event_id": ["e1", "e2"], "lane": ["visits", "trade"]})
    >>> sectors = pd.DataFrame({"event_id": ["e1", "e1"], "sector": ["trade", "energy"]})
    >>> rows, names = lanes_by("sector", events, sectors, pd.DataFrame(), pd.DataFrame())
    >>> names
    {'energy': 'Energy', 'trade': 'Trade', '+unknown': 'no sector'}
    >>> rows[["event_id", "lane"]].values.tolist()
    [['e1', 'energy'], ['e1', 'trade'], ['e2', '+unknown']]
    """
    if by not in _MISSING:
        return events, None
    at, values = {
        "sector": lambda: _sectors(events, event_sectors),
        "country": lambda: _countries(events),
        "source": lambda: _sources(events, evidence, articles),
    }[by]()
    place, names = pd.factorize(values)
    counts = np.bincount(place, minlength=len(names))
    label = _LABELS[by]
    order = sorted(range(len(names)), key=lambda n: (-counts[n], str(names[n])))
    kept = order if len(order) <= most + 1 else order[:most]
    lane = np.full(len(names), len(kept))
    lane[kept] = np.arange(len(kept))
    codes = {str(names[n]): label(str(names[n]), language) for n in kept}
    if len(kept) < len(order):
        codes[OTHERS] = say("others", language)
    placed = np.zeros(len(events), dtype=bool)
    placed[at] = True
    missing = np.flatnonzero(~placed)
    if len(missing):
        codes[UNKNOWN] = say(_MISSING[by], language)
    # One number for event and lane: an event stands in a lane once, however many of its values lead there.
    wide = len(codes) + 1
    pairs = np.sort(np.concatenate([at * wide + lane[place], missing * wide + len(codes) - 1]).astype("int64"))
    pairs = pairs[np.append(True, np.diff(pairs) > 0)] if len(pairs) else pairs
    rows = events.iloc[pairs // wide]
    return rows.assign(lane=pd.Categorical.from_codes(pairs % wide, pd.Index(list(codes)))), codes


def _rows_of(events: pd.DataFrame, ids: pd.Series) -> npt.NDArray[np.intp]:
    return np.asarray(pd.Index(events["event_id"]).get_indexer(pd.Index(ids)), dtype=np.intp)


def _sectors(events: pd.DataFrame, event_sectors: pd.DataFrame) -> Pairs:
    at = _rows_of(events, event_sectors["event_id"])
    return at[at >= 0], event_sectors["sector"][at >= 0]


def _countries(events: pd.DataFrame) -> Pairs:
    known = events["countries"].notna().to_numpy()
    return np.flatnonzero(known), events["countries"][known].astype("str")


def _sources(events: pd.DataFrame, evidence: pd.DataFrame, articles: pd.DataFrame) -> Pairs:
    told = evidence[["event_id", "article_id"]].drop_duplicates()
    publisher = told["article_id"].map(articles.set_index("article_id")["publisher"])
    at = _rows_of(events, told["event_id"])
    known = (at >= 0) & publisher.notna().to_numpy()
    names = {name: clean(name, 60) for name in publisher.dropna().unique()}
    return at[known], publisher[known].map(names).astype("str")


def country_names(codes: str, language: str) -> str:
    """Return the names of countries, ISO 3166-1 alpha-3 separated by spaces, in a language.

    Examples
    --------
    >>> country_names("KAZ PAK", "ru")
    'Казахстан – Пакистан'
    """
    spoken = speaks(language)
    return " – ".join(clean(country_name(code, spoken) or code, 40) for code in codes.split()[:4])


_LABELS: dict[str, Callable[[str, str], str]] = {
    "sector": lambda code, language: clean(sector_label(code, language), 60),
    "country": country_names,
    "source": lambda name, language: name,
}


def colours_in_order(codes: list[str], dark: bool = False) -> dict[str, str]:
    """Return a colour for each lane in turn; grey for those that stand for no value.

    Examples
    --------
    >>> list(colours_in_order(["trade", "+others"]).values())
    ['#0072b2', '#5f6b7a']
    """
    shades = theme(dark)
    return {
        code: shades.other if code.startswith("+") else shades.series[n % len(shades.series)]
        for n, code in enumerate(codes)
    }
