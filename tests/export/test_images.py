"""Charts as images: their sizes, and what is said where no browser is."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from synthetic import dossier

from relations.charts.timeline_by import BY
from relations.dashboard.figures import coverage, stated, timeline
from relations.errors import ExportError
from relations.export.images import _scales, figures, images
from relations.views.archive import Archive
from relations.views.scene import Scene


def test_every_chart_has_the_size_of_a_slide_and_of_a_page(archive: Archive) -> None:
    drawn = figures(Scene(archive, language="ur"))
    assert {name.rpartition("-")[0] for name in drawn} == {"timeline", "sectors", "sector-years", "stated", "coverage"}
    for name, figure in drawn.items():
        ratio = figure["layout"]["width"] / figure["layout"]["height"]
        assert ratio == pytest.approx(16 / 9 if name.endswith("slide") else 297 / 210, rel=0.01)


@pytest.mark.parametrize("lanes", BY)
def test_the_timeline_shows_no_less_than_on_the_page(shipped: Archive, lanes: str) -> None:
    scene = Scene(shipped, language="ur", lanes=lanes)
    page = timeline(scene)
    assert page.layout["meta"]["level"] == "marks"
    for name, figure in figures(scene).items():
        if name.startswith("timeline"):
            assert figure["layout"]["meta"]["level"] in ("labels", "marks")
            told = {key for trace in figure["data"] for key in trace.get("customdata") or ()}
            assert told == {key for trace in page.data for key in trace.get("customdata") or ()}
    many = Scene(Archive(dossier(events=3000)))
    assert figures(many)["timeline-slide"]["layout"]["meta"]["level"] == "density"


def test_charts_stand_as_on_the_page(archive: Archive) -> None:
    states = {"by": "press", "count": "events"}
    scene = Scene(archive, states=states, widths={"coverage": 1024, "stated": 1024})
    drawn = figures(scene)
    for name, trace in (("coverage", coverage), ("stated", stated)):
        one, other = drawn[f"{name}-slide"]["data"], trace(scene).data
        assert [t.get("y") for t in one if t.get("name")] == [t.get("y") for t in other if t.get("name")]
    usual = figures(Scene(archive))["coverage-slide"]["data"]
    assert [t.get("y") for t in usual] != [t.get("y") for t in drawn["coverage-slide"]["data"]]
    (note,) = [n["text"] for n in drawn["stated-slide"]["layout"]["annotations"] if "Indicator" in n["text"]]
    assert "trade turnover, USD" in note


def test_an_image_has_its_size_however_large_its_layout_had_to_be(shipped: Archive) -> None:
    drawn = figures(Scene(shipped, lanes="sector"))
    for name, pixels in zip(drawn, _scales(drawn, 2.5), strict=True):
        wide = drawn[name]["layout"]["width"] * pixels
        assert wide == pytest.approx(2560 if name.endswith("slide") else 2807.5)
    assert drawn["timeline-slide"]["layout"]["width"] > 1024  # the shipped dossier's lanes of sectors need it


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


@pytest.mark.browser
def test_a_pdf_of_hatched_bars_is_small_and_hatched(shipped: Archive, tmp_path: Path, browser: object) -> None:
    drawn = {name: one for name, one in figures(Scene(shipped)).items() if name in ("sectors-print", "coverage-print")}
    plain = {"plain": {"data": [], "layout": drawn["sectors-print"]["layout"]}}
    sizes = {file.stem: file.stat().st_size for file in images(drawn | plain, tmp_path, "pdf")}
    for name in drawn:  # a pattern as pictures takes a megabyte and more; one that is lost takes nothing
        assert sizes["plain"] + 2_000 < sizes[name] < 200_000, sizes
    for file in tmp_path.glob("*.pdf"):
        assert b"/PatternType 1" not in file.read_bytes()
