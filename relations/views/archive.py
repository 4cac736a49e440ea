"""A dossier, and what is worked out of it once and used for every view."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from datetime import date
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from relations.charts.groups import Groups, amount
from relations.charts.headlines import names_by_event
from relations.charts.people_meetings import meetings
from relations.charts.press import press_of
from relations.charts.sector_counts import SectorCounts, SectorLinks
from relations.charts.timeline_lanes import MOST_MARKS
from relations.dossier import Dossier
from relations.views.counted import counted
from relations.views.filters import Selection, haystack
from relations.views.headlines import relations_since, top_visits
from relations.views.kept import Kept
from relations.views.left import Counted, Tables, apply
from relations.views.positions import Positions

Window = tuple[date, date]  # first and last day shown on the timeline


class Archive:
    """A dossier, and what is worked out of it once and used for every view.

    Parameters
    ----------
    dossier : Dossier
    """

    def __init__(self, dossier: Dossier) -> None:
        self.dossier = dossier
        self.kept: dict[Selection, Tables] = {}
        self.heights: dict[str, int] = {}
        self.drawn, self.written = Kept(), Kept()
        self.positions = Positions(dossier)
        self._names: dict[str, dict[str, list[str]]] = {}
        self._once: dict[str, tuple[Hashable, Any]] = {}
        self._counted: dict[str, Counted | None] = {}

    @cached_property
    def texts(self) -> pd.Series[str]:
        """What the text search looks through, by event."""
        return haystack(self.dossier)

    @cached_property
    def events(self) -> pd.DataFrame:
        """The events by ``event_id``."""
        return self.dossier.events.set_index("event_id", drop=False)

    @cached_property
    def order(self) -> npt.NDArray[np.intp]:
        """The places of the events from early to late, those without a date last."""
        told = self.dossier.events
        first, last = (told[name].fillna(pd.Timestamp.max.floor("s")).to_numpy() for name in ("earliest", "latest"))
        return np.lexsort((last, first))  # events of the same days stay by their identity

    def event_of(self, name: str | None) -> str | None:
        """Return the event that an address names: by its id, or by one that it bore in an earlier build."""
        if name is None or name in self.events.index:
            return name
        told = self.dossier.evidence
        found = told.loc[told["statement_id"].eq(name), "event_id"]
        return str(found.iloc[0]) if len(found) else None

    def filtered(self, selection: Selection) -> Tables:
        """Return what a selection leaves; the last few are remembered."""
        if selection not in self.kept:
            if len(self.kept) > 8:
                self.kept.clear()
            texts = self.texts if selection.text else None
            among = [found for name in sorted(selection.among) if (found := self.counted(name))]
            self.kept[selection] = apply(self.dossier, selection, texts, self.positions, among)
        return self.kept[selection]

    def once(self, name: str, key: Hashable, make: Callable[[], Any]) -> Any:
        """Return what is made from the tables for a key; of each name, what was made last is remembered."""
        kept = self._once.get(name)
        if kept is None or kept[0] != key:
            kept = self._once[name] = (key, make())
        return kept[1]

    def sector_counts(self, selection: Selection) -> SectorCounts:
        """Return how many events of a selection each sector has, by year; the last few are remembered."""
        found = self.filtered(selection)
        if found.counts is None:
            told = self.dossier
            links = self.positions.once("sectors", lambda: SectorLinks(told.events, told.event_sectors))
            found.counts = links.counts(found.kept)
        return found.counts

    def grouped(self, selection: Selection, window: Window | None) -> pd.DataFrame | None:
        """Return the groups of a selection's events where too many are in a window to be drawn one by one."""
        found = self.filtered(selection)
        number = len(self.dossier.events) if found.kept is None else int(np.count_nonzero(found.kept))
        if number <= MOST_MARKS:
            return None
        if found.groups is None:
            groups = self.positions.once("groups", lambda: Groups(self.dossier.events, ("lane", "status")))
            found.groups = groups.counted(found.kept)
        rows = found.groups[found.groups["earliest"].notna() | found.groups["latest"].notna()]
        if window is not None:
            first, last = map(pd.Timestamp, window)
            rows = rows[~(rows["latest"] < first) & ~(rows["earliest"] > last)]
        return found.groups if amount(rows) > MOST_MARKS else None

    def grouped_articles(self, selection: Selection) -> pd.DataFrame:
        """Return a selection's articles; as groups by language and month where they are very many."""
        found = self.filtered(selection)
        if len(self.dossier.articles) <= MOST_MARKS:
            return found.articles
        if found.article_groups is None:
            groups = self.positions.once("article groups", lambda: Groups(self.dossier.articles, ("language",)))
            found.article_groups = groups.counted(found.articles_kept)
        return found.article_groups

    def counted(self, name: str) -> Counted | None:
        """Return what a number on the page counts, by its name; the last few are remembered."""
        if name not in self._counted:
            if len(self._counted) > 16:
                self._counted.clear()
            self._counted[name] = counted(self, name)
        return self._counted[name]

    @cached_property
    def top_visits(self) -> pd.Series[str] | None:
        """The visits at the top of the last years; ``None`` where that cannot be known."""
        return top_visits(self.dossier, self.dossier.article_people, self.dossier.today)

    @cached_property
    def relations_since(self) -> tuple[str, date, str] | None:
        """Since when there are relations, and which event says so."""
        return relations_since(self.dossier.events)

    @cached_property
    def meetings(self) -> pd.DataFrame:
        """Who met whom, in the whole dossier."""
        return meetings(self.dossier.events, self.dossier.event_people, self.dossier.people)

    @cached_property
    def press(self) -> pd.Series[str]:
        """The country of each article's publisher."""
        return press_of(self.dossier.articles, self.dossier.settings.publishers)

    def names(self, language: str) -> dict[str, list[str]]:
        """Return the names of each event's people, or else sectors, in a language."""
        if language not in self._names:
            told = self.dossier
            self._names[language] = names_by_event(told.event_people, told.people, language, told.event_sectors)
        return self._names[language]

    def labels(self, table: str, language: str) -> dict[str, str]:
        """Return the labels of a codebook table in a language, by code."""
        book: pd.DataFrame = getattr(self.dossier, table)
        return dict(zip(book["code"], book[f"label_{language}"], strict=True))

    def people(self, language: str) -> dict[str, str]:
        """Return the names of people as that language writes them, or in Latin letters."""
        book = self.dossier.people
        names = book[f"name_{language}"].fillna(book["name"])
        return dict(zip(book["person_id"], names, strict=True))
