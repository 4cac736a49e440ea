"""Everything that one moment of the page is made from: the dossier, what the reader chose, and the words."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from relations.charts.headlines import headline
from relations.charts.overview import Overview, overview
from relations.charts.sector_counts import SectorCounts
from relations.views.archive import Archive, Window
from relations.views.counted import without
from relations.views.filters import Selection
from relations.views.left import Tables
from relations.views.positions import reached
from relations.views.words import Words

VIEWS = ("timeline", "list", "both")
Row = dict[Hashable, Any]  # one row of a table, by its columns


@dataclass(frozen=True)
class Scene:
    """One moment of the page.

    Parameters
    ----------
    archive : Archive
        The dossier.
    selection : Selection
        The filters.
    language : str
        Language of the interface.
    event : str or None
        The event whose detail is open.
    widths : mapping of str to int
        Width in pixels of each chart's place, as the browser told; empty before it did.
    window : (datetime.date, datetime.date) or None
        Stretch of days that the timeline shows; all where ``None``.
    lanes : str
        What the lanes of the timeline stand for, one of `relations.charts.timeline_by.BY`.
    view : str
        One of `VIEWS`.
    listed : int
        How many events the list shows at most.
    states : mapping of str to str
        How panels stand, see `relations.views.states`.
    paper : bool
        Whether lists have the rows, too, that only paper shows.
    """

    archive: Archive
    selection: Selection = field(default_factory=Selection)
    language: str = "en"
    event: str | None = None
    widths: Mapping[str, int] = field(default_factory=dict)
    window: Window | None = None
    lanes: str = "kind"
    view: str = "timeline"
    listed: int = 60
    states: Mapping[str, str] = field(default_factory=dict)
    paper: bool = False

    @cached_property
    def say(self) -> Words:
        """The words of the interface."""
        return Words(self.language)

    def looks(self, *fields: str) -> tuple[Hashable, ...]:
        """Return what stands in some fields, to be compared with another scene's."""
        told = (getattr(self, field) for field in fields)
        return tuple(tuple(sorted(one.items())) if isinstance(one, Mapping) else one for one in told)

    @cached_property
    def shown(self) -> Tables:
        """The tables after filtering."""
        return self.archive.filtered(self.selection)

    def but(self, group: str) -> Tables:
        """Return the tables without what a number of a group narrowed them to: what that group counts."""
        chosen = self.selection
        return self.archive.filtered(replace(chosen, among=without(chosen.among, group)))

    @cached_property
    def sector_counts(self) -> SectorCounts:
        """The events by sector and year, without the filter by sector: charts offer every sector to be chosen."""
        return self.archive.sector_counts(replace(self.selection, sectors=frozenset()))

    @cached_property
    def in_order(self) -> npt.NDArray[np.intp]:
        """The places in the dossier of the events that are shown, from early to late."""
        order, kept = self.archive.order, self.shown.kept
        return order if kept is None else order[kept[order]]

    def events_at(self, places: npt.NDArray[np.intp]) -> pd.DataFrame:
        """Return some rows of the dossier's events."""
        return self.archive.dossier.events.iloc[places]

    def events_told(self, articles: pd.Index) -> pd.Series[int]:
        """Return how many of the events that are shown some articles tell, given by their rows in the dossier."""
        told, places, kept = self.archive.dossier, self.archive.positions, self.shown.kept
        wanted = reached(len(told.articles), np.asarray(articles, dtype=np.int32))
        rows = np.append(wanted, False)[places.articles_of_evidence()]
        if kept is not None:
            rows &= places.left("evidence", kept)
        return told.evidence[rows].groupby("article_id")["event_id"].nunique()

    @cached_property
    def whole(self) -> Overview | None:
        """The whole span of the events that are shown, as counts; ``None`` where none has a date."""
        told = self.archive.dossier
        made: Overview | None = self.archive.once(
            "overview", self.selection, lambda: overview(self.shown.events, told.today)
        )
        return made

    @cached_property
    def labels(self) -> dict[str, dict[str, str]]:
        """Labels of kinds, sectors, lanes and people in the language of the interface."""
        books = {name: self.archive.labels(name, self.say.language) for name in ("event_types", "sectors", "lanes")}
        return books | {"people": self.archive.people(self.say.language)}

    def label(self, book: str, code: Any) -> str:
        """Return one label; the code itself where the codebook lacks it."""
        return self.labels[book].get(code, "" if pd.isna(code) else str(code))

    def headline(self, event: Row) -> str:
        """Return an event in a few words of the reader's language: what kind, who, where."""
        told = {str(column): value for column, value in event.items()}
        return headline(told, self.archive.names(self.say.language).get(str(event["event_id"]), ()), self.say.language)

    @cached_property
    def title(self) -> str:
        """The title of the dossier in the language of the interface."""
        settings = self.archive.dossier.settings
        named = " – ".join(self.say.country(code) for code in settings.countries)
        return settings.title.get(self.say.language, named)


def text(value: Any) -> str | None:
    """Return a cell of a table as text; ``None`` where it is missing.

    Examples
    --------
    >>> text(float("nan")) is None, text("x")
    (True, 'x')
    """
    return None if pd.isna(value) else str(value)
