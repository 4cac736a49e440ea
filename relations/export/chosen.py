"""What a document says of itself: its sections, the extent of what it shows, and the filters it was made with."""

from __future__ import annotations

from collections.abc import Collection

import pandas as pd

from relations.errors import ExportError
from relations.views.chosen import filters, period
from relations.views.scene import Scene

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
        *_period(scene),
        *filters(scene),
        *([] if len(shown.events) else [_empty(scene)]),
        say("Read by machine from the articles listed; check what matters against its source."),
    ]


def nothing(scene: Scene) -> str:
    """Return, for who asked on a command line, that the filters leave nothing, and what there is."""
    events = scene.archive.dossier.events
    days = pd.concat([events["earliest"], events["latest"]]).dropna()
    years = f" from {days.min().year} to {days.max().year}" if len(days) else ""
    asked = ", ".join(f"{name} {value}" for name, value in scene.selection.query().items())
    return (
        f"nothing in {scene.archive.dossier.path} matches {asked}, so nothing was written: it holds {len(events)} "
        f"events{years}. Leave out a filter or choose a wider one"
    )


_BY_ARTICLE = ("article_sectors", "article_people", "dates", "figures")


def tables(scene: Scene) -> dict[str, pd.DataFrame]:
    """Return every table of the dossier, without the rows that the filters leave out.

    Examples
    --------
    >>> import relations
    >>> from relations.views.archive import Archive
    >>> scene = Scene(Archive(relations.open("data/kazakhstan-pakistan")))  # doctest: +SKIP
    >>> list(tables(scene))[:2]  # doctest: +SKIP
    ['articles', 'events']
    """
    found = dict(scene.archive.dossier.tables)
    if not scene.selection.active:
        return found
    for name in ("articles", "events", "evidence", "event_sectors", "event_people"):
        found[name] = getattr(scene.shown, name)
    for name in ("evidence", *_BY_ARTICLE):  # no row may refer to an article that is left out
        found[name] = found[name][found[name]["article_id"].isin(found["articles"]["article_id"])]
    named = {*found["event_people"]["person_id"], *found["article_people"]["person_id"]}
    found["people"] = found["people"][found["people"]["person_id"].isin(named)]
    return found


def _empty(scene: Scene) -> str:
    """Return why there is no event: the filters, or a dossier that has none."""
    if len(scene.archive.dossier.events):
        return scene.say("No event matches the filters.")
    return scene.say("The articles tell no event yet.")


def _period(scene: Scene) -> list[str]:
    """Return the stretch that was chosen, where one was."""
    chosen, say = scene.selection, scene.say
    if not scene.window and chosen.since is None and chosen.until is None:
        return []
    return [say("{filter}: {chosen}", filter=say("Period"), chosen=period(scene, "timeline"))]
