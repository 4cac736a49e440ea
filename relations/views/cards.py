"""The headline figures: their numbers, and in the reader's words what stands large, what it is, what it counts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from relations.views.counted import events_opened, number
from relations.views.headlines import SECTOR_MONTHS, VISIT_YEARS, most_discussed, years_between
from relations.views.scene import Scene

UNKNOWN = "—"


@dataclass(frozen=True, slots=True)
class Headlines:
    """The figures at the top of the page.

    Parameters
    ----------
    relations_since : str or None
        EDTF date of the event that established relations; ``None`` where no source tells it.
    relations_event : str or None
        The event, ``event_id``.
    relations_years : int or None
        Whole years since then.
    visits : int or None
        Visits of heads of state or government in the last five years; ``None`` where that is not known.
    agreements : int
        Agreements that happened.
    open_commitments, overdue : int
        Announced and not yet done; of them past their date.
    sector : str or None
        Code of the sector that most articles of the last twelve months mention.
    sector_articles : int
        Number of those articles.
    """

    relations_since: str | None
    relations_event: str | None
    relations_years: int | None
    visits: int | None
    agreements: int
    open_commitments: int
    overdue: int
    sector: str | None
    sector_articles: int


class Card(NamedTuple):
    """One headline figure.

    Attributes
    ----------
    name : str
    value, label : str
        In the reader's language.
    counts : str or None
        Name of what it counts, see `relations.views.counted`; ``None`` where it counts nothing.
    event : str or None
        The event that it rests on.
    warning : str or None
        Part of it that asks for attention.
    note : str or None
        What else is to be said of it.
    """

    name: str
    value: str
    label: str
    counts: str | None = None
    event: str | None = None
    warning: str | None = None
    note: str | None = None


def headlines(scene: Scene) -> Headlines:
    """Return the headline figures of what is shown; unknown is ``None``.

    Since when there are relations does not depend on what the reader looks at.
    """
    archive, told = scene.archive, scene.but("headline")
    dossier, since = archive.dossier, archive.relations_since
    discussed = most_discussed(told, dossier.article_sectors, dossier.today)
    return Headlines(
        relations_since=since[0] if since else None,
        relations_event=since[2] if since else None,
        relations_years=years_between(since[1], dossier.today) if since and since[1] <= dossier.today else None,
        visits=None if archive.top_visits is None else number(archive, told, "visits"),
        agreements=number(archive, told, "agreements"),
        open_commitments=number(archive, told, "open"),
        overdue=number(archive, told, "overdue"),
        sector=discussed[0] if discussed else None,
        sector_articles=discussed[1] if discussed else 0,
    )


def cards(scene: Scene) -> list[Card]:
    """Return the headline figures of what is shown, in the reader's language; unknown is a dash."""
    say, found = scene.say, headlines(scene)
    since = say.date(found.relations_since) if found.relations_since else None
    years, visits, overdue, sector = found.relations_years, found.visits, found.overdue, found.sector
    last_years = say.count("{n} year", "{n} years", VISIT_YEARS)
    discussed = f"discussed.{sector}" if sector else None
    return [
        Card(
            "opened",
            UNKNOWN if years is None else say.count("{n} year", "{n} years", years),
            say("diplomatic relations, since {date}", date=since) if since else say("diplomatic relations"),
            event=found.relations_event,
        ),
        Card(
            "visits",
            UNKNOWN if visits is None else say.number(visits),
            say.count("top-level visit, last {years}", "top-level visits, last {years}", visits or 0, years=last_years),
            "visits" if visits else None,
        ),
        Card(
            "agreements",
            say.number(found.agreements),
            say.count("agreement signed", "agreements signed", found.agreements),
            "agreements" if found.agreements else None,
        ),
        Card(
            "open",
            say.number(found.open_commitments),
            say.count("open commitment", "open commitments", found.open_commitments),
            "open" if found.open_commitments else None,
            warning=say.count("{n} past its date", "{n} past their date", overdue) if overdue else None,
        ),
        Card(
            "discussed",
            scene.label("sectors", sector) if sector else UNKNOWN,
            say("most discussed sector, last {n} months", n=say.number(SECTOR_MONTHS)),
            discussed,
            note=_articles_and_events(scene, discussed, found.sector_articles) if discussed else None,
        ),
    ]


def _articles_and_events(scene: Scene, name: str, articles: int) -> str:
    """Say how many articles a number counts, and how many events it opens with them."""
    say = scene.say
    told = say.count("{n} article", "{n} articles", articles)
    events = events_opened(scene.archive, scene.but("headline"), name)
    return say.count("{articles}, telling of {n} event", "{articles}, telling of {n} events", events, articles=told)
