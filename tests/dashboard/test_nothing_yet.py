"""A dossier without events says what to do in place of empty charts, and what could not be read."""

from __future__ import annotations

from pathlib import Path

import pytest
from latin import of_page

from relations.dashboard.layout import regions, skeleton
from relations.dashboard.parts import chosen, nothing_yet
from relations.dossier import open_dossier, settings
from relations.dossier.build import build
from relations.views.archive import Archive
from relations.views.filters import Selection
from relations.views.scene import Scene
from relations.views.words import LANGUAGES


def built(folder: Path, **files: str) -> Archive:
    settings.write(folder, ["KAZ", "ITA"])
    for name, text in files.items():
        (folder / "articles" / f"{name}.txt").write_text(text, encoding="utf-8")
    build(folder)
    return Archive(open_dossier(folder))


def test_an_empty_dossier_says_what_to_do_in_every_language(tmp_path: Path) -> None:
    archive = built(tmp_path / "pair", empty="")
    titles = set()
    for language in LANGUAGES:
        scene = Scene(archive, language=language, selection=Selection(text="x"))
        html = chosen.advice(scene)
        assert "<code" in html and "relations build pair" in html and "empty.txt" in html
        assert str(tmp_path) not in html, "readers need not know where the server keeps its files"
        assert 'data-do="drop"' not in html and 'data-do="reset"' not in html, "no filter is to blame"
        assert language == "en" or of_page(html, language) == {"pair", "articles", "relations", "build"}
        assert 'data-holds="nothing"' in skeleton(scene, regions(scene))
        titles.add(scene.say("This dossier has no articles yet"))
    assert len(titles) == len(LANGUAGES)


def test_articles_without_events_are_told_apart(tmp_path: Path) -> None:
    scene = Scene(built(tmp_path / "pair", rain="Rain fell on the square all day, and nobody went out at all."))
    assert nothing_yet.holds(scene) == "articles"
    assert "No event was found" in chosen.advice(scene) and "could not be read" not in chosen.advice(scene)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_dossier_with_events_has_no_such_advice(archive: Archive, language: str) -> None:
    scene = Scene(archive, language=language)
    assert nothing_yet.holds(scene) is None and nothing_yet.told(scene) == ""
    assert "data-holds" not in skeleton(scene, regions(scene))
