"""An event in a few words of the reader's language, whatever language its sources are in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from relations import codebook
from relations.charts.safe_text import clean
from relations.charts.words import speaks

SEPARATOR = " · "
_MOST = 60


def place_name(place: str, language: str) -> str:
    """Return the name of a place in the reader's language; as it stands where that is not known.

    Examples
    --------
    >>> place_name("Astana", "ur") != "Astana", place_name("Nowhere", "kk")
    (True, 'Nowhere')
    """
    from relations.coding.cities import place_name as city_name

    return city_name(place, speaks(language))


def type_label(kind: str, language: str) -> str:
    """Return the label of a kind of event; the code itself where the codebook lacks it.

    Examples
    --------
    >>> type_label("visit", "kk")
    'Сапар'
    """
    entry = codebook.event_types().get(kind)
    return entry.label[speaks(language)] if entry else kind


def lane_label(lane: str, language: str) -> str:
    """Return the label of a lane; the code itself where the codebook lacks it.

    Examples
    --------
    >>> lane_label("visits", "en")
    'Visits'
    """
    entry = codebook.lanes().get(lane)
    return entry.label[speaks(language)] if entry else lane


def sector_label(sector: str, language: str) -> str:
    """Return the label of a sector; the code itself where the codebook lacks it.

    Examples
    --------
    >>> sector_label("trade", "ru")
    'Торговля'
    """
    entry = codebook.sectors().get(sector)
    return entry.label[speaks(language)] if entry else sector


def headline(event: Mapping[str, Any], people: Sequence[str] = (), language: str = "en") -> str:
    """Return an event in a few words: what kind, who, where.

    Parameters
    ----------
    event : mapping
        A row of ``events``; ``type`` and ``place`` are used.
    people : sequence of str
        Names, in the reader's language; the first two are used.
    language : str
        Of the reader, BCP 47.

    Returns
    -------
    str
        Parts that are not known are left out; where none is, the label of the kind stands alone. Plain text:
        escape it before it enters a figure or page.

    Examples
    --------
    >>> headline({"type": "visit", "place": "Astana"}, ["Nawaz Sharif"])
    'Visit · Nawaz Sharif · Astana'
    >>> headline({"type": "visit", "place": None}, language="kk")
    'Сапар'
    """
    parts = [type_label(str(event["type"]), language), *(clean(name, _MOST) for name in people[:2])]
    place = event.get("place")
    if place is not None and not pd.isna(place):
        parts.append(place_name(clean(place, _MOST), language))
    return SEPARATOR.join(part for part in parts if part)


def names_by_event(
    event_people: pd.DataFrame | None,
    people: pd.DataFrame | None,
    language: str,
    event_sectors: pd.DataFrame | None = None,
) -> dict[str, list[str]]:
    """Return who each event is about in the reader's language: its people, those of most events first.

    Parameters
    ----------
    event_people, people : pandas.DataFrame or None
        The tables; none where either is missing.
    language : str
        Names not known in it are given in Latin letters.
    event_sectors : pandas.DataFrame, optional
        The table; an event that names nobody is told by its sectors instead.

    Examples
    --------
    >>> sectors = pd.DataFrame({"event_id": ["e1"], "sector": ["trade"]})
    >>> names_by_event(None, None, "ru", sectors)
    {'e1': ['Торговля']}
    """
    found: dict[str, list[str]] = {}
    if event_people is not None and people is not None and not event_people.empty:
        column = f"name_{speaks(language)}"
        names = people[column].fillna(people["name"]) if column in people else people["name"]
        known = pd.DataFrame({"person_id": people["person_id"], "name": names, "n": people["n_events"]})
        joined = event_people.merge(known, on="person_id").sort_values(
            ["event_id", "n", "name"], ascending=[True, False, True]
        )
        for event, name in zip(joined["event_id"], joined["name"], strict=True):
            found.setdefault(event, []).append(name)
    if event_sectors is not None:
        nobody = event_sectors[~event_sectors["event_id"].isin(list(found))]
        for event, sector in zip(nobody["event_id"], nobody["sector"], strict=True):
            found.setdefault(event, []).append(sector_label(sector, language))
    return found
