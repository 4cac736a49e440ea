"""Ten rows reviewed by keyboard in a browser, and who may reach the desk."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from serving import free_port, running

from relations.dashboard.server import serve
from relations.dossier import settings
from relations.dossier.build import build
from relations.errors import ServeError
from relations.reviews import read, standing

SERVE = (
    "import sys; from relations.dashboard.server import serve; "
    "serve(sys.argv[1], int(sys.argv[2]), False, 'secret', review=True)"
)

YEARS = range(2000, 2015)


def until(true: Callable[[], bool]) -> None:
    """Wait for the desk; the page's own policy forbids Playwright's way of waiting for a function."""
    end = time.monotonic() + 20
    while not true():
        assert time.monotonic() < end
        time.sleep(0.02)


def test_the_desk_is_not_served_without_a_token() -> None:
    with pytest.raises(ServeError, match="--token"):
        serve("anywhere", review=True)


@pytest.mark.browser
def test_ten_rows_are_reviewed_by_keyboard_alone(browser: Any, tmp_path: Path) -> None:
    folder = tmp_path / "pair"
    settings.write(folder, ["KAZ", "ITA"])
    told = (
        f"Kazakhstan and Italy held political consultations in Rome on {year % 27 + 1} March {year}." for year in YEARS
    )
    (folder / "articles" / "talks.txt").write_text("3 May 2026\n\nTalks\n\n" + "\n\n".join(told), encoding="utf-8")
    assert build(folder).events == len(YEARS)
    port = free_port()
    command = [sys.executable, "-c", SERVE, str(folder), str(port)]
    with running(command, f"http://127.0.0.1:{port}/", tmp_path / "log") as address:
        page = browser.new_context(locale="kk").new_page()
        assert page.goto(address).status in (302, 401, 403) or "login" in page.url
        failures: list[str] = []
        page.on("pageerror", lambda error: failures.append(str(error)))
        page.goto(f"{address}?token=secret")
        page.wait_for_selector(".desk .row h2")

        def press(key: str) -> None:
            before = page.inner_html(".desk")
            page.keyboard.press(key)
            until(lambda: page.inner_html(".desk") != before)

        assert "Тексеру" in page.inner_text("h1")
        # Nobody decides without a name, and nothing but the keyboard is needed to give it.
        assert page.evaluate("document.activeElement.id") == "reviewer"
        page.keyboard.press("Enter")
        press("a")
        assert page.evaluate("document.activeElement.id") == "reviewer"
        page.keyboard.type("Әсел")
        press("Enter")
        press("?")
        assert page.locator(".keys kbd").count() > 10
        press("?")
        for key in "aararaar":
            press(key)
        press("e")
        assert page.evaluate("document.activeElement.name") == "date"
        page.keyboard.press("Control+A")
        page.keyboard.type("2001-02")
        press("Enter")
        press("e")
        for key in ("Tab", "Tab", "Tab", "Tab"):
            page.keyboard.press(key)
        page.keyboard.type("энер")
        page.keyboard.press("Enter")
        page.keyboard.press("Shift+Tab")
        page.keyboard.press("Shift+Tab")
        page.keyboard.press("ArrowDown")
        press("Enter")  # from a list of the browser's own
        press("u")
        press("e")
        for key in ("Tab", "Tab", "Tab", "Tab"):
            page.keyboard.press(key)
        held = page.locator("[data-many=sectors] .held")
        before = held.inner_text()
        page.keyboard.type("zzzz")
        page.keyboard.press("Enter")  # nothing has that name: what was typed is neither saved nor dropped
        assert page.evaluate("document.activeElement.id") == "find-sectors"
        page.keyboard.type("энер")
        page.keyboard.press("Enter")
        added = held.inner_text()
        assert added != before
        page.keyboard.type("энер")
        page.keyboard.press("Enter")  # who types what is chosen already does not lose it
        assert held.inner_text() == added
        page.keyboard.press("Tab")
        page.keyboard.type("Айгерім Сапарова")
        page.keyboard.press("Enter")
        assert "Айгерім Сапарова" in page.locator("[data-many=people] .held").inner_text()
        press("Enter")
        assert page.evaluate("document.activeElement.className") == "relations-root relations-desk"
        press("u")
        assert page.inner_text(".done")
        press("j")
        press("r")
        # A Cyrillic layout gives other letters; the keys stay where they are.
        page.evaluate(
            "document.querySelector('.relations-desk').dispatchEvent("
            "new KeyboardEvent('keydown', {key: 'ф', code: 'KeyA', bubbles: true}))"
        )
        until(lambda: page.evaluate("document.querySelector('progress').value") == 11)
        assert page.evaluate("[scrollY, document.querySelector('.row').scrollTop]") == [0, 0]
        assert not failures
    decisions, problems = read(folder)
    assert not problems
    stand = standing(decisions)
    assert {one.reviewer for one in decisions} == {"Әсел"}
    assert [one.new for one in stand] == [
        *("accepted", "accepted", "rejected", "accepted", "rejected", "accepted", "accepted", "rejected"),
        *("2001-02", "rejected", "accepted"),
    ]
    # Two steps of two changes were taken back, and that stands in the log too.
    assert [one.field for one in decisions[9:17]] == [
        *("status", "sectors", "undo", "undo"),
        *("sectors", "people", "undo", "undo"),
    ]
    assert decisions[10].new.split().count("energy") == 1 and len(decisions) == 19
    assert decisions[14].new.split() == ["named:Айгерім_Сапарова"]
