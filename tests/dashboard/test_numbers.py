"""Every number of the panels is the count of what it opens, or the page says in words what differs."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pandas as pd
import pytest
from synthetic import dossier as make

from relations.dashboard.figures import click, figures
from relations.dashboard.parts import (
    commitments,
    covered,
    detail,
    event_list,
    filter_bar,
    lists,
    notes,
    people,
    sources,
    stated,
    top,
)
from relations.dossier import Dossier
from relations.views.archive import Archive
from relations.views.filters import CODED, Selection
from relations.views.scene import Scene

FILTERS = (
    Selection(), Selection(languages=frozenset({"ru", "ur"})), Selection(since=2005), Selection(text="transport"),
    Selection(sectors=frozenset({"trade"}), types=frozenset({"visit"})),
)  # fmt: skip
every = pytest.mark.parametrize("selection", FILTERS, ids=lambda one: "+".join(one.query()) or "all")


@pytest.fixture(scope="module")
def many() -> Archive:
    made = make(events=400, articles=40)
    told = made.tables
    events = told["events"]
    # Some were called off, one article tells nothing, and nobody knows when two were published.
    events.loc[events.index[::23], ["status", "outcome"]] = ["cancelled", None]
    told["evidence"] = told["evidence"][told["evidence"]["article_id"].ne(told["articles"]["article_id"].iloc[-1])]
    told["articles"].loc[[3, 7], ["published", "earliest", "latest"]] = None
    told["people"] = told["people"].assign(country=["KAZ", "PAK", "PAK"])
    return Archive(Dossier(made.path, made.settings, told, made.built, date(2026, 2, 10)))


def words(html: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html))


def menus(html: str) -> Iterator[tuple[str, str, int]]:
    pattern = r'data-filter="(\w+)" value="([^"]+)"[^>]*><span>[^<]*</span><small>([\d,]+)</small>'
    for name, code, n in re.findall(pattern, html):
        yield name, code, int(n.replace(",", ""))


@every
def test_a_choice_of_a_filter_leaves_as_many_events_as_it_says(many: Archive, selection: Selection) -> None:
    scene, seen = Scene(many, selection=selection), set()
    for name, code, n in menus(filter_bar.bar(scene)):
        alone = replace(selection, **{name: frozenset({code})})
        assert len(many.filtered(alone).events) == n, (name, code)
        seen.add(name)
    assert seen == set(CODED)


@every
def test_a_bar_opens_its_events_and_those_called_off_are_told(many: Archive, selection: Selection) -> None:
    scene = Scene(many, selection=replace(selection, sectors=frozenset()))
    drawn, off = json.loads(figures(scene)["sectors"])["data"], set()
    assert drawn[0]["customdata"]
    for code, happened, planned in zip(drawn[0]["customdata"], drawn[0]["x"], drawn[1]["x"], strict=True):
        opened = click(scene, "sectors", {"key": code}).shown.events
        called_off = opened[opened["status"].eq("cancelled")]
        assert len(opened) - len(called_off) == happened + planned, code
        off |= set(called_off["event_id"])
    said = re.search(r"(\d+) cancelled events? (?:is|are) not counted", notes.sectors(scene))
    assert (int(said[1]) if said else 0) == len(off)


def test_the_sentence_of_the_sectors_tells_what_its_chart_draws(many: Archive) -> None:
    chosen = Scene(many, selection=Selection(sectors=frozenset({"trade"})))
    assert notes.sectors(chosen) == notes.sectors(Scene(many))
    bars = json.loads(figures(chosen)["sectors"])["data"]
    assert f"{sum(1 for _ in bars[0]['customdata'])} sectors" in notes.sectors(chosen)


@every
def test_a_field_opens_its_events_and_says_that_more_may_come(many: Archive, selection: Selection) -> None:
    scene = Scene(many, selection=replace(selection, sectors=frozenset(), since=None, until=None))
    counts = scene.sector_counts.by_year()
    assert len(counts) > 5
    for row in counts.to_dict("records"):
        opened = click(scene, "heat", {"y": row["sector"], "x": row["year"]}).shown.events
        sure = opened["earliest"].dt.year.eq(row["year"]) & opened["latest"].dt.year.eq(row["year"])
        assert int((sure & opened["status"].ne("cancelled")).sum()) == row["happened"] + row["planned"]
    assert "events that may have been in that year come too" in notes.heat(scene)


@every
@pytest.mark.parametrize("of", ["articles", "events"])
@pytest.mark.parametrize("by", ["language", "press"])
def test_a_series_of_the_coverage_opens_what_it_counts(many: Archive, selection: Selection, of: str, by: str) -> None:
    scene = Scene(many, selection=replace(selection, languages=frozenset()), states={"count": of, "by": by})
    rows = covered.counted_rows(scene)
    assert len(rows)
    for code, group in rows.groupby(by):
        opened = click(scene, "coverage", {"name": code}).shown
        assert len(opened.articles if of == "articles" else opened.events) == len(group), code


def test_the_numbers_of_the_coverage_and_those_of_no_known_year_make_the_whole(many: Archive) -> None:
    told = covered.summary(Scene(many))
    counted = re.search(r"(\d+) articles from", told)
    unknown = re.search(r"(\d+) articles? of no known year", told)
    assert counted and unknown and int(counted[1]) + int(unknown[1]) == len(many.dossier.articles)


@every
def test_an_indicator_is_stated_as_often_as_its_button_says(many: Archive, selection: Selection) -> None:
    for row in stated.chosen(Scene(many, selection=selection))[0].to_dict("records"):
        scene = Scene(many, selection=selection, states={"indicator": row["key"]})
        button = re.search(
            r"<small>(\d+)</small></button>", stated.summary(scene)[stated.summary(scene).index(row["key"]) :]
        )
        table = stated.table(scene)
        assert button and int(button[1]) == row["n"] == table.count("<tr>") - 1
        assert f": {row['n']} statements" in stated.summary(scene)


@every
def test_a_person_has_as_many_events_as_the_table_says(many: Archive, selection: Selection) -> None:
    html = people.panel(Scene(many, selection=selection))
    rows = re.findall(
        r'data-value="([^"]+)"[^>]*>(?:<bdi>[^<]*</bdi>)</button></th>.*?data-label="Events">(\d+)<', html
    )
    for person, n in rows:
        assert len(many.filtered(replace(selection, people=frozenset({person}))).events) == int(n)
    assert rows or selection.types


@every
def test_the_sources_are_as_many_as_the_list_says(many: Archive, selection: Selection) -> None:
    scene = Scene(many, selection=selection, states={"more": "sources:400"})
    html = sources.listing(scene)
    assert html.count("<li") == len(scene.shown.articles)
    assert f">{len(scene.shown.articles)} article" in html


@every
def test_commitments_are_as_many_as_headline_and_groups_say(many: Archive, selection: Selection) -> None:
    scene = Scene(many, selection=selection)
    groups = dict(re.findall(r'class="badge (\w+)">[^<]*</span> <small>(\d+)</small>', commitments.table(scene)))
    assert sum(map(int, groups.values())) == scene.shown.events["outcome"].notna().sum()
    said = re.search(r'id="headline-open"[^>]*><strong>(\d+)', top.figures(scene))
    waiting = sum(int(groups.get(name, 0)) for name in ("overdue", "due", "open"))
    assert (int(said[1]) if said else 0) == waiting


def test_an_event_has_as_many_sources_as_its_rows_say(many: Archive) -> None:
    told = many.dossier.evidence.groupby("event_id")["article_id"].nunique()
    for event in many.dossier.events["event_id"].head(25):
        n = int(told.get(event, 0))
        assert f"{n} source" in words(detail.panel(Scene(many, event=event))), event


@pytest.mark.parametrize("window", [(date(2000, 1, 1), date(2005, 12, 31)), (date(1900, 1, 1), date(1900, 2, 1))])
def test_the_stretch_holds_as_many_events_as_its_list(many: Archive, window: tuple[date, date]) -> None:
    from relations.dashboard.parts.event_list import chosen

    scene = Scene(many, window=window, view="list")
    assert f"{chosen(scene)[1]} in the stretch shown" in words(notes.timeline(scene))
    assert "stretch" not in notes.timeline(Scene(many))


def test_of_many_sectors_it_is_said_that_only_some_are_drawn(many: Archive) -> None:
    told = many.dossier.tables | {}
    links = told["event_sectors"]
    codes = [f"s{n}" for n in range(20)]
    event_ids = many.dossier.events.loc[many.dossier.events["status"].ne("cancelled"), "event_id"]
    told["event_sectors"] = pd.DataFrame({"event_id": event_ids.iloc[:20].to_numpy(), "sector": codes}).reindex(
        columns=links.columns
    )
    archive = Archive(Dossier(many.dossier.path, many.dossier.settings, told, "x", many.dossier.today))
    scene = Scene(archive)
    assert "draws the 16 most frequent; the table has all 20" in notes.sectors(scene)
    assert len(json.loads(figures(scene)["sectors"])["data"][0]["customdata"]) == 16
    assert "most frequent" not in notes.sectors(Scene(many))


def test_paper_has_every_row_that_the_screen_holds_back(many: Archive) -> None:
    scene = Scene(many, view="list", paper=True)
    told = many.dossier
    pairs = many.meetings["pair"].nunique()
    html = people.panel(scene)
    assert html.count('data-value="pair.') == pairs
    assert html.count("</tr>") - 1 == told.event_people["person_id"].nunique()
    for listed, n in (
        (sources.listing(scene), len(told.articles)),
        (commitments.table(scene), int(told.events["outcome"].notna().sum())),
        (event_list.listing(scene), len(told.events)),
    ):
        assert listed.count("<li") == n
        assert 0 < listed.count('<li class="beyond"') < n or n <= 40
    assert commitments.table(scene).count('<li class="beyond"') > 0


def test_of_a_list_too_long_for_paper_it_is_said_what_to_do(many: Archive) -> None:
    scene, paper = Scene(many), Scene(many, paper=True)
    most = lists.MOST_PRINTED
    assert lists.reach(scene, "sources", most) == (40, 40) and lists.reach(paper, "sources", most) == (40, most)
    assert "on-paper" not in str(lists.more(paper, "sources", most - 40))
    assert f">{most - 39:,} more" in str(lists.more(paper, "sources", most - 39))
    assert f">{most - 40:,} more" in str(lists.more(scene, "sources", most - 40)), "nobody has asked for paper yet"
