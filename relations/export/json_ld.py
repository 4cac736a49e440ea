"""Events and their sources as JSON-LD in the words of schema.org: Event, NewsArticle, Quotation."""

from __future__ import annotations

import json
from typing import Any

from relations import edtf
from relations.export.addresses import web_address
from relations.export.told import Source, Told, told
from relations.views.scene import Scene

_STATUS = {"planned": "EventScheduled", "cancelled": "EventCancelled"}


def json_ld(scene: Scene) -> str:
    """Return what a scene shows as JSON-LD.

    Parameters
    ----------
    scene : Scene

    Returns
    -------
    str
        A graph with an ``Event`` each, which is the ``subjectOf`` its quotations, and a ``NewsArticle`` each.
        ``startDate`` and ``endDate`` are as exact as the source's (ISO 8601, reduced precision); the EDTF text, which
        also holds what ISO 8601 cannot, stands beside them as a property.
    """
    events = list(told(scene))
    articles = {source.article_id: source for one in events for source in one.sources}
    graph = [_event(one, scene) for one in events] + [_article(articles[name]) for name in sorted(articles)]
    return json.dumps({"@context": "https://schema.org", "@graph": graph}, ensure_ascii=False, indent=1)


def _event(one: Told, scene: Scene) -> dict[str, Any]:
    entry: dict[str, Any] = {
        "@type": "Event",
        "@id": f"#{one.event_id}",
        "name": one.headline,
        "additionalType": f"#{one.row['type']}",
        "inLanguage": scene.say.language,
    }
    if status := _STATUS.get(str(one.row["status"])):
        entry["eventStatus"] = f"https://schema.org/{status}"
    if one.date:
        known = edtf.parts(one.date)
        entry |= {
            name: _iso(numbers) for name, numbers in (("startDate", known.first), ("endDate", known.last)) if numbers
        }
        entry["additionalProperty"] = {"@type": "PropertyValue", "propertyID": "EDTF", "value": one.date}
    if one.place:
        entry["location"] = {"@type": "Place", "name": one.place}
    if one.sectors:
        entry["about"] = [
            {"@type": "DefinedTerm", "termCode": code, "name": scene.label("sectors", code)} for code in one.sectors
        ]
    if one.people:
        entry["attendee" if one.row["status"] != "planned" else "contributor"] = [
            {"@type": "Person", "name": name} for name in one.people
        ]
    entry["subjectOf"] = [
        {"@type": "Quotation", "text": source.quote, "inLanguage": source.language,
         "isPartOf": {"@id": f"#{source.article_id}"}}
        for source in one.sources
    ]  # fmt: skip
    return entry


def _article(source: Source) -> dict[str, Any]:
    entry: dict[str, Any] = {"@type": "NewsArticle", "@id": f"#{source.article_id}", "headline": source.title}
    if source.published:
        known = edtf.parts(source.published)
        entry["datePublished"] = _iso(known.first) if known.first else None
    entry |= {"inLanguage": source.language, "url": web_address(source.url)}
    if source.publisher:
        entry["publisher"] = {"@type": "Organization", "name": source.publisher}
    return {name: value for name, value in entry.items() if value is not None}


def _iso(numbers: tuple[int, ...]) -> str:
    return "-".join(f"{number:0{4 if place == 0 else 2}d}" for place, number in enumerate(numbers))
