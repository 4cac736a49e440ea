"""One article with its metadata normalised, and what makes two copies the same article."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace

from relations import languages
from relations.articles.address import canonical, publisher_of
from relations.articles.header import header
from relations.articles.language import detect_language
from relations.sources import Raw, read_day

_SPACE = re.compile(r"\s+")
_ENOUGH = 80  # characters of a body that is no stock phrase


@dataclass(frozen=True, slots=True)
class Article:
    """One article; ``text`` is what is coded, and all offsets point into it."""

    article_id: str
    title: str | None
    published: str | None  # EDTF
    time: str | None  # HH:MM as printed
    published_from: str | None
    language: str  # BCP 47
    publisher: str | None
    author: str | None
    url: str | None
    urls: tuple[str, ...]
    file: str
    sha256: str
    text: str
    body_start: int


def normalise(raw: Raw) -> Article:
    """Normalise the metadata of an article.

    What the source states about itself counts before what its text shows. Nothing is filled in.

    Parameters
    ----------
    raw : Raw

    Returns
    -------
    Article

    Examples
    --------
    >>> article = normalise(Raw("a.md", "0", "Talks were held.", published="1992-02", url="http://www.example.org/a/"))
    >>> article.published, article.url, article.publisher, article.language
    ('1992-02', 'https://example.org/a', 'example.org', 'en')
    """
    text = unicodedata.normalize("NFC", raw.text)
    head = header(text) if text else None
    published, time, known_from = _published(raw)
    if published is None and head:
        published, time, known_from = head.published, head.time, head.how
    elif time is None and head and head.published == published:
        time = head.time  # the source states the day, the text prints its hour
    title = raw.title or (head.title if head else None)
    body_start = head.body_start if head else 0
    address = canonical(raw.url)
    return Article(
        article_id=_identity(text[body_start:], text, address, title, published, raw),
        title=" ".join(title.split()) if title else None,
        published=published,
        time=time,
        published_from=known_from,
        language=_language(raw, text, title),
        publisher=raw.publisher or publisher_of(address),
        author=raw.author,
        url=address,
        urls=(address,) if address else (),
        file=raw.file,
        sha256=raw.sha256,
        text=text,
        body_start=body_start,
    )


def _published(raw: Raw) -> tuple[str | None, str | None, str | None]:
    found = read_day(raw.published) if raw.published else None
    return (*found, raw.published_from) if found else (None, None, None)


def _language(raw: Raw, text: str, title: str | None) -> str:
    seen = detect_language(text or title or "")
    if not raw.language:
        return seen
    stated = raw.language.strip().replace("_", "-").split("-")[0].casefold()
    if seen.split("-")[0] == stated:
        return seen  # the letters say which script it is written in
    # A page of one language may carry another's tag; the text itself is surer where there is enough of it.
    if seen != "und" and (len(text) > 200 or not stated.isalpha() or len(stated) > 3):
        return seen
    return languages.match(raw.language) or stated


def _plain(text: str) -> str:
    return _SPACE.sub(" ", text).strip().casefold()


def _identity(body: str, text: str, address: str | None, title: str | None, published: str | None, raw: Raw) -> str:
    """The words below title and date line make the article: a copy may be without those.

    A body of a few words tells no articles apart; an article without words is known by its address, or by title and
    day.
    """
    words = _plain(body) if len(body) >= _ENOUGH else _plain(text)
    known = words or address or f"{_plain(title or '')}\x1f{published or ''}\x1f{raw.publisher or ''}"
    return "a" + hashlib.sha256(known.encode()).hexdigest()[:12]


def unite(articles: Iterable[Article]) -> list[Article]:
    """Make copies of the same text one article with all its addresses.

    Parameters
    ----------
    articles : iterable of Article

    Returns
    -------
    list of Article
        By day of publication; of two copies the one with more metadata stays, and gains what only the other has.
        A row without text that has the same address as a text joins it.

    Examples
    --------
    >>> one = normalise(Raw("a.txt", "0", "Talks were held in Rome.", url="https://example.org/a"))
    >>> two = normalise(Raw("b.txt", "1", "Talks were  held in Rome.", url="https://example.com/b"))
    >>> [article.urls for article in unite([one, two])]
    [('https://example.org/a', 'https://example.com/b')]
    """
    kept: dict[str, Article] = {}
    by_address: dict[str, str] = {}
    for article in sorted(articles, key=lambda one: (not one.text, one.file, one.article_id)):
        same = article.article_id if article.article_id in kept else None
        if same is None and not article.text and article.url:
            same = by_address.get(article.url)
        key = same or article.article_id
        kept[key] = _joined(kept[key], article) if same else article
        for address in article.urls:
            by_address.setdefault(address, key)
    return sorted(kept.values(), key=lambda one: (one.published or "9999", one.article_id))


def _joined(one: Article, other: Article) -> Article:
    gained = {
        name: getattr(other, name)
        for name in ("title", "publisher", "author", "url")
        if getattr(one, name) is None and getattr(other, name) is not None
    }
    if one.published is None and other.published is not None:
        gained |= {"published": other.published, "time": other.time, "published_from": other.published_from}
    return replace(one, urls=tuple(dict.fromkeys((*one.urls, *other.urls))), **gained)
