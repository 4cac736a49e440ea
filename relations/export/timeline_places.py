"""Where everything of a timeline stands on a slide: the layout of the chart, as plain rectangles.

The same rows, labels and levels of detail as on the page (`relations.charts`), enlarged for a room.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

import numpy as np
import pandas as pd

from relations.charts.dates import date_text
from relations.charts.headlines import SEPARATOR, lane_label
from relations.charts.labels import Label, Mark
from relations.charts.text_width import fitted
from relations.charts.theme import font_size, lane_colours
from relations.charts.timeline import lanes_shown
from relations.charts.timeline_events import (
    BAR,
    RADIUS,
    STATUSES,
    Dated,
    dated,
    dated_mask,
    days_column,
    in_window,
    marks,
)
from relations.charts.timeline_lanes import HEADER, Lanes, lay_out
from relations.charts.timeline_scale import Scale, axis, day_of, days_of
from relations.charts.words import right_to_left, speaks
from relations.charts.words import say as chart_word
from relations.export.images import LEVELS, page_level
from relations.export.office_width import bold_width, office_width, widened
from relations.export.timeline_bars import At, Bar, Box, bars
from relations.views.archive import Window
from relations.views.scene import Scene

ENLARGED = 1.25  # pixels of the slide for each pixel of the chart
TICKS = 24.0
_YEAR_STEPS = (1, 2, 5, 10, 20, 50, 100)
_LEAST_BAR = 8.0
_INSIDE = 16.0  # pixels of a bar beside the words in it
_LINE = 1.2  # a line of words, of the size of its letters
_APART = 4.0  # pixels between such bars, and for their outline
_SMALLER = (ENLARGED, 1.1, 1.0, 0.9)


class Item(NamedTuple):
    """One event: where its mark and its label stand, and how it looks."""

    event_id: str
    box: Box
    exact: bool
    status: str
    rough: bool
    colour: str
    label: tuple[str, Box, str] | None  # text, place, and the side of the mark that it stands on
    inside: str | None = None  # what stands in a bar that has no room for a label beside it


class Lane(NamedTuple):
    """A lane: its name with its place, and its lower edge."""

    code: str
    name: str
    box: Box
    bottom: float
    colour: str


@dataclass
class Places:
    """A whole timeline."""

    level: str
    box: Box
    text: float  # size of the labels in points
    time: tuple[float, float]  # from where to where the axis of time reaches
    today: float | None
    word: tuple[str, Box] | None = None  # of today
    lanes: list[Lane] = field(default_factory=list)
    items: list[Item] = field(default_factory=list)
    bars: list[Bar] = field(default_factory=list)
    ticks: list[tuple[float, str]] = field(default_factory=list)


def within(events: pd.DataFrame, window: Window) -> pd.DataFrame:
    """Return the dated events that touch a stretch of days."""
    known = events[dated_mask(events)]
    start, end = days_column(known["earliest"]), days_column(known["latest"]) + 1
    return known[in_window(start, end, days_of(window[0]), days_of(window[1]) + 1)]


def places(
    scene: Scene, window: Window, box: Box, only: Collection[str] | None = None, enlarged: float = ENLARGED
) -> Places:
    """Lay out the timeline of a stretch of days.

    Parameters
    ----------
    scene : Scene
        What is shown, and in which language.
    window : (datetime.date, datetime.date)
        First and last day.
    box : Box
        The place on the slide.
    only : collection of str, optional
        The events that are told here, where others that touch the stretch are told elsewhere.
    enlarged : float
        Pixels of the slide for each pixel of the chart; words stay as large, whatever it is.
    """
    language, today = scene.say.language, scene.archive.dossier.today
    turned, size = right_to_left(language), (font_size(language) - 1) * ENLARGED / enlarged
    events = within(scene.shown.events, window)
    if only is not None:
        events = events[events["event_id"].isin(list(only))]
    codes = lanes_shown(events, None)
    names = [lane_label(code, language) for code in codes]
    width, height, ticks = box.width / enlarged, box.height / enlarged, TICKS * ENLARGED / enlarged
    side = min(max((bold_width(name, size + 1) for name in names), default=0) + 14, width * 0.25)
    scale = Scale(days_of(window[0]), days_of(window[1]) + 1, width - side)
    now = float(scale.pixels(np.array([days_of(today) + 0.5]))[0])
    seen = 0 <= now <= scale.width
    told = dated(events, codes)
    given: dict[str, list[Mark]] = {}

    def by_lane(wanted: str) -> list[list[Mark]]:
        own = scene.archive.names(language)
        given[wanted] = [_in_office(mark, size) for mark in marks(told, scale, wanted, own, language, size, None)]
        found: list[list[Mark]] = [[] for _ in codes]
        for mark, lane in zip(given[wanted], told.lane.tolist(), strict=True):
            found[lane].append(mark)
        return found

    laid = lay_out(
        codes, by_lane, [0] * len(codes), len(events), (0.0, scale.width), [(now - 1, now + 1)] if seen else [],
        height - ticks, height - ticks, False,
    )  # fmt: skip
    left = 0.0 if turned else side

    def at(x: float, y: float, wide: float, high: float) -> Box:
        return Box(box.left + (left + x) * enlarged, box.top + y * enlarged, wide * enlarged, high * enlarged)

    colours = lane_colours(codes)
    found = Places(
        laid.level, box, size * enlarged * 0.75, (at(0, 0, 0, 0).left, at(scale.width, 0, 0, 0).left),
        at(now, 0, 0, 0).left if seen else None,
    )  # fmt: skip
    if seen:
        word = chart_word("today", language)
        half = office_width(word, size + 1) / 2
        found.word = word, at(min(max(now, half), scale.width - half) - half, 4, 2 * half, HEADER - 10)
    name_left = scale.width if turned else -side
    for band, code, name in zip(laid.bands, codes, names, strict=True):
        place = at(name_left, band.top, side, band.bottom - band.top)
        short = fitted(name, size + 1, side - 12, bold_width)
        found.lanes.append(Lane(code, short, place, box.top + band.bottom * enlarged, colours[code]))
    if laid.level == "density":
        found.bars = bars(events, codes, scale, laid, at)
    else:
        rows, labels = _placed(told, laid)
        for n, mark in enumerate(given[laid.level]):
            item = _item(told, n, mark, rows[n], labels[n], laid, colours[codes[told.lane[n]]], at)
            roomy = item.label is None and not item.exact and laid.level == "labels"
            row = at(0, 0, 0, laid.bands[0].pitch).height
            found.items.append(_filled(item, mark, told.text(n, "date"), language, found.text, row) if roomy else item)
    found.ticks = [(at(x, 0, 0, 0).left, text) for x, text in _ticks(scale, language, size)]
    return found


def _in_office(mark: Mark, size: float) -> Mark:
    """Return a mark with its labels as wide as office programs may set them."""
    return mark._replace(labels=tuple((text, office_width(text, size)) for text, _ in mark.labels))


def _placed(told: Dated, laid: Lanes) -> tuple[list[float], list[Label | None]]:
    rows, labels, seen = [0.0] * len(told), list[Label | None]([None] * len(told)), [0] * len(laid.bands)
    for n, lane in enumerate(told.lane.tolist()):
        placed = laid.bands[lane].placed
        rows[n], labels[n] = laid.bands[lane].y(placed.rows[seen[lane]]), placed.labels[seen[lane]]
        seen[lane] += 1
    return rows, labels


def _item(told: Dated, n: int, mark: Mark, y: float, label: Label | None, laid: Lanes, colour: str, at: At) -> Item:
    exact, status = bool(told.exact[n]), told.text(n, "status")
    high = 2 * RADIUS[laid.level] if exact else BAR[laid.level]
    left, right = (mark.start - high / 2, mark.end + high / 2) if exact else (mark.start, mark.end)
    if not exact and right - left < _LEAST_BAR:
        left, right = (left + right - _LEAST_BAR) / 2, (left + right + _LEAST_BAR) / 2
    pitch = laid.bands[0].pitch
    written = None
    if label is not None:
        written = label.text, at(label.left, y - pitch / 2, label.right - label.left, pitch), label.side
    return Item(
        told.text(n, "event_id"), at(left, y - high / 2, right - left, high), exact,
        status if status in STATUSES else "occurred", bool(told.rough[n]), colour, written,
    )  # fmt: skip


def _filled(item: Item, mark: Mark, when: str, language: str, points: float, row: float) -> Item:
    """Return a bar with its label inside where it is long enough: with its date, which may reach over the slide."""
    size, date = points / 0.75, date_text(when, language) if when else ""
    for label, _ in mark.labels:
        for text in (f"{label}{SEPARATOR}{date}", label) if date else (label,):
            if office_width(text, size) + _INSIDE <= item.box.width:
                left, top, wide, high = item.box
                higher = max(high, min(size * _LINE, row - _APART))
                return item._replace(inside=text, box=Box(left, top - (higher - high) / 2, wide, higher))
    return item


def _ticks(scale: Scale, language: str, size: float) -> list[tuple[float, str]]:
    """Return the ticks of the axis: years, or months and days as the chart writes them."""
    written = axis(scale, speaks(language), widened(size, language))
    if written["tickmode"] == "array":
        days = np.array(written["tickvals"], dtype="datetime64[m]").astype("int64") / 1440
        return list(zip(scale.pixels(days).tolist(), written["ticktext"], strict=True))
    first, last = day_of(scale.first), day_of(scale.last)
    years = max(1, last.year - first.year)
    step = next((step for step in _YEAR_STEPS if years / step * 60 <= scale.width), _YEAR_STEPS[-1])
    begins = [date(year, 1, 1) for year in range(first.year + 1, last.year + 1) if year % step == 0]
    x = scale.pixels(np.array([days_of(day) for day in begins])).tolist()
    half = office_width("2000", size) / 2
    return [(at, str(day.year)) for at, day in zip(x, begins, strict=True) if half <= at <= scale.width - half]


def overview(scene: Scene, window: Window, box: Box) -> Places:
    """Lay out the whole period with no less detail than on the page, in smaller marks where that takes them."""
    level = LEVELS.index(page_level(scene))
    laid = [places(scene, window, box, None, enlarged) for enlarged in _SMALLER]
    return next((one for one in laid if LEVELS.index(one.level) <= level), laid[0])
