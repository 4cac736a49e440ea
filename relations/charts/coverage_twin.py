"""What the articles cover, without a picture: the table behind the chart, and one sentence."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
import pandas as pd

from relations.charts.dates import date_text
from relations.charts.groups import WEIGHT
from relations.charts.safe_text import clean
from relations.charts.timeline_density import stretch_edtf
from relations.charts.words import count, listing, number, say, speaks
from relations.languages.names import country_name, language_name

COLUMNS = ("language", "publisher", "press")
MOST_SERIES = 7
OTHERS, UNKNOWN = "", "?"
_LONGEST_NAME = 40


@lru_cache(maxsize=4096)
def series_label(code: str, by: str, language: str) -> str:
    """Return the name of a series in the reader's language: of a language (CLDR), or a publisher as it is.

    Examples
    --------
    >>> series_label("kk", "language", "ru"), series_label("", "publisher", "en")
    ('казахский', 'others')
    """
    if code == OTHERS:
        return say("others", language)
    if by == "press":
        known = country_name(code, language)
        return say("country-not-known", language) if code == UNKNOWN else known or clean(code, _LONGEST_NAME)
    if by == "publisher":
        return say("unknown-publisher", language) if code == UNKNOWN else clean(code, _LONGEST_NAME)
    return language_name(code, speaks(language)) or clean(code, _LONGEST_NAME)


def _placed(articles: pd.DataFrame, months: int) -> pd.Series:
    """Say which articles are known to lie in one stretch of so many months."""
    low, high = (articles[column].to_numpy("datetime64[M]") for column in ("earliest", "latest"))
    known = ~np.isnat(low) & ~np.isnat(high)
    same = low.astype("int64") // months == high.astype("int64") // months
    return pd.Series(known & same, index=articles.index)


def coverage_table(articles: pd.DataFrame, language: str = "en", by: str = "language", months: int = 1) -> pd.DataFrame:
    """Return the table twin of `coverage`.

    Parameters
    ----------
    articles : pandas.DataFrame
        ``earliest``, ``latest`` and the column counted by.
    language : str
        Of the reader, BCP 47.
    by : str
        ``language``, ``publisher`` or ``press`` (country of the publisher, see `relations.charts.press`).
    months : int
        Length of a period: 1, 3 or 12.

    Returns
    -------
    pandas.DataFrame
        ``period`` (EDTF), ``period_text``, the column counted by, ``label``, ``articles``; in order of time. Articles
        whose day of publication is not known so exactly are left out.

    Raises
    ------
    ValueError
        If `by` is none of the three.
    """
    if by not in COLUMNS:
        raise ValueError(f"coverage cannot count by {by!r}; choose from {', '.join(COLUMNS)}")
    kept = articles[_placed(articles, months)]
    at = kept["earliest"].to_numpy("datetime64[M]").astype("int64") // months * months
    weight = kept[WEIGHT].to_numpy() if WEIGHT in kept else 1
    grouped = pd.DataFrame({"at": at, by: kept[by].astype("str").fillna(UNKNOWN).to_numpy(), "articles": weight})
    counts = grouped.groupby(["at", by], as_index=False, sort=True)["articles"].sum()
    period = [stretch_edtf(month, months) for month in counts["at"]]
    return pd.DataFrame(
        {
            "period": pd.Series(period, dtype="str"),
            "period_text": pd.Series([date_text(text, language) for text in period], dtype="str"),
            by: counts[by].astype("str"),
            "label": pd.Series([series_label(code, by, language) for code in counts[by]], dtype="str"),
            "articles": counts["articles"].astype("int64"),
        }
    )


def coverage_summary(articles: pd.DataFrame, language: str = "en", by: str = "language", of: str = "articles") -> str:
    """Return `coverage` in one sentence of the reader's language."""
    table = coverage_table(articles, language, by, 12)
    if table.empty:
        return say(f"no-{of}", language)
    sums = table.groupby("label")["articles"].sum().sort_values(ascending=False, kind="stable").head(MOST_SERIES)
    parts = [say("part", language, label=str(name), n=number(int(n), language)) for name, n in sums.items()]
    return say(
        "coverage-summary", language, articles=count(of, _total(articles, table, of), language),
        first=table["period"].iloc[0], last=table["period"].iloc[-1], parts=listing(parts, language),
    )  # fmt: skip


def _total(rows: pd.DataFrame, table: pd.DataFrame, of: str) -> int:
    """Return how many are counted; an event that several series count is one."""
    return int(rows.loc[_placed(rows, 12), "event_id"].nunique() if of == "events" else table["articles"].sum())
