"""The lanes of the timeline from top to bottom: how much is shown of each event, and where.

Three levels of detail: ``labels`` (rows as high as text, so that most marks have a label), ``marks`` (lower rows, few
labels), ``density`` (events counted by month and lane). The level follows from what the height holds, and only where
that is plenty from the number of events.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from relations.charts.labels import Mark, Placed, place

HEADER = 30.0  # pixels above the first lane, for the word "today" and "no date"
PADDING = 4.0  # above and below the rows of a lane
NAME = 18.0  # a lane's name where it stands above its rows
# Level of detail, pixels of a row, rows above and below that a label covers, marks that a reader can still tell apart;
# from the most roomy on.
STEPS = (("labels", 18.0, 0, 120), ("labels", 15.0, 0, 400), ("marks", 9.0, 1, 1000), ("marks", 7.5, 1, 1000))
MOST_LABELLED = 400
MOST_MARKS = max(many for *_, many in STEPS)
_DENSITY = 42.0


@dataclass(slots=True)
class Band:
    """One lane: its marks in rows, and the pixels it takes from the top."""

    code: str
    placed: Placed = field(default_factory=lambda: Placed([], []))
    rows: int = 1
    top: float = 0.0
    bottom: float = 0.0
    pitch: float = STEPS[0][1]
    name: float = 0.0
    reach: int = 0

    def y(self, row: int) -> float:
        """Return the middle of a row, in pixels from the top."""
        free = self.bottom - self.top - self.name - self.rows * self.pitch
        return self.top + self.name + free / 2 + (row + 0.5) * self.pitch


@dataclass(slots=True)
class Lanes:
    """All lanes, their level of detail, and the pixels they take."""

    level: str
    bands: list[Band]
    height: float


def lay_out(
    codes: Sequence[str],
    marks: Callable[[str], Sequence[Sequence[Mark]]],
    least_rows: Sequence[int],
    n: int,
    frame: tuple[float, float],
    obstacles: Sequence[tuple[float, float]],
    most: float,
    exact: float | None,
    named_above: bool,
    level: str | None = None,
) -> Lanes:
    """Choose the level of detail and lay out the lanes.

    Parameters
    ----------
    codes : sequence of str
        Lanes from top to bottom.
    marks : callable
        Gives the marks of every lane at a level, ``labels`` or ``marks``.
    least_rows : sequence of int
        Rows that each lane needs for events without a date.
    n : int
        Number of dated events.
    frame : (float, float)
        Pixels that labels may take.
    obstacles : sequence of (float, float)
        Pixels that labels must leave free.
    most : float
        Pixels that the lanes may take together.
    exact : float or None
        Pixels that they must take, where the page has fixed it.
    named_above : bool
        Whether names of lanes stand above their rows.
    level : str, optional
        Wanted level of detail.
    """
    name = NAME if named_above else 0.0
    room = (most if exact is None else exact) - HEADER
    fixed = len(codes) * (2 * PADDING + name)
    bands = [Band(code, name=name) for code in codes]
    chosen = "density"
    last = {option: pitch for option, pitch, *_ in STEPS}
    for option, pitch, reach, many in STEPS:
        if level not in (None, option) or (level is None and n > many):
            continue
        given = marks(option)
        for band, own, least in zip(bands, given, least_rows, strict=True):
            band.pitch, band.reach = pitch, reach
            band.placed = place(own, 1, frame, obstacles, reach)
            band.rows = max(1, least, max(band.placed.rows, default=0) + 1)
        used = fixed + sum(band.rows * band.pitch for band in bands)
        if used <= room or (level == option and pitch == last[option]):
            chosen = option
            if n <= MOST_LABELLED:
                _widen(bands, given, frame, obstacles, room - used)
            break
    if chosen == "density":
        for band in bands:
            band.placed, band.rows, band.pitch = (
                Placed([], []),
                1,
                min(_DENSITY, max(8.0, (room - fixed) / max(1, len(bands)))),
            )
    return Lanes(chosen, bands, _stack(bands, exact))


def _widen(
    bands: list[Band],
    marks: Sequence[Sequence[Mark]],
    frame: tuple[float, float],
    obstacles: Sequence[tuple[float, float]],
    room: float,
) -> None:
    """Give rows to the lanes where they let the most labels in, while there is room."""
    stuck: set[int] = set()
    pitch = bands[0].pitch
    while room >= pitch:
        waiting = [n for n, band in enumerate(bands) if band.placed.unlabelled and n not in stuck and marks[n]]
        if not waiting:
            return
        n = max(waiting, key=lambda n: bands[n].placed.unlabelled)
        for rows in (bands[n].rows + 1, bands[n].rows + 2):
            tried = place(marks[n], rows, frame, obstacles, bands[n].reach)
            cost = (rows - bands[n].rows) * pitch
            # A row of small marks has to earn its place with more than one label.
            least = 3 * (rows - bands[n].rows) if bands[n].reach else 1
            if bands[n].placed.unlabelled - tried.unlabelled >= least and cost <= room:
                bands[n].placed, bands[n].rows = tried, rows
                room -= cost
                break
        else:
            stuck.add(n)


def _stack(bands: list[Band], exact: float | None) -> float:
    heights = [band.name + 2 * PADDING + band.rows * band.pitch for band in bands]
    total = HEADER + sum(heights)
    spare = max(0.0, (exact or total) - total) / max(1, len(bands))
    top = HEADER
    for band, height in zip(bands, heights, strict=True):
        band.top, band.bottom = top, top + height + spare
        top = band.bottom
    return max(total, exact or 0.0)
