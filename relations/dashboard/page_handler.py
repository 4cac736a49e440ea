"""Sends the page: with what the browser may load, compressed, and with the first view in the reader's language."""

from __future__ import annotations

import re
from typing import Any

import tornado.web
from voila.tornado.handler import TornadoVoilaHandler

from relations.dashboard.plain_page import busy
from relations.views.markup import Html, escape, join, tag
from relations.views.words import LANGUAGES, Words

# Voila's sign of life, sent while a kernel starts slowly, is the one script that stands in the page.
SIGN_OF_LIFE = "'sha256-m16tKAZfrqdfaIlK4k9Uc4bmwJm0z0f+0b2ahSGv/Ko='"
POLICY = (
    f"default-src 'none'; script-src 'self' blob: {SIGN_OF_LIFE}; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'self'"
)
BUSY_SECONDS = 60  # after which a reader for whom there is no place asks again
_HOME = "<!-- the list of dossiers -->"
_FONTS = "<!-- fonts of the reader's script -->"
# The fonts that a page needs beside the Latin one: without them its words are painted twice.
SCRIPTS = {"kk": ("noto-cyrillic", "noto-kazakh"), "ru": ("noto-cyrillic",), "ur": ("noto-arabic",)}
_FIRST_VIEW = re.compile(r'<template data-language="(?P<language>\w+)".*?</template>', re.DOTALL)


class PageHandler(TornadoVoilaHandler):  # type: ignore[misc]
    """The page, with the cookie that lets the browser end its kernel when the page is left.

    Of the first views, one a language, only the reader's own is sent.
    """

    home = False  # whether the page is one of several, which a list leads to

    @property
    def content_security_policy(self) -> str:
        """Allow our own files only; widgets' modules come as ``blob:``, one line of Voila's by its checksum."""
        return POLICY

    def prepare(self) -> Any:
        """Compress what is sent, piece by piece."""
        self._transforms.append(tornado.web.GZipContentEncoding(self.request))
        return super().prepare()

    async def get(self, path: str | None = None) -> None:
        """Answer with the page."""
        self.set_cookie("_xsrf", self.xsrf_token, path=self.base_url, samesite="Strict")
        self.set_header("Referrer-Policy", "same-origin")
        if self.current_user and self.kernel_manager.full:
            self._say_busy()
        else:
            await super().get(path)

    def _say_busy(self) -> None:
        say = Words(reader_language(self))
        self.set_status(503)
        self.set_header("Retry-After", str(BUSY_SECONDS))
        self.set_header("Cache-Control", "no-store")
        self.finish(busy(say, BUSY_SECONDS, f"{self.settings['voila'].static_links['page']}/page.css"))

    def write(self, chunk: Any) -> None:
        """Write a piece of the page without the first views in other languages, with the fonts of the reader's."""
        if isinstance(chunk, str) and _FONTS in chunk:
            place = self.settings["voila"].static_links["page"]
            chunk = chunk.replace(_FONTS, preloads(place, reader_language(self)))
        if self.home and isinstance(chunk, str) and _HOME in chunk:
            say = Words(reader_language(self))
            link = tag("a", say("All dossiers"), href=self.base_url, lang=say.language, dir=say.direction)
            chunk = chunk.replace(_HOME, tag("nav", link, class_="relations-home"))
        if isinstance(chunk, str) and "<template data-language=" in chunk:
            offered = [view["language"] for view in _FIRST_VIEW.finditer(chunk)]
            language = reader_language(self)
            language = language if language in offered else offered[0] if offered else ""
            chunk = _FIRST_VIEW.sub(lambda view: view[0] if view["language"] == language else "", chunk)
        super().write(chunk)


def preloads(address: str, language: str) -> Html:
    """Return the links that let a browser load the fonts of a language's script before it has read the styles.

    Examples
    --------
    >>> "noto-arabic.woff2" in preloads("/static", "ur"), preloads("/static", "en")
    (True, '')
    """
    names = SCRIPTS.get(language, ())
    return join(
        Html(f'<link rel="preload" as="font" type="font/woff2" href="{escape(address)}/{name}.woff2" crossorigin>')
        for name in names
    )


def reader_language(handler: Any) -> str:
    """Return the language that the address names, else the first that the browser prefers, else English."""
    asked = [handler.get_query_argument("lang", ""), *accepted(handler.request.headers.get("Accept-Language", ""))]
    return next((code for code in asked if code in LANGUAGES), "en")


def accepted(header: str) -> list[str]:
    """Return the languages of an ``Accept-Language`` header, the preferred first, without their regions.

    Examples
    --------
    >>> accepted("ru;q=0.5, kk-KZ, *;q=0.1")
    ['kk', 'ru', '*']
    """
    weighed = []
    for part in header[:1000].split(","):
        name, _, quality = part.strip().partition(";q=")
        weight = float(quality) if re.fullmatch(r"[01](\.\d{1,3})?", quality) else 1.0
        weighed.append((-weight, name.partition("-")[0].lower()))
    return [name for _, name in sorted(weighed, key=lambda one: one[0]) if name]
