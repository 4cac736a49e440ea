"""What people decided about coded rows: ``reviews.csv``, append-only, kept apart from everything built.

A decision is keyed by the words it rests on (`relations.merging.Statement.key`), so it survives a rebuild, a
moved file, and a second copy of the article. One whose words are gone is reported, never dropped.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from relations import codebook, edtf
from relations.errors import ReviewError
from relations.merging import Event

COLUMNS = ("time", "reviewer", "key", "field", "old", "new", "note")
FILE = "reviews.csv"
_STATUSES = ("occurred", "planned", "ongoing", "cancelled")
_VERDICTS = ("accepted", "rejected")


@dataclass(frozen=True, slots=True)
class Decision:
    """One line of ``reviews.csv``."""

    line: int
    time: str  # ISO 8601, UTC
    reviewer: str
    key: str
    field: str  # review, date, type, status or summary
    old: str
    new: str
    note: str


@dataclass(frozen=True, slots=True)
class Reviewed:
    """An event with what people decided of it."""

    event: Event
    review: str | None = None
    summary: str | None = None


def read(folder: Path) -> tuple[list[Decision], list[ReviewError]]:
    """Read the decisions of a dossier.

    Parameters
    ----------
    folder : Path
        The dossier; one without ``reviews.csv`` has no decisions.

    Returns
    -------
    (list of Decision, list of ReviewError)
        The decisions in the order they were made, and the lines that cannot be applied.

    Raises
    ------
    ReviewError
        If the file has no such header, or is not UTF-8.

    Examples
    --------
    >>> read(Path("nowhere"))
    ([], [])
    """
    file = folder / FILE
    if not file.exists():
        return [], []
    decisions, problems = [], []
    try:
        with file.open(encoding="utf-8", newline="") as lines:
            reader = csv.DictReader(lines)
            if tuple(reader.fieldnames or ()) != COLUMNS:
                raise ReviewError(f"{file}, line 1: found {reader.fieldnames}; expected {','.join(COLUMNS)}")
            for row in reader:
                try:
                    decisions.append(_decision(row, reader.line_num))
                except ReviewError as error:
                    problems.append(error)
    except UnicodeDecodeError as error:
        raise ReviewError(f"{file}: not UTF-8 ({error}); save it as UTF-8") from None
    return decisions, problems


def _decision(row: dict[str | None, str | None], line: int) -> Decision:
    values = {name: (row.get(name) or "").strip() for name in COLUMNS}
    place = f"{FILE}, line {line}"
    if None in row or not values["key"]:
        raise ReviewError(f"{place}: expected {len(COLUMNS)} fields and a key; correct the line")
    field, new = values["field"], values["new"]
    allowed = {"review": _VERDICTS, "status": _STATUSES, "type": tuple(codebook.event_types())}
    if field in allowed and new not in allowed[field]:
        raise ReviewError(f"{place}, new: found {new!r}; expected one of {', '.join(allowed[field])}")
    if field == "date" and new and not edtf.is_edtf(new):
        raise ReviewError(f"{place}, new: found {new!r}; expected an EDTF date such as 1992-02")
    if field not in (*allowed, "date", "summary"):
        raise ReviewError(f"{place}, field: found {field!r}; expected review, date, type, status or summary")
    return Decision(line=line, **values)


def apply(events: Iterable[Event], decisions: Iterable[Decision]) -> tuple[list[Reviewed], list[Decision]]:
    """Apply decisions to events, the newest last.

    Parameters
    ----------
    events : iterable of Event
    decisions : iterable of Decision

    Returns
    -------
    (list of Reviewed, list of Decision)
        The events as decided, and the decisions whose words no event rests on any more.

    Examples
    --------
    >>> apply([], [])
    ([], [])
    """
    reviewed = [Reviewed(event) for event in events]
    place = {statement.key: index for index, one in enumerate(reviewed) for statement in one.event.statements}
    orphans = []
    for decision in decisions:
        index = place.get(decision.key)
        if index is None:
            orphans.append(decision)
            continue
        reviewed[index] = _applied(reviewed[index], decision)
    return reviewed, orphans


def _applied(one: Reviewed, decision: Decision) -> Reviewed:
    if decision.field == "review":
        return replace(one, review=decision.new)
    if decision.field == "summary":
        return replace(one, summary=decision.new, review="edited")
    change: dict[str, Any] = {decision.field: decision.new or None}
    return replace(one, event=replace(one.event, **change), review="edited")
