"""What an analyst does with a dossier's decisions: look one event's up, count how far two people agree."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from relations import reviews
from relations.dossier import Dossier, open_dossier
from relations.errors import ReviewError


def places(dossier: Dossier) -> reviews.Places[str]:
    """Return the events of a built dossier by the keys that decisions bear."""
    told = dossier.evidence
    return reviews.Places(zip(told["key"], told["event_id"], strict=True))


def history(folder: Path, event: str) -> list[reviews.Decision]:
    """Return every decision about an event, in the order they were made, also those taken back.

    Parameters
    ----------
    folder : Path
        The dossier.
    event : str
        ``event_id``.

    Raises
    ------
    ReviewError
        If the dossier has no such event.
    """
    dossier = open_dossier(folder)
    if event not in set(dossier.as_built["events"]["event_id"]):
        raise ReviewError(f"{folder} has no event {event!r}; its events stand in tables/events.csv")
    return reviews.history(reviews.read(folder)[0], places(dossier), event)


def agreement(folder: Path) -> pd.DataFrame:
    """Compare the people who reviewed the same events of a dossier, see `relations.reviews.agreement`."""
    found = places(open_dossier(folder))
    return reviews.agreement(reviews.read(folder)[0], lambda key: found.find(key) or key)
