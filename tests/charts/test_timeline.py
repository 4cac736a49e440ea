from __future__ import annotations

import json
import re
from datetime import date
from typing import Any

import pandas as pd
import pytest
from made_events import HOSTILE, events, row, table

from relations import edtf
from relations.charts import timeline, undated
from relations.charts.headlines import headline
from relations.charts.words import LANGUAGES, say
from relations.tables import frame

TODAY = date(2026, 2, 10)


def trace(figure: Any, event: str) -> tuple[Any, int]:
    """Return the trace and place of an event's own mark."""
    for one in figure.data:
        if one.customdata is not None and event in one.customdata:
            return one, one.customdata.index(event)
    raise AssertionError(f"{event} is not drawn")


@pytest.mark.parametrize("day", ["1992-02", "1994", "1994~", "2024-24", "2025-33", "199X", "2020-02-27/2020-03-04"])
def test_a_bar_reaches_from_the_earliest_to_the_latest_day(day: str) -> None:
    mark, at = trace(timeline(table([row("e", day)])), "e")
    first, last = edtf.span(day)
    assert mark.type == "bar"
    assert mark.base[at] == str(first)
    assert pd.Timestamp(mark.base[at]) + pd.Timedelta(mark.x[at], "ms") == pd.Timestamp(last) + pd.Timedelta(1, "D")


def test_only_a_day_is_a_dot_and_stands_within_its_day() -> None:
    mark, at = trace(timeline(table([row("e", "1992-02-24")])), "e")
    assert mark.type == "scatter"
    assert mark.x[at] == "1992-02-24 12:00"


def test_status_is_told_by_shape() -> None:
    statuses = ("occurred", "planned", "ongoing", "cancelled")
    dots = timeline(table([row(status, f"2024-0{n}-05", status=status) for n, status in enumerate(statuses, 1)]))
    symbols = {}
    for status in statuses:
        mark, _ = trace(dots, status)
        symbols[status] = mark.marker.symbol
    assert len(set(symbols.values())) == 4
    assert symbols["planned"].endswith("open")
    bars = timeline(table([row(status, f"200{n}", status=status) for n, status in enumerate(statuses, 1)]))
    fills = {status: trace(bars, status)[0].marker.color[0] for status in statuses}
    assert fills["planned"] == fills["cancelled"] == "rgba(0,0,0,0)"
    ends = next(one for one in bars.data if one.type == "scatter" and one.customdata == ("ongoing", "cancelled"))
    assert ends.marker.symbol == ("triangle-right", "x-thin-open")


@pytest.mark.parametrize("status", ["occurred", "planned"])
def test_an_approximate_date_is_hatched(status: str) -> None:
    mark, _ = trace(timeline(table([row("a", "1994~", status=status), row("b", "1996", status=status)])), "a")
    assert mark.marker.pattern.shape == ("/", "")


def test_narrow_bars_can_be_hit() -> None:
    figure = timeline(table([row("a", "1992-02"), row("b", "2026-01-01")]))
    targets = [one for one in figure.data if one.type == "scatter" and one.customdata == ("a",)]
    assert targets[0].marker.opacity == (0,)
    assert targets[0].marker.size >= 8
    assert targets[0].hovertext[0].startswith("<b>Visit</b>")


def test_events_without_a_date_stand_apart_from_the_axis() -> None:
    made = table([row("dated", "2024-05-05"), row("plan", None, status="planned")])
    figure = timeline(made)
    mark, _ = trace(figure, "plan")
    assert mark.xaxis == "x2"
    assert figure.layout.xaxis.domain[1] <= figure.layout.xaxis2.domain[0]
    assert "no date" in [note.text.replace("<br>", " ") for note in figure.layout.annotations]
    assert undated(made)["event_id"].tolist() == ["plan"]
    assert figure.layout.meta["undated"] == 1


def test_only_plans_without_dates() -> None:
    figure = timeline(table([row("plan", None, status="planned")]), today=TODAY)
    assert trace(figure, "plan")[0].xaxis == "x2"


def test_today_is_marked_inside_the_frame() -> None:
    figure = timeline(table([row("a", "2020-05-05"), row("b", "2027-01-01", status="planned")]), today=TODAY)
    assert figure.layout.shapes[0].x0 == "2026-02-10 12:00"
    word = next(note for note in figure.layout.annotations if note.text == "today")
    assert 0 < word.y < figure.layout.height
    far = timeline(table([row("a", "1992-05-05")]), today=TODAY)
    assert not far.layout.shapes


def test_only_the_events_frame_is_needed_and_little_of_it() -> None:
    made = events(20)[0]
    needed = made[["event_id", "date", "earliest", "latest", "type", "lane", "status"]]
    before = needed.copy(deep=True)
    figure = timeline(needed)
    assert figure.layout.meta["shown"] + figure.layout.meta["undated"] == 20
    pd.testing.assert_frame_equal(needed, before)


def test_the_same_arguments_draw_the_same_figure() -> None:
    made, links, people = events(60)
    one, other = (timeline(made, today=TODAY, event_people=links, people=people).to_json() for _ in range(2))
    assert one == other


def test_lanes_given_are_shown_in_their_order_also_without_events() -> None:
    made = table([row("a", "2020")])
    assert list(timeline(made, ["culture", "visits"]).layout.meta["lanes"]) == ["culture", "visits"]
    assert list(timeline(made, pd.DataFrame({"code": ["visits"]})).layout.meta["lanes"]) == ["visits"]
    assert timeline(made, ["culture"]).layout.meta["level"] == "empty"


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_to_show_is_said(language: str) -> None:
    figure = timeline(frame("events", []), language=language, today=TODAY)
    assert [note.text for note in figure.layout.annotations] == [say("no-events", language)]
    assert figure.layout.meta["level"] == "empty"


def test_the_level_of_detail_follows_the_number_of_events() -> None:
    levels = [timeline(events(n)[0], today=TODAY).layout.meta["level"] for n in (5, 60, 300, 3000)]
    assert levels == ["labels", "labels", "marks", "density"]


def test_a_window_brings_the_marks_back() -> None:
    made = events(3000)[0]
    window = (date(2020, 3, 1), date(2020, 5, 31))
    figure = timeline(made, today=TODAY, window=window)
    assert figure.layout.meta["level"] in ("labels", "marks")
    touching = made[(made["earliest"] <= "2020-05-31") & (made["latest"] >= "2020-03-01")]
    assert figure.layout.meta["shown"] >= len(touching)
    assert {*touching["event_id"]} <= {event for one in figure.data for event in one.customdata or ()}


def test_density_counts_every_event_once() -> None:
    made = table(
        [row("a", "2020-05-05"), row("b", "2020"), row("c", "2020-05"), row("d", "2021-01", status="planned"),
         row("e", "2020-01", status="cancelled"), row("f", "2019", "agreement")]
    )  # fmt: skip
    figure = timeline(made, level="density", width=1800)
    lanes = figure.layout.meta["lanes"]
    from relations.charts.timeline_density import counts
    from relations.charts.timeline_scale import Scale, days_of

    scale = Scale(days_of(date(2018, 1, 1)), days_of(date(2022, 1, 1)), 1000)
    table_counts, _ = counts(made, list(lanes), scale, 1)
    assert list(lanes) == ["visits", "agreements"]
    assert table_counts.sum(axis=2).round(6).tolist() == [[3, 1], [1, 0]]
    told = {
        (one.name, text.split(" · ")[1].split(" ")[0])
        for one in figure.data
        if one.type == "scatter" and one.mode == "none"
        for text in one.hovertext
    }
    assert told == {("visits", "happened"), ("visits", "planned"), ("agreements", "happened")}
    assert [one.name for one in figure.layout.shapes] == ["visits", "visits", "agreements"]


def test_the_chosen_event_is_ringed_and_labelled() -> None:
    made = table([row(f"e{n}", "2024-05-05", n_articles=9) for n in range(12)])
    figure = timeline(made, selected="e7", width=420, level="labels")
    ring = next(one for one in figure.data if one.marker.size == 19)
    mark, at = trace(figure, "e7")
    assert ring.y == (mark.y[at],)
    labels = next(one for one in figure.data if one.name == "labels")
    assert mark.y[at] in labels.y


def test_labels_are_in_the_readers_language() -> None:
    made = table([row("e", "2024-05-05", place="Astana")])
    links = frame("event_people", [{"event_id": "e", "person_id": "p"}])
    people = frame(
        "people", [{"person_id": "p", "name": "Nawaz Sharif", "name_ur": "نواز شریف", "n_articles": 1, "n_events": 1}]
    )
    label = {
        language: next(
            one
            for one in timeline(made, language=language, event_people=links, people=people).data
            if one.name == "labels"
        ).text[0]
        for language in LANGUAGES
    }
    assert label["en"] == "Visit · Nawaz Sharif · Astana"
    assert label["kk"] == "Сапар · Nawaz Sharif · Астана"
    assert "نواز شریف" in label["ur"]
    assert label["ur"].startswith("\u2067")


def test_headlines_leave_out_what_is_not_known() -> None:
    assert headline({"type": "visit"}) == "Visit"
    assert headline({"type": "no-such-kind", "place": float("nan")}) == "no-such-kind"
    assert headline({"type": "visit", "place": "Astana"}, ["a", "b", "c"]) == "Visit · a · b · Astana"


@pytest.mark.parametrize("language", LANGUAGES)
def test_text_of_strangers_stays_text(language: str) -> None:
    made = table(
        [
            row("e", "2024-05-05", place=HOSTILE, summary=HOSTILE * 50, summary_language="en"),
            row("f", "2024", place=HOSTILE),
        ]
    )
    links = frame("event_people", [{"event_id": "e", "person_id": "p"}])
    people = frame("people", [{"person_id": "p", "name": HOSTILE, "n_articles": 1, "n_events": 1}])
    spec = json.loads(timeline(made, language=language, event_people=links, people=people, width=2000).to_json())
    texts = [text for one in spec["data"] for name in ("hovertext", "text") for text in one.get(name, ())]
    texts += [note["text"] for note in spec["layout"]["annotations"]]
    assert any("onclick" in text for text in texts)
    for text in texts:
        bare = text.replace("<b>", "").replace("</b>", "").replace("<br>", "")
        assert not set(bare) & set("<>$\x00\u202e")
        assert len(text) < 2000


@pytest.mark.parametrize("n", [5, 60, 3000])
def test_figures_hold_nothing_but_json(n: int) -> None:
    figure = timeline(events(n)[0], today=TODAY, language="kk", level=None if n > 5 else "density")
    compact = json.dumps(figure.to_plotly_json(), ensure_ascii=False)
    assert json.loads(compact)["layout"]["meta"]["shown"] > 0


@pytest.mark.parametrize(("n", "most"), [(60, 30_000), (10_000, 120_000)])
def test_figures_are_light(n: int, most: int) -> None:
    figure = timeline(events(n)[0], today=TODAY)
    assert len(figure.to_json()) < most
    assert len(figure.data) < 30


@pytest.mark.parametrize("language", ["kk", "ru", "ur"])
@pytest.mark.parametrize("level", ["labels", "density"])
def test_no_word_is_left_in_english(language: str, level: str) -> None:
    spec = json.loads(timeline(events(60)[0], today=TODAY, language=language, level=level).to_json())
    texts = [
        text.split("<br>")[0] for one in spec["data"] for name in ("hovertext", "text") for text in one.get(name, ())
    ]
    texts += [note["text"] for note in spec["layout"]["annotations"]]
    assert texts
    for text in texts:
        # Kazakh numbers its quarters in Roman numerals.
        assert not set(re.sub(r"</?b>|[IVX]", "", text).lower()) & set("qwertyuiopasdfghjklzxcvbnm"), text
