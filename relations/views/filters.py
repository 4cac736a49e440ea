"""What the reader chose, and the tables that are left of it: pure functions of frames, no widgets."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any
from urllib.parse import parse_qs, urlencode

import numpy as np
import pandas as pd

from relations.views.positions import Positions, Source

TEXT_LIMIT = 200
SURE = 0.8  # of the events that say so of themselves, so many are right


@dataclass(frozen=True, slots=True, repr=False)
class Selection:
    """The filters; an empty one lets everything through.

    Parameters
    ----------
    since, until : int or None
        First and last year; an event stays where its date can lie between them.
    types, sectors, people, languages, statuses : frozenset of str
        Codes; within one filter any of them is enough, between filters all must hold.
    among : frozenset of str
        Names of what a number on the page counts, see `relations.views.counted`; all must hold.
    reviewed : bool
        Only events that a person accepted or edited.
    sure : bool
        Only events whose confidence is `SURE` or more.
    text : str
        Words that all must occur in what the sources say of the event.
    """

    since: int | None = None
    until: int | None = None
    types: frozenset[str] = frozenset()
    sectors: frozenset[str] = frozenset()
    people: frozenset[str] = frozenset()
    languages: frozenset[str] = frozenset()
    statuses: frozenset[str] = frozenset()
    among: frozenset[str] = frozenset()
    reviewed: bool = False
    sure: bool = False
    text: str = ""

    @property
    def active(self) -> bool:
        """Whether anything is filtered out."""
        return self != Selection()

    def toggled(self, name: str, value: str) -> Selection:
        """Return the selection with one code of a filter put in or taken out."""
        return replace(self, **{name: getattr(self, name) ^ {value}})

    def dropped(self, name: str) -> Selection:
        """Return the selection without one of its filters.

        Examples
        --------
        >>> Selection(since=1999, text="gas").dropped("since")
        Selection(text='gas')
        """
        plain = Selection()
        return replace(self, **{name: getattr(plain, name)}) if name in Selection.__slots__ else self

    @property
    def chosen(self) -> list[str]:
        """Names of the filters that let not everything through."""
        plain = Selection()
        return [field.name for field in fields(self) if getattr(self, field.name) != getattr(plain, field.name)]

    def __repr__(self) -> str:
        """Return only what is chosen."""
        return f"Selection({', '.join(f'{name}={getattr(self, name)!r}' for name in self.chosen)})"

    def query(self) -> dict[str, str]:
        """Return the selection as parameters of an address."""
        said: dict[str, str] = {}
        for field in fields(self):
            value = getattr(self, field.name)
            if isinstance(value, frozenset):
                value = ",".join(sorted(value))
            if value not in (None, "", False):
                said[field.name] = "1" if value is True else str(value)
        return said


CODED = ("types", "sectors", "people", "languages", "statuses")
LISTED = (*CODED, "among")


def year(text: str | None) -> int | None:
    """Return a year that somebody typed, or nothing where it is none.

    Examples
    --------
    >>> year("1992"), year("x"), year("99999")
    (1992, None, None)
    """
    text = (text or "").strip()
    if not (text.isascii() and text.isdigit()) or not date.min.year <= int(text) <= date.max.year:
        return None
    return int(text)


def from_address(search: str) -> tuple[Selection, dict[str, str]]:
    """Read the part of an address after the question mark.

    Returns
    -------
    Selection, dict of str to str
        The filters, and the parameters that are no filter (``lang``, ``event``). What cannot be read is left out:
        an address is typed by people and never an error.

    Examples
    --------
    >>> from_address("?sectors=trade,energy&since=1999&lang=kk")[0].since
    1999
    """
    given = {key: values[-1] for key, values in parse_qs(search.removeprefix("?")[:4000]).items()}
    chosen: dict[str, Any] = {
        name: frozenset(code for code in given.pop(name).split(",") if code) for name in LISTED if name in given
    }
    for name in ("since", "until"):
        if name in given:
            chosen[name] = year(given.pop(name))
    if "text" in given:
        chosen["text"] = given.pop("text")[:TEXT_LIMIT]
    for name in ("reviewed", "sure"):
        if name in given:
            chosen[name] = given.pop(name) == "1"
    return Selection(**chosen), given


def to_address(selection: Selection, **others: str | None) -> str:
    """Return the address that restores a selection.

    Examples
    --------
    >>> to_address(Selection(since=1999), lang="kk", event=None)
    '?lang=kk&since=1999'
    """
    said = {key: value for key, value in others.items() if value} | selection.query()
    return "?" + urlencode(said, safe=",") if said else ""


def fold(text: str) -> str:
    """Return text as it is compared when searching: no case, no compatibility forms.

    Examples
    --------
    >>> fold("ИСЛАМАБАД")
    'исламабад'
    """
    return unicodedata.normalize("NFKC", text).casefold()


def haystack(source: Source) -> pd.Series[str]:
    """Return what is searched for each event: its summary, place, quotes and the titles of its articles.

    Returns
    -------
    pandas.Series
        Folded text, by ``event_id``.
    """
    told = source.evidence[["event_id", "quote"]].assign(
        title=source.evidence["article_id"].map(source.articles.set_index("article_id")["title"])
    )
    text = told["quote"].fillna("") + "\n" + told["title"].fillna("")
    quotes = text.groupby(told["event_id"]).agg("\n".join)
    events = source.events.set_index("event_id")
    own = events["summary"].fillna("") + "\n" + events["place"].fillna("")
    return (own + "\n" + quotes.reindex(own.index).fillna("")).map(fold).astype(str)


def keep(
    source: Source, selection: Selection, texts: pd.Series[str] | None = None, positions: Positions | None = None
) -> pd.Series[bool]:
    """Say which events the selection lets through.

    Parameters
    ----------
    source : Source
        The tables.
    selection : Selection
        The filters.
    texts : pandas.Series, optional
        `haystack` of the same tables, where it is kept between calls.
    positions : Positions, optional
        Of the same tables, where they are kept between calls.

    Returns
    -------
    pandas.Series of bool
        In the order of ``source.events``.
    """
    events, places = source.events, positions or Positions(source)
    kept = np.ones(len(events), dtype=bool)
    if selection.since is not None:
        kept &= places.once("last-year", lambda: _years(events, "latest", 9999)) >= selection.since
    if selection.until is not None:
        kept &= places.once("first-year", lambda: _years(events, "earliest", 0)) <= selection.until
    if selection.since is not None or selection.until is not None:
        kept &= places.once("dated", lambda: events["date"].notna().to_numpy())
    if selection.types:
        kept &= places.among("events", "type", selection.types)
    if selection.statuses:
        chosen = selection.statuses
        kept &= places.among("events", "status", chosen) | places.among("events", "outcome", chosen)
    if selection.reviewed:
        kept &= places.among("events", "review", ("accepted", "edited"))
    if selection.sure:
        kept &= places.once("sure", lambda: (events["confidence"] >= SURE).to_numpy())
    for codes, table, column in (
        (selection.sectors, "event_sectors", "sector"),
        (selection.people, "event_people", "person_id"),
    ):
        if codes:
            kept &= places.with_rows(table, places.among(table, column, codes))
    if selection.languages:
        spoken = np.append(places.among("articles", "language", selection.languages), False)
        kept &= places.with_rows("evidence", spoken[places.articles_of_evidence()])
    if words := fold(selection.text).split():
        texts = haystack(source) if texts is None else texts
        hit = pd.Series(True, index=texts.index)
        for word in words:
            hit &= texts.str.contains(word, regex=False)
        kept &= hit.reindex(events["event_id"]).to_numpy(dtype=bool)
    return pd.Series(kept, index=events.index, dtype=bool)


def _years(events: pd.DataFrame, column: str, unknown: int) -> Any:
    return events[column].dt.year.fillna(unknown).to_numpy(dtype="int16")
