"""What a reader sees at an address that leads nowhere: what it is in the reader's language, and where to go on."""

from __future__ import annotations

from typing import Any

from tornado.web import HTTPError, RequestHandler

from relations.dashboard.page_handler import POLICY, reader_language
from relations.dashboard.plain_page import page
from relations.views.markup import tag
from relations.views.words import Words


def missing(say: Words, base_url: str, several: bool, style: str | None) -> str:
    """Return the page of an address that leads nowhere.

    Parameters
    ----------
    say : Words
        Of the reader's language.
    base_url : str
        Path that all addresses begin with.
    several : bool
        Whether several dossiers are served, so that there is a list of them.
    style : str or None
        Address of the style sheet.

    Examples
    --------
    >>> "All dossiers" in missing(Words("en"), "/", True, None)
    True
    """
    title = say("There is no page at this address")
    advice = (
        say("The link may have been cut on its way, or the dossier was renamed or is no longer served.")
        if several
        else say("The link may have been cut on its way.")
    )
    ask = say("Choose from what is there, or ask who sent the link to copy it again.")
    onward = tag(
        "a", say("All dossiers") if several else say("Open the dashboard"), href=f"{base_url}?lang={say.language}",
        class_="button",
    )  # fmt: skip
    said = tag("section", tag("h1", title), tag("p", advice, " ", ask), tag("p", onward), class_="card message-page")
    return page(say, title, tag("main", said), style=style)


def say_missing(handler: Any, several: bool) -> None:
    """Answer a request for an address that leads nowhere."""
    say, voila = Words(reader_language(handler)), handler.settings["voila"]
    handler.set_status(404)
    handler.set_header("Content-Type", "text/html; charset=utf-8")
    handler.set_header("Content-Security-Policy", POLICY)
    handler.set_header("Cache-Control", "no-store")
    handler.set_header("Vary", "Accept-Language")
    handler.finish(missing(say, handler.settings["base_url"], several, f"{voila.static_links['page']}/page.css"))


class MissingHandler(RequestHandler):
    """Answers every address that no other handler knows."""

    def initialize(self, several: bool) -> None:
        """Take whether several dossiers are served."""
        self.several = several

    def prepare(self) -> None:
        """Turn every way of asking away."""
        raise HTTPError(404)

    def check_xsrf_cookie(self) -> None:
        """Leave it: nothing is changed here."""

    def write_error(self, status_code: int, **_: Any) -> None:
        """Say that there is nothing here."""
        say_missing(self, self.several)
