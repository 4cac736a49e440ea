"""No word of the package stands on the page untranslated: in Kazakh, Russian and Urdu, Latin letters come from data."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from latin import of_data, of_figure, of_page

from relations import charts
from relations.charts.words import catalogue
from relations.dashboard.figures import figures
from relations.dashboard.layout import regions, skeleton
from relations.views.archive import Archive
from relations.views.filters import Selection
from relations.views.scene import Scene

CHARTS = Path(charts.__file__).parent


def scenes(archive: Archive) -> list[Scene]:
    """Moments of the page that together show all its words."""
    plain = Scene(archive, language="en")
    chosen = Selection(text="transport", sure=True, since=1990, types=frozenset({"visit"}))
    event = archive.dossier.events["event_id"].iloc[0]
    return [plain, replace(plain, event=event), replace(plain, selection=chosen),
            replace(plain, selection=Selection(text="4711 0815"))]  # fmt: skip


@pytest.mark.parametrize("language", ["kk", "ru", "ur"])
def test_every_latin_word_of_the_page_comes_from_the_data(archive: Archive, language: str) -> None:
    known = of_data(archive.dossier)
    for scene in scenes(archive):
        there = replace(scene, language=language)
        for name, html in regions(there).items():
            assert of_page(html, language) <= known, name
        assert of_page(skeleton(there, regions(there)), language) <= known
        for name, text in figures(there).items():
            assert of_figure(json.loads(text)) <= known, name


def test_an_english_page_would_be_found_out(archive: Archive) -> None:
    english = scenes(archive)[0]
    assert not of_page(skeleton(english, regions(english)), "en") <= of_data(archive.dossier)
    assert "happened" in of_figure(json.loads(figures(english)["sectors"]))


def test_every_phrase_of_the_charts_is_said() -> None:
    files = [
        *CHARTS.glob("*.py"),
        *(CHARTS.parent / "export").rglob("*.py"),
        *(CHARTS.parent / "dashboard").rglob("*.py"),
    ]
    code = "\n".join(file.read_text(encoding="utf-8") for file in files)
    said = set(re.findall(r'"([a-z0-9-]+)"', code))
    # Some are put together: f"no-{of}" says "no-events".
    patterns = [
        re.sub(r"\\{[^}]*\\}", "[a-z-]+", re.escape(text)) for text in re.findall(r'f"([a-z-]*-?\{\w+\}[a-z-]*)"', code)
    ]
    put_together = re.compile("|".join(pattern for pattern in patterns if re.search(r"[a-z]{2}\\?-", pattern)))
    assert [key for key in catalogue() if key not in said and not put_together.fullmatch(key)] == []
    assert not put_together.fullmatch("nobody-says-this")
