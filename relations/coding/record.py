"""What was coded of one article as plain JSON, and back."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from relations.coding.rows import Coded, EventRow, FigureRow, PersonRow, SectorRow
from relations.dates.row import DateRow

_ROWS: dict[str, Any] = {
    "dates": DateRow,
    "events": EventRow,
    "sectors": SectorRow,
    "people": PersonRow,
    "figures": FigureRow,
}


def to_json(coded: Coded) -> dict[str, Any]:
    """Return what was coded as a dictionary that ``json`` can write.

    Examples
    --------
    >>> from_json(to_json(Coded("en", "2024-12-12"))) == Coded("en", "2024-12-12")
    True
    """
    return asdict(coded)


def from_json(record: dict[str, Any]) -> Coded:
    """Return what `to_json` wrote.

    Raises
    ------
    TypeError, KeyError
        If the record was written by another version.
    """
    fields: dict[str, Any] = {
        name: tuple(_ROWS[name](**{key: _frozen(item) for key, item in row.items()}) for row in value)
        if name in _ROWS
        else _frozen(value)
        for name, value in record.items()
    }
    return Coded(**fields)


def _frozen(value: Any) -> Any:
    return tuple(_frozen(item) for item in value) if isinstance(value, list | tuple) else value
