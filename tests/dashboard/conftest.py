"""Makes the made-up dossier of `synthetic.py`, and a browser, available to the tests of this folder."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

sys.path += [str(Path(__file__).parent), str(Path(__file__).parents[1])]

from find_browser import find_browser
from synthetic import dossier as make

from relations.dossier import Dossier
from relations.views.scene import Archive


@pytest.fixture(scope="session")
def dossier() -> Dossier:
    return make()


@pytest.fixture(scope="session")
def archive(dossier: Dossier) -> Archive:
    return Archive(dossier)


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=find_browser(), args=["--no-sandbox"])
        yield started
        started.close()
