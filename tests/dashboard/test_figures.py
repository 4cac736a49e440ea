"""What a click in a chart leads to."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from relations.dashboard.figures import click, closer, window
from relations.dashboard.scene import Archive, Scene


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
    assert nearer[1] - nearer[0] < scene.window[1] - scene.window[0]


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"xaxis.range": ["1999-01-01", "2001-01-01"]}, (date(1999, 1, 1), date(2001, 1, 1))),
        ({"xaxis.autorange": True}, None),
        ({"xaxis.range": ["2001-01-01", "1999-01-01"]}, None),
        ({"xaxis.range[0]": "nonsense", "xaxis.range[1]": 5}, None),
        ({}, None),
        ({"xaxis.range": 5}, None),
    ],
)
def test_the_stretch_the_reader_zoomed_to(change: dict[str, Any], expected: Any) -> None:
    assert window(change) == expected
