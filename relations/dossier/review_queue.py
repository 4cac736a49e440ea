"""What to look at first: the rows of a dossier that a person should judge, ordered by what matters."""

from __future__ import annotations

from datetime import timedelta

import pandas as pd

from relations.dossier import Dossier

SURE = 0.8  # rows below it are doubtful
SOON = timedelta(days=60)
# What a reason adds to the place in the queue; doubt adds up to `DOUBT`, by how far below `SURE` a row is.
DISAGREE, DUE, DOUBT, OVERDUE = 3.0, 2.0, 2.0, 1.5
REASONS = ("disagree", "due", "overdue", "doubtful")


def queue(dossier: Dossier) -> pd.DataFrame:
    """Return the events nobody has decided about, those that matter most first.

    Parameters
    ----------
    dossier : Dossier

    Returns
    -------
    pandas.DataFrame
        ``event_id``, ``weight`` (0 where nothing speaks for looking at it) and ``reasons``: some of ``disagree``
        (sources differ), ``due`` (planned within two months, or its time has come), ``overdue`` and ``doubtful``
        (confidence below 0.8), separated by spaces.
    """
    events = dossier.events[dossier.events["review"].isna()]
    day = pd.Timestamp(dossier.today)
    doubt = ((SURE - events["confidence"]) / SURE).clip(lower=0)
    near = events["outcome"].eq("open") & events["earliest"].le(day + SOON)
    reasons = {
        "disagree": events["disagreement"].notna(),
        "due": (events["outcome"].eq("due") | near).fillna(False).astype(bool),
        "overdue": events["outcome"].eq("overdue").fillna(False).astype(bool),
        "doubtful": doubt > 0,
    }
    weight = DISAGREE * reasons["disagree"] + DUE * reasons["due"] + OVERDUE * reasons["overdue"] + DOUBT * doubt
    told = pd.Series("", index=events.index)
    for name in REASONS:
        told = told.where(~reasons[name], told + " " + name)
    found = pd.DataFrame({"event_id": events["event_id"], "weight": weight, "reasons": told.str.strip()})
    return found.sort_values(["weight", "event_id"], ascending=[False, True], ignore_index=True)
