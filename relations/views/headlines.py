"""What the headline figures count in the tables; unknown is ``None``, never a zero or a guess."""

from __future__ import annotations

import re
import tomllib
from datetime import date
from functools import cache
from pathlib import Path

import pandas as pd

from relations.views.positions import Source

PAST = ("occurred", "ongoing")
OPEN = ("open", "due", "overdue")
VISIT_YEARS = 5
SECTOR_MONTHS = 12


def years_between(start: date, end: date) -> int:
    """Return the number of whole years from one day to another.

    Examples
    --------
    >>> years_between(date(1992, 2, 24), date(2026, 2, 23))
    33
    """
    return end.year - start.year - ((end.month, end.day) < (start.month, start.day))


def back(day: date, months: int) -> date:
    """Return the day so many months earlier, or the last day of that month.

    Examples
    --------
    >>> back(date(2024, 3, 31), 1)
    datetime.date(2024, 2, 29)
    """
    first = pd.Timestamp(day) - pd.DateOffset(months=months)
    return first.date()


def relations_since(events: pd.DataFrame) -> tuple[str, date, str] | None:
    """Return when relations were established: EDTF, the latest day it can mean, and which event says so.

    Where several rows tell it, the one that most articles state, then the most exact one.
    """
    told = events[(events["type"] == "relations-established") & events["status"].isin(PAST) & events["latest"].notna()]
    if told.empty:
        return None
    width = told["latest"] - told["earliest"]
    row = told.assign(width=width).sort_values(["n_articles", "width"], ascending=[False, True]).iloc[0]
    return str(row["date"]), row["latest"].date(), str(row["event_id"])


@cache
def _top_role() -> re.Pattern[str]:
    from babel import Locale

    titles = tomllib.loads(Path(__file__).with_name("top_roles.toml").read_text(encoding="utf-8"))["titles"]
    countries = sorted(set(Locale("en").territories.values()), key=len, reverse=True)
    either, land = ("|".join(map(re.escape, names)) for names in (titles, countries))
    return re.compile(
        rf"(?:{either})(?: of (?:the )?(?:[A-Z]\w+ Republic of )?(?:Republic of )?(?:{land}))?", re.IGNORECASE
    )


def is_top(role: str) -> bool:
    """Say whether a role is that of a head of state or government.

    Examples
    --------
    >>> is_top("President of Kazakhstan"), is_top("Prime Minister"), is_top("President of the Chamber of Commerce")
    (True, True, False)
    """
    return _top_role().fullmatch(role.strip()) is not None


def top_visits(source: Source, article_people: pd.DataFrame, today: date) -> pd.Series[str] | None:
    """Return the visits of a head of state or government that can have happened in the last five years.

    Returns
    -------
    pandas.Series or None
        Their ``event_id``; ``None`` where that cannot be known: no visit has a date, or none has a person whose role
        is told.
    """
    events = source.events
    dated = events[(events["type"] == "visit") & events["status"].isin(PAST) & events["latest"].notna()]
    if dated.empty or article_people["role"].isna().all():
        return None
    told = source.evidence[source.evidence["event_id"].isin(dated["event_id"])][["event_id", "article_id"]]
    people = told.merge(source.event_people, on="event_id").merge(
        article_people.loc[article_people["role"].notna(), ["article_id", "person_id", "role"]],
        on=["article_id", "person_id"],
    )
    if people.empty:
        return None
    roles = [role for role in people["role"].unique() if is_top(role)]
    top = people.loc[people["role"].isin(roles), "event_id"]
    since = pd.Timestamp(back(today, 12 * VISIT_YEARS))
    recent = (dated["latest"] > since) & (dated["earliest"] <= pd.Timestamp(today))
    return dated.loc[recent & dated["event_id"].isin(top), "event_id"]


def agreements(events: pd.DataFrame) -> pd.Series[bool]:
    """Say which events are agreements that happened."""
    return events["type"].eq("agreement") & events["status"].isin(PAST)


def _last_year(articles: pd.DataFrame, today: date) -> pd.Series[str]:
    since, until = pd.Timestamp(back(today, SECTOR_MONTHS)), pd.Timestamp(today)
    return articles.loc[(articles["earliest"] > since) & (articles["latest"] <= until), "article_id"]


def discussed_articles(
    articles: pd.DataFrame, article_sectors: pd.DataFrame, today: date, sector: str
) -> pd.Series[str]:
    """Return the articles of the last twelve months that mention a sector, as ``article_id``."""
    said = article_sectors.loc[article_sectors["sector"].eq(sector), "article_id"]
    recent = _last_year(articles, today)
    return recent[recent.isin(said)]


def most_discussed(source: Source, article_sectors: pd.DataFrame, today: date) -> tuple[str, int] | None:
    """Return the sector that most articles of the last twelve months mention, and how many.

    Equal sectors are decided by the number of mentions, then by code, so that the answer does not jump.
    """
    recent = _last_year(source.articles, today)
    said = article_sectors[article_sectors["article_id"].isin(recent)]
    if said.empty:
        return None
    counted = said.groupby("sector").agg(articles=("article_id", "nunique"), mentions=("article_id", "size"))
    best = counted.reset_index().sort_values(["articles", "mentions", "sector"], ascending=[False, False, True]).iloc[0]
    return str(best["sector"]), int(best["articles"])
