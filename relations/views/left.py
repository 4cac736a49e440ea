"""The tables that a selection leaves, each cut out when it is first asked for."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

import numpy as np
import pandas as pd

from relations.charts.sector_counts import SectorCounts
from relations.views.filters import Selection, keep
from relations.views.positions import Mask, Positions, Source, reached


class Counted(NamedTuple):
    """What a number on the page counts: which events, or which articles."""

    events: Mask | None = None
    articles: Mask | None = None


class Tables:
    """The tables that the page shows, after filtering; each is cut out when it is first asked for.

    Parameters
    ----------
    positions : Positions
        Of the tables to filter.
    kept : array of bool, optional
        Which events stay; all, and every article, where left out.
    languages : frozenset of str
        Where given, only articles in these languages stay.
    among : array of bool, optional
        Where given, only these articles stay.
    untold : bool
        Whether articles stay that tell none of the events.
    """

    def __init__(
        self,
        positions: Positions,
        kept: Mask | None = None,
        languages: frozenset[str] = frozenset(),
        among: Mask | None = None,
        untold: bool = False,
    ) -> None:
        self.positions = positions
        self.kept = kept
        # Made when they are first asked for.
        self.counts: SectorCounts | None = None
        self.groups: pd.DataFrame | None = None
        self.article_groups: pd.DataFrame | None = None
        self._languages, self._among, self._untold = languages, among, untold

    @cached_property
    def events(self) -> pd.DataFrame:
        """The events that stay."""
        events = self.positions.source.events
        return events if self.kept is None else events[self.kept]

    @cached_property
    def evidence(self) -> pd.DataFrame:
        """Their evidence."""
        return self._of("evidence")

    @cached_property
    def event_sectors(self) -> pd.DataFrame:
        """Their sectors."""
        return self._of("event_sectors")

    @cached_property
    def event_people(self) -> pd.DataFrame:
        """Their people."""
        return self._of("event_people")

    @cached_property
    def articles(self) -> pd.DataFrame:
        """The articles that tell an event that stays; all where no filter is set, also those without events."""
        articles = self.positions.source.articles
        return articles if self.articles_kept is None else articles[self.articles_kept]

    @cached_property
    def articles_kept(self) -> Mask | None:
        """Which articles stay; all where ``None``."""
        places = self.positions
        if self.kept is None:
            return None
        if self._untold:
            mask = np.ones(len(places.source.articles), dtype=bool)
        else:
            told = places.articles_of_evidence()[places.left("evidence", self.kept)]
            mask = reached(len(places.source.articles), told)
        if self._languages:
            mask &= places.among("articles", "language", self._languages)
        return mask if self._among is None else mask & self._among

    def _of(self, name: str) -> pd.DataFrame:
        table: pd.DataFrame = getattr(self.positions.source, name)
        return table if self.kept is None else table[self.positions.left(name, self.kept)]


def apply(
    source: Source,
    selection: Selection,
    texts: pd.Series[str] | None = None,
    positions: Positions | None = None,
    among: Sequence[Counted] = (),
) -> Tables:
    """Return the tables that a selection leaves.

    An article stays where it tells an event that stays; without a filter of events every article stays, also one
    without events.

    Parameters
    ----------
    source, selection, texts, positions
        As for `keep`.
    among : sequence of Counted
        What the names in ``selection.among`` count.

    Returns
    -------
    Tables
        New frames; those given are not changed.
    """
    places = positions or Positions(source)
    if not selection.active:
        return Tables(places)
    kept = keep(source, selection, texts, places).to_numpy()
    articles: Mask | None = None
    for found in among:
        if found.events is not None:
            kept = kept & found.events
        if found.articles is not None:
            articles = found.articles if articles is None else articles & found.articles
    # An article without events stays where articles alone are chosen: by their language, or by what a number counts.
    untold = not selection.dropped("among").dropped("languages").active
    untold &= all(found.events is None for found in among)
    if articles is not None:
        kept = kept & places.with_rows("evidence", np.append(articles, False)[places.articles_of_evidence()])
    return Tables(places, kept, selection.languages, articles, untold)
