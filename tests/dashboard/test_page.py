"""The page in a real browser: painted, quiet, from this machine only, and answering what the reader does."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from serving import served
from synthetic import write
from visitor import LIVE, TIMELINE, WIDTHS, Reader

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    dossier = write(tmp_path_factory.mktemp("page") / "made-up")
    with served(dossier, tmp_path_factory.mktemp("log") / "log") as found:
        yield found


@pytest.fixture(params=WIDTHS)
def reader(request: pytest.FixtureRequest, browser: Any, address: str) -> Iterator[Reader]:
    visitor = Reader(browser, address, request.param)
    yield visitor
    assert visitor.errors == []
    assert visitor.hosts <= {urlsplit(address).netloc, ""}, "a request left this machine"
    assert visitor.page.evaluate("window.hacked") is None
    assert visitor.page.evaluate("document.documentElement.scrollWidth - window.innerWidth") <= 0
    visitor.context.close()


def test_the_page_opens_with_every_chart(reader: Reader) -> None:
    page = reader.visit()
    for figure in ("timeline", "sectors", "heat", "stated", "coverage"):
        page.wait_for_selector(f"[data-figure={figure}][data-drawn=true] .main-svg")
        box = page.locator(f"[data-figure={figure}] .main-svg").first.bounding_box()
        assert box and box["width"] > 200 and box["height"] > 100
    assert page.locator("[data-figure=timeline] .point, [data-figure=timeline] path.point").count() > 5
    assert "Kazakhstan" in page.title()


def test_the_first_chart_is_seen_before_the_widgets_program_starts(reader: Reader) -> None:
    page = reader.visit()
    drawn = page.evaluate("performance.getEntriesByName('relations-chart-timeline')[0].startTime")
    asked = page.evaluate("performance.getEntriesByType('resource').map(one => [one.name, one.startTime])")
    parts = [start for name, start in asked if re.search(r"\d\.voila\.js", name)]
    assert len(parts) > 10 and drawn < min(parts)


def test_without_the_drawing_library_the_page_still_answers(browser: Any, address: str) -> None:
    reader = Reader(browser, address, "wide")
    reader.page.route("**/plotly.min.js", lambda asked: asked.abort())
    reader.page.goto(address)
    reader.page.wait_for_selector(LIVE, timeout=60_000)
    before = reader.events()
    reader.page.click("#menu-types > summary")
    reader.page.check("#filter-types-visit")
    assert reader.wait_for_events(before) != before
    reader.context.close()


def test_a_filter_changes_the_charts(reader: Reader) -> None:
    page = reader.visit()
    before, marks = reader.events(), page.locator("[data-figure=timeline] .point").count()
    page.click("#menu-types > summary")
    page.check("#filter-types-visit")
    reader.wait_for_events(before)
    page.wait_for_function(
        "n => document.querySelectorAll('[data-figure=timeline] .point').length < n", arg=marks, timeout=10_000
    )
    assert "types=visit" in page.url
    assert page.locator("#menu-types").get_attribute("open") is not None, "the menu closed under the reader's hand"
    page.keyboard.press("Escape")
    page.click("[data-do=reset]")
    page.wait_for_function(
        "told => document.querySelector('[data-region=timeline-note] bdi').innerText === told", arg=before
    )


def test_the_search_keeps_its_place(reader: Reader) -> None:
    page = reader.visit()
    before = reader.events()
    page.focus("#filter-text")
    page.keyboard.type("transport")
    reader.wait_for_events(before)
    assert page.evaluate("document.activeElement.id") == "filter-text"
    assert page.input_value("#filter-text") == "transport"


def test_a_click_on_a_mark_opens_its_detail_with_the_quote(reader: Reader) -> None:
    page = reader.visit()
    assert page.locator("[data-event]").count() == 0
    mark = page.locator("[data-figure=timeline] .point").nth(3)
    mark.scroll_into_view_if_needed()
    box = mark.bounding_box()
    assert box
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.wait_for_selector("[data-event] blockquote")
    assert page.locator("[data-event]").is_visible()
    assert page.locator("[data-event] blockquote p").first.get_attribute("lang")
    assert "event=" in page.url
    page.keyboard.press("Escape")
    page.wait_for_selector("[data-event]", state="detached")


def test_a_row_opens_a_detail_and_the_reader_steps_on(reader: Reader) -> None:
    page = reader.visit()
    page.locator("[data-region=commitments] button[data-do=open]").first.click()
    page.wait_for_selector("[data-event]")
    first = page.get_attribute("[data-event]", "data-event")
    page.click("#step-earlier")
    page.wait_for_function("one => document.querySelector('[data-event]')?.dataset.event !== one", arg=first)
    page.click("#detail-close")
    page.wait_for_selector("[data-event]", state="detached")


def test_a_bar_filters_the_page(reader: Reader) -> None:
    page = reader.visit()
    page.wait_for_selector("[data-figure=sectors] .point path")
    before = reader.events()
    bar = page.locator("[data-figure=sectors] .barlayer .point path").first
    bar.scroll_into_view_if_needed()
    box = bar.bounding_box()
    assert box
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    reader.wait_for_events(before)
    assert "sectors=" in page.url


def test_the_address_restores_the_view(reader: Reader) -> None:
    page = reader.visit("?lang=kk&types=visit&event=e1")
    assert page.get_attribute("html", "lang") == "kk"
    assert page.get_attribute("[data-event]", "data-event") == "e1"
    page.locator("#filter-types-visit").wait_for(state="attached")
    assert page.locator("#filter-types-visit").is_checked()


@pytest.mark.parametrize("language", ["kk", "ru", "ur"])
def test_the_language_switch_changes_every_part(reader: Reader, language: str) -> None:
    page = reader.visit()
    heading = page.inner_text("#title-timeline")
    page.click(f"#language-{language}")
    page.wait_for_function("code => document.documentElement.lang === code", arg=language)
    assert page.inner_text("#title-timeline") != heading
    assert page.get_attribute("html", "dir") == ("rtl" if language == "ur" else "ltr")
    page.wait_for_selector(TIMELINE)


SHOWN = """() => { const { from, to, first } = document.querySelector("[data-strip]").dataset;
    const day = (text) => Date.parse(text.slice(0, 10)) / 864e5;
    const range = (spec) => spec.xaxis.range.map((text) => day(text) - day(first));
    const div = document.querySelector("[data-figure=timeline]");
    return { strip: [+from, +to], seen: range(div._fullLayout), laid: range(div.relationsFigure.layout) }; }"""


def test_the_strip_and_the_keyboard_zoom_without_a_jump(reader: Reader) -> None:
    page = reader.visit()

    def settled(before: str) -> list[int]:
        page.wait_for_function("told => location.search !== told", arg=before)
        page.wait_for_function(f"() => {{ const all = ({SHOWN})(); return '' + all.seen === '' + all.laid; }}")
        shown = page.evaluate(SHOWN)
        assert shown["strip"] == shown["seen"] == shown["laid"], "the kernel shows what the hand left"
        return list(shown["strip"])

    search = page.evaluate("location.search")
    page.focus("#zoom-in")
    page.keyboard.press("Enter")
    first = settled(search)
    assert page.evaluate("document.activeElement.id") == "zoom-in"
    search, told = page.evaluate("location.search"), page.get_attribute("#strip-last", "aria-valuetext")
    page.focus("#strip-last")
    page.keyboard.press("ArrowLeft")
    second = settled(search)
    assert second[0] == first[0] and second[1] < first[1]
    assert page.evaluate("document.activeElement.id") == "strip-last"
    assert page.get_attribute("#strip-last", "aria-valuetext") != told
    search = page.evaluate("location.search")
    strip = page.locator("[data-strip]")
    strip.scroll_into_view_if_needed()
    box = strip.bounding_box()
    days = int(strip.get_attribute("data-days") or 0)
    assert box
    x = [box["x"] + box["width"] * sum(second) / 2 / days + by for by in (0, -20, -40)]
    page.mouse.move(x[0], box["y"] + box["height"] - 4)
    page.mouse.down()
    page.mouse.move(x[1], box["y"] + box["height"] - 4)
    page.mouse.move(x[2], box["y"] + box["height"] - 4)
    assert page.evaluate("location.search") == search, "told only once the hand lets go"
    page.mouse.up()
    third = settled(search)
    assert third[0] < second[0] and third[1] - third[0] == second[1] - second[0]
    search = page.evaluate("location.search")
    page.mouse.wheel(0, -120)
    fourth = settled(search)
    assert fourth[1] - fourth[0] < third[1] - third[0]
    page.click("#timeline-whole")
    page.wait_for_function("() => !location.search.includes('window=')")


def test_lanes_and_the_list_are_kept_in_the_address(reader: Reader) -> None:
    page = reader.visit()
    page.select_option("#timeline-lanes", "source")
    page.wait_for_function("() => location.search.includes('lanes=source')")
    page.click("#timeline-view-list")
    page.wait_for_selector(".event-list li >> nth=3")
    assert not page.locator("[data-figure=timeline]").is_visible()
    assert "view=list" in page.url
    page.locator(".event-list [data-do=open]").nth(2).click()
    page.wait_for_selector("[data-event] blockquote")
    page.click("#detail-close")
    page.click("#timeline-view-timeline")
    page.wait_for_function("() => document.querySelector('[data-figure=timeline]').clientWidth > 200")
    page.wait_for_selector(TIMELINE)


def test_tables_and_charts_are_downloads(reader: Reader) -> None:
    page = reader.visit()
    for button, ending in (
        ("[data-format=pptx]", ".pptx"),
        ("[data-format=docx]", ".docx"),
        ("[data-format=xlsx]", ".xlsx"),
        ("[data-table=events]", ".csv"),
        ("[data-format=jsonld]", ".jsonld"),
        ("[data-format=briefing-pdf]", "-briefing.pdf"),
        ("[data-format=svg]", ".svg"),
    ):
        page.click("#menu-export > summary")
        with page.expect_download() as waiting:
            page.click(f"#menu-export {button}")
        file = Path(waiting.value.path())
        assert waiting.value.suggested_filename.endswith(ending)
        assert file.stat().st_size > 500


def test_every_chart_has_a_table_twin(reader: Reader) -> None:
    page = reader.visit()
    for name in ("timeline", "sectors", "heat", "stated", "coverage"):
        page.click(f"[data-card={name}] [data-ui=table]")
        assert page.locator(f"#twin-{name} table").is_visible()
        assert page.locator(f"#twin-{name} tbody tr").count() > 0
        page.click(f"[data-card={name}] [data-ui=table]")
        assert page.locator(f"[data-figure={name}] .main-svg").first.is_visible()


def test_everything_is_reached_with_the_keyboard(reader: Reader) -> None:
    page = reader.visit()
    reached = set()
    for _ in range(60):
        page.keyboard.press("Tab")
        reached.add(page.evaluate("document.activeElement.closest('[data-region], [data-card]')?.className ?? ''"))
    assert {"top", "filters"} <= {name.split()[0] for name in reached if name}


def test_nothing_jumps_while_loading(reader: Reader) -> None:
    reader.page.add_init_script(
        "window.shift = 0; new PerformanceObserver(list => { for (const one of list.getEntries())"
        " if (!one.hadRecentInput) window.shift += one.value; }).observe({type: 'layout-shift', buffered: true});"
    )
    page = reader.visit()
    page.wait_for_timeout(800)
    assert page.evaluate("window.shift") < 0.05


def test_back_and_forward_go_through_what_was_chosen(reader: Reader) -> None:
    page = reader.visit()
    everything = reader.events()
    page.click("#headline-agreements")
    agreements = reader.wait_for_events(everything)
    assert agreements.split()[0] == page.inner_text("#headline-agreements strong")
    assert "among=agreements" in page.url
    page.click("#headline-opened")
    page.wait_for_selector("[data-event]")
    page.go_back()
    page.wait_for_selector("[data-event]", state="detached")
    assert reader.events() == agreements
    page.go_back()
    assert reader.wait_for_events(agreements) == everything
    page.go_forward()
    assert reader.wait_for_events(everything) == agreements


def test_back_undoes_a_zoom_and_a_run_of_wheel_turns_is_one_step(reader: Reader) -> None:
    page = reader.visit()
    page.locator("[data-strip]").scroll_into_view_if_needed()
    page.locator("[data-strip]").hover()
    steps = page.evaluate("history.length")
    for _ in range(3):
        page.mouse.wheel(0, -120)
        page.wait_for_timeout(250)  # longer than the strip waits before it tells the kernel
    page.wait_for_function("() => location.search.includes('window=')")
    page.wait_for_timeout(500)
    run = page.evaluate("location.search")
    assert page.evaluate("history.length") == steps + 1
    page.click("#zoom-in")
    page.wait_for_function("run => location.search !== run", arg=run)
    page.go_back()
    page.wait_for_function("run => location.search === run", arg=run)
    page.go_back()
    whole = "({ from, to, days }) => +from === 0 && to === days"
    page.wait_for_function(f"() => ({whole})(document.querySelector('[data-strip]').dataset)")
    assert "window=" not in page.url


def test_a_link_restores_the_view_in_another_browser(browser: Any, address: str) -> None:
    page = (first := Reader(browser, address, "wide")).visit("?lang=ru")
    before = first.events()
    page.click("#gap-one-source")
    page.click("#coverage-events")
    page.wait_for_selector("#coverage-events[aria-pressed=true]")
    page.click("[data-card=heat] [data-ui=table]")
    page.locator("[data-region=commitments] button[data-do=open]").first.click()
    page.wait_for_selector("[data-event]")
    page.keyboard.press("ArrowRight" if page.locator("#step-later").is_enabled() else "ArrowLeft")
    opened = page.get_attribute("[data-event]", "data-event")
    page.wait_for_function("one => document.querySelector('[data-event]')?.dataset.event !== one", arg=opened)
    event, events = page.get_attribute("[data-event]", "data-event"), first.events()
    other = Reader(browser, address, "wide")
    there = other.visit(urlsplit(page.url).query and f"?{urlsplit(page.url).query}")
    there.wait_for_selector("#twin-heat table", state="visible")
    assert other.events() == events and before
    assert there.get_attribute("[data-event]", "data-event") == event
    assert there.get_attribute("html", "lang") == "ru"
    assert there.get_attribute("#coverage-events", "aria-pressed") == "true"
    assert there.locator("#among-one-source").is_visible()
    for one in (first, other):
        assert one.errors == []
        one.context.close()


def test_where_nothing_is_left_one_filter_is_taken_back(browser: Any, address: str) -> None:
    page = (visitor := Reader(browser, address, "narrow")).visit("?text=zzzz&types=visit")
    assert page.locator(".advice").is_visible()
    page.click("#drop-text")
    page.wait_for_selector(".advice", state="detached")
    assert "text=" not in page.url and "types=visit" in page.url
    visitor.context.close()
