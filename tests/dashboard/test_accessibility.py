"""For everyone: axe-core, keyboard, dark mode, fonts, big letters, reduced motion, paper."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from latin import of_data, of_page
from serving import served
from synthetic import dossier, write
from visitor import LIVE, TIMELINE

from relations.charts.theme import DARK, LIGHT

pytestmark = pytest.mark.browser
PAPER = 690  # pixels across A4 between its margins
DESK = {"width": 1440, "height": 900}
FIGURES = ("timeline", "sectors", "heat", "coverage")
RULES = {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
# Marks and their words are drawn by plotly; their colours are tested in tests/charts/test_theme.py.
WITHOUT_MARKS = {"exclude": [[".main-svg"]]}
FOCUS = """() => { const one = document.activeElement, style = getComputedStyle(one), box = one.getBoundingClientRect();
  return one === document.body || (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2
    && box.width > 1 && box.height > 1) ? null : one.outerHTML.slice(0, 200); }"""
SMALL = """() => [...document.querySelectorAll(".relations :is(button, summary, select, input)")].filter((one) => {
  const box = (one.closest("label") ?? one).getBoundingClientRect();
  return !one.closest("[data-marks]") && box.width && (box.width < 24 || box.height < 23.9); })
  .map((one) => one.outerHTML.slice(0, 120))"""
CUT = """() => [...document.querySelectorAll(".relations :is(button, .pill, h1, h2, .figure, .badge)")].filter((one) =>
  one.offsetWidth > 1 && !one.closest(".marks, .sr, .scroll") && one.scrollWidth > one.clientWidth + 1
  && getComputedStyle(one).overflowX !== "visible").map((one) => one.outerHTML.slice(0, 120))"""
WIDE_ENOUGH = """() => { const place = document.querySelector("[data-figure=timeline]");
  return Math.abs(place.clientWidth - place.querySelector(".main-svg").clientWidth) < 80; }"""
SPACED = """() => { const sheet = new CSSStyleSheet(); document.adoptedStyleSheets = [sheet]; sheet.replaceSync(
  "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }"); }"""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = write(tmp_path_factory.mktemp("everyone") / "made-up")
    with served(folder, tmp_path_factory.mktemp("log") / "log") as found:
        yield found


def visit(browser: Any, address: str, **how: Any) -> Iterator[Any]:
    context = browser.new_context(locale="en-GB", **how)
    page = context.new_page()
    page.goto(address)
    page.wait_for_selector(LIVE, timeout=60_000)
    page.wait_for_selector(TIMELINE, timeout=60_000)
    yield page
    context.close()


@pytest.fixture(scope="module")
def opened(browser: Any, address: str) -> Iterator[Any]:
    yield from visit(browser, address, viewport=DESK)


@pytest.fixture
def page(opened: Any) -> Any:
    """One page for all tests: as it was first opened, as far as a reader can tell."""
    opened.emulate_media(media="null", color_scheme="null", reduced_motion="null")
    opened.set_viewport_size(DESK)
    opened.keyboard.press("Escape")
    opened.wait_for_selector("[data-event]", state="detached")
    if opened.locator("[data-do=reset].pill").is_visible():
        told = opened.inner_text("[data-region=status]")
        opened.click("[data-do=reset].pill")
        opened.wait_for_function("told => document.querySelector('[data-region=status]').innerText !== told", arg=told)
    return opened


def serious(page: Any) -> list[str]:
    found = Axe().run(page, context=WITHOUT_MARKS, options={"runOnly": RULES}).response["violations"]
    return [
        f"{one['id']}: {one['nodes'][0]['html'][:200]}" for one in found if one["impact"] in ("serious", "critical")
    ]


def test_axe_finds_nothing_serious_on_a_desk(page: Any) -> None:
    look_everywhere(page)


def test_axe_finds_nothing_serious_on_a_telephone_in_urdu_in_the_dark(browser: Any, address: str) -> None:
    known = of_data(dossier())
    for page in visit(browser, address + "?lang=ur", viewport={"width": 390, "height": 844}, color_scheme="dark"):
        assert of_page(page.evaluate("document.querySelector('.relations-root').outerHTML"), "ur") <= known
        look_everywhere(page)
        page.wait_for_function("() => document.fonts.status === 'loaded'")
        asked = page.evaluate("performance.getEntriesByType('resource').map(one => one.name).join(' ')")
        assert set(re.findall(r"noto-([a-z]+)\.woff2", asked)) >= {"latin", "cyrillic", "arabic"}
        family = page.evaluate("getComputedStyle(document.querySelector('[data-figure=timeline] text')).fontFamily")
        assert family.startswith('"Noto Naskh Arabic"')


def look_everywhere(page: Any) -> None:
    page.click("#menu-types > summary")
    assert serious(page) == [], "charts, menu"
    page.keyboard.press("Escape")
    for name in FIGURES:
        page.click(f"[data-card={name}] [data-ui=table]")
    page.locator("[data-region=commitments] button[data-do=open]").first.click()
    page.wait_for_selector("[data-event] blockquote")
    assert serious(page) == [], "tables, detail"
    page.keyboard.press("Escape")
    page.wait_for_selector("[data-event]", state="detached")
    for name in FIGURES:
        page.click(f"[data-card={name}] [data-ui=table]")
    page.fill("#filter-text", "nothing has these words")
    page.wait_for_selector("[data-region=commitments] .empty")
    assert serious(page) == [], "nothing left"


def on(page: Any) -> str:
    return str(page.evaluate("document.activeElement.innerText"))


@pytest.mark.parametrize("name", FIGURES)
def test_every_mark_is_reached_and_named_by_keyboard(page: Any, name: str) -> None:
    page.wait_for_selector(f"[data-figure={name}][data-drawn=true]")
    page.focus(f"#marks-{name}")
    page.keyboard.press("Home")
    total = int(on(page).rpartition(" / ")[2])
    seen = {on(page)}
    for _ in range(total - 1):
        page.keyboard.press("ArrowRight")
        seen.add(on(page))
    assert len(seen) == total > 3, "each press tells of another mark"
    assert all(told.splitlines()[0].strip() for told in seen)
    if name == "timeline":
        assert total == page.evaluate("document.querySelectorAll('#twin-timeline tbody tr').length")
    frame, place = (page.locator(one).bounding_box() for one in (f"#marks-{name}", f"[data-figure={name}]"))
    assert place["x"] - 8 <= frame["x"] and frame["x"] + frame["width"] <= place["x"] + place["width"] + 8


def test_enter_opens_a_mark_and_escape_leads_back(page: Any) -> None:
    page.focus("#marks-timeline")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    told = on(page)
    page.keyboard.press("Enter")
    page.wait_for_selector("[data-event]")
    assert page.evaluate("document.activeElement.closest('[data-event]') !== null"), "the detail has the focus"
    page.keyboard.press("Escape")
    page.wait_for_selector("[data-event]", state="detached")
    assert page.evaluate("document.activeElement.id") == "marks-timeline"
    assert on(page) == told


def test_a_bar_chosen_by_keyboard_filters_and_keeps_the_focus(page: Any) -> None:
    before = page.inner_text("[data-region=status]")
    page.focus("#marks-sectors")
    page.keyboard.press("Home")
    told = on(page)
    page.keyboard.press("Enter")
    page.wait_for_function("told => document.querySelector('[data-region=status]').innerText !== told", arg=before)
    assert "sectors=" in page.url
    assert page.evaluate("document.activeElement.id") == "marks-sectors"
    assert on(page).splitlines()[0] == told.splitlines()[0]


def test_the_focus_is_seen_and_never_lost(page: Any) -> None:
    for _ in range(40):
        page.keyboard.press("Tab")
        shown = page.evaluate(FOCUS)
        assert shown is None
    page.focus("[data-region=commitments] button[data-do=open] >> nth=0")
    page.evaluate("document.querySelector('#filter-text').value = 'nothing has these words'")
    page.dispatch_event("#filter-text", "input")
    page.wait_for_selector("[data-region=commitments] .empty")
    assert page.evaluate("document.activeElement !== document.body"), "its row is gone, the focus stays near it"


def test_controls_are_big_enough_to_be_hit(page: Any) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    small = page.evaluate(SMALL)
    assert small == []


def test_charts_and_page_are_dark_where_the_system_is_and_light_on_paper(page: Any) -> None:
    paper = "document.querySelector('[data-figure=timeline] .main-svg').style.backgroundColor"
    ground = "getComputedStyle(document.querySelector('.card')).backgroundColor"

    def rgb(colour: str) -> str:
        return f"rgb({', '.join(str(int(colour[at : at + 2], 16)) for at in (1, 3, 5))})"

    assert page.evaluate(paper) == page.evaluate(ground) == rgb(LIGHT.paper)
    page.emulate_media(color_scheme="dark")
    page.wait_for_function(f"dark => {paper} === dark", arg=rgb(DARK.paper))
    assert page.evaluate(ground) == rgb(DARK.paper)
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    assert page.evaluate(paper) == rgb(LIGHT.paper)
    page.emulate_media(media="print")
    assert page.evaluate(ground) == rgb(LIGHT.paper)
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")


@pytest.mark.parametrize("width", [320, 390, 720, 1000, 1440, 2560])
def test_no_width_scrolls_sideways_or_leaves_the_screen_empty(page: Any, width: int) -> None:
    """Nor with the spacing of WCAG 2.2, 1.4.12; 720 pixels are a desk's screen at 200 %."""
    page.set_viewport_size({"width": width, "height": 900})
    page.evaluate(SPACED)
    page.wait_for_function(WIDE_ENOUGH)
    assert page.evaluate("document.documentElement.scrollWidth - window.innerWidth") <= 0
    box = page.locator(".relations").bounding_box()
    assert box["width"] >= 0.95 * width
    cut = page.evaluate(CUT)
    assert cut == []
    page.evaluate("document.adoptedStyleSheets = []")


def test_nothing_moves_where_the_reader_asked_for_less_motion(page: Any) -> None:
    page.emulate_media(reduced_motion="reduce")
    moving = page.evaluate(
        """() => [...document.querySelectorAll(".relations, .relations *")].filter((one) => {
          const style = getComputedStyle(one);
          return style.animationName !== "none" || !/^0s(, 0s)*$/.test(style.transitionDuration); }).length"""
    )
    assert moving == 0


def test_quotes_name_their_language(page: Any) -> None:
    page.locator("[data-region=commitments] button[data-do=open]").first.click()
    page.wait_for_selector("[data-event]")
    said = page.locator("[data-event] blockquote > p")
    assert said.count() > 0
    for n in range(said.count()):
        assert said.nth(n).get_attribute("lang") in ("kk", "ru", "en", "ur")
        assert said.nth(n).get_attribute("dir") in ("ltr", "rtl")


def test_paper_has_what_the_screen_has_and_no_controls(page: Any) -> None:
    page.fill("#filter-text", "transport")
    page.wait_for_function("() => document.querySelector('.printed').textContent.includes('«transport»')")
    page.emulate_media(media="print")
    # Every row, also those that the screen holds back: they come once the reader rests.
    rows = """() => {
      const all = (name, what) => [...document.querySelectorAll(`[data-region=${name}] ${what}`)];
      const seen = (name) => all(name, "li").filter((row) => row.checkVisibility()).length;
      const told = (name, where) => all(name, where).reduce((sum, one) => sum + parseInt(one.innerText), 0);
      return [seen("sources") - told("sources", ".scroll > p"), seen("commitments") - told("commitments", "h3 small")];
    }"""
    page.wait_for_function(f"() => ({rows})().every((left) => left === 0)")
    for control in (".tools", ".filters", ".toggle", ".marks", ".more"):
        assert page.locator(control).first.is_hidden(), control
    assert "«transport»" in page.inner_text(".printed")
    assert page.locator("h1").is_visible()
    link = page.locator(".card.sources a[href]").first
    shown = link.evaluate("link => getComputedStyle(link, '::after').content")
    assert link.get_attribute("href") in shown or "attr(href)" in shown
    for name in FIGURES:
        width = page.evaluate(f"document.querySelector('[data-figure={name}] .main-svg').getBoundingClientRect().width")
        assert width <= PAPER
    assert page.evaluate("getComputedStyle(document.querySelector('.card.timeline')).breakInside") == "avoid"
