"""``.xml``, ``.rss``, ``.atom``: a feed saved to a file, an article an item."""

from __future__ import annotations

import re

from relations.errors import SourceError

# Entities are how an XML file blows up in memory, or reads other files; no feed needs its own.
_ENTITY = re.compile(rb"<!\s*ENTITY", re.IGNORECASE)


def read(content: bytes) -> list[dict[str, str | None]]:
    """Return the fields of every article of a feed.

    Parameters
    ----------
    content : bytes
        The file.

    Returns
    -------
    list of dict
        Fields of `relations.sources.Raw`, in the order of the feed.

    Raises
    ------
    SourceError
        If the file defines entities of its own, or is no feed.
    """
    if _ENTITY.search(content) or _ENTITY.search(content.replace(b"\x00", b"")):
        raise SourceError("the file defines XML entities, as attacks do", "Download the feed again from its publisher")
    import feedparser

    feed = feedparser.parse(content, resolve_relative_uris=False, sanitize_html=False)
    if not feed.entries:
        why = f" ({feed.bozo_exception})" if feed.get("bozo_exception") else ""
        raise SourceError(f"no feed items were found{why}", "Save an RSS or Atom feed")
    about = feed.feed
    return [
        {
            "title": _plain(entry.get("title")),
            "url": entry.get("link"),
            "published": entry.get("published") or entry.get("updated"),
            "published_from": "feed" if entry.get("published") or entry.get("updated") else None,
            "author": entry.get("author"),
            "publisher": _plain(about.get("title")),
            "language": about.get("language"),
            "text": _plain(next((one.get("value") for one in entry.get("content", [])), None) or entry.get("summary"))
            or "",
        }
        for entry in feed.entries
    ]


def _plain(markup: str | None) -> str | None:
    if not markup:
        return None
    if "<" not in markup and "&" not in markup:
        return markup.strip()
    from lxml import etree, html

    try:
        tree = html.fragment_fromstring(markup, create_parent="div")
    except (etree.LxmlError, ValueError):
        return None
    for block in tree.iter("p", "br", "div", "li"):
        block.tail = "\n" + (block.tail or "")
    for hidden in tree.xpath(".//script|.//style"):
        hidden.drop_tree()
    return re.sub(r"[ \t]*\n\s*", "\n", tree.text_content()).strip() or None
