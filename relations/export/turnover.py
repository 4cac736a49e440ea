"""What sources state of the trade turnover: each value with its period, its kind and its sources, none made up."""

from __future__ import annotations

import re
from typing import NamedTuple

import pandas as pd

from relations.export.cited import Cited
from relations.views.scene import Scene, text

INDICATOR = "trade-turnover"
_YEAR = re.compile(r"[0-9]{4}")


class Stated(NamedTuple):
    """One value that sources state."""

    period: str | None  # EDTF
    value: float  # in millions
    target: bool
    numbers: tuple[int, ...]  # of the sources

    @property
    def year(self) -> int | None:
        """The year that the value is for; ``None`` for other periods, which are no points of a chart by year."""
        return int(self.period) if self.period and _YEAR.fullmatch(self.period) else None


def stated(scene: Scene, cited: Cited) -> tuple[str, list[Stated]]:
    """Return the currency that most values are in, and the values in it, latest period first, undated last.

    The same value for the same period is one entry with all its sources. Values that disagree stand beside each other.
    """
    figures = scene.archive.dossier.figures
    told = figures[
        figures["indicator"].eq(INDICATOR)
        & figures["currency"].notna()
        & figures["article_id"].isin(scene.shown.articles["article_id"])
    ]
    if told.empty:
        return "", []
    currency = str(told["currency"].value_counts().index[0])
    number_of = {note.article_id: note.number for note in cited.notes}
    found: dict[tuple[str | None, float, bool], set[int]] = {}
    ends: dict[str | None, pd.Timestamp] = {}
    for row in told[told["currency"].eq(currency)].to_dict("records"):
        period = text(row["period"])
        ends[period] = row["latest"]
        one = period, float(row["value"]) / 1e6, row["status"] == "target"
        found.setdefault(one, set()).add(number_of[row["article_id"]])
    values = [Stated(*one, tuple(sorted(numbers))) for one, numbers in found.items()]
    oldest = pd.Timestamp.min

    def order(one: Stated) -> tuple[bool, int, bool, float]:
        end = ends[one.period]
        return one.period is None, -(oldest if pd.isna(end) else end).value, one.target, -one.value

    return currency, sorted(values, key=order)
