"""Lets the tests of exports use the made-up dossier and the browser of the page's tests."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parents[1] / "dashboard"))
sys.path.append(str(Path(__file__).parents[1]))

from collections.abc import Iterator
from typing import Any

import pytest
from find_browser import find_browser
from synthetic import dossier as make

from relations.dashboard.scene import Archive


@pytest.fixture(scope="module")
def archive() -> Archive:
    return Archive(make())


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=find_browser(), args=["--no-sandbox"])
        yield started
        started.close()
