"""The stretches of time that the timeline is cut into, and where everything stands in each."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from synthetic import dossier

from relations.charts.timeline_events import dated_mask
from relations.export.slide_timeline import PLACE, edtf_of
from relations.export.timeline_periods import periods, told_in
from relations.export.timeline_places import places, within
from relations.views.archive import Archive
from relations.views.scene import Scene


@pytest.mark.parametrize(("n", "seed", "language"), [(1, 0, "en"), (30, 1, "kk"), (76, 2, "ur"), (200, 3, "ru")])
def test_every_dated_event_is_in_a_stretch_and_stretches_do_not_overlap(n: int, seed: int, language: str) -> None:
    scene = Scene(Archive(dossier(events=n, seed=seed)), language=language)
    events = scene.shown.events
    windows = periods(scene, PLACE)
    seen = {event for window in windows for event in within(events, window)["event_id"]}
    assert seen == set(events.loc[dated_mask(events), "event_id"])
    assert all(one[1] < other[0] for one, other in pairwise(windows))
    told = [event for own in told_in(events[events["status"].ne("ongoing")], windows) for event in own]
    assert sorted(told) == sorted(events.loc[dated_mask(events) & events["status"].ne("ongoing"), "event_id"])
    for window in windows:
        laid = places(scene, window, PLACE)
        assert len(laid.items) == len(within(events, window)) or laid.level == "density"
        for item in laid.items:
            # Half a dot may stand over the edge.
            assert PLACE.left - 8 <= item.box.left and item.box.left + item.box.width <= PLACE.left + PLACE.width + 8
        assert laid.lanes[-1].bottom <= PLACE.top + PLACE.height


def test_counts_of_the_density_are_those_of_the_events() -> None:
    scene = Scene(Archive(dossier(events=3000)))
    (window,) = periods(scene, PLACE)
    laid = places(scene, window, PLACE)
    assert laid.level == "density"
    assert sum(bar.value for bar in laid.bars) == pytest.approx(int(dated_mask(scene.shown.events).sum()), rel=0.01)


def test_a_stretch_chosen_on_the_page_is_the_one_shown() -> None:
    chosen = date(2000, 1, 1), date(2004, 12, 31)
    scene = Scene(Archive(dossier()), window=chosen)
    windows = periods(scene, PLACE)
    assert windows[0][0] >= chosen[0] and windows[-1][1] <= chosen[1]
    assert edtf_of(windows[0]) == "2000/2004"
