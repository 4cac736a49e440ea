"""The timeline's card: how close it is looked at, what its lanes are, the list beside it, the picture of it."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from relations.charts.timeline_by import BY
from relations.dashboard.figures import FIGURES, figures
from relations.dashboard.page import Page
from relations.dashboard.parts import event_list, notes, timeline_tools
from relations.dashboard.pictures import pictures
from relations.dashboard.zoom import LEAST, focus, limited, zoomed
from relations.dossier import Dossier
from relations.views.archive import Archive
from relations.views.chosen import said
from relations.views.filters import Selection
from relations.views.scene import VIEWS, Scene
from relations.views.words import LANGUAGES

WHOLE = (date(1991, 1, 1), date(2026, 12, 31))
DAYS = st.dates(date(1700, 1, 1), date(2250, 1, 1))


@given(DAYS, DAYS)
def test_no_stretch_leaves_the_whole_or_gets_too_short(one: date, other: date) -> None:
    found = limited((min(one, other), max(one, other)), WHOLE)
    if found is not None:
        assert WHOLE[0] <= found[0] and found[1] <= WHOLE[1]
        assert LEAST <= (found[1] - found[0]).days + 1 < (WHOLE[1] - WHOLE[0]).days + 1
        assert limited(found, WHOLE) == found
        if WHOLE[0] <= min(one, other) and max(one, other) <= WHOLE[1] and abs((one - other).days) >= LEAST:
            assert found == (min(one, other), max(one, other)), "a stretch that is allowed is kept to the day"


@given(st.lists(st.sampled_from(["in", "out", "earlier", "later", "whole", "nonsense"]), max_size=30))
def test_steps_end_at_the_limits_and_in_keeps_the_middle(steps: list[str]) -> None:
    at = None
    for step in steps:
        before, at = at, zoomed(step, at, WHOLE)
        if step == "in":
            first, last = before or WHOLE
            middle = first + (last - first) / 2
            assert at and abs(at[0] + (at[1] - at[0]) / 2 - middle) <= timedelta(days=LEAST / 2)
    for _ in range(12):
        at = zoomed("in", at, WHOLE)
    assert at and (at[1] - at[0]).days + 1 <= LEAST + 1
    for _ in range(12):
        at = zoomed("out", at, WHOLE)
    assert at is None


@settings(deadline=None)
@given(
    st.lists(st.tuples(st.dates(*WHOLE), st.dates(*WHOLE)), min_size=1, max_size=30), st.integers(0, 29), st.booleans()
)
def test_zooming_in_never_leads_into_emptiness(spans: list[tuple[date, date]], which: int, opened: bool) -> None:
    days = [sorted(span) for span in spans]
    events = pd.DataFrame({"event_id": [str(n) for n in range(len(days))]})
    events["earliest"], events["latest"] = (pd.to_datetime([day[end] for day in days]) for end in (0, 1))
    middles = [day[0] + (day[1] - day[0]) / 2 for day in days]
    chosen = which % len(days)
    at = WHOLE
    for _ in range(12):
        about = focus(events, at, str(chosen) if opened else None)
        assert about in middles
        before, at = at, zoomed("in", None if at == WHOLE else at, WHOLE, about) or WHOLE
        assert at[0] <= about <= at[1]
        assert (before[0] <= at[0] and at[1] <= before[1]) or (at[1] - at[0]).days < LEAST
        assert not opened or about == middles[chosen]
    assert (at[1] - at[0]).days < LEAST


def asked(page: Page, **content: Any) -> dict[str, Any]:
    """Let a page hear something, and return the view that it sends."""
    sent: list[Any] = []
    page.send = lambda content, buffers=None: sent.append((content, buffers))  # type: ignore[method-assign]
    page._heard(None, content, [])
    views = [json.loads(buffers[0]) for content, buffers in sent if content["what"] == "view"]
    drawn = {name: figure for view in views for name, figure in view["figures"].items()}  # charts come before texts
    return {**views[-1], "figures": drawn} if views else {}


def test_the_address_holds_stretch_lanes_and_view(dossier: Dossier) -> None:
    page = Page(dossier)
    address = "?lang=ru&lanes=source&view=both&window=2001-02-03,2009-08-07"
    assert (
        asked(page, do="hello", search=address)["address"]
        == "?lang=ru&window=2001-02-03,2009-08-07&lanes=source&view=both"
    )
    assert asked(page, do="whole")["address"] == "?lang=ru&lanes=source&view=both"
    assert asked(page, do="lanes", value="kind")["address"] == "?lang=ru&view=both"
    assert asked(page, do="view", value="timeline")["address"] == "?lang=ru"
    assert not asked(page, do="lanes", value="<b>") and not asked(page, do="view", value=None)
    assert asked(page, do="hello", search="?lanes=x&view=y&window=z")["address"] == "?lang=ru"


@pytest.mark.parametrize("content", [{}, {"first": "x", "last": 5}, {"first": "2009-01-01", "last": "2001-01-01"}])
def test_a_stretch_that_is_none_shows_the_whole(dossier: Dossier, content: dict[str, Any]) -> None:
    page = Page(dossier)
    assert "window" in asked(page, do="window", first="2001-01-01", last="2005-01-01")["address"]
    assert "window" not in asked(page, do="window", **content)["address"]


def test_what_the_strip_asks_for_is_what_the_timeline_shows(dossier: Dossier) -> None:
    page = Page(dossier)
    asked(page, do="hello")
    view = asked(page, do="window", first="2001-02-03", last="2009-08-07")
    assert view["figures"]["timeline"]["layout"]["xaxis"]["range"] == ["2001-02-03", "2009-08-08"]
    assert {"timeline-overview", "timeline-tools"} <= set(view["regions"])
    assert not {"sectors-summary", "commitments"} & set(view["regions"])
    strip = view["regions"]["timeline-overview"]
    first, days, at = (re.search(rf'data-{name}="([^"]+)"', strip)[1] for name in ("first", "days", "from"))  # type: ignore[index]
    assert date.fromisoformat(first) + timedelta(days=int(at)) == date(2001, 2, 3)
    assert int(days) > 365


@pytest.mark.parametrize("years", [(1700, 1701), (1700, 2200), (2001, 2003), (2150, 2200)])
def test_the_frame_stays_on_the_strip(archive: Archive, years: tuple[int, int]) -> None:
    html = timeline_tools.strip(Scene(archive, window=(date(years[0], 1, 1), date(years[1], 1, 1))))
    start, end, days = (int(re.search(rf'data-{name}="(-?\d+)"', html)[1]) for name in ("from", "to", "days"))  # type: ignore[index]
    assert 0 <= start < end <= days
    assert end - start >= LEAST


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_ends_of_the_strip_are_named_in_the_readers_language(archive: Archive, language: str) -> None:
    html = timeline_tools.strip(Scene(archive, language=language, window=(date(2001, 2, 3), date(2009, 8, 7))))
    told = re.findall(r'role="slider".*?aria-label="(.+?)".*?aria-valuetext="(.+?)"', html)
    assert len({name for name, _ in told}) == 2
    assert ["2001" in told[0][1], "2009" in told[1][1]] == [True, True]
    assert (language == "en") == ("Feb" in told[0][1])


def test_a_filter_by_years_says_what_it_hides(archive: Archive) -> None:
    undated = int(archive.dossier.events["date"].isna().sum())
    assert undated > 0
    hidden = Scene(archive, selection=Selection(since=1950))
    assert notes.left_out(hidden) == undated
    assert f"{undated} event" in notes.timeline(hidden) and "not shown" in notes.timeline(hidden)
    assert "not shown" not in notes.timeline(Scene(archive))


@pytest.mark.parametrize("window", [None, (date(2000, 1, 1), date(2010, 12, 31))])
def test_the_list_holds_the_events_of_the_stretch_oldest_first(archive: Archive, window: Any) -> None:
    scene = Scene(archive, view="list", window=window, listed=10_000)
    shown, total = event_list.chosen(scene)
    events = archive.dossier.events
    inside = events if window is None else events[
        (events["earliest"].notna() | events["latest"].notna())
        & ~(events["earliest"] > str(window[1])) & ~(events["latest"] < str(window[0]))
    ]  # fmt: skip
    assert total == len(shown) == len(inside)
    assert set(shown["event_id"]) == set(inside["event_id"])
    days = shown["earliest"].fillna(shown["latest"]).dropna()
    assert days.is_monotonic_increasing
    few, _ = event_list.chosen(replace(scene, listed=7))
    assert few["event_id"].tolist() == shown["event_id"].tolist()[:7]


def test_the_list_opens_events_and_says_how_many_more_there_are(archive: Archive) -> None:
    html = event_list.listing(Scene(archive, view="both", listed=5, event="e1"))
    assert html.count('data-do="open"') == 5
    assert 'data-do="list_more"' in html and f"{len(archive.dossier.events) - 5} more" in html
    assert event_list.listing(Scene(archive)) == ""
    assert "<script>" not in event_list.listing(Scene(archive, view="list", listed=500))


@pytest.mark.parametrize("by", BY)
@pytest.mark.parametrize("language", ["en", "ur"])
def test_a_telephone_shows_marks_whatever_the_lanes_are(archive: Archive, by: str, language: str) -> None:
    drawn = json.loads(figures(Scene(archive, lanes=by, language=language, widths={"timeline": 320}))["timeline"])
    assert drawn["layout"]["meta"]["level"] in ("labels", "marks")


@pytest.mark.parametrize("by", BY)
def test_every_choice_of_lanes_draws_every_event(archive: Archive, by: str) -> None:
    drawn = json.loads(figures(Scene(archive, lanes=by))["timeline"])
    meta = drawn["layout"]["meta"]
    assert meta["shown"] + meta["undated"] == len(archive.dossier.events)
    assert by == "kind" or list(meta["lanes"]) != list(
        json.loads(figures(Scene(archive))["timeline"])["layout"]["meta"]["lanes"]
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_pictures_say_their_period_filters_and_source(archive: Archive, language: str) -> None:
    scene = Scene(
        archive, language=language, window=(date(2001, 2, 3), date(2009, 8, 7)), lanes="sector",
        selection=Selection(types=frozenset({"visit"}), text="<b>transport</b>"),
    )  # fmt: skip
    told = " ".join(said(scene, "timeline"))
    assert "2001" in told and "2009" in told and scene.label("event_types", "visit") in told
    made = json.loads(pictures(scene))
    assert set(made) == set(FIGURES)
    for name, figure in made.items():
        texts = " ".join(note["text"] for note in figure["layout"]["annotations"])
        assert scene.title in texts.replace("\u2067", ""), name
        assert "Relations" in texts and "<b>transport" not in texts


def test_views_are_those_of_the_buttons() -> None:
    assert tuple(timeline_tools.NAMES) == VIEWS and tuple(timeline_tools.LANES) == BY
