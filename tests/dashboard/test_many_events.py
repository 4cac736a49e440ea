"""Very many events are counted without a look at each; what is counted is what the tables say."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from many_events import many

from relations.charts.groups import WEIGHT, Groups, amount
from relations.charts.sector_counts import SectorLinks, counted
from relations.charts.timeline import timeline
from relations.dashboard.figures import FIGURES, figures
from relations.dashboard.page import Page
from relations.dossier import Dossier
from relations.dossier.settings import Settings
from relations.tables import check
from relations.views.archive import Archive
from relations.views.filters import Selection, keep
from relations.views.scene import Scene

DRAWN = frozenset({"bar", "scatter", "heatmap"})  # of what the page's part of plotly.js can draw


@pytest.fixture(scope="module")
def dossier() -> Dossier:
    return Dossier(Path("many"), Settings("many", ("KAZ", "PAK")), many(3000), "1", date(2026, 2, 10))


@pytest.fixture(scope="module")
def archive(dossier: Dossier) -> Archive:
    return Archive(dossier)


def test_the_made_up_tables_keep_their_contract(dossier: Dossier) -> None:
    check(dossier.as_built)


CHOSEN = [
    Selection(), Selection(sectors=frozenset({"trade"})), Selection(since=2001, languages=frozenset({"kk", "ur"})),
    Selection(statuses=frozenset({"overdue", "occurred"}), until=2024), Selection(people=frozenset({"nobody"})),
]  # fmt: skip


@pytest.mark.parametrize("selection", CHOSEN)
def test_masks_leave_what_the_words_of_the_tables_say(archive: Archive, selection: Selection) -> None:
    told, shown = archive.dossier, archive.filtered(selection)
    events = told.events[keep(told, selection)]
    pd.testing.assert_frame_equal(shown.events, events)
    for name in ("evidence", "event_sectors", "event_people"):
        table = getattr(told, name)
        pd.testing.assert_frame_equal(getattr(shown, name), table[table["event_id"].isin(events["event_id"])])


@pytest.mark.parametrize("selection", CHOSEN)
def test_sectors_counted_by_masks_are_those_counted_from_what_is_left(archive: Archive, selection: Selection) -> None:
    shown, own = archive.filtered(selection), archive.sector_counts(selection)
    anew = counted(shown.events, shown.event_sectors)
    assert (own.told, own.dated) == (anew.told, anew.dated)
    pd.testing.assert_frame_equal(own.by_sector("ru"), anew.by_sector("ru"))
    pd.testing.assert_frame_equal(own.by_year("ru"), anew.by_year("ru"))


def test_counts_by_sector_are_what_pandas_counts(dossier: Dossier) -> None:
    joined = dossier.event_sectors.merge(dossier.events[["event_id", "status"]], on="event_id")
    expected = joined[joined["status"].eq("planned")].groupby("sector").size()
    found = SectorLinks(dossier.events, dossier.event_sectors).counts().by_sector().set_index("sector")["planned"]
    assert found.to_dict() == expected.to_dict()


def test_groups_stand_for_every_event_once(dossier: Dossier) -> None:
    kept = np.arange(len(dossier.events)) % 3 > 0
    events, rows = dossier.events[kept], Groups(dossier.events, ("lane", "status")).counted(kept)
    assert amount(rows) == len(events) and len(rows) < len(events)
    by_lane = events["lane"].value_counts().sort_index()
    assert rows.groupby("lane")[WEIGHT].sum().to_dict() == by_lane.to_dict()
    undated = rows["earliest"].isna() & rows["latest"].isna()
    assert amount(rows[undated]) == events["date"].isna().sum()
    in_1999 = events[events["earliest"].dt.year.eq(1999)]
    assert amount(rows[rows["earliest"].dt.year.eq(1999)]) == len(in_1999)


def test_the_density_of_groups_is_that_of_their_events(dossier: Dossier) -> None:
    groups = Groups(dossier.events, ("lane", "status")).counted()
    window = (date(1995, 1, 1), date(2020, 12, 31))
    one, other = (
        timeline.plain(table, today=dossier.today, window=window, level="density") for table in (dossier.events, groups)
    )
    assert one.layout["meta"]["undated"] == other.layout["meta"]["undated"] > 0
    bars = [[(trace["name"], trace["x"], trace["hovertext"]) for trace in drawn.data if "hovertext" in trace]
            for drawn in (one, other)]  # fmt: skip
    assert bars[0] == bars[1] and len(bars[0]) > 5


def test_the_page_of_very_many_is_drawn_of_counts(archive: Archive) -> None:
    drawn = {name: json.loads(text) for name, text in figures(Scene(archive)).items()}
    assert drawn["timeline"]["layout"]["meta"]["level"] == "density"
    assert archive.filtered(Selection()).groups is not None
    near = Scene(archive, window=(date(2003, 1, 1), date(2003, 3, 1)))
    assert json.loads(figures(near)["timeline"])["layout"]["meta"]["level"] != "density"


def test_the_page_draws_only_what_its_part_of_plotly_knows(archive: Archive) -> None:
    for draw in FIGURES.values():
        assert {trace["type"] for trace in draw(Scene(archive)).data} <= DRAWN


def test_charts_are_sent_before_the_texts(dossier: Dossier) -> None:
    page, sent = Page(dossier), []
    page.send = lambda content, buffers=(): sent.extend(map(json.loads, buffers))  # type: ignore[method-assign]
    page._heard(None, {"do": "hello"}, [])
    assert "page" in sent[0] and set(sent[0]["figures"]) == set(FIGURES)
    page._heard(None, {"do": "toggle", "filter": "types", "value": "visit"}, [])
    *charts, texts = sent[1:]
    assert [list(view["figures"]) for view in charts] == [
        ["timeline"],
        [name for name in FIGURES if name not in ("timeline", "stated")],
    ]
    assert all(view["more"] and "regions" not in view for view in charts)
    assert "timeline-note" in texts["regions"] and not texts["figures"] and "types=visit" in texts["address"]
