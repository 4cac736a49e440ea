"""Makes the made-up dossier of `synthetic.py`, and a browser, available to the tests of this folder."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path += [str(Path(__file__).parent), str(Path(__file__).parents[1])]

from synthetic import dossier as make

from relations.dossier import Dossier
from relations.views.archive import Archive


@pytest.fixture(scope="session")
def dossier() -> Dossier:
    return make()


@pytest.fixture(scope="session")
def archive(dossier: Dossier) -> Archive:
    return Archive(dossier)
