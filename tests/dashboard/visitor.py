"""One visitor of the page, in a real browser."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

WIDTHS = {"wide": (1440, 900), "narrow": (390, 844)}
LIVE = ".relations-root:not([aria-busy])"
TIMELINE = "[data-figure=timeline][data-drawn=true] .main-svg"


class Reader:
    """One visitor: a page, with what its browser complained of and whom it asked."""

    def __init__(self, browser: Any, address: str, size: str) -> None:
        width, height = WIDTHS[size]
        self.context = browser.new_context(
            viewport={"width": width, "height": height}, locale="en-GB", accept_downloads=True
        )
        self.page = self.context.new_page()
        self.address = address
        self.errors: list[str] = []
        self.hosts: set[str] = set()
        self.page.on("console", lambda told: told.type == "error" and self.errors.append(told.text))
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on("request", lambda asked: self.hosts.add(urlsplit(asked.url.removeprefix("blob:")).netloc))
        self.page.on("websocket", lambda opened: self.hosts.add(urlsplit(opened.url).netloc))

    def visit(self, query: str = "") -> Any:
        self.page.goto(self.address + query)
        self.page.wait_for_selector(LIVE, timeout=60_000)
        self.page.wait_for_selector(TIMELINE, timeout=60_000)
        return self.page

    def events(self) -> str:
        """How many events the page says it shows."""
        return str(self.page.inner_text("[data-region=timeline-note] bdi >> nth=0"))

    def wait_for_events(self, other_than: str) -> str:
        self.page.wait_for_function(
            "told => document.querySelector('[data-region=timeline-note] bdi').innerText !== told", arg=other_than
        )
        return self.events()

    def walk_from_the_list(self) -> None:
        """Go from the list of dossiers to one of them and filter its page, all of it from one host."""
        self.page.click("th a >> nth=1", timeout=60_000)
        self.page.wait_for_selector(LIVE, timeout=60_000)
        assert self.page.url.startswith(f"{self.address}dossier/beta")
        before = self.events()
        self.page.click("#menu-types > summary")
        self.page.check("#filter-types-visit")
        assert self.wait_for_events(before) != before
        assert self.errors == [] and len(self.hosts - {""}) == 1
