"""What the reader chose, and the tables that are left of it: pure functions of frames, no widgets."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any, Protocol
from urllib.parse import parse_qs, urlencode

import pandas as pd

TEXT_LIMIT = 200
SURE = 0.8  # of the events that say so of themselves, so many are right


class Source(Protocol):
    """What has the tables as attributes: a dossier, or `Tables`."""

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


@dataclass(frozen=True, slots=True)
class Selection:
    """The filters; an empty one lets everything through.

    Parameters
    ----------
    since, until : int or None
        First and last year; an event stays where its date can lie between them.
    types, sectors, people, languages, statuses : frozenset of str
        Codes; within one filter any of them is enough, between filters all must hold.
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
        name: frozenset(code for code in given.pop(name).split(",") if code) for name in CODED if name in given
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


@dataclass(frozen=True, slots=True)
class Tables:
    """The tables that the page shows, after filtering."""

    articles: pd.DataFrame
    events: pd.DataFrame
    evidence: pd.DataFrame
    event_sectors: pd.DataFrame
    event_people: pd.DataFrame


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


def keep(source: Source, selection: Selection, texts: pd.Series[str] | None = None) -> pd.Series[bool]:
    """Say which events the selection lets through.

    Parameters
    ----------
    source : Source
        The tables.
    selection : Selection
        The filters.
    texts : pandas.Series, optional
        `haystack` of the same tables, where it is kept between calls.

    Returns
    -------
    pandas.Series of bool
        In the order of ``source.events``.
    """
    events = source.events
    kept = pd.Series(True, index=events.index)
    if selection.since is not None:
        kept &= events["latest"].dt.year.fillna(9999).where(events["date"].notna()) >= selection.since
    if selection.until is not None:
        kept &= events["earliest"].dt.year.fillna(0).where(events["date"].notna()) <= selection.until
    if selection.types:
        kept &= events["type"].isin(selection.types)
    if selection.statuses:
        kept &= events["status"].isin(selection.statuses) | events["outcome"].isin(selection.statuses)
    if selection.reviewed:
        kept &= events["review"].isin(["accepted", "edited"])
    if selection.sure:
        kept &= events["confidence"] >= SURE
    for codes, table, column in (
        (selection.sectors, source.event_sectors, "sector"),
        (selection.people, source.event_people, "person_id"),
    ):
        if codes:
            kept &= events["event_id"].isin(table.loc[table[column].isin(codes), "event_id"])
    if selection.languages:
        articles = source.articles
        spoken = articles.loc[articles["language"].isin(selection.languages), "article_id"]
        told = source.evidence.loc[source.evidence["article_id"].isin(spoken), "event_id"]
        kept &= events["event_id"].isin(told)
    if words := fold(selection.text).split():
        texts = haystack(source) if texts is None else texts
        hit = pd.Series(True, index=texts.index)
        for word in words:
            hit &= texts.str.contains(word, regex=False)
        kept &= events["event_id"].isin(hit.index[hit])
    return kept


def apply(source: Source, selection: Selection, texts: pd.Series[str] | None = None) -> Tables:
    """Return the tables that a selection leaves.

    An article stays where it tells an event that stays; without a filter every article stays, also one without
    events.

    Returns
    -------
    Tables
        New frames; those given are not changed.
    """
    if not selection.active:
        return Tables(source.articles, source.events, source.evidence, source.event_sectors, source.event_people)
    events = source.events[keep(source, selection, texts)]
    left = events["event_id"]

    def of(table: pd.DataFrame) -> pd.DataFrame:
        return table[table["event_id"].isin(left)]

    evidence = of(source.evidence)
    articles = source.articles[source.articles["article_id"].isin(evidence["article_id"])]
    if selection.languages:
        articles = articles[articles["language"].isin(selection.languages)]
    return Tables(articles, events, evidence, of(source.event_sectors), of(source.event_people))
