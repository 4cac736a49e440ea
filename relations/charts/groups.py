"""Very many rows as few that each stand for several: those of one lane and status, say, and of the same months."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

WEIGHT = "n_rows"  # how many rows a row stands for; a table without it has one a row
MONTHS = ("earliest", "latest")
_NONE = np.iinfo(np.int64).min


class Groups:
    """Rows of a table grouped once, to be counted for each selection.

    Parameters
    ----------
    table : pandas.DataFrame
        Has ``earliest`` and ``latest``; of these only the months are kept.
    columns : sequence of str
        What else rows of one group share.

    Examples
    --------
    >>> events = pd.DataFrame({"lane": ["visits"] * 2, "earliest": pd.to_datetime(["1992-02-01", "1992-02-05"]),
    ...     "latest": pd.to_datetime(["1992-02-29", "1992-02-05"])})
    >>> Groups(events, ["lane"]).counted()[["earliest", "n_rows"]].astype(str).values.tolist()
    [['1992-02-01', '2']]
    """

    def __init__(self, table: pd.DataFrame, columns: Sequence[str]) -> None:
        coded: list[tuple[Any, Any]] = [pd.factorize(table[name], sort=True) for name in columns]
        coded += [_months(table[name]) for name in MONTHS]
        key = np.zeros(len(table), dtype=np.int64)
        for codes, values in coded:
            key = key * (len(values) + 1) + codes + 1  # what is missing has the code -1
        rest, group = np.unique(key, return_inverse=True)
        self._group = group.astype(np.int32)
        made: dict[str, Any] = {}
        for name, (_, values) in reversed(list(zip([*columns, *MONTHS], coded, strict=True))):
            rest, at = np.divmod(rest, len(values) + 1)
            if name in MONTHS:
                made[name] = _days(np.append(_NONE, values)[at], int(name == "latest"))
            else:
                made[name] = pd.Series(np.append(np.array([None], dtype=object), values)[at], dtype="str")
        self._rows = pd.DataFrame({name: made[name] for name in [*columns, *MONTHS]})

    def counted(self, kept: npt.NDArray[np.bool_] | None = None) -> pd.DataFrame:
        """Return the groups of all rows, or of those kept by a mask, with how many rows each has."""
        sums = np.bincount(self._group if kept is None else self._group[kept], minlength=len(self._rows))
        there = np.flatnonzero(sums)
        return self._rows.iloc[there].assign(**{WEIGHT: sums[there]}).reset_index(drop=True)


def _months(column: pd.Series) -> tuple[npt.NDArray[np.intp], npt.NDArray[np.int64]]:
    """Return months since 1970 as codes, and what they stand for."""
    months = column.to_numpy("datetime64[M]").astype("int64")
    codes, values = pd.factorize(months, sort=True)
    if len(values) and values[0] == _NONE:
        return codes - 1, values[1:]
    return codes, values


def _days(months: npt.NDArray[np.int64], later: int) -> npt.NDArray[np.datetime64]:
    """Return the first days of months, or the last ones; none where there is no month."""
    known = months != _NONE
    at = np.where(known, months + later, 0).astype("datetime64[M]").astype("datetime64[D]") - later
    at[~known] = np.datetime64("NaT")
    return at.astype("datetime64[s]")


def amount(table: pd.DataFrame) -> int:
    """Return how many rows the rows of a table stand for."""
    return int(table[WEIGHT].sum()) if WEIGHT in table else len(table)


def numbers(table: pd.DataFrame, column: str) -> pd.Series:
    """Return how many rows each value of a column has."""
    return table.groupby(column)[WEIGHT].sum() if WEIGHT in table else table[column].value_counts()
