"""The server: one port or a clear message, a token that counts, static files that the browser keeps."""

from __future__ import annotations

import gzip
import re
import socket
import sys
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
from serving import QUIETLY, free_port, served, visited
from synthetic import write

from relations.charts.library import PAGE_LIBRARY
from relations.dashboard.page_handler import SCRIPTS
from relations.dashboard.server import serve
from relations.dossier import settings
from relations.errors import DossierError, ServeError

ROOT = Path(__file__).parents[2]


def get(url: str, **headers: str) -> tuple[int, dict[str, str], bytes]:
    request = urllib.request.Request(url, headers=headers)  # noqa: S310
    try:
        with urllib.request.urlopen(request, timeout=60) as answer:  # noqa: S310
            return answer.status, {k.lower(): v for k, v in answer.headers.items()}, answer.read()
    except urllib.error.HTTPError as error:
        return error.code, {k.lower(): v for k, v in error.headers.items()}, error.read()


@pytest.fixture(scope="module")
def dossier(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(tmp_path_factory.mktemp("served") / "made-up")


@pytest.fixture(scope="module")
def guarded(dossier: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with served(dossier, tmp_path_factory.mktemp("log") / "log", token="a-secret") as address:  # noqa: S106
        yield address


def test_without_the_token_there_is_no_page(guarded: str) -> None:
    status, _, body = get(guarded)
    assert b"kernelId" not in body and b"timeline" not in body
    assert status in (200, 401, 403)
    assert b"kernelId" not in get(guarded + "?token=wrong")[2]
    kernel = "api/kernels/00000000-0000-0000-0000-000000000000"
    assert get(guarded + kernel)[0] == 403


def test_with_the_token_the_page_is_there_before_any_script(guarded: str) -> None:
    status, headers, body = get(guarded + "?token=a-secret")
    assert status == 200
    page = body.decode()
    assert "script-src 'self' blob:" in headers["content-security-policy"]
    assert "unsafe-eval" not in headers["content-security-policy"]
    assert 'id="relations-first"' in page and 'data-for-figure="timeline"' in page
    assert "no-store" in headers["cache-control"]
    hosts = set(re.findall(r"""(?:src|href)=["']?((?:https?:)?//[^"' >]+)""", page))
    assert all(host.startswith("https://example.org/") for host in hosts)  # the links of the articles


@pytest.mark.parametrize(
    ("accepted", "query", "language"), [("kk-KZ,en;q=0.5", "", "kk"), ("kk", "&lang=ur", "ur"), ("fr", "", "en")]
)
def test_only_the_readers_language_is_sent(guarded: str, accepted: str, query: str, language: str) -> None:
    page = get(guarded + "?token=a-secret" + query, **{"Accept-Language": accepted})[2].decode()
    assert re.findall(r'<template data-language="(\w+)"', page) == [language]
    fonts = re.findall(r'rel="preload" as="font"[^>]+/noto-([\w-]+)\.woff2', page)
    assert fonts == ["latin", *(name.removeprefix("noto-") for name in SCRIPTS.get(language, ()))]


def signed_in(address: str, code: str, **headers: str) -> tuple[int, str, str]:
    """Fill in the door's form as a browser does; returns the status, the address arrived at, and the page."""
    browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor())
    browser.addheaders = list(headers.items())
    with browser.open(address, timeout=60) as answer:
        page = answer.read().decode()
        form = urllib.parse.urljoin(answer.url, unescape(re.search(r'<form [^>]*action="([^"]+)"', page)[1]))  # type: ignore[index]
    filled = {"_xsrf": re.search(r'name="_xsrf" value="([^"]+)"', page)[1], "password": code}  # type: ignore[index]
    try:
        with browser.open(form, urllib.parse.urlencode(filled).encode(), timeout=60) as answer:
            return answer.status, answer.url, answer.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.url or "", error.read().decode()


@pytest.mark.parametrize("language", ["en", "kk", "ru", "ur"])
def test_the_door_lets_in_who_has_the_access_code(guarded: str, language: str) -> None:
    accepted = {"Accept-Language": language}
    status, headers, door = get(guarded + "?event=e1", **accepted)
    assert status == 200 and "script-src 'self'" in headers["content-security-policy"]
    assert f'<html lang="{language}"' in door.decode() and b"<script" not in door
    status, _, page = signed_in(guarded + "?event=e1", "wrong", **accepted)
    assert status == 401 and 'role="alert"' in page and "relations-first" in page and "kernelId" not in page
    status, at, page = signed_in(guarded + "?event=e1", "a-secret", **accepted)
    assert status == 200 and "kernelId" in page
    assert at == guarded + f"?event=e1&lang={language}"


def test_the_door_says_that_the_code_of_a_link_is_wrong_and_never_answers_with_a_page_of_jupyter(guarded: str) -> None:
    assert b'role="alert"' in get(guarded + "?token=wrong")[2]
    request = urllib.request.Request(guarded + "login", b"password=a-secret&new_password=mine")  # noqa: S310
    with pytest.raises(urllib.error.HTTPError) as refused:  # no cookie, so the form is not proved ours
        urllib.request.urlopen(request, timeout=60)  # noqa: S310
    said = refused.value.read().decode()
    assert refused.value.code == 403 and 'role="alert"' in said and "Traceback" not in said
    status, at, page = signed_in(guarded + "login?next=https://example.org/", "a-secret")
    assert status == 200 and at.startswith(guarded) and "kernelId" in page
    assert "Access code" in get(guarded + "logout")[2].decode()


def test_static_files_are_compressed_and_kept(guarded: str) -> None:
    page = get(guarded + "?token=a-secret")[2].decode()
    address = re.search(r'src="/(relations/library/[0-9a-f]+/plotly\.min\.js)"', page)
    assert address
    status, headers, body = get(guarded + address[1], **{"Accept-Encoding": "gzip"})
    assert status == 200
    assert "immutable" in headers["cache-control"]
    assert headers["content-encoding"] == "gzip"
    assert len(body) < len(gzip.decompress(body)) / 2
    assert gzip.decompress(body) == PAGE_LIBRARY.read_bytes()
    plain = get(guarded + address[1])
    assert "content-encoding" not in plain[1] and plain[2] == PAGE_LIBRARY.read_bytes()


@pytest.mark.parametrize(
    "path", ["../page.py", "..%2f..%2f..%2f..%2f..%2fpage.py", "%2e%2e/%2e%2e/conf.json", "none.js"]
)
def test_no_other_file_is_served(guarded: str, path: str) -> None:
    page = get(guarded + "?token=a-secret")[2].decode()
    place = re.search(r'href="/(relations/page/[0-9a-f]+/)page', page)
    assert place
    status, _, body = get(guarded + place[1] + path)
    assert status in (403, 404) and b"import" not in body


def test_a_taken_port_is_said_with_what_to_do(dossier: Path) -> None:
    with socket.socket() as holder:
        holder.bind(("127.0.0.1", 0))
        holder.listen()
        port = holder.getsockname()[1]
        with pytest.raises(ServeError, match=f"port {port} is taken.*--port {port + 1}"):
            serve(dossier, port, browser=False, preheated=0)


def test_no_dossier_and_no_folder_are_said(tmp_path: Path) -> None:
    with pytest.raises(ServeError, match="no dossier was given"):
        serve([], free_port(), browser=False)
    with pytest.raises(DossierError, match="is no dossier"):
        serve(tmp_path, free_port(), browser=False)


def test_serve_builds_what_has_changed_and_keeps_the_old_tables_where_that_fails(tmp_path: Path) -> None:
    folder = tmp_path / "pair"
    settings.write(folder, ["ITA", "KAZ"])
    note = folder / "articles" / "note.txt"
    note.write_text("3 February 2026\n\nThe embassy of Kazakhstan was opened in Rome in 1996.\n")
    command = [sys.executable, "-m", "relations.cli", "serve", str(folder), *QUIETLY]
    page, told = visited(command, tmp_path)
    assert "building" in told and "1 articles (1 coded now)" in told
    assert b"Rome in 1996" in page
    note.write_text(note.read_text().replace("1996", "1997"))
    page, told = visited(command, tmp_path)
    assert "building" in told
    assert b"Rome in 1997" in page and b"Rome in 1996" not in page
    note.unlink()
    note.parent.rmdir()
    page, told = visited(command, tmp_path)
    assert "the build failed" in told and "articles is not there" in told
    assert b"Rome in 1997" in page
