"""What a click in a chart leads to."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest

from relations.dashboard.figures import click, closer, figures, window
from relations.views.archive import Archive
from relations.views.filters import Selection
from relations.views.scene import Scene


def test_a_mark_opens_its_event(archive: Archive) -> None:
    assert click(Scene(archive), "timeline", {"key": "e3"}).event == "e3"


def test_a_mark_of_no_event_opens_nothing(archive: Archive) -> None:
    scene = Scene(archive, event="e1")
    assert click(scene, "timeline", {"key": "<script>"}) == scene
    assert click(scene, "no such chart", {"key": "e3"}) == scene


def test_a_count_leads_closer_to_its_days(archive: Archive) -> None:
    scene = click(Scene(archive), "timeline", {"key": None, "x": "2010-03-01 00:00"})
    assert scene.window and scene.window[0] < date(2010, 3, 1) < scene.window[1]
    nearer = closer(scene, date(2010, 3, 1))
    assert nearer and nearer[1] - nearer[0] < scene.window[1] - scene.window[0]


def test_a_bar_chooses_its_sector_and_lets_it_go(archive: Archive) -> None:
    chosen = click(Scene(archive), "sectors", {"key": "trade"})
    assert chosen.selection.sectors == {"trade"}
    assert click(chosen, "sectors", {"key": "trade"}).selection == Selection()
    assert click(Scene(archive), "sectors", {"key": "no such sector"}).selection == Selection()


def test_a_field_chooses_its_sector_and_year(archive: Archive) -> None:
    chosen = click(Scene(archive), "heat", {"x": 2005, "y": "energy"})
    assert chosen.selection == Selection(sectors=frozenset({"energy"}), since=2005, until=2005)
    assert click(chosen, "heat", {"x": 2005, "y": "energy"}).selection == Selection()


def test_every_figure_is_drawn_also_of_nothing(archive: Archive) -> None:
    for text in ("", "no such words"):
        for name, figure in figures(Scene(archive, selection=Selection(text=text), language="ur")).items():
            assert json.loads(figure)["layout"], name


@pytest.mark.parametrize(
    "change",
    [{"event": "e1"}, {"language": "ur"}, {"selection": Selection(since=2010)}, {"widths": {"heat": 400}},
     {"window": (date(2000, 1, 1), date(2005, 1, 1))}, {"lanes": "source"}],
)  # fmt: skip
def test_a_figure_that_is_taken_over_is_what_it_would_be_drawn_anew(archive: Archive, change: dict[str, Any]) -> None:
    before, after = Scene(archive), Scene(archive, **change)
    figures(before)
    assert figures(after) == figures(Scene(Archive(archive.dossier), **change))


def test_the_chosen_sector_leaves_the_bars_of_the_others(archive: Archive) -> None:
    drawn = json.loads(figures(Scene(archive, selection=Selection(sectors=frozenset({"trade"}))))["sectors"])
    assert len(drawn["data"][0]["customdata"]) > 1


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"xaxis.range": ["1999-01-01", "2001-01-01"]}, (date(1999, 1, 1), date(2000, 12, 31))),
        ({"xaxis.range": ["1999-01-01 09:00", "1999-01-01 17:00"]}, (date(1999, 1, 1), date(1999, 1, 1))),
        ({"xaxis.autorange": True}, None),
        ({"xaxis.range": ["2001-01-01", "1999-01-01"]}, None),
        ({"xaxis.range[0]": "nonsense", "xaxis.range[1]": 5}, None),
        ({}, None),
        ({"xaxis.range": 5}, None),
    ],
)
def test_the_stretch_the_reader_zoomed_to(change: dict[str, Any], expected: Any) -> None:
    assert window(change) == expected
