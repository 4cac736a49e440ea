"""Text of strangers made safe for a figure.

Plotly reads a part of HTML (``<b>``, ``<a href>``, ``<br>``) and, where MathJax is loaded, ``$...$`` in every text
it draws. Names, places and summaries come from articles, so each passes `safe` before it enters a figure.
"""

from __future__ import annotations

import re

# Control characters, and the marks that turn the reading direction of what follows.
_HARMFUL = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff]+"
)
_SPACES = re.compile(r"\s+")
_ENTITIES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "$": "&#36;"})


def clean(text: object, most: int = 200) -> str:
    """Return text on one line, without control characters, shortened.

    Parameters
    ----------
    text : object
        What an article or table gave.
    most : int
        Number of characters kept.

    Examples
    --------
    >>> clean("a\\x00 \\n b" + "c" * 9, most=6)
    'a bcc…'
    """
    # Only what can be kept is looked at: a title may be megabytes long.
    short = _SPACES.sub(" ", _HARMFUL.sub("", str(text)[: most * 4])).strip()
    return short if len(short) <= most else short[: most - 1].rstrip() + "…"


def safe(text: object, most: int = 200) -> str:
    """Return text that plotly draws as it stands.

    Examples
    --------
    >>> safe("<b>AT&T</b> for $5")
    '&lt;b&gt;AT&amp;T&lt;/b&gt; for &#36;5'
    """
    return clean(text, most).translate(_ENTITIES)


def isolated(text: str, right_to_left: bool) -> str:
    """Return text marked to be read from right to left, where it is, whatever stands around it.

    Examples
    --------
    >>> isolated("abc", False)
    'abc'
    """
    return f"\u2067{text}\u2069" if right_to_left else text
