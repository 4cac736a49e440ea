"""The timeline without a picture: its table, one sentence, and the events that it can give no place."""

from __future__ import annotations

import pandas as pd

from relations.charts.dates import date_text
from relations.charts.headlines import headline, lane_label, names_by_event, type_label
from relations.charts.timeline_events import STATUSES, dated_mask
from relations.charts.words import count, listing, number, say


def undated(events: pd.DataFrame) -> pd.DataFrame:
    """Return the events without a date, which no place on the axis is true for.

    Examples
    --------
    >>> import pandas as pd
    >>> day = pd.to_datetime(["1992-02-01", None])
    >>> undated(pd.DataFrame({"event_id": ["e1", "e2"], "earliest": day, "latest": day}))["event_id"].tolist()
    ['e2']
    """
    return events[~dated_mask(events)]


def timeline_table(
    events: pd.DataFrame,
    language: str = "en",
    event_people: pd.DataFrame | None = None,
    people: pd.DataFrame | None = None,
    event_sectors: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """Return the table twin of `timeline`.

    Returns
    -------
    pandas.DataFrame
        ``event_id``, ``date`` (EDTF), ``date_text``, ``earliest``, ``latest``, ``lane``, ``lane_label``, ``type``,
        ``type_label``, ``status``, ``status_label``, ``headline``; oldest first, without a date last.
    """
    ordered = events.sort_values(["earliest", "latest", "event_id"], na_position="last", ignore_index=True)
    named = names_by_event(event_people, people, language, event_sectors)
    rows = ordered.to_dict("records")
    texts = {
        "date_text": [
            say("no-date", language) if pd.isna(row["date"]) else date_text(str(row["date"]), language) for row in rows
        ],
        "lane_label": [lane_label(row["lane"], language) for row in rows],
        "type_label": [type_label(row["type"], language) for row in rows],
        "status_label": [say(row["status"], language) if row["status"] in STATUSES else row["status"] for row in rows],
        "headline": [
            headline({str(name): value for name, value in row.items()}, named.get(row["event_id"], ()), language)
            for row in rows
        ],
    }
    told = pd.DataFrame({name: pd.Series(values, dtype="str") for name, values in texts.items()})
    columns = (
        "event_id date date_text earliest latest lane lane_label type type_label status status_label headline".split()
    )
    return pd.concat([ordered, told], axis=1)[columns]


def timeline_summary(events: pd.DataFrame, language: str = "en") -> str:
    """Return `timeline` in one sentence of the reader's language."""
    if events.empty:
        return say("no-events", language)
    counts = events["status"].value_counts()
    parts = [
        say("part", language, label=say(status, language), n=number(int(counts[status]), language))
        for status in STATUSES
        if status in counts
    ]
    missing = int((~dated_mask(events)).sum())
    total, told = count("events", len(events), language), listing(parts, language)
    if missing == len(events):
        return say("undated-summary", language, events=total, parts=told)
    if missing:
        without = say("part", language, label=say("no-date", language), n=number(missing, language))
        told += say("list-break", language) + without
    # An event that is open at one end is told by the end that is known.
    first = pd.concat([events["earliest"], events["latest"]]).dropna().min()
    last = pd.concat([events["earliest"], events["latest"]]).dropna().max()
    return say("timeline-summary", language, events=total, first=first.year, last=last.year, parts=told)
