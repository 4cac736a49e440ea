"""``.html``: a saved page. The text by trafilatura; what is known of it from the page's own metadata."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import islice
from typing import Any

from relations.dates import read_stamp
from relations.errors import SourceError
from relations.sources.pasted import clean

_DEEPEST = 250  # libxml2 leaves out what is nested deeper than 256, so nothing behind that would be read
_ARTICLE = {"NewsArticle", "Article", "ReportageNewsArticle", "BlogPosting", "AnalysisNewsArticle"}
_YEAR = re.compile(r"\d\d")  # a day without its year is none, be it written with two digits
_PIECES = 8  # a date line may have its day and its hour in elements of their own
_SENTENCE = re.compile(r"\w[^.!?…۔؟]{20,}[.!?…۔؟]")
_FOOTER = re.compile(r"©|\(c\)|copyright|all rights|права|құқық", re.IGNORECASE)


def read(text: str) -> dict[str, str | None]:
    """Return the fields of the one article that a saved page is.

    Parameters
    ----------
    text : str
        The page.

    Returns
    -------
    dict
        Fields of `relations.sources.Raw`. The day of publication comes from JSON-LD, Open Graph, ``<time>`` or
        the visible date, in this order; a year in a footer is none.

    Raises
    ------
    SourceError
        If the page is nested too deeply, or holds no article.
    """
    import trafilatura
    from lxml import etree, html

    try:
        tree = html.document_fromstring(text.encode("utf-8"), parser=html.HTMLParser(encoding="utf-8", no_network=True))
    except (etree.LxmlError, ValueError) as error:
        raise SourceError(f"the page cannot be parsed ({error})", "Save the page again as HTML") from None
    _check_depth(tree)
    body = trafilatura.extract(
        text, include_comments=False, include_tables=True, favor_precision=False, with_metadata=False
    )
    if not body or not _tells(body, tree):
        raise SourceError(
            "no article was found on the page", "Save the article's own page, or paste its text into a .txt file"
        )
    linked = next(_json_ld(tree), {})
    meta = {
        one.get("property") or one.get("name"): one.get("content") for one in tree.iter("meta") if one.get("content")
    }
    published, known_from = _published(tree, linked, meta, body)
    canonical = tree.xpath("//link[@rel='canonical']/@href")
    return {
        "text": clean(body),
        "title": _name(linked.get("headline")) or meta.get("og:title") or _text(tree, "//h1") or _text(tree, "//title"),
        "published": published,
        "published_from": known_from,
        "language": _name(linked.get("inLanguage")) or (tree.get("lang") or None),
        "publisher": _name(linked.get("publisher")) or meta.get("og:site_name"),
        "author": _name(linked.get("author")) or meta.get("author"),
        "url": (canonical[0] if canonical else None) or meta.get("og:url") or _name(linked.get("url")),
    }


def _check_depth(tree: Any) -> None:
    from lxml import etree

    depth = 0
    for step, _ in etree.iterwalk(tree, events=("start", "end")):
        depth += 1 if step == "start" else -1
        if depth >= _DEEPEST:
            raise SourceError(
                f"its tags are nested more than {_DEEPEST} deep",
                "Save the page again, or paste its text into a .txt file",
            )


def _tells(body: str, tree: Any) -> bool:
    """Whether there is a sentence beside the links: a page that is only a menu is no article."""
    links = {" ".join("".join(link.itertext()).split()) for link in tree.iter("a")}
    lines = (" ".join(line.lstrip("-|* ").split()) for line in body.split("\n"))
    return any(_SENTENCE.search(line) for line in lines if line not in links)


def _json_ld(tree: Any) -> Iterator[dict[str, Any]]:
    for script in tree.xpath("//script[@type='application/ld+json']/text()"):
        try:
            found = json.loads(script)
        except (ValueError, RecursionError):
            continue
        waiting = [found]
        while waiting:
            one = waiting.pop(0)
            if isinstance(one, list):
                waiting += one
            elif isinstance(one, dict):
                kinds = one.get("@type")
                if _ARTICLE & set(kinds if isinstance(kinds, list) else [kinds] if isinstance(kinds, str) else []):
                    yield one
                waiting += one.get("@graph", []) if isinstance(one.get("@graph"), list) else []


def _name(value: Any) -> str | None:
    """A name in JSON-LD: text, a thing with a name, or a list of either."""
    if isinstance(value, list):
        return ", ".join(name for one in value if (name := _name(one))) or None
    if isinstance(value, dict):
        value = value.get("name")
    return value.strip() or None if isinstance(value, str) else None


def _text(tree: Any, path: str) -> str | None:
    found = tree.xpath(path)
    return " ".join(found[0].text_content().split()) or None if found else None


def _published(tree: Any, linked: dict[str, Any], meta: dict[str, str], body: str) -> tuple[str | None, str | None]:
    """The first day that is stated; its hour from wherever the page prints it with the same day."""
    day = known_from = None
    for value, where in _stated(tree, linked, meta, body):
        if day and ":" not in value:
            continue  # only an hour is missing
        stamp = read_stamp(value)
        if stamp is None or (day and (stamp.edtf != day or stamp.end - stamp.start < len(value) / 2)):
            continue
        if stamp.time:
            return (f"{day}T{stamp.time}", known_from) if day else (value, where)
        if day is None:
            day, known_from, first = stamp.edtf, where, value
    return (first, known_from) if day else (None, None)


def _stated(tree: Any, linked: dict[str, Any], meta: dict[str, str], body: str) -> Iterator[tuple[str, str]]:
    yield from (
        (value, where)
        for value, where in (
            (linked.get("datePublished"), "json-ld"),
            (meta.get("article:published_time") or meta.get("og:article:published_time"), "open graph"),
            (next(iter(tree.xpath("//time/@datetime")), None), "time element"),
            (_text(tree, "//time"), "time element"),
        )
        if isinstance(value, str)
    )
    # A date line stands by itself, near the headline; a footer comes at the end and speaks of rights.
    for node in tree.xpath("//body//*[not(self::script) and not(self::style) and not(ancestor-or-self::footer)]"):
        pieces = list(islice(node.itertext(), _PIECES + 1))
        line = " ".join("".join(pieces).split()) if len(pieces) <= _PIECES else ""
        if 6 <= len(line) <= 60 and _YEAR.search(line) and not _FOOTER.search(line) and line not in body:
            yield line, "visible date"
