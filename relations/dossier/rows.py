"""Articles, what was coded of them, and merged events → the rows of every table."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

import pandas as pd

from relations import codebook, edtf
from relations.articles import Article
from relations.coding import Coded
from relations.merging import Event
from relations.merging.identity import rule
from relations.merging.people import Person
from relations.reviews import Reviewed
from relations.sources import Problem
from relations.tables import frame

Row = dict[str, Any]
_LANGUAGES = ("en", "kk", "ru", "ur")


@dataclass(frozen=True, slots=True)
class Material:
    """All that the tables are made of."""

    articles: list[tuple[Article, Coded]]
    events: list[Reviewed]
    people: list[Person]
    problems: list[Problem]
    coder_version: str


def _span(when: str | None) -> Row:
    span = edtf.span(when) if when else edtf.Span(None, None)
    return {"earliest": span.earliest, "latest": span.latest}


def tables(material: Material) -> dict[str, pd.DataFrame]:
    """Return every table of the dossier.

    Parameters
    ----------
    material : Material

    Returns
    -------
    dict of str to pandas.DataFrame
        As their contracts say (``relations/tables/contracts.toml``).

    Examples
    --------
    >>> sorted(tables(Material([], [], [], [], "0")))[:3]
    ['article_people', 'article_sectors', 'articles']
    """
    made = {
        "articles": [_article(article, coded, material.coder_version) for article, coded in material.articles],
        "events": [_event(one) for one in material.events],
        "evidence": [row for one in material.events for row in _evidence(one.event)],
        "event_sectors": [
            {"event_id": one.event.event_id, "sector": sector}
            for one in material.events
            for sector in one.value("sectors").split()
        ],
        "event_people": [
            {"event_id": one.event.event_id, "person_id": person}
            for one in material.events
            for person in one.value("people").split()
        ],
        "article_sectors": [row for article, coded in material.articles for row in _sectors(article, coded)],
        "article_people": [row for person in material.people for row in _mentions(person)],
        "dates": [
            {
                "article_id": article.article_id,
                "start": row.start,
                "end": row.end,
                "text": row.text,
                "date": row.edtf,
                **_span(row.edtf),
                "rule": row.rule,
            }
            for article, coded in material.articles
            for row in coded.dates
        ],
        "people": _people(material),
        "figures": [row for article, coded in material.articles for row in _figures(article, coded)],
        **_codebook(),
        "problems": list(
            {
                (p.file, p.place, p.reason): {"file": p.file, "place": p.place, "reason": p.reason, "advice": p.advice}
                for p in material.problems
            }.values()
        ),
    }
    return {name: frame(name, rows) for name, rows in made.items()}


def _article(article: Article, coded: Coded, version: str) -> Row:
    return {
        "article_id": article.article_id,
        "title": article.title,
        "published": article.published,
        "time": article.time,
        "published_from": article.published_from,
        **_span(article.published),
        "language": article.language,
        "publisher": article.publisher,
        "author": article.author,
        "url": article.url,
        "urls": " ".join(article.urls) or None,
        "countries": " ".join(coded.countries) or None,
        "file": article.file,
        "sha256": article.sha256,
        "coder_version": version,
        "text": article.text or None,
    }


def _event(reviewed: Reviewed) -> Row:
    event = reviewed.event
    kind = codebook.event_types()[event.type]
    statements = event.statements
    countries = sorted({code for one in statements for code in one.event.countries})
    return {
        "event_id": event.event_id,
        "date": event.date,
        **_span(event.date),
        "precision": edtf.precision(event.date) if event.date else None,
        "type": event.type,
        "lane": kind.lane,
        "plover": kind.plover,
        "cameo": kind.cameo,
        "status": event.status,
        "commitment": rule(event.type).promise
        and (event.announced is not None or any(one.event.status == "planned" for one in statements)),
        "announced": event.announced,
        "fulfilled_by": event.fulfilled_by,
        "summary": reviewed.summary or event.best.event.summary,
        "summary_language": event.best.language,
        "place": event.place,
        "countries": " ".join(countries) or None,
        "n_articles": len({one.article_id for one in statements}),
        "languages": " ".join(sorted({one.language for one in statements})),
        "disagreement": event.disagreement,
        # Independent articles that state the same make it surer than any one of them.
        "confidence": round(1 - _doubt(event), 3),
        "review": reviewed.review,
    }


def _doubt(event: Event) -> float:
    surest: dict[str, float] = defaultdict(float)
    for one in event.statements:
        surest[one.article_id] = max(surest[one.article_id], one.event.confidence)
    doubt = 1.0
    for confidence in surest.values():
        doubt *= 1 - confidence
    return max(doubt, 0.01)


def _evidence(event: Event) -> list[Row]:
    rows: dict[tuple[Any, ...], Row] = {}
    for one in event.statements:
        row = {
            "event_id": event.event_id,
            "article_id": one.article_id,
            "start": one.event.start,
            "end": one.event.end,
            "quote": one.quote,
            "date_text": one.event.date_text,
            "date_start": one.event.date_start,
            "date_end": one.event.date_end,
            "date": one.event.date,
            "type": one.event.type,
            "status": one.event.status,
            "rule": one.event.rule,
            "confidence": one.event.confidence,
            "key": one.key,
            "statement_id": one.statement_id,
        }
        rows.setdefault((row["article_id"], row["start"], row["type"], row["date_start"]), row)
    return list(rows.values())


def _sectors(article: Article, coded: Coded) -> list[Row]:
    return [
        {
            "article_id": article.article_id,
            "sector": row.code,
            "start": row.start,
            "end": row.end,
            "quote": article.text[row.start : row.end],
            "rule": row.rule,
        }
        for row in coded.sectors
    ]


def _mentions(person: Person) -> list[Row]:
    return [
        {
            "article_id": mention.article_id,
            "person_id": person.person_id,
            "name_as_written": mention.row.name_as_written,
            "role": mention.row.role,
            "country": mention.row.country,
            "start": mention.row.start,
            "end": mention.row.end,
            "rule": mention.row.rule,
        }
        for mention in person.mentions
    ]


def _people(material: Material) -> list[Row]:
    events: dict[str, int] = defaultdict(int)
    for reviewed in material.events:
        for person_id in reviewed.value("people").split():
            events[person_id] += 1
    return [
        {
            "person_id": person.person_id,
            "name": person.name,
            **{f"name_{language}": person.spellings.get(language) for language in _LANGUAGES},
            "role": person.role,
            "country": person.country,
            "n_articles": len({mention.article_id for mention in person.mentions}),
            "n_events": events[person.person_id],
        }
        for person in material.people
    ]


def _figures(article: Article, coded: Coded) -> list[Row]:
    return [
        {
            "figure_id": f"{article.article_id}-{row.start}-{row.end}",
            "indicator": row.indicator,
            "value": row.value,
            "unit": row.unit,
            "currency": row.currency,
            "period": row.period,
            **_span(row.period),
            "status": row.status,
            "article_id": article.article_id,
            "start": row.start,
            "end": row.end,
            "quote": row.text,
            "rule": row.rule,
        }
        for row in coded.figures
    ]


def _codebook() -> dict[str, list[Row]]:
    def labels(entry: Any) -> Row:
        return {"code": entry.code, **{f"label_{language}": entry.label[language] for language in _LANGUAGES}}

    return {
        "sectors": [{**labels(entry), "dac": " ".join(entry.dac) or None} for entry in codebook.sectors().values()],
        "event_types": [
            {**labels(entry), "lane": entry.lane, "plover": entry.plover, "cameo": entry.cameo}
            for entry in codebook.event_types().values()
        ],
        "lanes": [labels(entry) for entry in codebook.lanes().values()],
    }
