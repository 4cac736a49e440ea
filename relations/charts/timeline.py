"""The timeline: what happened when, how exactly that is known, what is planned, and where today is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from typing import Any

import numpy as np
import pandas as pd

from relations import codebook
from relations.charts import key as key_of
from relations.charts import timeline_density as density
from relations.charts import timeline_marks as drawn
from relations.charts import timeline_undated as column
from relations.charts.drawing import Drawing, chart
from relations.charts.groups import amount
from relations.charts.headlines import lane_label, names_by_event
from relations.charts.labels import Label, Mark
from relations.charts.safe_text import isolated
from relations.charts.theme import empty, figure, font_size, lane_colours, theme
from relations.charts.timeline_by import colours_in_order
from relations.charts.timeline_events import STATUSES, Dated, dated, dated_mask, days_column, hover, in_window, marks
from relations.charts.timeline_frame import EDGE, NARROW, TICKS, Frame, lane_names, layout, side_width, today_marks
from relations.charts.timeline_lanes import HEADER, MOST_MARKS, Lanes, lay_out
from relations.charts.timeline_scale import Days, Scale, days_of, stretch
from relations.charts.words import number, say

_MOST_WITH_SUMMARY = 150
_HIGH, _TALL = 640.0, 900.0
_REACH = 60  # pixels from the middle of a column


def lanes_shown(events: pd.DataFrame, lanes: Sequence[str] | Mapping[str, str] | pd.DataFrame | None) -> list[str]:
    """Return the codes of the lanes to show: those given, or those that have events, in the codebook's order."""
    if lanes is not None:
        return [str(code) for code in (lanes["code"] if isinstance(lanes, pd.DataFrame) else lanes)]
    there = set(events["lane"].unique())
    known = [code for code in codebook.lanes() if code in there]
    return known + sorted(there - set(known))


@chart
def timeline(
    events: pd.DataFrame,
    lanes: Sequence[str] | Mapping[str, str] | pd.DataFrame | None = None,
    today: date | None = None,
    language: str = "en",
    width: float = 900,
    *,
    height: float | None = None,
    max_height: float | None = None,
    window: tuple[date, date] | None = None,
    event_people: pd.DataFrame | None = None,
    people: pd.DataFrame | None = None,
    event_sectors: pd.DataFrame | None = None,
    selected: str | None = None,
    level: str | None = None,
    key: bool = True,
    dark: bool = False,
) -> Drawing:
    """Draw events over time, in lanes by kind.

    A bar reaches from the earliest to the latest day that a date can mean; only an event known to the day is a dot.
    Planned is hollow, cancelled is crossed, going on has an arrowhead, approximate is hatched. Events without a
    date stand in a column of their own at the right. Marks that would overlap are dealt out to rows; labels are
    left out where they would touch anything. With more events than rows can hold, marks become smaller and lose most
    labels, then become counts by month (or quarter, or year) and lane; a narrower `window` brings them back.

    Parameters
    ----------
    events : pandas.DataFrame
        Table ``events``; the columns ``event_id``, ``date``, ``earliest``, ``latest``, ``type``, ``lane``,
        ``status`` are needed; ``place``, ``summary``, ``summary_language``, ``n_articles`` are used where there.
    lanes : sequence of str, mapping of str to str or pandas.DataFrame, optional
        Lanes to show from top to bottom: codes, codes with the names to show, as `timeline_by.lanes_by` gives them, or
        a table with a column ``code``. Those with events if left out.
    today : datetime.date, optional
        Marked by a line where it lies in the stretch shown.
    language : str
        Of the reader, BCP 47.
    width : float
        Of the figure, in pixels; 320 to 2560.
    height : float, optional
        Of the figure, in pixels, where the page has fixed it; else as much as is needed, up to `max_height`.
    max_height : float, optional
        In pixels; the level of detail is chosen so that it is kept. 640 if left out; 900 on narrow screens, where
        readers scroll.
    window : (datetime.date, datetime.date), optional
        First and last day to show; events outside it are left out.
    event_people, people, event_sectors : pandas.DataFrame, optional
        Tables that name the people in labels, or the sectors of events that name nobody.
    selected : str, optional
        ``event_id`` to ring; its label comes first.
    level : str, optional
        ``labels``, ``marks`` or ``density``, to overrule the choice.
    key : bool
        Whether the meaning of the marks is told below.
    dark : bool
        For a dark ground.

    Returns
    -------
    plotly.graph_objects.Figure
        ``customdata`` of a mark is its ``event_id``; columns of the density have none, their ``name`` is the lane
        and their ``x`` the day in the middle. ``layout.meta``: ``level``, ``lanes`` (code: pixels from, to), ``shown``,
        ``labelled``, ``undated``, ``window`` (first and last day, ISO 8601).

    Notes
    -----
    Languages written from right to left have names of lanes at the right and texts turned; time still runs from
    left to right, as it does in printed Urdu charts and in the numbers of the axis.

    Examples
    --------
    >>> import pandas as pd
    >>> events = pd.DataFrame({
    ...     "event_id": ["e1"], "date": ["1992-02"], "type": ["visit"], "lane": ["visits"], "status": ["occurred"],
    ...     "earliest": pd.to_datetime(["1992-02-01"]), "latest": pd.to_datetime(["1992-02-29"])})
    >>> drawn = timeline(events)
    >>> drawn.layout.meta["level"], drawn.data[0].customdata
    ('labels', ('e1',))
    """
    codes = lanes_shown(events, lanes)
    events = events if lanes is None else events[events["lane"].isin(codes)]
    if events.empty:
        return empty(say("no-events", language), width, height or 220, language, dark)
    has_date = dated_mask(events)
    undated, known = events[~has_date], events[has_date]
    max_height = max_height or (_TALL if width < NARROW else _HIGH)
    named_lanes = isinstance(lanes, Mapping)
    names = [lanes[code] if isinstance(lanes, Mapping) else lane_label(code, language) for code in codes]
    inner, small = width - 2 * EDGE, font_size(language) - 1
    beside = column.width_of(amount(undated), inner, language, small)
    frame = Frame(inner, side_width(names, width, language), beside, language, dark)
    start, end = days_column(known["earliest"]), days_column(known["latest"]) + 1
    first, last = stretch(start, end, today, window)
    known = known[in_window(start, end, first, last)]
    scale = Scale(first, last, frame.time)
    now = None if today is None else float(scale.pixels(np.array([days_of(today) + 0.5]))[0])
    now = now if now is not None and 0 <= now <= scale.width else None
    named = cache(lambda: names_by_event(event_people, people, language, event_sectors))
    counted = level == "density" or amount(known) > MOST_MARKS
    key_entries = key_of.entries(_kinds(known, undated, counted) if key else [], inner, language, small)
    below = TICKS + key_of.height(key_entries)
    one = cache(lambda: dated(known, codes))

    def by_lane(wanted: str) -> list[list[Mark]]:
        found: list[list[Mark]] = [[] for _ in codes]
        every = marks(one(), scale, wanted, named(), language, small, selected)
        for mark, lane in zip(every, one().lane.tolist(), strict=True):
            found[lane].append(mark)
        return found

    laid = lay_out(
        codes, by_lane, column.rows(undated, codes, beside), amount(known), (0.0, scale.width),
        [] if now is None else [(now - 1, now + 1)], max_height - below,
        None if height is None else height - below, not frame.side, level,
    )  # fmt: skip
    colours = colours_in_order(codes, dark) if named_lanes else lane_colours(codes, dark)
    shade = [colours[code] for code in codes]
    labels: list[Label | None] = []
    shapes: list[dict[str, Any]] = []
    notes = lane_names(laid, names, frame)
    if laid.level == "density":
        data, columns, note = _counted(known, codes, names, laid, scale, shade, frame)
        shapes += columns
        notes.append(note)
        key_entries = key_of.entries(_kinds(known, undated, True) if key else [], inner, language, small)
    else:
        y, labels = _placed(one(), laid)
        full = len(known) <= _MOST_WITH_SUMMARY
        own = [shade[lane] for lane in one().lane.tolist()]
        tell = [hover(one(), n, named().get(one().text(n, "event_id"), ()), language, full) for n in range(len(known))]
        data = drawn.traces(one(), scale, laid.level, y, own, tell, selected, theme(dark))
        data += drawn.label_trace(one(), scale, labels, y, {"size": small, "color": theme(dark).ink}, language)
    if known.empty:
        data.append(drawn.nothing(scale))
    names_undated = {} if counted else named()
    data += column.traces(undated, codes, laid, beside, shade, names_undated, language, theme(dark), small)
    data += key_of.traces(key_entries, inner, language, small, theme(dark))
    notes += column.heading(undated, frame)
    if today is not None and now is not None:
        line, word = today_marks(today, now, laid, frame)
        shapes += line
        notes.append(word)

    def once_each(rows: pd.DataFrame) -> int:
        """Count events, not marks: one may stand in several lanes."""
        return int((~rows.index.duplicated()).sum()) if named_lanes else amount(rows)

    meta = {
        "level": laid.level,
        "lanes": {band.code: [round(band.top, 1), round(band.bottom, 1)] for band in laid.bands},
        "shown": once_each(known),
        "labelled": sum(label is not None for label in labels),
        "undated": once_each(undated),
        "window": [text[:10] for text in scale.range],
    }
    own_layout = layout(laid, scale, frame, key_of.height(key_entries))
    if laid.level == "density":  # a column is pointed at all along its height
        own_layout["hoverdistance"] = _REACH
    return figure(data, own_layout | {"annotations": notes, "shapes": shapes, "meta": meta}, language, dark)


def _counted(
    known: pd.DataFrame, codes: list[str], names: list[str], laid: Lanes, scale: Scale, shade: list[str], frame: Frame
) -> tuple[list[dict[str, Any]], list[dict[str, Any]], dict[str, Any]]:
    """Return traces and shapes of the density, and a note: how many events its highest column stands for."""
    months = density.step(scale)
    table, first = density.counts(known, codes, scale, months)
    told, shapes = density.drawn(table, first, laid.bands, months, shade, names, frame.language)
    highest = number(float(table.sum(axis=1).max()), frame.language) if table.size else "0"
    text = isolated(say("highest", frame.language, n=highest), frame.turned)
    note = {"text": text, "xref": "paper", "x": frame.share(frame.left), "xanchor": "left", "yref": "y",
            "y": HEADER / 2, "showarrow": False, "borderpad": 0,
            "font": {"size": frame.size - 1, "color": theme(frame.dark).quiet}}  # fmt: skip
    return told, shapes, note


def _kinds(known: pd.DataFrame, undated: pd.DataFrame, counted: bool = False) -> list[str]:
    """Return what the key has to explain."""
    if counted:
        return [f"{status}-bar" for status in ("occurred", "planned") if known["status"].eq(status).any()]
    there = {*known["status"].unique(), *undated["status"].unique()}
    kinds = [status for status in STATUSES if status in there]
    if known["earliest"].ne(known["latest"]).any():
        kinds.append("bar")
    if known["date"].astype("str").str.contains("[~?%]", regex=True).fillna(False).any():
        kinds.append("rough")
    return kinds


def _placed(told: Dated, laid: Lanes) -> tuple[Days, list[Label | None]]:
    """Return the middle of each mark in pixels, and its label, in the order of the events."""
    y, labels = np.zeros(len(told)), list[Label | None]([None] * len(told))
    seen = [0] * len(laid.bands)
    for n, lane in enumerate(told.lane.tolist()):
        band, at = laid.bands[lane], seen[lane]
        y[n], labels[n] = band.y(band.placed.rows[at]), band.placed.labels[at]
        seen[lane] += 1
    return y, labels
