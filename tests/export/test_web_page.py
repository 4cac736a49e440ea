"""The web page is one file that filters, leads from marks to words, and runs nothing of an article's."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from relations.charts.theme import DARK, LIGHT
from relations.export.web_page import web_page
from relations.views.archive import Archive
from relations.views.scene import Scene
from relations.views.words import LANGUAGES


def test_it_refers_to_nothing_outside_and_is_small(archive: Archive) -> None:
    page = web_page(Scene(archive))
    assert "default-src 'none'" in page
    assert 'src="' not in page and "@import" not in page
    assert page.count("url(") == page.count("url(data:font/woff2;base64,") > 0  # the fonts that it is set in
    assert len(page.encode()) < 6_000_000
    for event in archive.dossier.events["event_id"]:
        assert f'id="{event}"' in page


def rectangles(page: Any, selector: str) -> list[dict[str, float]]:
    boxes: list[dict[str, float]] = page.evaluate(
        "selector => [...document.querySelectorAll(selector)].map((one) => {"
        "const b = one.getBoundingClientRect(); return {l: b.left, r: b.right, t: b.top, b: b.bottom}; })",
        selector,
    )
    return boxes


@pytest.mark.browser
@pytest.mark.parametrize("language", LANGUAGES)
def test_it_works_without_a_server(browser: Any, archive: Archive, tmp_path: Path, language: str) -> None:
    file = tmp_path / "page.html"
    file.write_text(web_page(Scene(archive, language=language)), encoding="utf-8")
    page = browser.new_context(offline=True, viewport={"width": 1200, "height": 900}).new_page()
    failures: list[str] = []
    page.on("pageerror", lambda error: failures.append(str(error)))
    page.on("console", lambda message: failures.append(message.text) if message.type == "error" else None)
    page.on("dialog", lambda dialog: failures.append(dialog.message))
    page.goto(file.as_uri())
    every = archive.dossier.events
    assert page.locator("article:visible").count() == len(every)
    marks = page.locator("#timeline a")
    assert marks.count() == int(every["date"].notna().sum())

    labels = rectangles(page, "#timeline a text")
    shapes = rectangles(page, "#timeline a rect")
    assert labels
    for n, one in enumerate(labels):
        for other in labels[n + 1 :] + shapes:
            apart = one["r"] <= other["l"] + 1 or other["r"] <= one["l"] + 1 or one["b"] <= other["t"] + 3
            assert apart or other["b"] <= one["t"] + 3, (one, other)

    (line,) = rectangles(page, "#timeline line.now")
    assert all(one["r"] <= line["l"] or line["r"] <= one["l"] for one in labels)
    names = rectangles(page, "#timeline text.lane")
    for name in names:  # where a line of the reader's language begins
        assert all(name["l"] > one["r"] if language == "ur" else name["r"] < one["l"] for one in [*labels, line])
    assert len(names) == every.loc[every["date"].notna(), "lane"].nunique()

    marks.first.focus()
    page.keyboard.press("Enter")
    page.locator("article blockquote:visible").first.wait_for()  # the browser goes there first, then the words open
    name = page.evaluate("document.activeElement.id")
    assert name in set(every["event_id"]) and page.locator(f"#{name} blockquote").first.is_visible()

    page.click("details:has(input[name=status]) summary")
    page.check("input[name=status][value=planned]")
    planned = every[every["status"].eq("planned")]
    assert page.locator("article:visible").count() == len(planned)
    page.fill("input[name=since]", "2025")
    left = planned[planned["latest"].dt.year.ge(2025)]
    assert page.locator("article:visible").count() == len(left)
    page.fill("input[name=text]", "zzzz")
    assert page.locator("#none").is_visible() and marks.count() == 0
    page.click("button[type=reset]")
    page.wait_for_selector("#timeline a")
    assert page.locator("article:visible").count() == len(every)
    page.set_viewport_size({"width": 390, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.locator("#timeline svg[viewBox^='0 0 3']").wait_for()  # laid out anew, at three hundred pixels and some
    (frame,) = rectangles(page, "#timeline svg")
    narrow = rectangles(page, "#timeline text")
    assert narrow and all(frame["l"] <= one["l"] and one["r"] <= frame["r"] + 1 for one in narrow)
    (what, *_), (announced, *_) = (rectangles(page, f".commitments td:nth-child({n})") for n in (4, 1))
    assert what["r"] - what["l"] > 250 and what["b"] <= announced["t"] + 3  # what was promised first, across its row
    assert page.evaluate("window.hacked") is None
    assert not failures


@pytest.mark.browser
def test_it_is_printed_at_a_width_of_its_own_and_in_light_colours(
    browser: Any, archive: Archive, tmp_path: Path
) -> None:
    file = tmp_path / "page.html"
    file.write_text(web_page(Scene(archive)), encoding="utf-8")
    page = browser.new_context(offline=True, color_scheme="dark", viewport={"width": 390, "height": 800}).new_page()
    page.goto(file.as_uri())
    dark = page.locator("#timeline rect").first.get_attribute("stroke")
    page.emulate_media(media="print", color_scheme="dark")
    page.locator("#timeline svg[viewBox^='0 0 900 ']").wait_for()
    light = page.locator("#timeline rect").first.get_attribute("stroke")
    assert dark in DARK.series and light in LIGHT.series
    assert page.locator("#filters").is_hidden()


@pytest.mark.browser
@pytest.mark.skipif(not shutil.which("pdfinfo"), reason="needs poppler-utils")
def test_the_shipped_dossier_is_printed_on_less_than_thirty_pages(
    browser: Any, shipped: Archive, tmp_path: Path
) -> None:
    file, made = tmp_path / "page.html", tmp_path / "page.pdf"
    file.write_text(web_page(Scene(shipped, language="ur")), encoding="utf-8")
    page = browser.new_context(offline=True).new_page()
    page.goto(file.as_uri())
    page.pdf(path=made, prefer_css_page_size=True)
    told = subprocess.run(["pdfinfo", str(made)], capture_output=True, text=True, check=True).stdout
    assert 10 < int(told.partition("Pages:")[2].split()[0]) < 30


@pytest.mark.browser
def test_what_would_be_empty_is_not_there(browser: Any, tmp_path: Path) -> None:
    from synthetic import dossier

    file = tmp_path / "page.html"
    file.write_text(web_page(Scene(Archive(dossier(events=1, articles=1)))), encoding="utf-8")
    page = browser.new_context(offline=True).new_page()
    page.goto(file.as_uri())
    assert page.locator("#timeline a").count() == 1 and page.locator("section.commitments").is_hidden()
    assert page.locator("article:visible").count() == 1
