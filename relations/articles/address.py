"""The canonical form of an address: AMP, mobile and tracking variants of a page are one."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

_TRACKING = re.compile(
    r"(utm_.*|fbclid|gclid|yclid|ysclid|mc_[ce]id|igshid|_ga|ref|ref_src|referrer|from|share|amp|amp_.*|usqp|outputtype|spm|cmpid)",
    re.IGNORECASE,
)
# A search engine's copy of a page holds the page's own address; "s" stands for https.
_COPY = re.compile(
    r"https?://(?:(?:[\w-]+\.)*cdn\.ampproject\.org/[a-z]|(?:www\.)?google\.[a-z.]+/amp)/(?:s/)?(?=[^/\s]+\.[^/\s]+)",
    re.IGNORECASE,
)
_HOST = re.compile(r"^(?:www|m|mobile|amp|wap)\d?\.")


def canonical(address: str | None) -> str | None:
    """Return the canonical form of a web address.

    Parameters
    ----------
    address : str or None

    Returns
    -------
    str or None
        ``https``, without ``www``, ``m``, ``amp``, default port, tracking parameters, fragment and closing slash,
        and the page's own address for its copy in an AMP cache; ``None`` for what is no web address.

    Examples
    --------
    >>> canonical("http://www.example.org:80/news/amp/?utm_source=x#top")
    'https://example.org/news'
    """
    if not address:
        return None
    address = _COPY.sub("https://", address.strip(), count=1)
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError:
        return None
    host = (parts.hostname or "").rstrip(".")
    if parts.scheme.lower() not in ("http", "https") or "." not in host or re.search(r"[\s<>\"]", address):
        return None
    while match := _HOST.match(host):
        if host[match.end() :].count(".") < 1:
            break
        host = host[match.end() :]
    path = re.sub(r"/{2,}", "/", parts.path)
    while trimmed := re.search(r"(?:/amp|\.amp|/)$", path):
        path = path[: trimmed.start()]
    path = re.sub(r"^/amp(?=/)", "", path)
    kept = sorted(
        (name, value) for name, value in parse_qsl(parts.query, keep_blank_values=True) if not _TRACKING.fullmatch(name)
    )
    netloc = host if port in (None, 80, 443) else f"{host}:{port}"
    return urlunsplit(("https", netloc, path, urlencode(kept), ""))


def publisher_of(address: str | None) -> str | None:
    """Return the host of a canonical address, which stands for an unnamed publisher.

    Examples
    --------
    >>> publisher_of("https://example.org/news")
    'example.org'
    """
    return urlsplit(address).hostname if address else None
