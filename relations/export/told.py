"""Events with their sources, as every export tells them: headline, date in words, the sentence of each source."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pandas as pd

from relations.charts.headlines import place_name
from relations.charts.safe_text import clean
from relations.views.quotes import place_of_date
from relations.views.scene import Row, Scene, text

_QUOTE = 4000


@dataclass(frozen=True, slots=True)
class Source:
    """One sentence of one article."""

    article_id: str
    quote: str
    at: tuple[int, int] | None  # where the date's words stand in the quote
    status: str
    title: str | None
    publisher: str | None
    published: str | None  # EDTF
    language: str | None
    url: str | None

    def line(self, scene: Scene) -> str:
        """Return publisher, day and title in one line."""
        day = scene.say.date(self.published) if self.published else scene.say("no date")
        return " · ".join(part for part in (self.publisher, day, self.title) if part)


@dataclass(frozen=True, slots=True)
class Told:
    """One event as a reader is told of it."""

    row: Row
    event_id: str
    headline: str
    date: str | None  # EDTF
    when: str  # in the reader's language
    place: str | None
    sectors: tuple[str, ...]  # codes
    people: tuple[str, ...]  # names
    sources: tuple[Source, ...]

    def value(self, column: str) -> str | None:
        """Return a cell of the event as text."""
        return text(self.row[column])


def told(scene: Scene, events: pd.DataFrame | None = None) -> Iterator[Told]:
    """Yield the events that a scene shows, from early to late, the undated last.

    Parameters
    ----------
    scene : Scene
    events : pandas.DataFrame, optional
        Some of them.
    """
    events = scene.shown.events if events is None else events
    about = scene.archive.dossier.articles.set_index("article_id")
    said: dict[str, list[Source]] = {}
    for row in scene.shown.evidence.to_dict("records"):
        if row["article_id"] in about.index:
            said.setdefault(str(row["event_id"]), []).append(_source(row, about.loc[row["article_id"]]))
    sectors = scene.shown.event_sectors.groupby("event_id")["sector"].agg(tuple).to_dict()
    people = scene.shown.event_people.groupby("event_id")["person_id"].agg(tuple).to_dict()
    ordered = events.sort_values(["earliest", "latest", "event_id"], na_position="last")
    for event in ordered.to_dict("records"):
        name, date, place = str(event["event_id"]), text(event["date"]), text(event["place"])
        yield Told(
            event, name, clean(scene.headline(event)), date, scene.say.date(date) if date else scene.say("no date"),
            clean(place_name(place, scene.say.language)) if place else None, sectors.get(name, ()),
            tuple(clean(scene.label("people", one)) for one in people.get(name, ())),
            tuple(sorted(said.get(name, ()), key=lambda one: (one.published or "9999", one.article_id))),
        )  # fmt: skip


def _source(row: Row, article: pd.Series) -> Source:
    quote, start = str(row["quote"]), row["date_start"]
    at = place_of_date(
        quote, int(str(row["start"])), text(row["date_text"]), None if pd.isna(start) else int(str(start))
    )
    known = {name: text(article[name]) for name in ("title", "publisher", "published", "language", "url")}
    title, publisher = known["title"], known["publisher"]
    return Source(
        str(row["article_id"]), quote[:_QUOTE], at if at and at[1] <= _QUOTE else None, str(row["status"]),
        clean(title, 300) if title else None, clean(publisher) if publisher else None, known["published"],
        known["language"], known["url"],
    )  # fmt: skip
