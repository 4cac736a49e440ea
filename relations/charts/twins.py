"""What each chart says without a picture: the table behind it, and one sentence."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pandas as pd

from relations.charts.coverage_twin import coverage_summary, coverage_table
from relations.charts.figures_twin import stated_summary, stated_table
from relations.charts.sector_years import sector_years_summary, sector_years_table
from relations.charts.sectors import sectors_summary, sectors_table
from relations.charts.timeline_twin import timeline_summary, timeline_table

TABLES: dict[str, Callable[..., pd.DataFrame]] = {
    "timeline": timeline_table,
    "sectors": sectors_table,
    "sector_years": sector_years_table,
    "coverage": coverage_table,
    "figures_stated": stated_table,
}
SUMMARIES: dict[str, Callable[..., str]] = {
    "timeline": timeline_summary,
    "sectors": sectors_summary,
    "sector_years": sector_years_summary,
    "coverage": coverage_summary,
    "figures_stated": stated_summary,
}


def table_twin(chart: str, *tables: pd.DataFrame, language: str = "en", **options: Any) -> pd.DataFrame:
    """Return the tidy table that a chart draws, for those who read tables or listen to them, and for files.

    Parameters
    ----------
    chart : str
        ``timeline``, ``sectors``, ``sector_years``, ``coverage`` or ``figures_stated``.
    *tables : pandas.DataFrame
        The tables that the chart is drawn from.
    language : str
        Of the labels, BCP 47.
    **options
        ``timeline``: ``event_people`` and ``people``; ``coverage``: ``by`` and ``months`` (1, 3 or 12).

    Returns
    -------
    pandas.DataFrame
        Codes, and beside each its label. Plain text, not escaped.

    Raises
    ------
    KeyError
        If there is no such chart.

    Examples
    --------
    >>> import pandas as pd
    >>> events = pd.DataFrame({"event_id": ["e1"], "status": ["occurred"]})
    >>> table_twin("sectors", events, pd.DataFrame({"event_id": ["e1"], "sector": ["trade"]})).to_dict("records")
    [{'sector': 'trade', 'label': 'Trade', 'happened': 1, 'planned': 0}]
    """
    return TABLES[chart](*tables, language=language, **options)


def summary_text(chart: str, *tables: pd.DataFrame, language: str = "en", **options: Any) -> str:
    """Return what a chart shows in one sentence of the reader's language.

    Parameters
    ----------
    chart, *tables, language
        As for `table_twin`.
    **options
        ``coverage``: ``by`` and ``of``.

    Raises
    ------
    KeyError
        If there is no such chart.

    Examples
    --------
    >>> import pandas as pd
    >>> events = pd.DataFrame({"event_id": ["e1"], "status": ["occurred"]})
    >>> summary_text("sectors", events, pd.DataFrame({"event_id": ["e1"], "sector": ["trade"]}))
    '1 event in 1 sector; most often: Trade 1.'
    """
    return SUMMARIES[chart](*tables, language=language, **options)
