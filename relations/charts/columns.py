"""Many columns over time as one outline: a browser draws one path sooner than thousands of bars."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.float64]
Months = npt.NDArray[np.int64]


def outline(first: Months, months: int, low: Numbers, high: Numbers) -> tuple[list[str | None], list[float | None]]:
    """Return the outline of columns as corners: from one to the next first across, then up or down (``hv``).

    Parameters
    ----------
    first : array of int
        First month of each column since 1970, from early to late.
    months : int
        Months that a column is wide.
    low, high : array of float
        Its ends.

    Returns
    -------
    x : list of str or None
        Months; nothing between columns that stand apart.
    y : list of float or None

    Examples
    --------
    >>> x, y = outline(np.array([0, 1, 3]), 1, np.zeros(3), np.array([1.0, 2.0, 3.0]))
    >>> x
    ['1970-01', '1970-01', '1970-02', '1970-03', None, '1970-04', '1970-04', '1970-05']
    >>> y
    [0.0, 1.0, 2.0, 0.0, None, 0.0, 3.0, 0.0]
    """
    left, right = (np.datetime_as_string(at.astype("datetime64[M]")).tolist() for at in (first, first + months))
    x: list[str | None] = []
    y: list[float | None] = []
    for run in np.split(np.arange(len(first)), np.flatnonzero(first[1:] != first[:-1] + months) + 1):
        if not len(run):
            continue
        start, floors = left[run[0] : run[-1] + 1], low[run].tolist()
        x += [None] * bool(x) + [start[0], *start, right[run[-1]]]
        y += [None] * bool(y) + [floors[0], *high[run].tolist(), floors[-1]]
        if floors != floors[:1] * len(floors):  # and back along the lower ends
            x += start[::-1]
            y += [*floors[-2::-1], floors[0]]
    return x, y


def path(x: list[str | None], y: list[float | None]) -> str:
    """Write an outline as the path of a shape.

    Examples
    --------
    >>> path(["1970-01", "1970-01", "1970-02", None, "1970-04"], [0.0, 1.0, 0.0, None, 0.0])
    'M1970-01,0.0V1.0H1970-02V0.0ZM1970-04,0.0Z'
    """
    parts = []
    before: str | None = None
    for across, up in zip(x, y, strict=True):
        if across is None:
            parts.append("Z")
        elif before is None:
            parts.append(f"M{across},{up}")
        else:
            parts.append(f"V{up}" if across == before else f"H{across}V{up}")
        before = across
    return "".join(parts) + "Z" * bool(parts)


def middles(first: Months, months: int) -> npt.NDArray[np.datetime64]:
    """Return the day in the middle of each column.

    Examples
    --------
    >>> middles(np.array([0]), 1).astype(str).tolist()
    ['1970-01-16']
    """
    ends = [at.astype("datetime64[M]").astype("datetime64[D]").astype(np.int64) for at in (first, first + months)]
    return ((ends[0] + ends[1]) // 2).astype("datetime64[D]")
