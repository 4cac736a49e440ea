"""Everything that one moment of the page is made from: the dossier, what the reader chose, and the words."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from relations.charts.groups import Groups, amount
from relations.charts.headlines import headline, names_by_event
from relations.charts.overview import Overview, overview
from relations.charts.people_meetings import meetings
from relations.charts.press import press_of
from relations.charts.sector_counts import SectorCounts, SectorLinks
from relations.charts.timeline_lanes import MOST_MARKS
from relations.dossier import Dossier
from relations.views.counted import counted, without
from relations.views.filters import Selection, haystack
from relations.views.headlines import relations_since, top_visits
from relations.views.left import Counted, Tables, apply
from relations.views.positions import Positions, reached
from relations.views.words import Words

Window = tuple[date, date]  # first and last day shown on the timeline
VIEWS = ("timeline", "list", "both")
Row = dict[Hashable, Any]  # one row of a table, by its columns


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
        How panels stand, see `relations.dashboard.states`.
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

    @cached_property
    def say(self) -> Words:
        """The words of the interface."""
        return Words(self.language)

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
        """The events that are shown, counted by sector and year."""
        return self.archive.sector_counts(self.selection)

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
