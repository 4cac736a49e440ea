"""The parts of the page: what they show, in every language, of hostile text too."""

from __future__ import annotations

import re
from copy import copy
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from synthetic import dossier as make

from relations.dashboard.figures import FIGURES
from relations.dashboard.layout import REGIONS, regions, skeleton
from relations.dashboard.parts import detail
from relations.views import outcomes
from relations.views.archive import Archive
from relations.views.filters import Selection
from relations.views.quotes import marked, place_of_date, shorten
from relations.views.scene import Scene
from relations.views.words import LANGUAGES


class Elements(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_is_well_formed_in_every_language(archive: Archive, language: str) -> None:
    scene = Scene(archive, language=language, event="e1")
    page = skeleton(scene, regions(scene))
    elements = Elements(page).found
    ids = [attributes["id"] for _, attributes in elements if "id" in attributes]
    assert len(ids) == len(set(ids)), [one for one in ids if ids.count(one) > 1]
    assert {a["data-region"] for _, a in elements if "data-region" in a} == set(REGIONS)
    assert {a["data-figure"] for _, a in elements if "data-figure" in a} == set(FIGURES)
    for name, attributes in elements:
        if name == "a" and not str(attributes["href"]).startswith("#"):
            assert str(attributes["href"]).startswith("https://example.org/")
        if name == "button":
            assert attributes["type"] == "button"
    assert elements[0][1]["dir"] == ("rtl" if language == "ur" else "ltr")


def test_the_filter_by_review_is_there_where_something_was_reviewed(archive: Archive) -> None:
    assert 'id="filter-reviewed"' in regions(Scene(archive))["filters"]
    unreviewed = copy(archive.dossier)
    unreviewed.tables = {**unreviewed.tables, "events": unreviewed.events.assign(review=None)}
    scene = Scene(Archive(unreviewed))
    assert 'id="filter-reviewed"' not in regions(scene)["filters"]
    asked_for = replace(scene, selection=Selection(reviewed=True))  # by its address: it can be taken back
    assert 'id="filter-reviewed"' in regions(asked_for)["filters"]


SCENES = st.builds(
    dict,
    selection=st.sampled_from([Selection(), Selection(types=frozenset({"visit"})), Selection(text="transport")]),
    language=st.sampled_from(sorted(LANGUAGES)),
    event=st.sampled_from([None, "e1", "e9"]),
    window=st.sampled_from([None, (date(2000, 1, 1), date(2010, 1, 1))]),
    lanes=st.sampled_from(["kind", "source"]),
    view=st.sampled_from(["timeline", "both"]),
    listed=st.sampled_from([5, 60]),
)


@settings(max_examples=15, deadline=None)
@given(SCENES, SCENES)
def test_a_region_that_is_taken_over_is_what_it_would_be_made_anew(one: dict[str, Any], other: dict[str, Any]) -> None:
    shared = Archive(make())
    before, after = Scene(shared, **one), Scene(shared, **other)
    regions(before)
    assert regions(after) == regions(Scene(Archive(make()), **other))


def test_hostile_text_makes_no_element_and_no_handler(archive: Archive) -> None:
    hostile = archive.dossier.evidence.loc[archive.dossier.evidence["article_id"] == "a3", "event_id"].iloc[0]
    scene = Scene(archive, event=hostile)
    page = skeleton(scene, regions(scene))
    assert "onerror" in page
    for name, attributes in Elements(page).found:
        assert name not in ("script", "img", "iframe")
        assert not [key for key in attributes if key.startswith("on")]
        assert "javascript:" not in str(attributes.get("href"))
    assert "\x00" not in page and "\u202e" not in page


def test_the_detail_marks_the_date_words_of_every_source(archive: Archive) -> None:
    dated = archive.dossier.evidence[archive.dossier.evidence["date_text"].notna()]
    row = dated[dated["article_id"] != "a3"].iloc[0]
    html = detail.panel(Scene(archive, event=row["event_id"]))
    assert f"<mark>{row['date_text']}</mark>" in html
    assert row["rule"] in html
    quotes = [a for name, a in Elements(html).found if name == "p" and "lang" in a]
    assert quotes and all(a["dir"] in ("rtl", "ltr") for a in quotes)


def test_the_detail_steps_from_event_to_event_in_order(archive: Archive) -> None:
    events = archive.dossier.events
    order = events.sort_values(["earliest", "latest", "event_id"], na_position="last")["event_id"].tolist()
    assert [events["event_id"].iloc[place] for place in Scene(archive).in_order] == order
    html = detail.panel(Scene(archive, event=order[1]))
    asked = [a.get("data-event-id") for name, a in Elements(html).found if str(a.get("id", "")).startswith("step-")]
    assert asked == [order[0], order[2]]
    first = detail.panel(Scene(archive, event=order[0]))
    assert [("disabled" in a) for _, a in Elements(first).found if str(a.get("id", "")).startswith("step-")] == [
        True,
        False,
    ]


def test_a_disagreement_is_told_in_words(archive: Archive) -> None:
    scene = Scene(archive, language="ru")
    told = detail.disagreement(scene.say, "date: 1993 (2), 1994~ (1); value: 1000000 (1), 2e+15 (3)") or ""
    assert told.count("<br>") == 3
    assert "2 статьи" in told and "1994~" not in told and "2e+15" in told
    assert detail.disagreement(scene.say, None) is None


def test_an_unknown_event_says_what_to_do(archive: Archive) -> None:
    assert "Choose a mark" in detail.panel(Scene(archive, event="no such event"))


def test_commitments_begin_with_what_is_overdue(archive: Archive) -> None:
    found = outcomes.commitments(archive.dossier.events)["outcome"].map(outcomes.ORDER).tolist()
    assert found == sorted(found) and len(set(found)) > 1


@pytest.mark.parametrize("name", sorted(REGIONS))
def test_nothing_found_is_said_and_never_an_error(archive: Archive, name: str) -> None:
    scene = Scene(archive, selection=Selection(text="no such words"), language="kk")
    assert scene.shown.events.empty
    assert isinstance(REGIONS[name](scene), str)


def test_an_english_word_stands_in_no_other_language(archive: Archive) -> None:
    """Labels and words of the interface; names, codes and quotes are left out by taking what is in the language."""
    for language in ("kk", "ru"):
        scene = Scene(archive, language=language)
        for name in ("headlines", "timeline-note", "foot"):
            assert not re.search(r"[A-Za-z]{3,}", re.sub(r"<[^>]+>", " ", REGIONS[name](scene))), (language, name)


@given(st.text(max_size=60), st.integers(-5, 70), st.integers(-5, 70))
def test_marking_keeps_the_text(quote: str, start: int, end: int) -> None:
    html = marked(quote, start, end)
    assert ("<mark>" in html) == (0 <= start < end <= len(quote))


def test_a_long_quote_is_cut_around_its_date() -> None:
    quote = "a " * 5000 + "1994" + " b" * 5000
    html = marked(quote, 10000, 10004)
    assert "<mark>1994</mark>" in html and len(html) < 1500


@pytest.mark.parametrize(
    ("date_start", "expected"), [(113, (13, 17)), (None, (13, 17)), (900, (13, 17)), (3, (13, 17))]
)
def test_the_place_of_the_date(date_start: int | None, expected: tuple[int, int]) -> None:
    assert place_of_date("It opened in 1994.", 100, "1994", date_start) == expected


def test_words_that_are_not_in_the_quote_have_no_place() -> None:
    assert place_of_date("It opened.", 100, "1994", 50) is None


@given(st.text(max_size=100), st.integers(2, 50))
def test_shortened_text_is_short(text: str, longest: int) -> None:
    assert len(shorten(text, longest)) <= longest + 1
