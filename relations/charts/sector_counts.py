"""Events counted once by sector, year and whether they are planned: what both charts of sectors are drawn from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from relations.charts.headlines import sector_label

PAST = ("occurred", "ongoing")


@dataclass(frozen=True, slots=True)
class SectorCounts:
    """The counts.

    Attributes
    ----------
    table : pandas.DataFrame
        ``sector``, ``year`` (0 where it is not known), ``planned``, ``n``. An event of two sectors counts in both;
        cancelled ones count nowhere.
    told : int
        Events with a sector.
    dated : int
        Of them known to the year.
    """

    table: pd.DataFrame
    told: int
    dated: int

    def by_sector(self, language: str = "en") -> pd.DataFrame:
        """Return ``sector``, ``label``, ``happened`` (or going on), ``planned``; the most frequent first."""
        sums = self._sums(self.table, ["sector"])
        sums["total"] = sums["happened"] + sums["planned"]
        sums = sums.sort_values(["total", "happened", "sector"], ascending=[False, False, True], ignore_index=True)
        return _labelled(sums, language, ["happened", "planned"])

    def by_year(self, language: str = "en") -> pd.DataFrame:
        """Return ``sector``, ``label``, ``year``, ``happened``, ``planned``; without events of no known year."""
        sums = self._sums(self.table[self.table["year"] > 0], ["sector", "year"])
        return _labelled(sums, language, ["year", "happened", "planned"])

    @staticmethod
    def _sums(table: pd.DataFrame, by: list[str]) -> pd.DataFrame:
        """Add up rows that agree in some columns; they stand together, as `SectorLinks` left them."""
        if table.empty:
            return table[by].assign(happened=table["n"], planned=table["n"])
        first = np.zeros(len(table), dtype=bool)
        for name in by:
            values = table[name].to_numpy(object)
            first[1:] |= values[1:] != values[:-1]
        first[0] = True
        number, planned = table["n"].to_numpy(), table["planned"].to_numpy()
        sums = {"happened": number * ~planned, "planned": number * planned}
        starts = np.flatnonzero(first)
        own = table[by].iloc[starts].reset_index(drop=True)
        return own.assign(**{name: np.add.reduceat(values, starts) for name, values in sums.items()})


def _labelled(sums: pd.DataFrame, language: str, columns: list[str]) -> pd.DataFrame:
    labels = [sector_label(code, language) for code in sums["sector"]]
    named = {"sector": sums["sector"].astype("str"), "label": pd.Series(labels, dtype="str", index=sums.index)}
    return pd.DataFrame(named | {name: sums[name].astype("int64") for name in columns})


class SectorLinks:
    """Which event has which sector, as numbers, to be counted again and again.

    Parameters
    ----------
    events : pandas.DataFrame
        ``event_id`` and ``status``; ``earliest`` and ``latest`` are used where there.
    event_sectors : pandas.DataFrame
        ``event_id``, ``sector``.

    Examples
    --------
    >>> events = pd.DataFrame({"event_id": ["e1", "e2"], "status": ["occurred", "planned"]})
    >>> links = SectorLinks(events, pd.DataFrame({"event_id": ["e1", "e2"], "sector": ["trade", "trade"]}))
    >>> links.counts().by_sector()[["happened", "planned"]].values.tolist()
    [[1, 1]]
    """

    def __init__(self, events: pd.DataFrame, event_sectors: pd.DataFrame) -> None:
        status = events["status"]
        planned, live = status.eq("planned").to_numpy(bool), status.isin([*PAST, "planned"]).to_numpy(bool)
        year = known_years(events)
        event = pd.Index(events["event_id"]).get_indexer(pd.Index(event_sectors["event_id"]))
        sector, names = pd.factorize(event_sectors["sector"], sort=True)
        there = (event >= 0) & (sector >= 0)
        there[there] = live[event[there]]
        self._names = np.asarray(names, dtype=object)
        self._event, sector = event[there].astype(np.int32), sector[there]
        self._first = int(year[year > 0].min()) if (year > 0).any() else 1
        own = np.where(year > 0, year - self._first + 1, 0)
        self._years = int(own.max()) + 1 if len(own) else 1
        key = (sector * self._years + own[self._event]) * 2 + planned[self._event]
        self._key = key.astype(np.int32)
        self._told = np.zeros(len(events), dtype=bool)
        self._told[self._event] = True
        self._dated = self._told & (year > 0)

    def counts(self, kept: npt.NDArray[np.bool_] | None = None) -> SectorCounts:
        """Return the counts of all events, or of those kept by a mask."""
        key = self._key if kept is None else self._key[kept[self._event]]
        sums = np.bincount(key, minlength=1)
        there = np.flatnonzero(sums)
        cell, planned = np.divmod(there, 2)
        sector, year = np.divmod(cell, self._years)
        table = pd.DataFrame(
            {"sector": pd.Series(self._names[sector] if len(sector) else [], dtype="str"),
             "year": np.where(year > 0, year + self._first - 1, 0), "planned": planned.astype(bool), "n": sums[there]}
        )  # fmt: skip
        told, dated = (mask if kept is None else mask & kept for mask in (self._told, self._dated))
        return SectorCounts(table, int(np.count_nonzero(told)), int(np.count_nonzero(dated)))


def known_years(events: pd.DataFrame) -> npt.NDArray[Any]:
    """Return the year of each event, 0 where its date can lie in two or is not known."""
    if "earliest" not in events:
        return np.zeros(len(events), dtype=np.int64)
    first, last = (events[column].to_numpy("datetime64[Y]") for column in ("earliest", "latest"))
    known = ~np.isnat(first) & (first == last)
    return np.where(known, first.astype("int64") + 1970, 0)


def counted(events: pd.DataFrame, event_sectors: pd.DataFrame) -> SectorCounts:
    """Return the counts of two tables."""
    return SectorLinks(events, event_sectors).counts()
