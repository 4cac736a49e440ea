"""Pages and feeds fetched from their addresses, to be kept as files: nothing is fetched unless somebody asks."""

from __future__ import annotations

import hashlib
import html
import re
import time
from collections.abc import Iterator, Sequence
from email.message import Message
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

from relations.errors import SourceError
from relations.sources.raw import Problem

_LARGEST = 20 * 2**20
_PATIENCE = 30.0  # seconds
_PAUSE = 1.0  # seconds between two pages of one site
_AGENT = "relations (collects articles that an analyst named)"
_ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)
_HEAD = re.compile(rb"<head(?:\s[^>]*)?>", re.IGNORECASE)
_CANONICAL = re.compile(rb"<link[^>]+canonical|og:url", re.IGNORECASE)
_SUFFIXES = {
    **dict.fromkeys(("application/rss+xml", "application/atom+xml", "application/xml", "text/xml"), ".xml"),
    "text/plain": ".txt",
    "text/markdown": ".md",
}


def is_address(text: str) -> bool:
    """Tell whether text is the address of a page.

    Examples
    --------
    >>> is_address("https://example.org/news"), is_address("news.txt")
    (True, False)
    """
    return _ADDRESS.fullmatch(text.strip()) is not None


def listed(file: Path) -> list[str]:
    """Return the addresses of a list: a text file with an address a line, ``#`` before remarks; none if it is no list.

    Examples
    --------
    >>> listed(Path("nowhere.txt"))
    []
    """
    if file.suffix.casefold() not in (".txt", ".urls", "") or not file.is_file() or file.stat().st_size > _LARGEST:
        return []
    lines = [line.strip() for line in file.read_text(encoding="utf-8", errors="replace").splitlines()]
    lines = [line for line in lines if line and not line.startswith("#")]
    return lines if all(map(is_address, lines)) else []


def fetch(addresses: Sequence[str], folder: Path) -> Iterator[Path | Problem]:
    """Fetch pages or feeds into a folder, one file an address, at most one a second from one site.

    Parameters
    ----------
    addresses : sequence of str
    folder : Path
        Where to put the files.

    Yields
    ------
    Path or Problem
        The file, or why there is none.
    """
    last: dict[str, float] = {}
    for address in addresses:
        site = urlsplit(address).netloc
        time.sleep(max(0.0, last.get(site, -_PAUSE) + _PAUSE - time.monotonic()) if site in last else 0.0)
        try:
            content, kind = _read(address)
        except SourceError as error:
            yield Problem(address, "", error.reason, error.advice)
        else:
            suffix = _SUFFIXES.get(kind, ".html")
            file = folder / (_name(address) + suffix)
            file.write_bytes(_with_address(content, address) if suffix == ".html" else content)
            yield file
        last[site] = time.monotonic()


def _read(address: str) -> tuple[bytes, str]:
    if urlsplit(address).scheme.casefold() not in ("http", "https"):
        raise SourceError("no address of the web", "Give one that begins with http:// or https://")
    try:
        request = Request(address, headers={"User-Agent": _AGENT})  # noqa: S310 - the scheme was looked at
        with urlopen(request, timeout=_PATIENCE) as answer:  # noqa: S310
            content: bytes = answer.read(_LARGEST + 1)
            headers: Message = answer.headers
    except (URLError, OSError, ValueError) as error:
        reason = str(error if isinstance(error, HTTPError) else getattr(error, "reason", error))
        raise SourceError(f"could not be fetched: {reason}", "Save the page in a browser, and add the file") from None
    if len(content) > _LARGEST:
        raise SourceError("larger than 20 MB", "Save the article's text, and add that file")
    return content, headers.get_content_type()


def _name(address: str) -> str:
    """Return a file name that tells the address apart from others."""
    parts = urlsplit(address)
    words = re.sub(r"[^\w.-]+", "-", f"{parts.hostname or ''}{parts.path}").strip("-.")[:80]
    return f"{words}-{hashlib.sha256(address.encode()).hexdigest()[:8]}"


def _with_address(content: bytes, address: str) -> bytes:
    """Return a page that says where it is from; most do by themselves."""
    if _CANONICAL.search(content):
        return content
    link = f'<link rel="canonical" href="{html.escape(address)}">'.encode()
    head = _HEAD.search(content)
    return content[: head.end()] + link + content[head.end() :] if head else link + content
