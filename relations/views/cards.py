"""The headline figures: what stands large, what it is, and what it counts."""

from __future__ import annotations

from typing import NamedTuple

from relations.views.counted import number
from relations.views.headlines import SECTOR_MONTHS, VISIT_YEARS, most_discussed, years_between
from relations.views.scene import Scene

UNKNOWN = "—"


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


def cards(scene: Scene) -> list[Card]:
    """Return the headline figures of what is shown, in the reader's language; unknown is a dash."""
    say, dossier, archive = scene.say, scene.archive.dossier, scene.archive
    told, begun = scene.but("headline"), archive.relations_since
    since = say.date(begun[0]) if begun else None
    years = years_between(begun[1], dossier.today) if begun and begun[1] <= dossier.today else None
    visits, signed, unfulfilled, overdue = (
        number(archive, told, name) for name in ("visits", "agreements", "open", "overdue")
    )
    sector = most_discussed(told, dossier.article_sectors, dossier.today)
    return [
        Card(
            "opened",
            UNKNOWN if years is None else say.count("{n} year", "{n} years", years),
            say("diplomatic relations, since {date}", date=since) if since else say("diplomatic relations"),
            event=begun[2] if begun else None,
        ),
        Card(
            "visits",
            UNKNOWN if archive.top_visits is None else say.number(visits),
            say("top-level visits, last {n} years", n=say.number(VISIT_YEARS)),
            "visits" if visits else None,
        ),
        Card("agreements", say.number(signed), say("agreements signed"), "agreements" if signed else None),
        Card(
            "open",
            say.number(unfulfilled),
            say("open commitments"),
            "open" if unfulfilled else None,
            warning=say.count("{n} past its date", "{n} past their date", overdue) if overdue else None,
        ),
        Card(
            "discussed",
            scene.label("sectors", sector[0]) if sector else UNKNOWN,
            say("most discussed sector, last {n} months", n=say.number(SECTOR_MONTHS)),
            f"discussed.{sector[0]}" if sector else None,
            note=say.count("{n} article", "{n} articles", sector[1]) if sector else None,
        ),
    ]
