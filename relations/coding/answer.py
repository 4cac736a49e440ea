"""What was coded of one article as the JSON that programs and the evaluation read."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from relations.coding import code
from relations.errors import RelationsError


def answer(article: dict[str, Any]) -> dict[str, Any]:
    """Code one article.

    Parameters
    ----------
    article : dict
        ``text``, and where known ``id`` and ``published`` (EDTF).

    Returns
    -------
    dict
        ``id``, ``article``, ``dates``, ``events``, ``sectors``, ``people`` and ``figures``; offsets in
        characters into the text. Events without a date stand in ``undated``.

    Examples
    --------
    >>> answer({"id": "1", "text": "The embassy was opened in Islamabad in 1994."})["events"][0]["date"]
    '1994'
    """
    from relations.articles import header

    text = article["text"]
    head = header(text)
    coded = code(text, article.get("published") or head.published, head.language, head.body_start)
    events = [
        {
            "date": row.date,
            "type": row.type,
            "status": row.status,
            "sectors": list(row.sectors),
            "people": list(row.people),
            "countries": list(row.countries),
            "place": row.place,
            "summary": row.summary,
            "confidence": row.confidence,
            "rule": row.rule,
            "evidence": {"start": row.start, "end": row.end},
        }
        for row in coded.events
    ]
    return {
        "id": article.get("id"),
        "article": {"published": coded.published or "", "language": coded.language, "title": head.title},
        "dates": [
            {"text": row.text, "start": row.start, "end": row.end, "edtf": row.edtf, "rule": row.rule}
            for row in coded.dates
        ],
        "events": [event for event in events if event["date"] and event["status"] != "cancelled"],
        "undated": [event for event in events if not event["date"]],
        "cancelled": [event for event in events if event["status"] == "cancelled"],
        "sectors": sorted({row.code for row in coded.sectors}),
        "people": [
            {
                "name_as_written": row.name_as_written,
                "name": row.name,
                "role": row.role,
                "country": row.country,
                "start": row.start,
                "end": row.end,
            }
            for row in coded.people
        ],
        "figures": [
            {
                "indicator": row.indicator,
                "value": row.value,
                "unit": row.unit,
                "currency": row.currency,
                "period": row.period,
                "status": row.status,
                "text": row.text,
                "start": row.start,
                "end": row.end,
            }
            for row in coded.figures
        ],
    }


def answers(lines: Iterable[str]) -> Iterator[dict[str, Any]]:
    """Code one article a line of JSON.

    A line that is no JSON object with a text is answered with its ``error``; the others are coded.

    Examples
    --------
    >>> next(answers(["nonsense"]))["error"]
    'line 1: expected a JSON object with a "text"'
    """
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            article = json.loads(line)
        except ValueError:
            article = None
        if not isinstance(article, dict) or not isinstance(article.get("text"), str):
            yield {"id": None, "error": f'line {number}: expected a JSON object with a "text"'}
            continue
        try:
            yield answer(article)
        except RelationsError as error:
            yield {"id": article.get("id"), "error": f"line {number}: {error}"}
