"""Makes the made-up dossier of `synthetic.py` available to the tests of this folder."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).parent))

from synthetic import dossier as make

from relations.dashboard.scene import Archive
from relations.dossier import Dossier


@pytest.fixture(scope="session")
def dossier() -> Dossier:
    return make()


@pytest.fixture(scope="session")
def archive(dossier: Dossier) -> Archive:
    return Archive(dossier)
