"""Who met whom: pairs of people of different countries whom the same meeting, visit or commission names."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pandas as pd

LANES = ("meetings", "visits", "commissions")
PAST = ("occurred", "ongoing")


def meetings(events: pd.DataFrame, event_people: pd.DataFrame, people: pd.DataFrame) -> pd.DataFrame:
    """Return every meeting of two people of different countries.

    Parameters
    ----------
    events, event_people, people : pandas.DataFrame
        The tables. Only what happened in the lanes `LANES` is a meeting; people whose country is not known are left
        out, since it is not known which side they were on.

    Returns
    -------
    pandas.DataFrame
        ``row`` (place of the event in `events`), ``event_id``, ``person``, ``other`` (``person_id``; the country of
        the first comes first in the alphabet), ``pair`` (a number), ``latest``. In order of time.

    Examples
    --------
    >>> events = pd.DataFrame({"event_id": ["e1"], "lane": ["visits"], "status": ["occurred"],
    ...                        "latest": pd.to_datetime(["2024-12-12"])})
    >>> both = pd.DataFrame({"event_id": ["e1", "e1"], "person_id": ["p1", "p2"]})
    >>> people = pd.DataFrame({"person_id": ["p1", "p2"], "country": ["PAK", "KAZ"]})
    >>> meetings(events, both, people)[["person", "other"]].to_numpy().tolist()
    [['p2', 'p1']]
    """
    held = events[["event_id", "latest"]].assign(row=range(len(events)))
    held = held[events["lane"].isin(LANES) & events["status"].isin(PAST)]
    country = people.dropna(subset=["country"]).set_index("person_id")["country"].astype(object).to_dict()
    named = event_people[["event_id", "person_id"]].assign(country=event_people["person_id"].map(country))
    named = named.dropna(subset=["country"]).drop_duplicates(["event_id", "person_id"])
    named = named[named.groupby("event_id")["country"].transform("nunique").gt(1)].merge(held, on="event_id")
    pairs = named.merge(
        named[["event_id", "person_id", "country"]].rename(columns={"person_id": "other"}),
        on="event_id", suffixes=("", "_other"),
    )  # fmt: skip
    pairs = pairs[pairs["country"] < pairs["country_other"]].rename(columns={"person_id": "person"})
    pairs = pairs.sort_values(["latest", "event_id"], na_position="first", ignore_index=True)
    pair = pairs.groupby(["person", "other"], sort=True, observed=True).ngroup()
    return pairs.assign(pair=pair)[["row", "event_id", "person", "other", "pair", "latest"]]


def pairs_table(met: pd.DataFrame) -> pd.DataFrame:
    """Return who met whom, how often, and when last; the most frequent first, then the latest.

    Parameters
    ----------
    met : pandas.DataFrame
        What `meetings` returned, or the part of it that is shown.

    Returns
    -------
    pandas.DataFrame
        ``person``, ``other``, ``meetings``, ``last`` (latest day that the last one can have been; missing where none
        has a date) and ``last_event``.
    """
    table = met.drop_duplicates("pair", keep="last").set_index("pair")  # they are in order of time
    table = table.rename(columns={"latest": "last", "event_id": "last_event"})
    table = table.assign(meetings=met["pair"].value_counts().reindex(table.index))
    columns = ["person", "other", "meetings", "last", "last_event"]
    return table.sort_values(
        ["meetings", "last", "person", "other"], ascending=[False, False, True, True], ignore_index=True
    )[columns]


def people_table(
    events: pd.DataFrame,
    event_people: pd.DataFrame,
    people: pd.DataFrame,
    most: int | None = None,
    places: npt.NDArray[np.int32] | None = None,
) -> pd.DataFrame:
    """Return the people of the events, those of most events first.

    Parameters
    ----------
    events, event_people, people : pandas.DataFrame
        The tables.
    most : int, optional
        Only so many people.
    places : array of int, optional
        Place in `events` of the event of each row of `event_people`, where it is known.

    Returns
    -------
    pandas.DataFrame
        ``person_id``, ``role``, ``country``, ``events``, ``last`` (latest day of a past event) and ``last_event``.
    """
    day = events["latest"].where(events["status"].isin(PAST))
    row = pd.Index(events["event_id"]).get_indexer(pd.Index(event_people["event_id"])) if places is None else places
    named = row >= 0
    person, known = pd.factorize(event_people["person_id"][named])
    row, days = row[named], day.to_numpy("datetime64[s]").astype("int64")
    last = np.full(len(known), np.iinfo("int64").min)
    np.maximum.at(last, person, days[row])
    counted = pd.DataFrame(
        {"person_id": known, "events": np.bincount(person, minlength=len(known)), "last": last.astype("datetime64[s]")}
    )
    told = people[["person_id", "role", "country"]]
    table = counted.merge(told, on="person_id", how="left").sort_values(
        ["events", "last", "person_id"], ascending=[False, False, True], ignore_index=True
    )
    table = table.head(len(table) if most is None else most)
    mine = np.isin(person, pd.Index(known).get_indexer(pd.Index(table["person_id"])))
    seen = pd.DataFrame({"person": person[mine], "row": row[mine], "day": days[row[mine]]})
    newest = seen.sort_values(["day", "row"]).drop_duplicates("person", keep="last").set_index("person")["row"]
    at = newest.reindex(pd.Index(known).get_indexer(pd.Index(table["person_id"]))).to_numpy()
    return table.assign(last_event=events["event_id"].to_numpy()[at])
