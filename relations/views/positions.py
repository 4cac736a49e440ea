"""Where the rows of one table stand in another, and codes as small numbers: worked out once for every filter."""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable
from typing import Any, Protocol, TypeVar

import numpy as np
import numpy.typing as npt
import pandas as pd

Mask = npt.NDArray[np.bool_]
Places = npt.NDArray[np.int32]
T = TypeVar("T")


class Source(Protocol):
    """What has the tables as attributes: a dossier, or what a filter leaves of one."""

    @property
    def articles(self) -> pd.DataFrame: ...
    @property
    def events(self) -> pd.DataFrame: ...
    @property
    def evidence(self) -> pd.DataFrame: ...
    @property
    def event_sectors(self) -> pd.DataFrame: ...
    @property
    def event_people(self) -> pd.DataFrame: ...


class Positions:
    """Rows of tables by their place, for masks instead of look-ups by text.

    Parameters
    ----------
    source : Source
        The tables; must not change afterwards.
    """

    def __init__(self, source: Source) -> None:
        self.source = source
        self._kept: dict[Hashable, Any] = {}

    def once(self, key: Hashable, make: Callable[[], T]) -> T:
        """Return what is made for a key, made only once."""
        if key not in self._kept:
            self._kept[key] = make()
        found: T = self._kept[key]
        return found

    def among(self, table: str, column: str, wanted: Collection[str]) -> Mask:
        """Say which rows of a table have one of some values in a column."""
        codes, known = self.once((table, column), lambda: _coded(getattr(self.source, table)[column]))
        # One place more, the last: a missing value has the code -1.
        hit = np.array([value in wanted for value in known] + [False], dtype=bool)
        found: Mask = hit[codes]
        return found

    def numbers(self, table: str, column: str, kept: Mask | None = None) -> dict[str, int]:
        """Return how many rows of a table have each value of a column; of those of kept events, where given."""
        codes, known = self.once((table, column), lambda: _coded(getattr(self.source, table)[column]))
        if kept is not None:
            codes = codes[kept if table == "events" else self.left(table, kept)]
        found = np.bincount(codes[codes >= 0], minlength=len(known))
        return dict(zip(known, found.tolist(), strict=True))

    def events_of(self, table: str) -> Places:
        """Return the place of the event of each row of a table; -1 where there is none."""
        return self.once(("event", table), lambda: self._found(table, "event_id", "events"))

    def articles_of_evidence(self) -> Places:
        """Return the place of the article of each row of evidence; -1 where there is none."""
        return self.once("article", lambda: self._found("evidence", "article_id", "articles"))

    def _found(self, table: str, column: str, target: str) -> Places:
        names = self.once(("index", target), lambda: pd.Index(getattr(self.source, target)[column]))
        found: Places = names.get_indexer(pd.Index(getattr(self.source, table)[column])).astype(np.int32)
        return found

    def with_rows(self, table: str, rows: Mask) -> Mask:
        """Say which events have a row among those of a table."""
        return reached(len(self.source.events), self.events_of(table)[rows])

    def left(self, table: str, kept: Mask) -> Mask:
        """Say which rows of a table belong to events that are kept."""
        return np.append(kept, False)[self.events_of(table)]


def count(mask: Mask, kept: Mask | None) -> int:
    """Return how many rows are in a mask and kept; all are kept where there is no other mask.

    Examples
    --------
    >>> count(np.array([True, True]), None), count(np.array([True, True]), np.array([False, True]))
    (2, 1)
    """
    return int(np.count_nonzero(mask if kept is None else mask & kept))


def reached(length: int, places: Places) -> Mask:
    """Return a mask with the places set; -1 stands for none.

    Examples
    --------
    >>> reached(3, np.array([0, -1, 0], dtype=np.int32)).tolist()
    [True, False, False]
    """
    mask = np.zeros(length + 1, dtype=bool)
    mask[places] = True
    return mask[:-1]


def _coded(column: pd.Series) -> tuple[npt.NDArray[np.integer[Any]], list[Any]]:
    """Return a column as codes of the smallest type, and what they stand for; a missing value is -1."""
    codes, known = pd.factorize(column)
    return codes.astype(np.min_scalar_type(-max(1, len(known)))), known.tolist()
