"""Made-up events with the columns of the contract, of every status and precision."""

from __future__ import annotations

import random

import pandas as pd

from relations import codebook, edtf
from relations.tables import frame

FORMS = {
    "{y}-{m:02}-{d:02}": 50, "{y}-{m:02}": 20, "{y}": 10, "{y}~": 6, "{y}-{m:02}~": 3, "{y}-{s}": 2, "{y}-{q}": 2,
    "{y}-{m:02}-{d:02}/{y}-{m:02}-28": 4, "{y}/..": 0.5, "{y}?": 1, "{y}-{m:02}-{d:02}~": 1, "199X": 0.3,
}  # fmt: skip
NAMES = (
    ("Nawaz Sharif", "Наваз Шариф", "Наваз Шариф", "نواز شریف"),
    ("Kassym-Jomart Tokayev", "Қасым-Жомарт Тоқаев", "Касым-Жомарт Токаев", "قاسم جومارت توقایف"),
    ("Anna Lindqvist", "Анна Линдквист", "Анна Линдквист", "انا لنڈکوسٹ"),
)
PLACES = ("Astana", "Islamabad", "Almaty", "Lahore", None, None)
HOSTILE = '<b onclick="x()">a</b><a href="javascript:x()">$x$</a>\u202e\u0000=HYPERLINK("x") &amp; %{x}'


def row(
    event_id: str, date: str | None, kind: str = "visit", status: str = "occurred", **more: object
) -> dict[str, object]:
    """Make one row of ``events``."""
    earliest, latest = edtf.span(date) if date else (None, None)
    return {
        "event_id": event_id, "date": date, "earliest": earliest, "latest": latest,
        "precision": date and edtf.precision(date), "type": kind, "lane": codebook.event_types()[kind].lane,
        "status": status, "commitment": False, "summary": "The two sides met and agreed to meet again",
        "summary_language": "en", "countries": "AAA BBB", "n_articles": 1, "languages": "en", "confidence": 0.9, **more,
    }  # fmt: skip


def table(rows: list[dict[str, object]]) -> pd.DataFrame:
    """Make the table ``events`` of rows."""
    return frame("events", rows)


def events(n: int, seed: int = 1) -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]:
    """Make ``events``, ``event_people`` and ``people``; the same arguments make the same tables."""
    draw = random.Random(seed)  # noqa: S311 - made-up data, nothing secret
    rows, links = [], []
    kinds = list(codebook.event_types())
    for at in range(n):
        year = min(1992 + int(35 * draw.random() ** 0.5), 2027)
        month, day = draw.randrange(1, 13), draw.randrange(1, 28)
        date: str | None = draw.choices(list(FORMS), list(FORMS.values()))[0].format(
            y=year, m=month, d=day, s=draw.randrange(21, 25), q=draw.randrange(33, 37)
        )
        status = "planned" if year >= 2026 else draw.choices(("occurred", "ongoing", "cancelled"), (20, 1, 1))[0]
        if draw.random() < 0.05:
            date, status = None, "planned"
        rows.append(
            row(f"e{at}", date, draw.choice(kinds), status, place=draw.choice(PLACES), n_articles=draw.randrange(1, 9))
        )
        if draw.random() < 0.4:
            links.append({"event_id": f"e{at}", "person_id": f"p{draw.randrange(3)}"})
    people = [
        {"person_id": f"p{at}", "name": names[0], "name_kk": names[1], "name_ru": names[2], "name_ur": names[3],
         "n_articles": 1, "n_events": 3 - at}
        for at, names in enumerate(NAMES)
    ]  # fmt: skip
    return table(rows), frame("event_people", links), frame("people", people)
