"""The data package holds what the page shows, says which filter held, and a validator accepts it."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from frictionless import Package

from relations.export.chosen import tables
from relations.export.data_package import data_package
from relations.views.archive import Archive
from relations.views.filters import Selection
from relations.views.scene import Scene

SELECTIONS = {
    "sector": Selection(since=2024, sectors=frozenset({"trade"})),
    "language": Selection(languages=frozenset({"kk"})),
    "status": Selection(statuses=frozenset({"overdue"})),
    "number": Selection(among=frozenset({"one-source", "press.KAZ"})),
    "text": Selection(text="министр"),
    "nothing": Selection(since=3000),
}


def opened(content: bytes, folder: Path) -> tuple[dict[str, Any], dict[str, pd.DataFrame]]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        archive.extractall(folder)
    about = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    named = {resource["name"]: folder / resource["path"] for resource in about["resources"]}
    return about, {name: pd.read_csv(file, dtype=str, keep_default_na=False) for name, file in named.items()}


@pytest.mark.parametrize("name", SELECTIONS)
def test_only_rows_that_the_filters_leave_are_in_it(shipped: Archive, tmp_path: Path, name: str) -> None:
    scene = Scene(shipped, SELECTIONS[name], "ru")
    about, found = opened(data_package(scene), tmp_path)
    kept = tables(scene)
    assert {table: len(frame) for table, frame in found.items()} == {t: len(frame) for t, frame in kept.items()}
    assert set(found["events"]["event_id"]) == set(scene.shown.events["event_id"])
    assert (len(found["events"]) > 0) == (name != "nothing") and len(found["events"]) < len(shipped.dossier.events)
    for one, other, key in (
        ("evidence", "events", "event_id"), ("evidence", "articles", "article_id"),
        ("event_sectors", "events", "event_id"), ("event_people", "people", "person_id"),
        ("article_sectors", "articles", "article_id"), ("figures", "articles", "article_id"),
    ):  # fmt: skip
        assert set(found[one][key]) <= set(found[other][key]), (one, other)
    assert about["filters"] == scene.selection.query()
    report = Package(str(tmp_path / "datapackage.json")).validate()
    assert report.valid, report.flatten(["message"])


def test_the_filters_are_told_in_words_too(archive: Archive, tmp_path: Path) -> None:
    about, _ = opened(data_package(Scene(archive, SELECTIONS["sector"], "ru")), tmp_path / "some")
    assert "Отрасли: Торговля" in about["description"] and about["filters"] == {"since": "2024", "sectors": "trade"}
    about, _ = opened(data_package(Scene(archive, language="ru")), tmp_path / "all")
    assert "Всё досье: фильтров нет." in about["description"] and about["filters"] == {}


def test_the_whole_dossier_is_what_was_built(shipped: Archive, tmp_path: Path) -> None:
    content = data_package(Scene(shipped))
    assert content == data_package(Scene(shipped, language="en"))
    opened(content, tmp_path)
    built = shipped.dossier.path / "tables"
    for file in built.glob("*.csv"):
        assert (tmp_path / file.name).read_bytes() == file.read_bytes()
    before = json.loads((built / "datapackage.json").read_text(encoding="utf-8"))
    after = json.loads((tmp_path / "datapackage.json").read_text(encoding="utf-8"))
    assert (after["hash"], after["resources"]) == (before["hash"], before["resources"])
