"""Every notebook runs from top to bottom."""

from __future__ import annotations

import shutil
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

from relations.dossier.build import build

ROOT = Path(__file__).parent.parent
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))


@pytest.fixture(scope="module")
def dossier(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("dossier") / "kazakhstan-pakistan"
    ignored = shutil.ignore_patterns("tables", ".cache", ".tables.*", ".build.lock")
    shutil.copytree(ROOT / "data" / "kazakhstan-pakistan", place, ignore=ignored)
    build(place)
    return place


@pytest.mark.parametrize("file", NOTEBOOKS, ids=lambda file: file.name)
def test_notebook_runs(file: Path, dossier: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RELATIONS_DOSSIER", str(dossier))
    monkeypatch.setenv("RELATIONS_BRIEFING", str(tmp_path))
    notebook = nbformat.read(file, as_version=4)
    NotebookClient(notebook, timeout=120, resources={"metadata": {"path": str(file.parent)}}).execute()
    outputs = [output for cell in notebook.cells if cell.cell_type == "code" for output in cell.outputs]
    assert outputs
    assert not [output for output in outputs if output.output_type == "error"]
    if file.stem == "briefing":
        assert {made.suffix for made in tmp_path.iterdir()} == {".pptx", ".docx", ".xlsx"}
