"""Each number on the page opens exactly what it counts, whatever else is chosen."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pandas as pd
import pytest
from synthetic import dossier as make

from relations.dashboard.parts import chosen, gaps, people, top
from relations.dossier import Dossier
from relations.tables import frame
from relations.views import counted, covered
from relations.views.archive import Archive
from relations.views.cards import headlines
from relations.views.filters import Selection, from_address, to_address
from relations.views.scene import Scene

FILTERS = (
    Selection(), Selection(languages=frozenset({"ru", "ur"})), Selection(since=2005), Selection(text="transport"),
)  # fmt: skip


@pytest.fixture(scope="module")
def many() -> Archive:
    """A made-up dossier in which every number counts something."""
    made = make(events=400, articles=40)
    told = made.tables
    roles = {"p0": "President", "p1": "Prime Minister of Nepal", "p2": "Deputy Minister"}
    said = told["event_people"].merge(told["evidence"][["event_id", "article_id"]], on="event_id")
    named = said.drop_duplicates(["article_id", "person_id"]).reset_index(drop=True)
    told["article_people"] = frame(
        "article_people",
        [{"article_id": row.article_id, "person_id": row.person_id, "name_as_written": "N",
          "role": roles[row.person_id], "start": row.Index, "end": row.Index + 1, "rule": "r"}
         for row in named.itertuples()],
    )  # fmt: skip
    told["people"] = told["people"].assign(country=["KAZ", "PAK", "PAK"])
    more = told["event_people"].assign(person_id="p1")
    told["event_people"] = pd.concat([told["event_people"], more]).drop_duplicates(ignore_index=True)
    told["articles"]["url"] = [f"https://x{n % 3}.{('kz', 'pk', 'com', 'uz')[n % 4]}/{n}" for n in range(40)]
    told["articles"]["publisher"] = [f"P{n}" for n in range(40)]
    return Archive(Dossier(made.path, made.settings, told, made.built, date(2026, 2, 10)))


def opened(scene: Scene, name: str) -> Scene:
    return replace(scene, selection=replace(scene.selection, among=counted.toggled(scene.selection.among, name)))


@pytest.mark.parametrize("selection", FILTERS, ids=lambda one: "+".join(one.query()) or "all")
@pytest.mark.parametrize("before", ["", "agreements", "one-source", "pair.p0.p1"])
def test_a_headline_figure_opens_what_it_counts(many: Archive, selection: Selection, before: str) -> None:
    scene = Scene(many, selection=replace(selection, among=frozenset({before} - {""})))
    html = top.figures(scene)
    found = re.findall(r'data-value="([\w.-]+)" aria-pressed="(\w+)"><strong>([^<]+)</strong>', html)
    if overdue := re.search(r">(\d+) past", html):
        found.append(("overdue", "false", overdue[1]))
    assert found or scene.shown.events["type"].ne("agreement").all()
    for name, pressed, n in found:
        shown = (scene if pressed == "true" else opened(scene, name)).shown
        if name.startswith("discussed"):
            told = re.search(r"<small>(\d+) article", html)
            assert told and len(shown.articles) == int(told[1])
        else:
            assert len(shown.events) == int(n), name


def test_the_made_up_dossier_gives_every_figure_something_to_count(many: Archive) -> None:
    found = headlines(Scene(many))
    assert found.visits and found.agreements and found.overdue < found.open_commitments and found.sector_articles
    assert found.relations_event in many.events.index
    html = top.figures(Scene(many))
    assert html.count('data-do="among"') == 5 and f'data-event-id="{found.relations_event}"' in html
    assert f"<strong>{found.visits}</strong>" in html and f"<strong>{found.agreements}</strong>" in html


@pytest.mark.parametrize("selection", FILTERS, ids=lambda one: "+".join(one.query()) or "all")
def test_a_gap_opens_what_it_counts(many: Archive, selection: Selection) -> None:
    scene = Scene(many, selection=selection)
    html = gaps.panel(scene)
    found = re.findall(r'data-value="([\w-]+)" aria-pressed="false" id="[^"]+"><strong>(\d+)</strong>', html)
    assert len(found) >= 3
    for name, n in found:
        shown = opened(scene, name).shown
        assert len(shown.articles if name == "no-event" else shown.events) == int(n), name


def test_a_pair_opens_its_meetings(many: Archive) -> None:
    scene = Scene(many)
    html = people.panel(scene)
    found = re.findall(r'data-value="(pair\.[\w.]+)".*?<bdi>(\d+) times?</bdi>', html)
    assert found
    for name, n in found:
        shown = opened(scene, name).shown
        assert len(shown.events) == int(n)
        one, other = name.split(".")[1:]
        for person in (one, other):
            named = shown.event_people.loc[shown.event_people["person_id"] == person, "event_id"]
            assert set(shown.events["event_id"]) <= set(named)


@pytest.mark.parametrize("selection", FILTERS, ids=lambda one: "+".join(one.query()) or "all")
def test_the_press_of_a_country_is_opened(many: Archive, selection: Selection) -> None:
    scene = Scene(many, selection=selection, states={"by": "press"})
    counts = covered.counted_rows(scene)["press"].value_counts()
    assert len(counts) > 1 and "?" in counts
    for code, n in counts.items():
        assert len(opened(scene, f"press.{code}").shown.articles) == n
        assert opened(scene, f"press.{code}").shown.events["event_id"].isin(scene.shown.events["event_id"]).all()


def test_another_number_of_the_group_takes_the_place_of_the_first(many: Archive) -> None:
    scene = opened(opened(Scene(many), "agreements"), "visits")
    assert scene.selection.among == {"visits"}
    assert opened(scene, "one-source").selection.among == {"visits", "one-source"}
    assert opened(scene, "visits").selection == Selection()


def test_what_is_no_name_changes_nothing(many: Archive) -> None:
    scene = Scene(many, selection=Selection(among=frozenset({"<script>", "pair", "press"})))
    assert counted.group("<script>") is None
    assert isinstance(chosen.label(scene, "<script>"), str)
    odd = replace(scene, selection=Selection(among=frozenset({"<script>"})))
    assert len(odd.shown.events) == len(many.dossier.events)


def test_every_name_is_kept_in_the_address() -> None:
    selection = Selection(among=frozenset({"agreements", "pair.p1.p2", "press.?"}))
    assert from_address(to_address(selection))[0] == selection


@pytest.mark.parametrize("name", [*counted.GROUPS, "pair.p0.p1", "press.KAZ", "press.?", "discussed.trade"])
@pytest.mark.parametrize("language", ["en", "ur"])
def test_what_is_opened_is_said_in_words(many: Archive, name: str, language: str) -> None:
    scene = Scene(many, language=language, selection=Selection(among=frozenset({name})))
    assert chosen.label(scene, name) not in ("", name)
    assert f'id="among-{name}"' in chosen.pills(scene)[0]


def test_where_nothing_is_left_the_filter_to_take_back_is_named(many: Archive) -> None:
    scene = Scene(many, selection=Selection(since=2005, text="no such words anywhere"))
    html = chosen.advice(scene)
    assert re.findall(r'data-do="drop" data-value="(\w+)"', html) == ["text"]
    left = len(replace(scene, selection=scene.selection.dropped("text")).shown.events)
    assert f": {left} events" in html
    assert chosen.advice(Scene(many)) == ""
