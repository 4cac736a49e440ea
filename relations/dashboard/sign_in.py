"""The door of a server with a token: one field for the access code, in the reader's language, without scripts."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit

from jupyter_server.auth.decorator import allow_unauthenticated
from jupyter_server.auth.login import LoginFormHandler
from jupyter_server.auth.logout import LogoutHandler
from voila.voila_identity_provider import VoilaLoginHandler

from relations.dashboard.page_handler import POLICY, accepted
from relations.dashboard.plain_page import languages, page
from relations.views.markup import Html, tag
from relations.views.words import LANGUAGES, Words, mark

WRONG = mark("This access code is not right. Check that all of it was copied, without spaces.")
STALE = mark("The access code in the link is not right, or no longer. Enter the one that holds now.")
COOKIES = mark("This browser kept nothing of this page. Allow cookies for it, then enter the access code once more.")


def door(say: Words, onward: str, hidden: Html, style: str | None, trouble: str | None = None) -> str:
    """Return the page that asks for the access code.

    Parameters
    ----------
    say : Words
        Of the reader's language.
    onward : str
        Address that the reader came for.
    hidden : Html
        Field that proves that the form is ours.
    style : str or None
        Address of the style sheet.
    trouble : str, optional
        Message to say first: why the reader is still at the door.

    Examples
    --------
    >>> "Access code" in door(Words("en"), "/", Html(""), None)
    True
    """
    title = say("Access code needed")
    told = tag("p", say(trouble), role="alert", id="trouble") if trouble else None
    form = tag(
        "form", hidden,
        tag("label", say("Access code"), for_="password"),
        tag(
            "input", type="password", name="password", id="password", required=True, autofocus=True, dir="ltr",
            autocomplete="current-password", aria_describedby="trouble" if trouble else None,
            aria_invalid="true" if trouble == WRONG else None,
        ),
        tag("button", say("Open the page"), type="submit", class_="button"),
        method="post", action="?" + urlencode({"next": onward, "lang": say.language}), class_="door",
    )  # fmt: skip
    why = tag("p", say("This page is open to those who were given its access code. Ask for it whoever sent the link."))
    kept = tag("p", say("A cookie keeps it in this browser until the server starts anew."), class_="quiet")
    card = tag("section", tag("h1", title), why, told, form, kept, class_="card message-page")
    return page(say, title, languages(say, [("next", onward)]), tag("main", card), style=style)


def without_token(address: str, language: str | None = None) -> str:
    """Return an address without a token, which was wrong, and in the language that was chosen at the door.

    Examples
    --------
    >>> without_token("/?token=old&event=e1", "kk")
    '/?event=e1&lang=kk'
    """
    split = urlsplit(address)
    query = parse_qsl(split.query, keep_blank_values=True)
    kept = [(name, value) for name, value in query if name != "token" and not (language and name == "lang")]
    if language:
        kept.append(("lang", language))
    return split._replace(query=urlencode(kept)).geturl()


class SignIn(LoginFormHandler):
    """Asks for the access code, and lets in who has it as Jupyter does."""

    @property
    def content_security_policy(self) -> str:
        """Allow our own files only."""
        return POLICY

    @property
    def _onward(self) -> str:
        return str(self.get_query_argument("next", default=self.base_url))

    @property
    def _language(self) -> str:
        """What was chosen at the door, else what the link says, else what the browser prefers."""
        link = dict(parse_qsl(urlsplit(self._onward).query))
        browser = accepted(self.request.headers.get("Accept-Language", ""))
        asked = [self.get_query_argument("lang", ""), link.get("lang", ""), *browser]
        return next((code for code in asked if code in LANGUAGES), "en")

    def _render(self, message: str | None = None) -> None:
        say = Words(self._language)
        onward = self._onward
        if message is None and "token" in dict(parse_qsl(urlsplit(onward).query)):
            message = STALE
        self.set_header("Content-Type", "text/html; charset=utf-8")
        self.set_header("Cache-Control", "no-store")
        self.set_header("Referrer-Policy", "same-origin")
        self.set_header("Vary", "Accept-Language")
        style = f"{self.settings['voila'].static_links['page']}/page.css"
        self.finish(door(say, without_token(onward), Html(self.xsrf_form_html()), style, message))

    @allow_unauthenticated
    def post(self) -> None:
        """Let in who has the access code; say to all others that it is not right."""
        user = self.current_user = self.identity_provider.process_login_form(self)
        if user is None:
            self.set_status(401)
            self._render(WRONG)
            return
        self.identity_provider.set_login_cookie(self, user)
        onward = without_token(self._onward, self.get_query_argument("lang", None))
        self._redirect_safe(onward)  # type: ignore[no-untyped-call]

    def write_error(self, status_code: int, **why: Any) -> None:
        """Show the door again where the form was not proved ours: Jupyter's own page would not say what to do."""
        if status_code == 403 and self.request.method == "POST":
            self._render(COOKIES)
            return
        self.set_header("Content-Type", "text/plain; charset=utf-8")
        self.finish(f"{status_code} {self._reason}\n")


class SignOut(LogoutHandler):
    """Forgets a reader, who then stands at the door."""

    @allow_unauthenticated
    def get(self) -> None:
        """Forget the reader."""
        self.identity_provider.clear_login_cookie(self)
        self.redirect(self.base_url)


def ours(handler: Any) -> Any:
    """Return what answers in place of a page of Jupyter's own; a hub's pages stay the hub's.

    Examples
    --------
    >>> ours(LogoutHandler).__name__, ours(VoilaLoginHandler).__name__, ours(dict).__name__
    ('SignOut', 'SignIn', 'dict')
    """
    return {LogoutHandler: SignOut, LoginFormHandler: SignIn, VoilaLoginHandler: SignIn}.get(handler, handler)
