"""Articles come into a dossier from files, folders, feeds and addresses, after a look at what is read."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from relations.dossier import settings
from relations.dossier.adding import add
from relations.errors import DossierError
from relations.sources import addresses

PAGE = """<html lang="en"><head><title>Talks in Rome</title>
<meta property="article:published_time" content="2026-02-03"></head><body><article><h1>Talks in Rome</h1>
<p>The foreign ministers of Italy and Kazakhstan met in Rome on 2 February 2026 to speak of trade and of energy.</p>
<p>They agreed to open direct flights between the two capitals before the end of the year, their ministries said.</p>
</article></body></html>"""
FEED = """<?xml version="1.0"?><rss version="2.0"><channel><title>Post</title><item><title>An embassy</title>
<link>https://example.org/embassy</link><pubDate>Tue, 03 Feb 2026 10:00:00 GMT</pubDate>
<description>Kazakhstan opened its embassy in Rome in 1998, the ministry recalled on Tuesday in a note.</description>
</item></channel></rss>"""


@pytest.fixture
def site(tmp_path: Path) -> Iterator[str]:
    root = tmp_path / "site"
    root.mkdir()
    (root / "talks.html").write_text(PAGE, encoding="utf-8")
    (root / "feed.xml").write_text(FEED, encoding="utf-8")
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(root)))
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *arguments: object) -> None:
        pass


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    folder = tmp_path / "pair"
    settings.write(folder, ["KAZ", "ITA"])
    return folder


def test_a_list_of_addresses_brings_pages_and_feeds_and_names_what_is_not_there(
    dossier: Path, site: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(addresses, "_PAUSE", 0.01)
    listing = tmp_path / "list.txt"
    listing.write_text(f"# two good ones\n{site}/talks.html\n\n{site}/feed.xml\n{site}/gone.html\n", encoding="utf-8")
    answer = add(dossier, [listing])
    assert [(one.title, one.published) for one in answer.articles] == [
        ("Talks in Rome", "2026-02-03"),
        ("An embassy", "2026-02-03"),
    ]
    found = [(one.url or "").partition("://")[2] for one in answer.articles]
    assert found == [f"{site}/talks.html".partition("://")[2], "example.org/embassy"]
    assert [(one.file, "404" in one.reason) for one in answer.problems] == [(f"{site}/gone.html", True)]
    assert len(list((dossier / "articles").iterdir())) == 2


def test_a_preview_shows_what_would_be_coded_and_copies_nothing(dossier: Path, site: str) -> None:
    answer = add(dossier, [f"{site}/talks.html"], copy=False)
    (events,) = answer.events.values()
    assert ("2026-02-02", "meeting") in [(event["date"], event["type"]) for event in events]
    assert not list((dossier / "articles").iterdir())


def test_other_schemes_are_not_fetched_and_other_texts_are_no_lists(dossier: Path, tmp_path: Path) -> None:
    note = tmp_path / "note.txt"
    note.write_text("See https://example.org\nfor more.", encoding="utf-8")
    assert addresses.listed(note) == []
    assert [type(one).__name__ for one in addresses.fetch(["file:///etc/passwd"], tmp_path)] == ["Problem"]
    with pytest.raises(DossierError, match="begins with http:// or https://"):
        add(dossier, ["file:///etc/passwd"])
