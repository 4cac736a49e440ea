"""One date expression of a text."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DateRow:
    """One date expression: its words, and its EDTF value resolved against the day of publication."""

    start: int
    end: int
    text: str
    edtf: str
    rule: str
    anchor: str = "written"  # written, publication, or text (resolved against a date mentioned before)
