"""The headline figures as words: what stands large, what it is, and a warning."""

from __future__ import annotations

from typing import NamedTuple

from relations.dashboard.headlines import SECTOR_MONTHS, VISIT_YEARS, headlines
from relations.dashboard.scene import Scene

UNKNOWN = "—"


class Card(NamedTuple):
    """One headline figure."""

    value: str
    label: str
    warning: str | None = None


def cards(scene: Scene) -> list[Card]:
    """Return the headline figures of what is shown, in the reader's language; unknown is a dash."""
    say, dossier = scene.say, scene.archive.dossier
    found = headlines(scene.shown, dossier.article_sectors, dossier.article_people, dossier.today, whole=dossier.events)
    since = say.date(found.relations_since) if found.relations_since else None
    years = found.relations_years
    visits = UNKNOWN if found.visits is None else say.number(found.visits)
    return [
        Card(
            UNKNOWN if years is None else say.count("{n} year", "{n} years", years),
            say("diplomatic relations, since {date}", date=since) if since else say("diplomatic relations"),
        ),
        Card(visits, say("top-level visits, last {n} years", n=say.number(VISIT_YEARS))),
        Card(say.number(found.agreements), say("agreements signed")),
        Card(
            say.number(found.open_commitments),
            say("open commitments"),
            say.count("{n} past its date", "{n} past their date", found.overdue) if found.overdue else None,
        ),
        Card(
            scene.label("sectors", found.sector) if found.sector else UNKNOWN,
            say("most discussed sector, last {n} months", n=say.number(SECTOR_MONTHS)),
        ),
    ]
