"""``.html``: a saved page. The text by trafilatura; what is known of it from the page's own metadata."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from relations.dates import read_stamp
from relations.errors import SourceError
from relations.sources.pasted import clean

_TAG = re.compile(rb"<(/?)([a-zA-Z][a-zA-Z0-9]*)[^>]*?(/?)>")
_VOID = frozenset(b"br hr img input link meta source wbr col area base embed track p li td tr th option dt dd".split())
_DEEPEST = 1_000
_ARTICLE = {"NewsArticle", "Article", "ReportageNewsArticle", "BlogPosting", "AnalysisNewsArticle"}
_FOOTER = re.compile(r"©|\(c\)|copyright|all rights|права|құқық", re.IGNORECASE)


def read(content: bytes, text: str) -> dict[str, str | None]:
    """Return the fields of the one article that a saved page is.

    Parameters
    ----------
    content : bytes
        The page.
    text : str
        The page, decoded.

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
    _check_depth(content)
    import trafilatura
    from lxml import etree, html

    try:
        tree = html.document_fromstring(text.encode("utf-8"), parser=html.HTMLParser(encoding="utf-8", no_network=True))
    except (etree.LxmlError, ValueError) as error:
        raise SourceError(f"the page cannot be parsed ({error})", "Save the page again as HTML") from None
    body = trafilatura.extract(
        text, include_comments=False, include_tables=True, favor_precision=False, with_metadata=False
    )
    if not body:
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


def _check_depth(content: bytes) -> None:
    depth = 0
    for closing, name, alone in _TAG.findall(content):
        if alone or name.lower() in _VOID:
            continue
        depth += -1 if closing else 1
        if depth > _DEEPEST:
            raise SourceError("its tags are nested more than a thousand deep", "Save the page again, or paste its text")


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
    stated = [
        (linked.get("datePublished"), "json-ld"),
        (meta.get("article:published_time") or meta.get("og:article:published_time"), "open graph"),
        (next(iter(tree.xpath("//time/@datetime")), None), "time element"),
        (_text(tree, "//time"), "time element"),
    ]
    for value, known_from in stated:
        if isinstance(value, str) and read_stamp(value):
            return value, known_from
    # A date line stands by itself, near the headline; a footer comes at the end and speaks of rights.
    for node in tree.xpath("//body//*[not(self::script) and not(self::style) and not(ancestor-or-self::footer)]"):
        line = " ".join((node.text or "").split())
        if 6 <= len(line) <= 60 and not _FOOTER.search(line) and line not in body and read_stamp(line):
            return line, "visible date"
    return None, None
