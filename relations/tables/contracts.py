"""The contract of every table: columns, types and keys, and the check that a frame keeps them."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pandas as pd

from relations import edtf
from relations.errors import TableError

_FILE = Path(__file__).with_name("contracts.toml")

_DTYPES = {
    "string": "str",
    "text": "str",
    "edtf": "str",
    "enum": "str",
    "date": "datetime64[s]",
    "integer": "Int64",
    "number": "float64",
    "boolean": "bool",
}


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table."""

    name: str
    type: str
    description: str
    required: bool = False
    values: tuple[str, ...] = ()
    references: str | None = None
    minimum: float | None = None
    maximum: float | None = None

    @property
    def dtype(self) -> str:
        """The pandas dtype of the column."""
        return _DTYPES[self.type]


@dataclass(frozen=True, slots=True)
class Contract:
    """What one table promises."""

    name: str
    title: str
    primary_key: tuple[str, ...]
    columns: tuple[Column, ...]


@cache
def contracts() -> dict[str, Contract]:
    """Return the contract of every table, by its name.

    Examples
    --------
    >>> [column.name for column in contracts()["event_sectors"].columns]
    ['event_id', 'sector']
    """
    found = {}
    for name, body in tomllib.loads(_FILE.read_text(encoding="utf-8")).items():
        columns = tuple(Column(**{**column, "values": tuple(column.get("values", ()))}) for column in body["columns"])
        found[name] = Contract(name, body["title"], tuple(body["primary_key"]), columns)
    return found


def frame(name: str, rows: list[dict[str, Any]]) -> pd.DataFrame:
    """Build a table from its rows, with the columns, order and types of its contract.

    Parameters
    ----------
    name : str
        A table of `contracts`.
    rows : list of dict
        One a row; a key left out is a missing value.

    Returns
    -------
    pandas.DataFrame
        Sorted by its primary key, so that equal rows make equal files.

    Raises
    ------
    TableError
        If a row has a column that the contract does not know, or a value that its type cannot hold.

    Examples
    --------
    >>> frame("event_sectors", [{"event_id": "e1", "sector": "trade"}]).shape
    (1, 2)
    """
    contract = contracts()[name]
    known = [column.name for column in contract.columns]
    for number, row in enumerate(rows):
        if extra := sorted(set(row) - set(known)):
            raise TableError(f"table {name}, row {number}: unknown column {extra[0]!r}; expected one of {known}")
    raw = pd.DataFrame(rows, columns=known, dtype=object)
    table = pd.DataFrame(index=raw.index)
    for column in contract.columns:
        try:
            table[column.name] = _typed(raw[column.name], column)
        except (ValueError, TypeError) as error:
            raise TableError(f"table {name}, column {column.name}: {error}; expected {column.type}") from error
    return table.sort_values(list(contract.primary_key), ignore_index=True) if len(table) else table


def _typed(values: pd.Series[Any], column: Column) -> pd.Series[Any]:
    if column.type == "date":
        return pd.to_datetime(values).astype("datetime64[s]")
    typed: pd.Series[Any] = values.astype(column.dtype)  # type: ignore[call-overload]
    return typed


def check(tables: Mapping[str, pd.DataFrame]) -> None:
    """Hold tables to their contracts, and their references to one another.

    Parameters
    ----------
    tables : mapping of str to pandas.DataFrame
        Some or all tables, by name.

    Raises
    ------
    TableError
        Naming table, row and column of the first breach.

    Examples
    --------
    >>> check({"event_sectors": frame("event_sectors", [])})
    """
    for name, table in tables.items():
        contract = contracts().get(name)
        if contract is None:
            raise TableError(f"there is no table {name!r}; the tables are {', '.join(contracts())}")
        names = [column.name for column in contract.columns]
        if list(table.columns) != names:
            raise TableError(f"table {name}: columns are {list(table.columns)}; expected {names}")
        for column in contract.columns:
            _check_column(name, table[column.name], column, tables)
        doubled = table.duplicated(list(contract.primary_key))
        if doubled.any():
            row = int(doubled.to_numpy().argmax())
            key = {column: table[column].iloc[row] for column in contract.primary_key}
            raise TableError(f"table {name}, row {row}: the key {key} stands there twice; expected once")


def _check_column(table: str, values: pd.Series[Any], column: Column, tables: Mapping[str, pd.DataFrame]) -> None:
    def fail(wrong: pd.Series[Any], expected: str) -> None:
        row = int(wrong.to_numpy().argmax())
        value = values.iloc[row]
        raise TableError(f"table {table}, row {row}, column {column.name}: {value!r}; expected {expected}")

    if str(values.dtype) != column.dtype:
        raise TableError(f"table {table}, column {column.name}: dtype {values.dtype}; expected {column.dtype}")
    missing = values.isna()
    # A CSV file cannot tell empty text from none, and a validator of the package reads it as none.
    if column.required and (empty := missing | values.eq("")).any():
        fail(empty, "a value, this column is never empty")
    present = values[~missing]
    readable = [value for value in present.unique() if edtf.is_edtf(value)] if column.type == "edtf" else []
    if column.type == "edtf" and (wrong := ~(values.isin(readable) | missing)).any():
        fail(wrong, "an EDTF date such as 1992-02")
    if column.values and (wrong := ~(values.isin(column.values) | missing)).any():
        fail(wrong, f"one of {', '.join(column.values)}")
    if column.minimum is not None and (wrong := (values < column.minimum) & ~missing).any():
        fail(wrong, f"at least {column.minimum}")
    if column.maximum is not None and (wrong := (values > column.maximum) & ~missing).any():
        fail(wrong, f"at most {column.maximum}")
    if column.references and column.references in tables and len(present):
        target = contracts()[column.references].primary_key[0]
        if (wrong := ~(values.isin(tables[column.references][target]) | missing)).any():
            fail(wrong, f"a {target} of table {column.references}")
