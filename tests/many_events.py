"""A made-up dossier of any size, made by columns and not by rows: a million events in seconds."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
from synthetic import LANGUAGES, SECTORS, TYPES, WORDS
from synthetic import tables as few

from relations.tables.contracts import contracts

_FORMS = ("day", "month", "year", "none")
_SHARES = (0.7, 0.15, 0.1, 0.05)  # most imported events are known to the day
_PEOPLE = 300
_EVENTS_AN_ARTICLE = 8


def _frame(name: str, columns: dict[str, Any]) -> pd.DataFrame:
    contract = contracts()[name]
    n = len(next(iter(columns.values())))
    missing = {column.name: pd.Series([None] * n, dtype=column.dtype) for column in contract.columns}
    return pd.DataFrame(missing | columns)[list(missing)].astype({one.name: one.dtype for one in contract.columns})


def _ids(letter: str, n: int) -> pd.Series:
    return pd.Series(np.char.add(letter, np.char.zfill(np.arange(n).astype("U8"), 8)), dtype="str")


def _span(days: Any, form: Any) -> dict[str, Any]:
    """Return ``date``, ``precision``, ``earliest`` and ``latest`` of days that are known so exactly."""
    months, years = days.astype("datetime64[M]"), days.astype("datetime64[Y]")
    known, unknown, day = [form == "day", form == "month", form == "year"], np.datetime64("NaT"), days.dtype
    first = np.select(known, [days, months.astype(day), years.astype(day)], unknown)
    last = np.select(known, [days, (months + 1).astype(day) - 1, (years + 1).astype(day) - 1], unknown)
    text = np.datetime_as_string(days).astype(object)
    text[form == "month"] = np.datetime_as_string(months)[form == "month"]
    text[form == "year"] = np.datetime_as_string(years)[form == "year"]
    text[form == "none"] = None
    return {
        "date": pd.Series(text, dtype="str"),
        "precision": pd.Series(np.where(form == "none", None, form), dtype="str"),
        "earliest": pd.Series(first.astype("datetime64[s]")),
        "latest": pd.Series(last.astype("datetime64[s]")),
    }


def many(events: int, seed: int = 1) -> dict[str, pd.DataFrame]:
    """Make every table of the contract with so many events; the same arguments make the same tables."""
    draw = np.random.default_rng(seed)
    made = few(events=2, articles=2)
    made["figures"] = made["figures"].head(0)  # they name articles of the few
    articles = max(events // _EVENTS_AN_ARTICLE, 8)
    language = np.array(LANGUAGES)[draw.integers(0, 4, articles)]
    published = np.datetime64("2000-01-01") + draw.integers(0, 26 * 365, articles)
    titles = {code: title for code, (title, _) in WORDS.items()}
    quotes = pd.Series({code: sentence for code, (_, sentence) in WORDS.items()})
    span = _span(published, np.full(articles, "day"))
    named = pd.Series(np.datetime_as_string(published), dtype="str")
    made["articles"] = _frame(
        "articles",
        {"article_id": _ids("a", articles), "title": pd.Series(language).map(titles) + " " + named,
         "published": span["date"], "earliest": span["earliest"], "latest": span["latest"], "language": language,
         "publisher": np.char.add("Publisher ", draw.integers(0, 40, articles).astype("U2")),
         "url": "https://example.org/" + _ids("", articles), "file": _ids("f", articles), "sha256": "0" * 64,
         "coder_version": "1", "text": pd.Series(language).map(quotes)},
    )  # fmt: skip
    days = np.datetime64("1992-01-01") + draw.integers(0, 35 * 365, events)
    form = np.array(_FORMS)[draw.choice(4, events, p=_SHARES)]
    kind = np.array(list(TYPES))[draw.choice(len(TYPES), events, p=[0.001, 0.039, 0.2, 0.3, 0.06, 0.2, 0.12, 0.08])]
    kind[0] = "relations-established"
    planned = (days >= np.datetime64("2025-06-01")) | (form == "none") | (draw.random(events) < 0.05)
    article = draw.integers(0, articles, events)
    told = pd.Series(language[article])
    span = _span(days, form)
    ids = _ids("e", events)
    places = np.array(["Islamabad", "Astana", "Almaty", "Karachi", None], dtype=object)
    summary = told.map(titles) + " " + pd.Series(np.datetime_as_string(days), dtype="str")
    status = np.where(planned, "planned", "occurred")
    made["events"] = _frame(
        "events",
        {"event_id": ids, **span, "type": kind,
         "lane": pd.Series(kind).map({code: one[0] for code, one in TYPES.items()}),
         "plover": "COOPERATE", "cameo": "050", "status": status, "commitment": planned,
         "announced": pd.Series(np.where(planned, "2024-12-12", None), dtype="str"), "summary": summary,
         "summary_language": told, "place": pd.Series(places[draw.integers(0, 5, events)], dtype="str"),
         "countries": "KAZ PAK", "n_articles": pd.Series(draw.integers(1, 9, events), dtype="Int64"), "languages": told,
         "confidence": draw.integers(5, 10, events) / 10},
    )  # fmt: skip
    made["evidence"] = _frame(
        "evidence",
        {"event_id": ids, "article_id": made["articles"]["article_id"].to_numpy()[article], "start": 0, "end": 40,
         "quote": told.map(quotes) + " " + pd.Series(np.datetime_as_string(days), dtype="str"), "date": span["date"],
         "type": kind, "status": status, "rule": told + ".rule", "confidence": 0.8, "key": ids, "statement_id": ids},
    )  # fmt: skip
    two = draw.integers(0, len(SECTORS), (2, events))
    sectors = np.concatenate([two[0], two[1][: events // 3]])
    pairs = {"event_id": pd.concat([ids, ids[: events // 3]]), "sector": np.array(list(SECTORS))[sectors]}
    made["event_sectors"] = _frame("event_sectors", {k: pd.Series(v).reset_index(drop=True) for k, v in pairs.items()})
    made["event_sectors"] = made["event_sectors"].drop_duplicates(ignore_index=True)
    people = _ids("p", _PEOPLE)
    who = draw.integers(0, _PEOPLE, events // 2)
    made["event_people"] = _frame("event_people", {"event_id": ids[: events // 2], "person_id": people.to_numpy()[who]})
    counts = np.bincount(who, minlength=_PEOPLE)
    made["people"] = _frame(
        "people",
        {"person_id": people, "name": "Person " + people, "role": "minister", "country": "PAK", "n_articles": counts,
         "n_events": counts},
    )  # fmt: skip
    subject = np.array(list(SECTORS))[draw.integers(0, len(SECTORS), articles)]
    made["article_sectors"] = _frame(
        "article_sectors",
        {"article_id": made["articles"]["article_id"], "sector": subject, "start": 0, "end": 3, "quote": "abc",
         "rule": "r"},
    )  # fmt: skip
    return made


def write_many(folder: Path, events: int) -> Path:
    """Write such a dossier to disk as a build would leave it, without the CSV files that only people read."""
    place = folder / "tables"
    place.mkdir(parents=True, exist_ok=True)
    (folder / "dossier.toml").write_text('countries = ["KAZ", "PAK"]\n', encoding="utf-8")
    for name, table in many(events).items():
        table.to_parquet(place / f"{name}.parquet", index=False, compression="zstd")
    (place / "datapackage.json").write_text(json.dumps({"name": "many", "hash": str(events)}), encoding="utf-8")
    return folder
