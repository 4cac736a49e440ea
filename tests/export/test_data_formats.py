"""TimelineJS, JSON-LD and CSL-JSON hold what the tables hold, no more exactly, and nothing that runs."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as some

from relations import edtf
from relations.export.csl import csl
from relations.export.json_ld import json_ld
from relations.export.timelinejs import timelinejs
from relations.views.archive import Archive
from relations.views.scene import Scene

DATES = some.one_of(
    some.dates().map(str),
    some.builds(
        "{}-{:02}".format, some.integers(1000, 2999), some.sampled_from([*range(1, 13), 21, 24, 33, 36, 40, 41])
    ),
    some.integers(1000, 2999).map(str),
    some.integers(100, 299).map("{}X".format),
).filter(edtf.is_edtf)


@given(DATES, some.sampled_from(["", "?", "~", "%"]))
def test_the_parts_of_a_date_are_those_it_was_written_with(text: str, mark: str) -> None:
    known = edtf.parts(text + mark)
    first, last = edtf.span(text)
    assert known.rough == bool(mark) and known.first and known.last and first and last
    assert tuple(first.timetuple()[: len(known.first)]) == known.first
    assert tuple(last.timetuple()[: len(known.last)]) == known.last
    exact = {"day": 3, "year": 1, "decade": 1}.get(edtf.precision(text), 2)
    assert len(known.first) == len(known.last) == exact


@given(DATES, DATES)
def test_an_interval_has_the_parts_of_its_ends(one: str, other: str) -> None:
    first, last = sorted((one, other), key=lambda text: edtf.span(text))
    if edtf.is_edtf(f"{first}/{last}"):
        known = edtf.parts(f"{first}/{last}")
        assert (known.first, known.last) == (edtf.parts(first).first, edtf.parts(last).last)
    assert edtf.parts(f"{first}/..").last is None and edtf.parts(f"../{last}").first is None


class Elements(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: set[str] = set()
        self.attributes: set[str] = set()
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.add(tag)
        self.attributes |= {name for name, _ in attrs}


@pytest.mark.parametrize("language", ["en", "ur"])
def test_timelinejs_has_a_slide_a_dated_event_as_its_format_says(archive: Archive, language: str) -> None:
    scene = Scene(archive, language=language)
    made = json.loads(timelinejs(scene))
    events = scene.shown.events.set_index("event_id")
    slides = {slide["unique_id"]: slide for slide in made["events"]}
    assert set(slides) == set(events.index[events["date"].notna()])
    assert made["title"]["text"]["text"].count("<li>") == int(events["date"].isna().sum()) > 0
    # The names that https://timeline.knightlab.com/docs/json-format.html knows.
    known = set("start_date end_date text media group display_date background autolink unique_id".split())
    assert set(made) <= {"events", "title", "eras", "scale"} and made["scale"] in ("human", "cosmological")
    assert "start_date" not in made["title"] and set(made["title"]["text"]) <= {"headline", "text"}
    for name, slide in slides.items():
        assert {"start_date", "text"} <= set(slide) <= known and set(slide["text"]) <= {"headline", "text"}
        numbers = tuple(slide["start_date"].values())
        assert list(slide["start_date"]) == ["year", "month", "day"][: len(numbers)]
        assert numbers == edtf.parts(events.at[name, "date"]).first
        assert slide["display_date"] and slide["text"]["headline"] and slide["group"]
    html = Elements(timelinejs(scene).replace('\\"', '"').replace("\\n", "\n"))
    assert not html.found & {"script", "img", "iframe", "style"}
    assert html.attributes <= {"lang", "dir", "href", "target", "rel"}


def test_json_ld_refers_only_to_what_is_in_it_and_keeps_the_precision(archive: Archive) -> None:
    scene = Scene(archive)
    graph = json.loads(json_ld(scene))["@graph"]
    by_kind = {kind: {one["@id"]: one for one in graph if one["@type"] == kind} for kind in ("Event", "NewsArticle")}
    events = scene.shown.events.set_index("event_id")
    assert set(by_kind["Event"]) == {f"#{name}" for name in events.index}
    quoted = {q["isPartOf"]["@id"] for one in by_kind["Event"].values() for q in one["subjectOf"]}
    assert quoted == set(by_kind["NewsArticle"])
    for name, one in by_kind["Event"].items():
        date = events.at[name.removeprefix("#"), "date"]
        if isinstance(date, str):
            assert one["additionalProperty"]["value"] == date
            assert re.fullmatch(r"\d{4}(-\d\d){0,2}", one["startDate"])
        else:
            assert "startDate" not in one
    assert all(one.get("url", "https:").startswith("https:") for one in by_kind["NewsArticle"].values())


def test_csl_has_every_article_with_its_day(archive: Archive) -> None:
    scene = Scene(archive)
    items = {item["id"]: item for item in json.loads(csl(scene))}
    articles = scene.shown.articles.set_index("article_id")
    assert set(items) == set(articles.index)
    for name, item in items.items():
        published = articles.at[name, "published"]
        parts = item.get("issued", {}).get("date-parts")
        assert parts == ([list(edtf.parts(published).first or ())] if isinstance(published, str) else None)
        assert item["type"] == "article-newspaper"
