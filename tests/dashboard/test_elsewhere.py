"""The page where `relations serve` does not show it: in plain Voila and in JupyterLab."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.parse import urlsplit
from urllib.request import urlopen

import pytest
from serving import ROOT, free_port, running
from synthetic import write
from visitor import TIMELINE, Reader

from relations.dashboard.chart import JUPYTER
from relations.reviews import read

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def dossier(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(tmp_path_factory.mktemp("elsewhere") / "made-up")


@pytest.fixture
def server(request: pytest.FixtureRequest, dossier: Path, tmp_path: Path) -> Iterator[str]:
    port = free_port()
    program, folder, *arguments = request.param
    command = [sys.executable, "-m", program, *arguments, "--no-browser", f"--port={port}"]
    # The template of these sources, not the one of an earlier installation.
    environment = {"RELATIONS_DOSSIER": str(dossier), "JUPYTER_PATH": str(JUPYTER), "HOME": str(tmp_path)}
    with running(command, f"http://localhost:{port}/", tmp_path / "log", at=ROOT / folder, **environment) as address:
        yield address


def only_this_machine(reader: Reader) -> bool:
    return reader.hosts <= {urlsplit(reader.address).netloc, ""}


@pytest.mark.parametrize(
    "server", [("voila", ".", "notebooks/dashboard.ipynb"), ("voila", "notebooks", "dashboard.ipynb")], indirect=True
)
def test_plain_voila_paints_the_timeline_before_anything_is_clicked(browser: Any, server: str) -> None:
    reader = Reader(browser, server, "wide")
    page = reader.visit()
    for figure in ("timeline", "sectors", "heat", "coverage"):
        page.wait_for_selector(f"[data-figure={figure}][data-drawn=true] .main-svg", timeout=60_000)
    assert reader.errors == []
    assert only_this_machine(reader), reader.hosts
    reader.context.close()


LAB = ("jupyterlab", "notebooks", "--ServerApp.token=", "--allow-root", "--ip=127.0.0.1", "--LabApp.news_url=None")


def wait_for_kernel(address: str) -> None:
    """Wait until Lab is connected with a kernel at rest: what is run before that is dropped."""
    until = time.monotonic() + 60
    while time.monotonic() < until:
        # Jupyter's list of kernels answers 500 while one of them is being started.
        with suppress(HTTPError), urlopen(f"{address}api/kernels") as answer:  # noqa: S310 - our own server
            if any(one["connections"] and one["execution_state"] == "idle" for one in json.load(answer)):
                return
        time.sleep(0.2)
    raise AssertionError("no kernel came to rest in a minute")


def run_in_lab(browser: Any, server: str, notebook: str) -> Reader:
    """Open a notebook in Lab and run its first cell of code."""
    reader = Reader(browser, server, "wide")
    reader.page.goto(f"{server}lab/tree/{notebook}")
    code = reader.page.locator(".jp-CodeCell .cm-content").first
    code.wait_for(timeout=60_000)
    wait_for_kernel(server)
    reader.page.wait_for_selector(".jp-Notebook-ExecutionIndicator[data-status=idle]", timeout=60_000)
    code.click()
    reader.page.keyboard.press("Shift+Enter")
    return reader


@pytest.mark.parametrize("server", [LAB], indirect=True, ids=["lab"])
def test_jupyterlab_shows_the_page_with_its_styles(browser: Any, server: str) -> None:
    reader = run_in_lab(browser, server, "dashboard.ipynb")
    reader.page.wait_for_selector(TIMELINE, timeout=60_000)
    assert reader.page.locator(".relations .headlines").evaluate("one => getComputedStyle(one).display") == "grid"
    # Lab's theme is the page's, of its charts too; paper is white.
    ink = "() => getComputedStyle(document.querySelector('[data-figure=sectors] .main-svg text')).fill"
    ground = "() => getComputedStyle(document.querySelector('.relations-root')).backgroundColor"
    reader.page.wait_for_selector("[data-figure=sectors][data-drawn=true] .main-svg text")
    light = reader.page.evaluate(ink)
    assert reader.page.evaluate(ground) == "rgb(245, 247, 249)"
    reader.page.evaluate("document.body.dataset.jpThemeLight = 'false'")
    reader.page.wait_for_function(f"light => ({ink})() !== light", arg=light)
    assert reader.page.evaluate(ground) == "rgb(13, 18, 24)"
    reader.page.emulate_media(media="print")
    reader.page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    reader.page.wait_for_function(f"light => ({ink})() === light", arg=light)
    assert reader.page.evaluate(ground) == "rgb(255, 255, 255)"
    assert only_this_machine(reader), reader.hosts
    reader.context.close()


@pytest.mark.parametrize("server", [LAB], indirect=True, ids=["lab"])
def test_jupyterlab_leaves_its_keys_to_the_review_desk(browser: Any, server: str, dossier: Path) -> None:
    """Lab makes a cell of `a`, and runs one with Enter and Ctrl: in fields and lists too, where it may."""
    reader = run_in_lab(browser, server, "review.ipynb")
    page = reader.page
    page.wait_for_selector(".desk .row h2", timeout=60_000)
    cells = page.locator(".jp-Cell").count()
    keyboard = page.keyboard
    decided = "number => document.querySelector('.desk progress').value === number"
    before = page.evaluate("document.querySelector('.desk progress').value")
    keyboard.type("Sam")
    keyboard.press("Enter")
    page.wait_for_selector("#reviewer[value=Sam]")
    keyboard.press("a")
    page.wait_for_function(decided, arg=before + 1)
    keyboard.press("e")
    page.wait_for_selector("[data-form=edit]")
    keyboard.press("Tab")
    keyboard.press("ArrowUp")
    keyboard.press("Enter")
    page.wait_for_function(decided, arg=before + 2)
    keyboard.press("e")
    page.wait_for_selector("[data-form=edit]")
    keyboard.press("Control+A")
    keyboard.type("1999")
    keyboard.press("Control+Enter")
    page.wait_for_function(decided, arg=before + 3)
    assert [(one.reviewer, one.field) for one in read(dossier)[0]] == [
        *(("Sam", field) for field in ("review", "type", "date")),
    ]
    assert page.locator(".jp-Cell").count() == cells
    assert page.evaluate("document.activeElement.className") == "relations-root relations-desk"
    reader.context.close()
