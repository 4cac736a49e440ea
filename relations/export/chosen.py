"""What a document says of itself: its sections, the extent of what it shows, and the filters it was made with."""

from __future__ import annotations

from collections.abc import Collection

import pandas as pd

from relations.charts.words import listing
from relations.dashboard.filters import SURE
from relations.dashboard.outcomes import OUTCOMES, STATUSES
from relations.dashboard.scene import Scene
from relations.errors import ExportError

SECTIONS = ("figures", "timeline", "commitments", "sectors", "turnover", "coverage", "sources")


def chosen(sections: Collection[str]) -> tuple[str, ...]:
    """Return the sections wanted, in the order of documents.

    Raises
    ------
    ExportError
        If one is unknown.

    Examples
    --------
    >>> chosen(["sources", "figures"])
    ('figures', 'sources')
    """
    if unknown := [name for name in sections if name not in SECTIONS]:
        raise ExportError(f"{unknown[0]!r} is no section of a briefing; choose from {', '.join(SECTIONS)}")
    return tuple(name for name in SECTIONS if name in sections)


def extent(scene: Scene) -> list[str]:
    """Return how much is shown, which filters hold, and how it was read; a line each, in the reader's language."""
    say, shown = scene.say, scene.shown
    amount = " · ".join(
        [
            say.count("{n} event", "{n} events", len(shown.events)),
            say.count("{n} article", "{n} articles", len(shown.articles)),
            say.count("in {n} language", "in {n} languages", shown.articles["language"].nunique()),
        ]
    )
    return [
        amount,
        *filters(scene),
        say("Read by machine from the articles listed; check what matters against its source."),
    ]


def filters(scene: Scene) -> list[str]:
    """Return the filters that hold, a line each; none where the whole dossier is shown."""
    say, selection = scene.say, scene.selection
    statuses = STATUSES | OUTCOMES
    told: list[tuple[str, list[str]]] = []
    if scene.window:
        first, last = scene.window
        told.append((say("Period"), [say.date(f"{first.isoformat()}/{last.isoformat()}")]))
    if selection.since is not None:
        told.append((say("From year"), [str(selection.since)]))
    if selection.until is not None:
        told.append((say("To year"), [str(selection.until)]))
    for title, book, codes in (
        (say("Kinds"), "event_types", selection.types),
        (say("Sectors"), "sectors", selection.sectors),
        (say("People"), "people", selection.people),
    ):
        told.append((title, sorted(scene.label(book, code) for code in codes)))
    told.append((say("Languages of sources"), sorted(map(say.language_name, selection.languages))))
    told.append(
        (say("Status"), [say(statuses[code]) if code in statuses else code for code in sorted(selection.statuses)])
    )
    told.append((say("Search events and quotes"), [selection.text] if selection.text else []))
    lines = [
        say("{filter}: {chosen}", filter=title, chosen=listing(values, say.language))
        for title, values in told
        if values
    ]
    if selection.reviewed:
        lines.append(say("Reviewed only"))
    if selection.sure:
        lines.append(say("{share} sure or more", share=say.percent(SURE)))
    return lines


_BY_ARTICLE = ("article_sectors", "article_people", "dates", "figures")


def tables(scene: Scene) -> dict[str, pd.DataFrame]:
    """Return every table of the dossier, without the rows that the filters leave out.

    Examples
    --------
    >>> import relations
    >>> from relations.dashboard.scene import Archive
    >>> scene = Scene(Archive(relations.open("data/kazakhstan-pakistan")))  # doctest: +SKIP
    >>> list(tables(scene))[:2]  # doctest: +SKIP
    ['articles', 'events']
    """
    found = dict(scene.archive.dossier.tables)
    if not scene.selection.active:
        return found
    for name in ("articles", "events", "evidence", "event_sectors", "event_people"):
        found[name] = getattr(scene.shown, name)
    for name in _BY_ARTICLE:
        found[name] = found[name][found[name]["article_id"].isin(found["articles"]["article_id"])]
    named = {*found["event_people"]["person_id"], *found["article_people"]["person_id"]}
    found["people"] = found["people"][found["people"]["person_id"].isin(named)]
    return found
