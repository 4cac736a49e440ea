"""HTML as text that is escaped unless this module made it.

Titles, quotes, names and addresses come from strangers' articles. Every one of them passes `escape`, and every
address passes `link`, so a page part can only be built wrong by not using this module, which a test looks for.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from urllib.parse import urlsplit

# Control characters, halves of characters, and the marks that turn the reading direction of the text after them.
_HARMFUL = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff]"
)
# No text that the page shows is longer; a quote is cut before, around its date. A fact in one line is shorter.
LONGEST_TEXT, LONGEST_FACT = 4000, 200
LONGEST_ADDRESS = 2000
_VOID = frozenset({"input", "br", "img"})


class Html(str):
    """Text that is HTML already and is not escaped again."""

    __slots__ = ()


def clean(text: str) -> str:
    """Return the text without control characters and marks that turn the reading direction.

    Examples
    --------
    >>> clean("a\\x00b")
    'ab'
    """
    return _HARMFUL.sub("", text)


def escape(value: object) -> Html:
    """Return a value as HTML text; `Html` passes unchanged.

    Examples
    --------
    >>> escape("<b>&")
    '&lt;b&gt;&amp;'
    """
    return value if isinstance(value, Html) else Html(html.escape(clean(cut(str(value), LONGEST_TEXT))))


def cut(text: str, longest: int) -> str:
    """Return the text, or its beginning where it is longer than anybody writes.

    Examples
    --------
    >>> cut("a long one", 6), cut("short", 6)
    ('a long…', 'short')
    """
    return text if len(text) <= longest else text[:longest] + "…"


def join(parts: Iterable[object], separator: str = "") -> Html:
    """Return parts as one piece of HTML, each escaped; ``None`` is left out.

    Examples
    --------
    >>> join(["a<", None, Html("<br>")])
    'a&lt;<br>'
    """
    return Html(escape(separator).join(escape(part) for part in parts if part is not None))


def tag(name: str, /, *children: object, **attributes: object) -> Html:
    """Return one element.

    Parameters
    ----------
    name : str
        Name of the element.
    *children : object
        What stands in it; escaped unless it is `Html`; ``None`` is left out.
    **attributes : object
        ``data_do`` becomes ``data-do``, ``class_`` becomes ``class``; ``True`` is an attribute without a value,
        ``False`` and ``None`` leave it out.

    Examples
    --------
    >>> tag("a", "x<y", class_="k", hidden=False, data_do="open")
    '<a class="k" data-do="open">x&lt;y</a>'
    """
    written = ""
    for key, value in attributes.items():
        if value is None or value is False:
            continue
        label = key.rstrip("_").replace("_", "-")
        written += f" {label}" if value is True else f' {label}="{escape(str(value))}"'
    return Html(f"<{name}{written}>" if name in _VOID else f"<{name}{written}>{join(children)}</{name}>")


def facts(parts: Iterable[object]) -> Html:
    """Return short facts in one line; each keeps its own reading direction. ``None`` is left out.

    Examples
    --------
    >>> facts(["a", None, "b"])
    '<bdi>a</bdi> · <bdi>b</bdi>'
    """
    told = (part if isinstance(part, Html) else cut(str(part), LONGEST_FACT) for part in parts if part is not None)
    return join([tag("bdi", part) for part in told], " · ")


def link(url: str | None, *children: object) -> Html:
    """Return a link to another site, or only its words where the address is not of the web.

    Examples
    --------
    >>> link("javascript:alert(1)", "x")
    '<span>x</span>'
    """
    if url and len(url) <= LONGEST_ADDRESS:
        try:
            parts = urlsplit(clean(url).strip())
        except ValueError:
            parts = urlsplit("")
        if parts.scheme in ("http", "https") and parts.hostname:
            return tag("a", *children, href=parts.geturl(), target="_blank", rel="noopener noreferrer nofollow")
    return tag("span", *children)
