"""How commitments stand on a day."""

from __future__ import annotations

from datetime import date

import pytest

from relations.merging.outcomes import as_of
from relations.tables import frame

BASE = {
    "type": "visit", "lane": "visits", "status": "planned", "commitment": True, "summary": "words",
    "summary_language": "en", "n_articles": 1, "languages": "en", "confidence": 0.5,
    "date": "2025-03", "earliest": date(2025, 3, 1), "latest": date(2025, 3, 31),
}  # fmt: skip


@pytest.mark.parametrize(
    ("change", "day", "outcome"),
    [
        ({}, date(2025, 2, 28), "open"),
        ({}, date(2025, 3, 1), "due"),
        ({}, date(2025, 3, 31), "due"),
        ({}, date(2025, 4, 1), "overdue"),
        ({"fulfilled_by": "e1", "status": "occurred"}, date(2025, 4, 1), "done"),
        ({"status": "cancelled"}, date(2025, 4, 1), "cancelled"),
        ({"fulfilled_by": "e1", "status": "occurred"}, date(2025, 2, 28), "open"),  # what came later is not known yet
        ({"announced": "2025-02-10"}, date(2025, 2, 9), None),
        ({"announced": "2025-02-10"}, date(2025, 2, 10), "open"),
        ({"date": None, "earliest": None, "latest": None}, date(2030, 1, 1), "open"),
    ],
)
def test_outcome(change: dict[str, object], day: date, outcome: str | None) -> None:
    events = as_of(frame("events", [{"event_id": "e1", **BASE, **change}]), day)
    assert events["outcome"].astype(object).where(events["outcome"].notna(), None).tolist() == [outcome]


def test_what_was_never_announced_has_no_outcome() -> None:
    events = as_of(
        frame("events", [{"event_id": "e1", **BASE, "status": "occurred", "commitment": False}]), date(2026, 1, 1)
    )
    assert events["outcome"].isna().all()


def test_what_was_going_on_has_happened_once_its_last_day_is_past() -> None:
    told = frame("events", [{"event_id": "e1", **BASE, "status": "ongoing", "commitment": False}])
    assert as_of(told, date(2025, 3, 15))["status"].tolist() == ["ongoing"]
    assert as_of(told, date(2025, 5, 1))["status"].tolist() == ["occurred"]
    assert told["status"].tolist() == ["ongoing"]  # the frame given is not changed
