"""What a browser really draws: boxes of texts and marks, measured in Chromium."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import combinations
from pathlib import Path
from typing import Any

import plotly
import pytest
from made_events import HOSTILE, events, row, table
from rectangles import Rect, plain

from relations import charts
from relations.charts.text_width import text_width
from relations.charts.typefaces import embedded

pytestmark = pytest.mark.browser
LIBRARY = Path(plotly.__file__).parent / "package_data" / "plotly.min.js"
BOXES = """async (spec) => {
  const div = document.getElementById("chart");
  Plotly.purge(div);
  await Plotly.newPlot(div, spec.data, spec.layout);
  const box = (node) => { const b = node.getBoundingClientRect(); return [b.left, b.top, b.right, b.bottom]; };
  const texts = (rule) => [...div.querySelectorAll(rule)].map((node) => [node.textContent, ...box(node)]);
  return {
    labels: texts(".scatterlayer text"), notes: texts(".annotation-text"), ticks: texts(".xtick text"),
    points: [...div.querySelectorAll(".points path")].filter((n) => getComputedStyle(n).opacity !== "0").map(box),
    foreign: div.querySelectorAll(".main-svg :is(a, script, img, foreignObject)").length,
  };
}"""


@pytest.fixture(scope="module")
def page(browser: Any) -> Iterator[Any]:
    opened = browser.new_page(viewport={"width": 2600, "height": 1200})
    opened.set_content(f'<style>{embedded()}</style><body style="margin:0"><div id="chart"></div></body>')
    opened.evaluate("() => Promise.all([...document.fonts].map((face) => face.load().catch(() => null)))")
    opened.add_script_tag(path=str(LIBRARY))
    yield opened
    opened.close()


def boxes(page: Any, figure: Any, language: str = "en") -> dict[str, Any]:
    import json

    page.evaluate("language => { document.documentElement.lang = language; }", language)
    return page.evaluate(BOXES, json.loads(figure.to_json()))


@pytest.mark.parametrize("language", ["en", "kk", "ru", "ur"])
@pytest.mark.parametrize("width", [320, 390, 900, 1440, 2560])
def test_texts_do_not_touch(page: Any, language: str, width: int) -> None:
    made, links, people = events(60)
    figure = charts.timeline(
        made, today=date(2026, 2, 10), language=language, width=width, event_people=links, people=people
    )
    found = boxes(page, figure)
    drawn = [(text, Rect(*box)) for text, *box in (*found["labels"], *found["notes"], *found["ticks"])]
    assert len(drawn) > 20
    # The box of a line of text is as high as the font allows for accents; its letters are lower.
    thin = [(text, Rect(box.left, box.top + 3, box.right, box.bottom - 3)) for text, box in drawn]
    for (one, a), (other, b) in combinations(thin, 2):
        assert not a.overlaps(b, 0.5), (one, other)
    for text, box in drawn:
        assert box.left >= -0.5, text
        assert box.right <= width + 0.5, text
        assert box.top >= -3, text
        assert box.bottom <= figure.layout.height + 3, text
    marks = [Rect(*box) for box in found["points"]]
    assert len(marks) >= 55
    for text, box in thin[: len(found["labels"])]:
        assert not any(box.overlaps(mark, 1.5) for mark in marks), text


@pytest.mark.parametrize("language", ["en", "kk", "ru", "ur"])
def test_widths_of_the_tables_are_never_too_small(page: Any, language: str) -> None:
    made, links, people = events(60)
    found = boxes(
        page, charts.timeline(made, language=language, width=2560, event_people=links, people=people), language
    )
    size = 12 if language == "ur" else 11
    ratios = [text_width(plain(text), size) / (right - left) for text, left, _, right, _ in found["labels"]]
    assert min(ratios) >= 1
    assert sum(ratios) / len(ratios) < 1.15


def test_counting_charts_stay_inside_their_frame(page: Any) -> None:
    made = events(120)[0]
    links = made[["event_id"]].assign(sector=(["trade", "labour-migration", "science", "veterinary"] * 30))
    for language in ("en", "kk", "ru", "ur"):
        for width in (320, 900):
            for draw in (charts.sectors, charts.sector_years):
                found = boxes(page, draw(made, links, language, width))
                for text, left, _, right, _ in (*found["labels"], *found["notes"], *found["ticks"]):
                    assert left >= -0.5, (text, language, width)
                    assert right <= width + 0.5, (text, language, width)


def test_text_of_strangers_makes_no_element(page: Any) -> None:
    made = table([row("e", "2024-05-05", place=HOSTILE, summary=HOSTILE), row("f", None, place=HOSTILE)])
    found = boxes(page, charts.timeline(made, width=2000))
    assert found["foreign"] == 0
    made = table([row("e", "2024-05-05", place='<a href="x">$y$</a>')])
    found = boxes(page, charts.timeline(made, width=2000))
    assert found["foreign"] == 0
    assert found["labels"][0][0] == 'Visit · <a href="x">$y$</a>'


def test_a_click_tells_the_event(page: Any) -> None:
    made = table(
        [row("dot", "2024-05-05"), row("bar", "2010"), row("thin", "1996-02"), row("plan", None, status="planned")]
    )
    boxes(page, charts.timeline(made, width=900))
    page.evaluate("""() => { window.clicked = []; document.getElementById("chart").on("plotly_click",
        (event) => window.clicked.push(event.points[0].customdata)); }""")
    at = page.evaluate("""() => [...document.querySelectorAll(".points path")].map((n) => {
        const b = n.getBoundingClientRect(); return [(b.left + b.right) / 2, (b.top + b.bottom) / 2]; })""")
    for x, y in at:
        page.mouse.move(x, y)
        page.wait_for_timeout(80)
        page.mouse.click(x, y)
        page.wait_for_timeout(80)
    assert set(page.evaluate("window.clicked")) == {"dot", "bar", "thin", "plan"}
