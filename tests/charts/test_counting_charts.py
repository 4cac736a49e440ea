"""Sectors, sectors by year, coverage: what they count, and that they say it in every language."""

from __future__ import annotations

import json
import random
import re
from datetime import date
from typing import Any

import pandas as pd
import pytest
from made_events import HOSTILE, events, row, table

from relations import charts, codebook, edtf
from relations.charts.text_width import text_width
from relations.charts.words import LANGUAGES, say
from relations.tables import frame

EVENTS = table(
    [row("a", "2020-05-05"), row("b", "2020", status="ongoing"), row("c", "2021-05", status="planned"),
     row("d", "2020-01", status="cancelled"), row("e", "202X"), row("f", None, status="planned")]
)  # fmt: skip
LINKS = frame(
    "event_sectors",
    [{"event_id": one, "sector": "trade"} for one in "abcdef"] + [{"event_id": "a", "sector": "energy"}],
)


def links(made: pd.DataFrame) -> pd.DataFrame:
    draw = random.Random(3)  # noqa: S311 - made-up data, nothing secret
    sectors = list(codebook.sectors())
    return frame(
        "event_sectors",
        [
            {"event_id": one, "sector": sector}
            for one in made["event_id"]
            for sector in draw.sample(sectors, draw.randrange(3))
        ],
    )


def article(
    at: int, published: str | None, language: str = "kk", publisher: str | None = "Kazinform"
) -> dict[str, Any]:
    earliest, latest = edtf.span(published) if published else (None, None)
    return {"article_id": f"a{at}", "published": published, "earliest": earliest, "latest": latest,
            "language": language, "publisher": publisher,
            "file": "f", "sha256": "0", "coder_version": "1", "title": "t"}  # fmt: skip


ARTICLES = frame(
    "articles",
    [article(0, "2024-12-12"), article(1, "2024-12-01", "ur", None), article(2, "2025-01", "kk"),
     article(3, "2025", "en"), article(4, None), article(5, "2025-02-02", "kk", HOSTILE)],
)  # fmt: skip


def drawn(language: str, width: int = 600, dark: bool = False) -> dict[str, Any]:
    made = events(120)[0]
    return {
        "sectors": charts.sectors(made, links(made), language, width, dark=dark),
        "sector_years": charts.sector_years(made, links(made), language, width, dark=dark),
        "coverage": charts.coverage(ARTICLES, "language", language, width, dark=dark),
        "publishers": charts.coverage(ARTICLES, "publisher", language, width, dark=dark),
    }


def pointed_at(figure: Any) -> dict[str, int]:
    """Return what the pointer is told of each series, added up."""
    return {one.name: sum(int(text.split(" · ")[1]) for text in one.hovertext)
            for one in figure.data if one.type == "scatter" and one.mode == "none"}  # fmt: skip


def test_sectors_are_counted_with_planned_apart() -> None:
    counts = charts.table_twin("sectors", EVENTS, LINKS).to_dict("records")
    assert counts == [
        {"sector": "trade", "label": "Trade", "happened": 3, "planned": 2},
        {"sector": "energy", "label": "Energy", "happened": 1, "planned": 0},
    ]
    happened, planned = charts.sectors(EVENTS, LINKS).data[:2]
    assert happened.customdata == planned.customdata == ("trade", "energy")
    assert (happened.x, planned.x, planned.base) == ((3, 1), (2, 0), (3, 1))
    assert planned.marker.pattern.shape == "/"


def test_years_count_only_what_is_known_to_the_year() -> None:
    counts = charts.table_twin("sector_years", EVENTS, LINKS)
    assert counts[counts["sector"] == "trade"][["year", "happened", "planned"]].to_numpy().tolist() == [
        [2020, 2, 0],
        [2021, 0, 1],
    ]
    figure = charts.sector_years(EVENTS, LINKS)
    assert figure.layout.meta["without_year"] == 2
    assert [list(line) for line in figure.data[0].z] == [[2, 1], [1, None]]
    (squares,) = figure.layout.shapes
    left, top, right, bottom, back = (float(text) for text in re.split("[MHV,Z]", squares.path) if text)
    assert ((left + right) / 2, (top + bottom) / 2, back) == (2021, 0, left) and figure.data[0].y[0] == "trade"
    assert any("2 events not shown" in note.text for note in figure.layout.annotations)


def test_articles_are_counted_by_month_and_the_rest_is_told() -> None:
    counts = charts.table_twin("coverage", ARTICLES)
    assert counts[["period", "language", "articles"]].to_numpy().tolist() == [
        ["2024-12", "kk", 1], ["2024-12", "ur", 1], ["2025-01", "kk", 1], ["2025-02", "kk", 1],
    ]  # fmt: skip
    figure = charts.coverage(ARTICLES, width=900)
    assert figure.layout.meta["months"] == 1
    assert figure.layout.meta["left_out"] == 2
    assert pointed_at(figure) == {"kk": 3, "ur": 1}
    outlines = {one.name: one for one in figure.data if one.type == "scatter" and one.fill == "toself"}
    assert [max(y for y in outlines[code].y if y is not None) for code in ("kk", "ur")] == [1, 2]
    assert outlines["ur"].x == ("2024-12", "2024-12", "2025-01")
    assert charts.table_twin("coverage", ARTICLES, months=12)["articles"].sum() == 5


def test_long_stretches_are_counted_by_quarter_or_year() -> None:
    articles = frame("articles", [article(n, f"{1992 + n}-05-05") for n in range(34)])
    assert charts.coverage(articles, width=900).layout.meta["months"] == 3
    assert charts.coverage(articles, width=320).layout.meta["months"] == 12


def test_many_publishers_are_counted_together_after_the_largest() -> None:
    articles = frame("articles", [article(n, "2024-05-05", publisher=f"P{n % 12}") for n in range(40)])
    figure = charts.coverage(articles, "publisher")
    told = pointed_at(figure)
    assert len(told) == 8
    assert sum(told.values()) == 40


def test_counting_by_anything_else_is_refused() -> None:
    with pytest.raises(ValueError, match="choose from language, publisher"):
        charts.coverage(ARTICLES, "title")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [320, 600, 2560])
def test_names_fit_beside_the_bars_in_every_language(language: str, width: int) -> None:
    for name, figure in drawn(language, width).items():
        spec = figure.to_plotly_json()
        layout = spec["layout"]
        plot, size = layout["width"] - 20, layout["font"]["size"]
        texts = [
            (note["text"], note.get("font", {}).get("size", size), note["x"] * plot, note["xanchor"] == "right")
            for note in layout.get("annotations") or ()
        ]
        first, last = layout["xaxis"]["range"] if name in ("sectors", "sector_years") else (0, 1)
        beside = [
            one for one in spec["data"]
            if one.get("mode") == "text" and one.get("xaxis") != "x3" and name in ("sectors", "sector_years")
        ]  # fmt: skip
        assert bool(beside) == (name in ("sectors", "sector_years"))
        for one in beside:
            ends = one["textposition"] == "middle left"
            texts += [(text, size, (x - first) / (last - first) * plot, ends)
                      for x, text in zip(one["x"], one["text"], strict=True)]  # fmt: skip
        for text, high, at, ends in texts:
            wide = max(text_width(line, high) for line in text.replace("&amp;", "&").split("<br>"))
            left = at - wide if ends else at
            assert left >= -0.5
            assert left + wide <= plot + 0.5


@pytest.mark.parametrize("language", LANGUAGES)
def test_text_of_strangers_stays_text(language: str) -> None:
    spec = json.loads(charts.coverage(ARTICLES, "publisher", language).to_json())
    told = json.dumps([[one.get("hovertemplate"), one.get("text")] for one in spec["data"]], ensure_ascii=False)
    assert "&lt;b onclick" in told
    assert "<a" not in told
    assert "%{x}" not in told.replace("%{hovertext}", "")


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_to_show_is_said(language: str) -> None:
    nothing, no_links = frame("events", []), frame("event_sectors", [])
    for figure in (charts.sectors(nothing, no_links, language), charts.sector_years(nothing, no_links, language)):
        assert figure.layout.annotations[0].text == say("no-events", language)
    figure = charts.coverage(frame("articles", []), language=language)
    assert figure.layout.annotations[0].text == say("no-articles", language)
    assert charts.summary_text("timeline", nothing, language=language) == say("no-events", language)
    assert charts.summary_text("sectors", nothing, no_links, language=language) == say("no-events", language)
    assert charts.summary_text("sector_years", nothing, no_links, language=language) == say("no-events", language)
    assert charts.summary_text("coverage", frame("articles", []), language=language) == say("no-articles", language)
    assert charts.table_twin("timeline", nothing, language=language).empty
    assert charts.table_twin("coverage", frame("articles", []), language=language).empty


def test_summaries_say_what_the_charts_show() -> None:
    assert charts.summary_text("timeline", EVENTS) == (
        "6 events from 2020 to 2029: happened 2, going on 1, planned 2, cancelled 1; no date 1."
    )
    assert charts.summary_text("sectors", EVENTS, LINKS) == "5 events in 2 sectors; most often: Trade 5, Energy 1."
    assert charts.summary_text("coverage", ARTICLES, language="ru") == (
        "5 статей, 2024 – 2025: казахский – 3, английский – 1, урду – 1."
    )
    plans = table([row("f", None, status="planned")])
    assert charts.summary_text("timeline", plans, language="kk") == "1 оқиға, бәрінің күні белгісіз: жоспарланған – 1."


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_table_twin_of_the_timeline_has_every_event(language: str) -> None:
    made, people_links, people = events(60)
    twin = charts.table_twin("timeline", made, language=language, event_people=people_links, people=people)
    assert set(twin["event_id"]) == set(made["event_id"])
    known = twin["earliest"].dropna()
    assert known.is_monotonic_increasing
    assert not twin[["date_text", "lane_label", "type_label", "status_label", "headline"]].isna().any().any()


def test_tables_given_are_not_changed() -> None:
    before = [one.copy(deep=True) for one in (EVENTS, LINKS, ARTICLES)]
    charts.sectors(EVENTS, LINKS)
    charts.sector_years(EVENTS, LINKS)
    charts.coverage(ARTICLES)
    charts.timeline(EVENTS, today=date(2026, 1, 1))
    for one, other in zip((EVENTS, LINKS, ARTICLES), before, strict=True):
        pd.testing.assert_frame_equal(one, other)
