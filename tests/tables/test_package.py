"""Tables written as a data package and read back."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest
from frictionless import Package
from pandas.testing import assert_frame_equal

from relations.errors import TableError
from relations.tables import contracts, frame, package

NASTY = 'quotes " , \n новая строка =1+1 ۱۹۹۲ء'


@pytest.fixture
def tables() -> dict[str, pd.DataFrame]:
    rows = {
        "problems": [{"file": "a.txt", "place": "line 1", "reason": NASTY, "advice": "none"}],
        "sectors": [
            {"code": "trade", "label_en": "Trade", "label_kk": "Сауда", "label_ru": "Торговля", "label_ur": "تجارت"}
        ],
    }
    return {name: frame(name, rows.get(name, [])) for name in contracts()}


def test_round_trip(tables: dict[str, pd.DataFrame], tmp_path: Path) -> None:
    package.write(tables, tmp_path, {"name": "test"})
    for name, table in tables.items():
        assert_frame_equal(package.read(tmp_path, name), table)


def test_equal_tables_make_equal_files(tables: dict[str, pd.DataFrame], tmp_path: Path) -> None:
    for folder in ("one", "two"):
        package.write(tables, tmp_path / folder, {"name": "test"})
    for file in (tmp_path / "one").iterdir():
        assert file.read_bytes() == (tmp_path / "two" / file.name).read_bytes()


def test_the_validator_accepts_it(tables: dict[str, pd.DataFrame], tmp_path: Path) -> None:
    package.write(tables, tmp_path, {"name": "test"})
    report = Package(str(tmp_path / "datapackage.json")).validate()
    assert report.valid, report.flatten(["message"])


def test_a_broken_file_is_named(tables: dict[str, pd.DataFrame], tmp_path: Path) -> None:
    package.write(tables, tmp_path, {"name": "test"})
    (tmp_path / "events.parquet").write_bytes(b"no parquet")
    with pytest.raises(TableError, match=r"events\.parquet"):
        package.read(tmp_path, "events")


def test_a_folder_without_a_package_is_none(tmp_path: Path) -> None:
    with pytest.raises(TableError, match=r"datapackage.json.*build the dossier again"):
        package.about(tmp_path)
