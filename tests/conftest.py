"""Settings, the browser and the made-up dossier that hold for every test."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pytest
from find_browser import find_browser
from hypothesis import settings

if TYPE_CHECKING:
    from relations.dossier import Dossier
    from relations.views.archive import Archive

# A slow machine is no wrong answer: the first example pays for reading the language files.
settings.register_profile("relations", deadline=None)
settings.load_profile("relations")


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """One Chromium for all tests of a process: Playwright can be started only once in it."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=find_browser(), args=["--no-sandbox"])
        yield started
        started.close()


@pytest.fixture(scope="session")
def dossier() -> Dossier:
    """The made-up dossier; no test may change it."""
    from synthetic import dossier

    return dossier()


@pytest.fixture(scope="session")
def archive(dossier: Dossier) -> Archive:
    """What views and exports are made from; no test may change it."""
    from relations.views.archive import Archive

    return Archive(dossier)
