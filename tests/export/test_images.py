"""Charts as images: their sizes, and what is said where no browser is."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from relations.errors import ExportError
from relations.export.images import figures, images
from relations.views.archive import Archive
from relations.views.scene import Scene


def test_every_chart_has_the_size_of_a_slide_and_of_a_page(archive: Archive) -> None:
    drawn = figures(Scene(archive, language="ur"))
    assert {name.rpartition("-")[0] for name in drawn} == {"timeline", "sectors", "sector-years", "coverage"}
    for name, figure in drawn.items():
        ratio = figure["layout"]["width"] / figure["layout"]["height"]
        assert ratio == pytest.approx(16 / 9 if name.endswith("slide") else 297 / 210, rel=0.01)


def test_without_kaleido_it_says_what_to_install(
    archive: Archive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "kaleido", None)
    with pytest.raises(ExportError, match=r"pip install 'relations-dashboard\[images\]'.*needs no browser: pptx"):
        images(figures(Scene(archive)), tmp_path, "png")


def test_without_a_browser_it_says_what_to_install_and_what_needs_none(
    archive: Archive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import kaleido

    def none(*arguments: object, **options: object) -> None:
        raise RuntimeError("no browser here")

    monkeypatch.setattr(kaleido, "write_fig_from_object_sync", none)
    with pytest.raises(ExportError, match=r"no browser here.*apt install chromium.*pptx .*docx, xlsx, csv, zip"):
        images(figures(Scene(archive)), tmp_path, "png")


@pytest.mark.browser
def test_images_are_drawn(archive: Archive, tmp_path: Path) -> None:
    chosen = {name: figure for name, figure in figures(Scene(archive)).items() if name.endswith("slide")}
    png = images(dict(list(chosen.items())[:1]), tmp_path, "png")[0].read_bytes()
    assert png.startswith(b"\x89PNG")
    assert (int.from_bytes(png[16:20], "big"), int.from_bytes(png[20:24], "big")) == (2560, 1440)
