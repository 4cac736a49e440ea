"""Plain Voila on a fresh clone: the page says that there are no tables yet, and how they are made."""

from __future__ import annotations

import sys
import urllib.request
from pathlib import Path
from types import SimpleNamespace

import pytest
from serving import free_port, running

from relations.dashboard.chart import JUPYTER
from relations.dashboard.page import DOSSIER_VARIABLE, open_page
from relations.dashboard.shelf_handlers import write_notebooks
from relations.dashboard.unopened import Unopened
from relations.dossier import settings
from relations.errors import DossierError
from relations.views.words import LANGUAGES


@pytest.fixture
def unbuilt(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv(DOSSIER_VARIABLE, raising=False)
    return settings.write(tmp_path / "pair", ["ITA", "KAZ"]).parent


def test_a_notebook_raises_and_voila_is_told_in_words(unbuilt: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("VOILA_BASE_URL", raising=False)
    with pytest.raises(DossierError, match="relations build"):
        open_page(unbuilt)
    monkeypatch.setenv("VOILA_BASE_URL", "/")
    shown = open_page(unbuilt)
    assert isinstance(shown, Unopened) and "relations build" in shown.html
    assert all(f'lang="{code}"' in shown.html for code in LANGUAGES)


def test_a_hostile_name_is_text() -> None:
    assert "<script>" not in Unopened("<script>x</script>").html


def test_plain_voila_shows_the_sentence(unbuilt: Path, tmp_path: Path) -> None:
    write_notebooks(SimpleNamespace(folders={"page": unbuilt}), tmp_path)  # type: ignore[arg-type]
    port = free_port()
    command = [sys.executable, "-m", "voila", str(tmp_path / "page.ipynb"), "--no-browser", "--port", str(port)]
    with running(command, f"http://127.0.0.1:{port}/", tmp_path / "log", JUPYTER_PATH=str(JUPYTER)) as address:
        page = urllib.request.urlopen(address, timeout=60).read().decode()  # noqa: S310
    assert "has no tables yet" in page and "Execution error" not in page
    assert 'class="card message-page unopened"' in page
