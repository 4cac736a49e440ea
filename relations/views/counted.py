"""What a number on the page counts, by a name that stands in the address, so that the number can open it.

A name is one of a group (`headline`, `gap`, `pair`, `press`). Choosing another of the same group replaces it; each
group is counted as if none of its own were chosen, so that a number is always the number of what it opens.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from relations.views.headlines import OPEN, agreements, discussed_articles
from relations.views.left import Counted, Tables
from relations.views.positions import Mask, count, reached

if TYPE_CHECKING:
    from relations.views.archive import Archive

GROUPS = {
    "visits": "headline", "agreements": "headline", "open": "headline", "overdue": "headline",
    "discussed": "headline", "one-source": "gap", "year-only": "gap", "no-date": "gap", "one-side": "gap",
    "no-event": "gap", "pair": "pair", "press": "press",
}  # fmt: skip


def group(name: str) -> str | None:
    """Return the group of a name; ``None`` where it is no name.

    Examples
    --------
    >>> group("pair.p1.p2"), group("no such")
    ('pair', None)
    """
    return GROUPS.get(name.partition(".")[0])


def toggled(chosen: frozenset[str], name: str) -> frozenset[str]:
    """Return the names after one was chosen, or let go: it takes the place of another of its group.

    Examples
    --------
    >>> sorted(toggled(frozenset({"visits", "one-source"}), "agreements"))
    ['agreements', 'one-source']
    """
    return without(chosen, str(group(name))) | ({name} - chosen)


def without(chosen: frozenset[str], group_name: str) -> frozenset[str]:
    """Return the names that are not of a group."""
    return frozenset(one for one in chosen if group(one) != group_name)


def counted(archive: Archive, name: str) -> Counted | None:
    """Return what a name counts in the whole dossier; ``None`` where there is no such name."""
    told, places, (kind, _, rest) = archive.dossier, archive.positions, name.partition(".")
    events, articles = told.events, told.articles
    match kind:
        case "visits":
            found = archive.top_visits
            return Counted(events=_mask(events["event_id"].isin([] if found is None else found)))
        case "agreements":
            return Counted(events=_mask(agreements(events)))
        case "open":
            return Counted(events=places.among("events", "outcome", OPEN))
        case "overdue":
            return Counted(events=places.among("events", "outcome", ["overdue"]))
        case "discussed":
            told_in = discussed_articles(articles, told.article_sectors, told.today, rest)
            return Counted(articles=_mask(articles["article_id"].isin(told_in)))
        case "one-source":
            return Counted(events=_mask(events["n_articles"].eq(1)))
        case "year-only":
            return Counted(events=_mask((events["latest"] - events["earliest"]).dt.days.ge(364)))
        case "no-date":
            return Counted(events=_mask(events["date"].isna()))
        case "one-side":
            return Counted(events=_one_side(archive))
        case "no-event":
            return Counted(articles=~reached(len(articles), places.articles_of_evidence()))
        case "pair":
            met, (one, _, other) = archive.meetings, rest.partition(".")
            hit = met.loc[met["person"].eq(one) & met["other"].eq(other), "event_id"]
            return Counted(events=_mask(events["event_id"].isin(hit)))
        case "press":
            return Counted(articles=_mask(archive.press.eq(rest)))
    return None


def number(archive: Archive, tables: Tables, name: str) -> int:
    """Return how many of the tables' events or articles a name counts."""
    found = archive.counted(name)
    if found is None:
        return 0
    mask, kept = found.events, tables.kept
    if found.articles is not None:
        mask, kept = found.articles, tables.articles_kept
    if mask is None:
        return 0
    return count(mask, kept)


def events_opened(archive: Archive, tables: Tables, name: str) -> int:
    """Return how many of the tables' events a name opens: where it counts articles, those that they tell."""
    found, places = archive.counted(name), archive.positions
    if found is None:
        return 0
    mask, articles = found.events, found.articles
    if articles is not None:
        told = np.append(articles, False)
        mask = places.once(("told", name), lambda: places.with_rows("evidence", told[places.articles_of_evidence()]))
    if mask is None:
        return 0
    return count(mask, tables.kept)


def _mask(column: pd.Series[bool]) -> Mask:
    found: Mask = column.fillna(False).to_numpy(dtype=bool)
    return found


def _one_side(archive: Archive) -> Mask:
    """Say which events only the press of one of the dossier's countries tells, and no press that is not known."""
    places, press = archive.positions, archive.press.to_numpy()
    sides = archive.dossier.settings.countries

    def told_by(articles: Mask) -> Mask:
        return places.with_rows("evidence", np.append(articles, False)[places.articles_of_evidence()])

    by = [told_by(press == side) for side in sides]
    elsewhere = told_by(~np.isin(press.astype(str), sides))
    found: Mask = (np.sum(by, axis=0) == 1) & ~elsewhere
    return found
