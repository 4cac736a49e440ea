"""Finds words in Latin letters that a page in another script shows, and that its data do not hold."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from html.parser import HTMLParser
from typing import Any

import pandas as pd

from relations.dossier import Dossier

TOLD = ("aria-label", "title", "placeholder", "alt", "data-label", "data-title")
DRAWN = {"text", "hovertext", "hovertemplate", "ticktext", "title"}
# Names of file formats, of codebooks and of a key of the keyboard; English in the switch of languages; quarters of a
# year, which Kazakh numbers as Rome did.
NAMES = set(
    "xlsx pptx docx pdf html ics csv csl zip json ld timelinejs png svg plover cameo enter ctrl en ii iii iv".split()
)
_VOID = {"input", "br", "img", "meta", "link"}


class _Page(HTMLParser):
    """Texts and spoken attributes, without what is written in another language and says so."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self.language = language
        self.found: list[str] = []
        self._foreign: list[bool] = [False]

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        given = dict(attributes)
        foreign = self._foreign[-1] or tag in ("script", "style") or given.get("lang") not in (None, self.language)
        if not foreign:
            self.found += [given[name] or "" for name in TOLD if name in given]
        if tag not in _VOID:
            self._foreign.append(foreign)

    def handle_endtag(self, tag: str) -> None:
        if tag not in _VOID:
            self._foreign.pop()

    def handle_data(self, data: str) -> None:
        if not self._foreign[-1]:
            self.found.append(data)


def latin(text: str) -> set[str]:
    """Return the words in Latin letters, of two letters or more."""
    return {word.lower() for word in re.findall(r"[A-Za-z]{2,}", text)}


def of_page(html: str, language: str) -> set[str]:
    """Return the Latin words that a reader of the page sees or hears."""
    page = _Page(language)
    page.feed(html)
    return set().union(*map(latin, page.found))


def of_figure(figure: Any) -> set[str]:
    """Return the Latin words of a figure, as parsed JSON."""

    def texts(value: Any, told: bool) -> Iterator[str]:
        if isinstance(value, str) and told:
            yield unescape(re.sub(r"%?\{\w+\}|<[^>]*>", " ", value))
        elif isinstance(value, list):
            for one in value:
                yield from texts(one, told)
        elif isinstance(value, dict):
            for key, one in value.items():
                yield from texts(one, key in DRAWN)

    return set().union(*map(latin, texts(figure, False)))


def of_data(dossier: Dossier) -> set[str]:
    """Return the Latin words of the data, without the labels that the package itself has in English."""
    words = set(NAMES) | latin(" ".join(dossier.settings.title.values()))
    for name in ("articles", "events", "evidence", "people", "figures", "event_people", "event_sectors"):
        table: pd.DataFrame = getattr(dossier, name)
        for column in table.select_dtypes(exclude=["number", "datetime", "bool"]):
            if not str(column).startswith("label_") and column not in ("type", "lane", "sector", "status", "outcome"):
                words |= latin(" ".join(str(value) for value in table[column].dropna().unique()))
    return words
