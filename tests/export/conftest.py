"""The shipped dossier, built once, as what the exports are given."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from relations.dossier import open_dossier
from relations.dossier.build import build
from relations.views.archive import Archive

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    place = tmp_path_factory.mktemp("dossier") / "kazakhstan-pakistan"
    ignored = shutil.ignore_patterns("tables", ".cache", ".tables.*", ".build.lock")
    shutil.copytree(ROOT / "data" / "kazakhstan-pakistan", place, ignore=ignored)
    build(place)
    return Archive(open_dossier(place, today=date(2026, 2, 10)))
