"""Every notebook runs from top to bottom, and is shown by what shows notebooks, without the network."""

from __future__ import annotations

import os
import shutil
from functools import cache
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbclient import NotebookClient
from nbconvert import HTMLExporter

from relations.charts.shown import PLOTLY
from relations.dashboard.chart import JUPYTER
from relations.dossier import settings
from relations.dossier.build import build

ROOT = Path(__file__).parent.parent
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
DRAWN = {"explore": 3, "compare": 2, "briefing": 1}  # charts


@pytest.fixture(scope="module")
def dossier(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("dossier") / "kazakhstan-pakistan"
    ignored = shutil.ignore_patterns("tables", ".cache", ".tables.*", ".build.lock")
    shutil.copytree(ROOT / "data" / "kazakhstan-pakistan", place, ignore=ignored)
    build(place)
    return place


@pytest.fixture(scope="module")
def executed(dossier: Path, tmp_path_factory: pytest.TempPathFactory) -> Any:
    """Return a function that runs a notebook once, and the folder that the briefing goes to."""
    folder = tmp_path_factory.mktemp("briefing")
    other = tmp_path_factory.mktemp("other") / "italy-kazakhstan"
    settings.write(other, ["ITA", "KAZ"])
    (other / "articles" / "note.txt").write_text("Kazakhstan and Italy signed an agreement on trade in Rome in 1994.")
    build(other)

    @cache
    def run(name: str) -> Any:
        notebook = nbformat.read(ROOT / "notebooks" / f"{name}.ipynb", as_version=4)
        told = [n for n, cell in enumerate(notebook.cells) if "parameters" in cell.metadata.get("tags", [])]
        for n in told:  # as papermill does: a cell of new values after the one that is tagged
            values = f"DOSSIER, LANGUAGE, PERIOD, FOLDER = {str(dossier)!r}, 'kk', [2020, 2026], {str(folder)!r}"
            notebook.cells.insert(n + 1, nbformat.v4.new_code_cell(values))
        assert len(told) == (name == "briefing")
        with pytest.MonkeyPatch.context() as patch:
            both = f"{dossier}{os.pathsep}{other}"
            patch.setenv("RELATIONS_DOSSIER", both if name == "compare" else str(dossier))
            NotebookClient(notebook, timeout=120, resources={"metadata": {"path": str(ROOT / "notebooks")}}).execute()
        return notebook

    return run, folder


def outputs(notebook: Any) -> list[Any]:
    return [output for cell in notebook.cells if cell.cell_type == "code" for output in cell.outputs]


@pytest.mark.parametrize("name", [file.stem for file in NOTEBOOKS])
def test_notebook_runs(name: str, executed: Any) -> None:
    run, folder = executed
    shown = outputs(run(name))
    assert shown
    assert not [output for output in shown if output.output_type == "error"]
    drawn = [output.data for output in shown if PLOTLY in output.get("data", {})]
    assert len(drawn) == DRAWN.get(name, 0)
    # Lab and VS Code take the first, what knows no plotly the second; neither names another host.
    assert all(one[PLOTLY]["data"] and "https://" not in one["text/html"] for one in drawn)
    if name == "briefing":
        assert {made.suffix for made in folder.iterdir()} == {".pptx", ".docx", ".xlsx"}


def test_the_first_steps_answer_who_met_whom_what_is_overdue_and_which_sectors_grew(executed: Any) -> None:
    tables = [output.data["text/html"] for output in outputs(executed[0]("explore")) if output.output_type != "stream"
              and "<table" in output.get("data", {}).get("text/html", "")]  # fmt: skip
    questions = ("person", "days", "since", "disagreement")  # a column of the answer to each
    assert [word for one in tables for word in questions if f"<th>{word}</th>" in one] == list(questions)


def test_several_dossiers_stand_side_by_side(executed: Any) -> None:
    tables = [output.data.get("text/html", "") for output in outputs(executed[0]("compare"))]
    assert sum("<td>kazakhstan-pakistan</td>" in one and "<td>italy-kazakhstan</td>" in one for one in tables) == 1


@pytest.mark.browser
@pytest.mark.parametrize("name", DRAWN)
def test_its_page_draws_every_chart_and_asks_no_other_host(
    name: str, executed: Any, browser: Any, tmp_path: Path
) -> None:
    templates = [str(JUPYTER / "nbconvert" / "templates")]
    exporter = HTMLExporter(template_name="relations", extra_template_basedirs=templates)
    file = tmp_path / "page.html"
    file.write_text(exporter.from_notebook_node(executed[0](name))[0], encoding="utf-8")
    page = browser.new_context(offline=True).new_page()
    asked: list[str] = []
    failures: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("pageerror", lambda error: failures.append(str(error)))
    page.goto(file.as_uri())
    page.locator(".js-plotly-plot .main-svg").nth(DRAWN[name] - 1).wait_for(timeout=30_000)
    assert page.locator(".js-plotly-plot").count() == DRAWN[name]
    assert [one for one in asked if not one.startswith(("file:", "data:", "blob:"))] == []
    assert failures == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.context.close()
