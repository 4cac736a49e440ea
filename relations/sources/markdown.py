"""``.md``: an article with front matter in YAML."""

from __future__ import annotations

import re
from typing import Any

import yaml

from relations.errors import SourceError
from relations.sources.pasted import clean

_FRONT = re.compile(r"\A---[ \t]*\n(.*?\n)---[ \t]*(?:\n|\Z)", re.DOTALL)
# A line break inside a paragraph is only a space, unless a list, heading or quotation begins there.
_WRAPPED = re.compile(r"(?<=[^\n])\n(?=[^\n\-*#>|0-9–—])")
_HEADING = re.compile(r"^#{1,6}[ \t]+(.*?)[ \t]*#*$", re.MULTILINE)
_GAP = re.compile(r"\n{3,}")
_LONGEST = 65_536
FIELDS = ("title", "url", "publisher", "published", "language", "author")


class _Loader(yaml.BaseLoader):
    """Reads every value as the text that stands there, so that no date gains precision; refuses aliases."""

    def compose_node(self, parent: Any, index: Any) -> Any:
        if self.check_event(yaml.AliasEvent):
            raise SourceError("its front matter has YAML aliases", "Write the values out")
        return super().compose_node(parent, index)


def read(text: str) -> dict[str, str | None]:
    """Return the fields of the one article that a Markdown file is.

    Parameters
    ----------
    text : str

    Returns
    -------
    dict
        Fields of `relations.sources.Raw`; ``published`` exactly as it is written.

    Raises
    ------
    SourceError
        If the front matter is no YAML mapping.

    Examples
    --------
    >>> read("---\\npublished: 1992-02\\n---\\nText")["published"]
    '1992-02'
    """
    front = _FRONT.match(text)
    if front is None:
        return _body(text)
    if len(front[1]) > _LONGEST:
        raise SourceError("its front matter is longer than 64 KB", "Move the text below the second ---")
    try:
        # The loader is SafeLoader's own base: it makes nothing but strings, lists and mappings.
        body = yaml.load(front[1], Loader=_Loader)  # noqa: S506
    except (yaml.YAMLError, RecursionError) as error:
        place = getattr(error, "problem_mark", None)
        line = f", line {place.line + 2}" if place else ""
        raise SourceError(
            f"its front matter is no YAML{line}", "Quote values that hold a colon, and indent evenly"
        ) from None
    if not isinstance(body, dict):
        raise SourceError("its front matter is no mapping", "Write lines such as title: ...")
    fields = {name: value.strip() for name in FIELDS if isinstance(value := body.get(name), str) and value.strip()}
    return {
        **_body(text[front.end() :]),
        **fields,
        "published_from": "front matter" if fields.get("published") else None,
    }


def _body(text: str) -> dict[str, str | None]:
    """The text without the marks of its headings, and the title where it begins with one."""
    kept = clean(text)
    opening = _HEADING.match(kept)
    plain = _GAP.sub("\n\n", _HEADING.sub(r"\n\1\n", kept)).strip("\n")
    return {"title": (opening[1] or None) if opening else None, "text": _WRAPPED.sub(" ", plain)}
