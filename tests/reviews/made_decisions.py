"""Decisions and statements for tests."""

from __future__ import annotations

from typing import Any

from relations.coding.rows import EventRow
from relations.merging import Event, Statement, merge
from relations.reviews import Decision


def statement(article: str, kind: str, date: str | None = None, quote: str = "", **more: Any) -> Statement:
    quote = quote or f"{kind} in {article} {date}"
    row = EventRow(
        date=date, date_text=date, date_start=None, date_end=None, type=kind, status=more.pop("status", "occurred"),
        start=0, end=len(quote), rule="test", confidence=0.8, summary=quote, **more,
    )  # fmt: skip
    return Statement(article_id=article, published="2024-01-01", language="en", event=row, quote=quote)


def events(*statements: Statement) -> list[Event]:
    return merge(statements)


def decided(key: str, field: str, new: str = "", old: str = "", who: str = "ab", minute: int = 0) -> Decision:
    return Decision(f"2026-01-01T00:{minute:02}:00Z", who, key, field, old, new)
