"""Addresses that a document may lead to."""

from __future__ import annotations

from urllib.parse import quote, urlsplit

from relations.charts.safe_text import clean

_LONGEST = 2000  # office programs break on longer ones


def web_address(url: str | None) -> str | None:
    """Return an address of the web in letters that every program takes; ``None`` for any other.

    Examples
    --------
    >>> web_address("https://example.org/қ?a=1"), web_address("javascript:alert(1)"), web_address(None)
    ('https://example.org/%D2%9B?a=1', None, None)
    """
    if not url or len(url) > _LONGEST:
        return None
    try:
        parts = urlsplit(clean(url, _LONGEST))
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not parts.hostname:
        return None
    safe = quote(parts.geturl(), safe="%/:?#[]@!$&'()*+,;=~-._")
    return safe if len(safe) <= _LONGEST else None
