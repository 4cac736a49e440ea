"""Headline figures are computed, and unknown stays unknown."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from relations import edtf
from relations.dossier import Dossier
from relations.dossier.settings import Settings
from relations.tables import contracts, frame
from relations.views.archive import Archive
from relations.views.cards import headlines
from relations.views.filters import Selection
from relations.views.headlines import is_top
from relations.views.scene import Scene

TODAY = date(2026, 2, 10)


def event(number: int, kind: str, when: str | None, status: str = "occurred", **more: Any) -> dict[str, Any]:
    spanned = dict(zip(("earliest", "latest"), edtf.span(when), strict=True)) if when else {}
    base = {
        "event_id": f"e{number}", "date": when, "type": kind, "lane": "other", "status": status, "commitment": False,
        "summary": "s", "summary_language": "en", "n_articles": 1, "languages": "en", "confidence": 1.0,
    }  # fmt: skip
    return {**base, **spanned, **more}


def article(number: int, day: str) -> dict[str, Any]:
    first, last = edtf.span(day)
    return {
        "article_id": f"a{number}", "published": day, "earliest": first, "latest": last, "language": "en",
        "file": "f", "sha256": "0", "coder_version": "1",
    }  # fmt: skip


def dossier(
    events: list[dict[str, Any]], articles: tuple[dict[str, Any], ...] = (), mentions: tuple[tuple[str, str], ...] = ()
) -> Dossier:
    tables = {name: frame(name, []) for name in contracts()}
    tables["events"] = frame("events", events)
    tables["articles"] = frame("articles", list(articles))
    tables["article_sectors"] = frame(
        "article_sectors",
        [
            {"article_id": a, "sector": s, "start": n, "end": n + 1, "quote": "q", "rule": "r"}
            for n, (a, s) in enumerate(mentions)
        ],
    )
    return Dossier(Path("nowhere"), Settings("x", ("AAA", "BBB")), tables, "1", TODAY)


def found(made: Dossier) -> Any:
    return headlines(Scene(Archive(made)))


def test_an_empty_dossier_knows_nothing() -> None:
    empty = found(dossier([]))
    assert (empty.relations_since, empty.relations_years, empty.visits, empty.sector) == (None, None, None, None)
    assert (empty.agreements, empty.open_commitments, empty.overdue) == (0, 0, 0)


@pytest.mark.parametrize(("when", "years"), [("1992-02-24", 33), ("1992-02-10", 34), ("1992-02", 33), ("1991", 34)])
def test_years_are_whole_years_since_the_latest_day_it_can_have_been(when: str, years: int) -> None:
    assert found(dossier([event(1, "relations-established", when)])).relations_years == years


def test_the_date_that_most_articles_tell_wins() -> None:
    rows = [event(1, "relations-established", "1993", n_articles=1),
            event(2, "relations-established", "1992-02-24", n_articles=3)]  # fmt: skip
    assert found(dossier(rows)).relations_since == "1992-02-24"


def test_a_plan_to_establish_relations_is_not_relations() -> None:
    assert found(dossier([event(1, "relations-established", "1992", "planned")])).relations_years is None


def test_relations_do_not_end_where_the_reader_filters() -> None:
    made = dossier([event(1, "relations-established", "1992-02-24"), event(2, "visit", "2025")])
    told = headlines(Scene(Archive(made), Selection(types=frozenset({"agreement"}))))
    assert told.relations_since == "1992-02-24"


def visiting(rows: list[dict[str, Any]], roles: dict[str, str | None]) -> Any:
    """A dossier in which each event of ``roles`` has one person with that role."""
    made = dossier(rows, (article(1, "2026-01-01"),))
    made.tables["evidence"] = frame(
        "evidence",
        [{"event_id": row["event_id"], "article_id": "a1", "start": n, "end": n + 1, "quote": "q", "type": "visit",
          "status": "occurred", "rule": "r", "confidence": 1.0} for n, row in enumerate(rows)],
    )  # fmt: skip
    made.tables["event_people"] = frame("event_people", [{"event_id": e, "person_id": f"p{e}"} for e in roles])
    made.tables["article_people"] = frame(
        "article_people",
        [{"article_id": "a1", "person_id": f"p{e}", "name_as_written": "N", "role": role, "start": n, "end": n + 1,
          "rule": "r"} for n, (e, role) in enumerate(roles.items())],
    )  # fmt: skip
    return found(made)


def test_visits_at_the_top_of_the_last_five_years_that_happened() -> None:
    rows = [
        event(1, "visit", "2025-05-01"), event(2, "visit", "2021-02-09"), event(3, "visit", "2021-02-11"),
        event(4, "visit", "2026-12", "planned"), event(5, "visit", None), event(6, "meeting", "2025"),
        event(7, "visit", "2025-06"),
    ]  # fmt: skip
    roles = dict.fromkeys(("e1", "e2", "e3", "e4", "e5", "e6"), "President of Uzbekistan") | {"e7": "Deputy Minister"}
    assert visiting(rows, roles).visits == 2


def test_where_no_role_or_no_date_is_told_the_number_is_unknown() -> None:
    assert visiting([event(1, "visit", "2025")], {"e1": None}).visits is None
    assert visiting([event(1, "visit", None)], {"e1": "President"}).visits is None
    assert visiting([event(1, "visit", "1992")], {"e1": "Prime Minister of Nepal"}).visits == 0


@pytest.mark.parametrize(
    ("role", "top"),
    [
        ("President", True), ("Prime Minister of Nepal", True), ("President of the Islamic Republic of Pakistan", True),
        ("Deputy Prime Minister", False), ("Vice President", False), ("Minister", False),
        ("President of the Chamber of Commerce", False), ("former President", False),
        ("Adviser to the President", False),
    ],
)  # fmt: skip
def test_roles_at_the_top(role: str, top: bool) -> None:
    assert is_top(role) is top


def test_commitments_open_and_past_their_date() -> None:
    plan = {"status": "planned", "commitment": True, "announced": "2024-12-12"}
    rows = [
        event(1, "forum", "2025", **plan), event(2, "forum", "2026", **plan), event(3, "forum", None, **plan),
        event(4, "forum", "2025-03", **plan, fulfilled_by="e9"), event(9, "forum", "2025-03-02"),
        event(5, "agreement", "2024"),
    ]  # fmt: skip
    result = found(dossier(rows))
    assert (result.open_commitments, result.overdue, result.agreements) == (3, 1, 1)


def test_the_sector_of_most_articles_of_the_last_year() -> None:
    articles = (article(1, "2026-01-01"), article(2, "2025-12-01"), article(3, "2024-01-01"))
    mentions = (("a1", "energy"), ("a2", "energy"), ("a1", "trade"), ("a1", "trade"), ("a1", "trade"), ("a3", "trade"))
    result = found(dossier([], articles, mentions))
    assert (result.sector, result.sector_articles) == ("energy", 2)
