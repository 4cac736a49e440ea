"""Tables written to a folder as a Frictionless Data Package, and read back.

CSV files are the resources of ``datapackage.json``; a Parquet file of the same name beside each keeps the
types and is what this package itself reads. A folder is either complete, with ``datapackage.json`` written
last, or it is no package.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pandas as pd

from relations.errors import TableError
from relations.tables.contracts import Column, Contract, contracts

_BUILD_AGAIN = "expected tables written by `relations build`; build the dossier again"
_FRICTIONLESS = {"text": "string", "edtf": "string", "enum": "string"}


def _field(column: Column) -> dict[str, Any]:
    constraints: dict[str, Any] = {"required": True} if column.required else {}
    if column.values:
        constraints["enum"] = list(column.values)
    if column.minimum is not None:
        constraints["minimum"] = column.minimum
    if column.maximum is not None:
        constraints["maximum"] = column.maximum
    field = {
        "name": column.name,
        "type": _FRICTIONLESS.get(column.type, column.type),
        "description": column.description + (" (EDTF, ISO 8601-2)" if column.type == "edtf" else ""),
    }
    return {**field, "constraints": constraints} if constraints else field


def _resource(contract: Contract, file: str, content: bytes, present: set[str]) -> dict[str, Any]:
    keys = []
    for column in contract.columns:
        if column.references and column.references in present:
            target = contracts()[column.references].primary_key[0]
            keys.append({"fields": [column.name], "reference": {"resource": column.references, "fields": [target]}})
    schema: dict[str, Any] = {"fields": [_field(column) for column in contract.columns], "missingValues": [""]}
    # A key with a part that may be missing is none to a validator; the frame's own check still holds it.
    if all(column.required for column in contract.columns if column.name in contract.primary_key):
        schema["primaryKey"] = list(contract.primary_key)
    if keys:
        schema["foreignKeys"] = keys
    return {
        "name": contract.name,
        "profile": "tabular-data-resource",
        "title": contract.title,
        "path": file,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": "sha256:" + hashlib.sha256(content).hexdigest(),
        "schema": schema,
    }


def files(tables: Mapping[str, pd.DataFrame], about: Mapping[str, Any]) -> dict[str, bytes]:
    """Return the files of a data package by their names, ``datapackage.json`` last.

    Parameters
    ----------
    tables : mapping of str to pandas.DataFrame
        Tables that keep their contracts.
    about : mapping
        ``name``, ``title`` and whatever else the package is to say of itself.

    Examples
    --------
    >>> from relations.tables import frame
    >>> list(files({"problems": frame("problems", [])}, {"name": "example"}))
    ['problems.csv', 'datapackage.json']
    """
    made, resources = {}, []
    for name, table in tables.items():
        text = table.to_csv(index=False, date_format="%Y-%m-%d", lineterminator="\n")
        content = made[f"{name}.csv"] = text.encode()
        resources.append(_resource(contracts()[name], f"{name}.csv", content, set(tables)))
    package = {
        "profile": "tabular-data-package",
        **about,
        "hash": hashlib.sha256("".join(resource["hash"] for resource in resources).encode()).hexdigest(),
        "resources": resources,
    }
    made["datapackage.json"] = (json.dumps(package, ensure_ascii=False, indent=1) + "\n").encode()
    return made


def write(tables: Mapping[str, pd.DataFrame], folder: Path, about: Mapping[str, Any]) -> None:
    """Write tables to a new folder as a data package.

    Parameters
    ----------
    tables, about
        As for `files`.
    folder : Path
        Folder to write to; made where it is not there.

    Examples
    --------
    >>> import tempfile
    >>> from relations.tables import frame
    >>> with tempfile.TemporaryDirectory() as place:
    ...     write({"problems": frame("problems", [])}, Path(place), {"name": "example"})
    ...     sorted(file.name for file in Path(place).iterdir())
    ['datapackage.json', 'problems.csv', 'problems.parquet']
    """
    folder.mkdir(parents=True, exist_ok=True)
    for name, table in tables.items():
        table.to_parquet(folder / f"{name}.parquet", index=False, compression="zstd")
    for file, content in files(tables, about).items():
        (folder / file).write_bytes(content)


def about(folder: Path) -> dict[str, Any]:
    """Return what the package in a folder says of itself (its ``datapackage.json``).

    Raises
    ------
    TableError
        If there is no complete package in the folder.
    """
    file = folder / "datapackage.json"
    try:
        content: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise TableError(f"{file}: {error}; {_BUILD_AGAIN}") from error
    return content


def read(folder: Path, name: str) -> pd.DataFrame:
    """Read one table of a package, with the types of its contract.

    Raises
    ------
    TableError
        If the file is missing, broken, or was written by another version of the contract.
    """
    file = folder / f"{name}.parquet"
    contract = contracts()[name]
    try:
        table = pd.read_parquet(file)
    except (OSError, ValueError) as error:
        raise TableError(f"{file}: {error}; {_BUILD_AGAIN}") from error
    if list(table.columns) != [column.name for column in contract.columns]:
        raise TableError(f"{file}: written by another version of Relations; build the dossier again")
    return table.astype({column.name: column.dtype for column in contract.columns})
