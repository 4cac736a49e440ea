"""What must come out of one real article, and of a note of our own that tells the same facts."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from relations.articles import normalise
from relations.coding import Coded, code
from relations.sources import read

HERE = Path(__file__)
SEED = Path(os.environ.get("RELATIONS_SEED", HERE.parents[3] / "shared" / "seed" / "article-2024-12-12.kk.txt"))
NOTE = HERE.parents[2] / "data" / "kazakhstan-pakistan" / "articles" / "2024-12-12-eyu.kk.md"

SECTORS = {"trade", "investment", "transport", "logistics", "customs", "veterinary"}
EVENTS = {
    ("relations-established", "1992-02", "occurred"),
    ("mission-opened", "1994~", "occurred"),
    ("consultation", "2024-11", "occurred"),
    ("meeting", "2024-12-12", "occurred"),
    ("commission", "2025", "planned"),
    ("forum", "2025", "planned"),
    ("visit", "2025", "planned"),
    ("transport-link", None, "planned"),  # the cargo flights that were agreed on, without a date
}
PEOPLE = {  # family name in the article's letters, role, country
    ("Нұртілеу", "Minister of Foreign Affairs", "KAZ"),
    ("Дар", "Minister of Foreign Affairs", "PAK"),
    ("Қыстафин", "Ambassador", "KAZ"),
    ("Хан", "Minister of Trade", "PAK"),
    ("Карим", "Deputy", "PAK"),
}


def coded(file: Path) -> Coded:
    article = normalise(read(file)[0])
    return code(article.text, published=article.published, language=article.language, start=article.body_start)


@pytest.mark.skipif(
    not SEED.exists(), reason="the real article is not part of the repository; name it in RELATIONS_SEED"
)
def test_the_real_article() -> None:
    found = coded(SEED)
    assert EVENTS <= {(event.type, event.date, event.status) for event in found.events}
    places = {event.type: event.place for event in found.events}
    assert places["mission-opened"] == places["consultation"] == "Islamabad"
    ambassador = [event for event in found.events if event.type == "meeting" and event.date is None]
    assert any(event.status == "occurred" and event.people for event in ambassador), "the ambassador's undated meetings"
    assert {row.code for row in found.sectors} == SECTORS
    assert len(found.people) == 5
    for family, role, country in PEOPLE:
        assert any(
            family in person.name_as_written and (person.role or "").startswith(role) and person.country == country
            for person in found.people
        ), family


def test_a_note_of_the_same_facts() -> None:
    found = coded(NOTE)
    assert EVENTS - {("transport-link", None, "planned")} <= {
        (event.type, event.date, event.status) for event in found.events
    }
    assert SECTORS - {"investment"} <= {row.code for row in found.sectors}
