"""The dated events of a timeline as arrays: what is drawn of each, before anyone knows where."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from relations.charts.dates import date_text
from relations.charts.headlines import SEPARATOR, headline, place_name, type_label
from relations.charts.labels import Mark
from relations.charts.safe_text import clean, isolated, safe
from relations.charts.text_width import text_width
from relations.charts.timeline_lanes import MOST_LABELLED
from relations.charts.timeline_scale import Days, Scale
from relations.charts.words import right_to_left, say

STATUSES = ("occurred", "ongoing", "planned", "cancelled")
RADIUS = {"labels": 5.5, "marks": 3.25}
BAR = {"labels": 9.0, "marks": 5.0}
# Narrower bars get an invisible target around them, so that a pointer finds them.
TARGET = 10.0
_WIDEST_LABEL = 250.0
_LINE = 60


@dataclass(frozen=True, slots=True)
class Dated:
    """Events that have a place on the axis, and how they are to look.

    Attributes
    ----------
    rows : list of dict
        Their rows of ``events``.
    start, end : array of float, shape (n,)
        Days since 1970: begin of the first and end of the last day that the date can mean; NaN where open.
    exact : array of bool, shape (n,)
        Known to the day.
    rough : array of bool, shape (n,)
        Approximate or uncertain, as EDTF marks it.
    lane : array of int, shape (n,)
        Place of the lane among those shown.
    """

    rows: list[dict[Any, Any]]
    start: Days
    end: Days
    exact: npt.NDArray[np.bool_]
    rough: npt.NDArray[np.bool_]
    lane: npt.NDArray[np.intp]

    def __len__(self) -> int:
        return len(self.rows)

    def text(self, n: int, column: str) -> str:
        """Return a cell as text; empty where it is missing."""
        value = self.rows[n].get(column)
        return "" if value is None or pd.isna(value) else str(value)


def days_column(column: pd.Series) -> Days:
    """Return a column of days as days since 1970, NaN where missing."""
    days = column.to_numpy("datetime64[D]")
    return np.where(np.isnat(days), np.nan, days.astype("int64").astype("float64"))


def dated_mask(events: pd.DataFrame) -> npt.NDArray[np.bool_]:
    """Say which events have a date."""
    return np.asarray(events["earliest"].notna() | events["latest"].notna())


def in_window(start: Days, end: Days, first: float, last: float) -> npt.NDArray[np.bool_]:
    """Say which stretches of days touch a window."""
    return np.asarray((np.isnan(start) | (start < last)) & (np.isnan(end) | (end > first)))


def dated(events: pd.DataFrame, lanes: Sequence[str]) -> Dated:
    """Return events, all of them dated and of these lanes, as arrays."""
    start, end = days_column(events["earliest"]), days_column(events["latest"]) + 1
    marks = events["date"].astype("str").str.contains("[~?%]", regex=True).fillna(False)
    place = {code: n for n, code in enumerate(lanes)}
    return Dated(
        events.to_dict("records"),
        start,
        end,
        np.asarray(end - start == 1),
        np.asarray(marks, dtype=bool),
        np.array([place[lane] for lane in events["lane"]], dtype=np.intp),
    )


def _labels(told: Dated, n: int, people: Sequence[str], language: str, most: float, size: float) -> list[str]:
    row = told.rows[n]
    full = headline(row, people, language)
    kind = type_label(told.text(n, "type"), language)
    where = told.text(n, "place")
    short = (
        SEPARATOR.join([kind, people[0] if people else place_name(clean(where, 60), language)])
        if people or where
        else kind
    )
    return [text for text in dict.fromkeys((full, clean(short), kind)) if text_width(text, size) <= most]


def marks(
    told: Dated,
    scale: Scale,
    level: str,
    people: Mapping[str, Sequence[str]],
    language: str,
    size: float,
    selected: str | None,
) -> list[Mark]:
    """Return the pixels that each event takes, and the labels it would like."""
    half = RADIUS[level] + 0.5
    start, end = scale.pixels(told.start), scale.pixels(told.end)
    start = np.where(np.isnan(start), 0.0, np.clip(start, 0, scale.width))
    end = np.where(np.isnan(end), scale.width, np.clip(end, 0, scale.width))
    labelled = len(told) <= MOST_LABELLED
    most = min(_WIDEST_LABEL, scale.width * 0.55)
    found = []
    for n in range(len(told)):
        left, right = float(start[n]), float(end[n])
        middle = (left + right) / 2
        target = half if told.exact[n] else max((right - left) / 2 + 1.5, half)
        edge = middle + target
        if not told.exact[n] and told.text(n, "status") == "ongoing":
            edge = max(edge, right + half)  # the arrowhead
        labels: tuple[tuple[str, float], ...] = ()
        if labelled:
            wanted = _labels(told, n, people.get(told.text(n, "event_id"), ()), language, most, size)
            labels = tuple((text, text_width(text, size)) for text in wanted)
        chosen = told.text(n, "event_id") == selected
        articles = told.rows[n].get("n_articles", 1)
        weight = float("inf") if chosen else float(articles) if isinstance(articles, int) else 1.0
        at = (middle, middle) if told.exact[n] else (left, right)
        found.append(Mark(middle - target, edge, *at, labels, weight))
    return found


def _wrapped(text: str) -> list[str]:
    lines, line = [], ""
    for word in text.split(" "):
        if line and len(line) + len(word) >= _LINE:
            lines.append(line)
            line = ""
        line = f"{line} {word}".strip()[: _LINE * 2]
    return [*lines, line]


def hover(told: Dated, n: int, people: Sequence[str], language: str, full: bool) -> str:
    """Return what the pointer is told of an event, safe for plotly: headline, date, status, the source's words."""
    turned = right_to_left(language)
    status = told.text(n, "status")
    when = date_text(told.text(n, "date"), language) if told.text(n, "date") else say("no-date", language)
    lines = [f"<b>{isolated(safe(headline(told.rows[n], people, language)), turned)}</b>"]
    lines.append(isolated(safe(f"{when}{SEPARATOR}{say(status, language)}" if status in STATUSES else when), turned))
    if full and (summary := clean(told.text(n, "summary"), 150)):
        own = right_to_left(told.text(n, "summary_language"))
        lines += [isolated(safe(line), own) for line in _wrapped(summary)]
    return "<br>".join(lines)
