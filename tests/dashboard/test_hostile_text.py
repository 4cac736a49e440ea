"""Sixty hostile strings in every text of the tables: no script runs, nothing is asked elsewhere, the layout holds."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from serving import served
from synthetic import tables
from visitor import Reader

from relations import tables as contract
from relations.tables import package

pytestmark = pytest.mark.browser

RUN = "window.hacked=1"
ELEMENTS = [
    "<script>{}</script>", "<ScRiPt >{}</sCrIpT>", "<scr<script>ipt>{}</script>", "</script><script>{}</script>",
    "</template><script>{}</script>", "</title><script>{}</script>", "</textarea><script>{}</script>",
    "--><script>{}</script>", "]]><script>{}</script>", "<!--<script>{}//-->", "<img src=x onerror={}>",
    "<img src=x onerror='{}'", "<img/src=x/onerror={}>", "<IMG SRC=javascript:{}>", "<svg onload={}>",
    "<svg><script>{}</script></svg>", "<svg><animate onbegin={} attributeName=x dur=1s>",
    "<svg><foreignObject><script>{}</script>", "<math><mtext><script>{}</script>", "<body onload={}>",
    "<details open ontoggle={}>x", "<input autofocus onfocus={}>", "<select autofocus onfocus={}>",
    "<video><source onerror={}>", "<audio src=x onerror={}>", "<marquee onstart={}>",
    "<iframe srcdoc='<script>{}</script>'>",
    "<iframe src=javascript:parent.{}>", "<object data=javascript:{}>", "<embed src=javascript:{}>",
    "<a href=javascript:{}>x</a>", "<form action=javascript:{}><button>x", "<base href=//evil.example/>",
    "<meta http-equiv=refresh content='0;url=//evil.example'>", "<link rel=stylesheet href=//evil.example/x.css>",
    "<img src=//evil.example/x.png>", "<style>@import '//evil.example/x.css';</style>",
    "<style>*{{display:none!important}}</style>", "<div style='position:fixed;inset:0;background:url(//evil.example)'>",
]  # fmt: skip
TEXTS = [
    "javascript:{}", "JaVaScRiPt:{}", "java\nscript:{}", "data:text/html,<script>{}</script>", "vbscript:{}",
    "https://evil.example/\" onmouseover=\"{}", "\" autofocus onfocus=\"{}", "' onmouseover='{}", "` onmouseover=`{}",
    "x\" style=\"width:99999px", "{{{{constructor.constructor('{}')()}}}}", "${{{}}}", "{{% {} %}}",
    "%3Cscript%3E{}%3C/script%3E",
    "&lt;script&gt;{}&lt;/script&gt;", "&#60;script&#62;{}&#60;/script&#62;",
    "\\u003cscript\\u003e{}\\u003c/script\\u003e",
    "=HYPERLINK(\"javascript:{}\")", "@SUM(1)|cmd", "\u202e\u2066{}\u2069\u202c", "a\x00b\x1b[31m{}\x7f\ufeff",
]  # fmt: skip
HOSTILE = [text.format(RUN) for text in ELEMENTS + TEXTS]
LONG = ["W" * 100_000, "слово " * 17_000, "\u0301" * 5_000 + "a" * 95_000, "ﷺ" * 100_000]
# Codes, dates and keys are made by the coder, not taken from articles.
OURS = frozenset({"type", "lane", "status", "precision", "language", "summary_language", "published_from", "sha256",
                  "plover", "cameo", "countries", "country", "languages", "review", "sector", "code"})  # fmt: skip


def texts(name: str, frame: Any) -> list[str]:
    """The columns of a table that hold what a stranger wrote."""
    return [
        column for column in frame
        if str(frame[column].dtype) == "str" and column not in OURS and not column.endswith("_id")
        and column not in ("date", "published", "announced", "fulfilled_by")
        and name in ("articles", "events", "evidence", "people")
    ]  # fmt: skip


def write(folder: Path, strings: list[str]) -> Path:
    made = tables(events=80, articles=70) if strings is HOSTILE else tables(events=20, articles=12)
    for name, frame in made.items():
        for n, column in enumerate(texts(name, frame)):
            # Each column begins at another string, so that they meet in every combination of neighbours.
            frame[column] = list(islice(cycle(strings), n, n + len(frame)))
    folder.mkdir(parents=True)
    (folder / "dossier.toml").write_text('countries = ["KAZ", "PAK"]\n', encoding="utf-8")
    package.write(made, folder / "tables", {"name": "hostile", "title": "hostile"})
    return folder


@pytest.fixture(scope="module", params=["short", "long"])
def address(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    place = tmp_path_factory.mktemp("hostile")
    dossier = write(place / "made-up", HOSTILE if request.param == "short" else [*LONG, *HOSTILE[:6]])
    with served(dossier, place / "log") as found:
        yield found


def test_there_are_sixty_and_they_reach_every_table() -> None:
    assert len(HOSTILE) == len(set(HOSTILE)) == 60
    reached = {name: texts(name, frame) for name, frame in tables().items()}
    assert {"title", "publisher", "url", "text"} <= set(reached["articles"])
    assert {"summary", "place"} <= set(reached["events"]) and {"quote", "date_text", "rule"} <= set(reached["evidence"])
    assert {"name", "role"} <= set(reached["people"]) and contract.contracts()


@pytest.mark.parametrize("size", ["wide", "narrow"])
def test_hostile_text_is_text(browser: Any, address: str, size: str) -> None:
    reader = Reader(browser, address, size)
    page = reader.page
    dialogs: list[str] = []
    page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
    page.set_default_timeout(90_000)
    reader.visit("?event=e1")
    page.wait_for_selector("[data-event]")
    page.click("#detail-close")
    page.wait_for_selector("[data-event]", state="detached")
    for chart in ("timeline", "sectors", "heat", "coverage"):
        page.click(f"[data-card={chart}] [data-ui=table]")
    if size == "wide":
        page.click("#language-ur")
        page.wait_for_selector("html[lang=ur]")
    page.wait_for_timeout(500)
    assert dialogs == [] and page.evaluate("window.hacked") is None
    assert reader.hosts <= {urlsplit(address).netloc, ""}
    assert [told for told in reader.errors if "Content Security Policy" in told] == []
    assert reader.errors == []
    assert page.evaluate("document.documentElement.scrollWidth - window.innerWidth") <= 0
    assert page.evaluate("document.documentElement.scrollHeight") < 60_000, "a text is shown at any length"
    links = page.eval_on_selector_all("a[href]", "all => all.map(one => one.protocol)")
    assert set(links) <= {"http:", "https:"}
    handlers = "all => all.flatMap(one => one.getAttributeNames().filter(name => name.startsWith('on')))"
    assert page.eval_on_selector_all(".relations *", handlers) == []
    assert page.locator(".relations :is(iframe, object, embed, base, meta, link, marquee, video, audio)").count() == 0
    longest = "all => Math.max(...all.filter(one => !one.children.length).map(one => one.textContent.length))"
    assert page.eval_on_selector_all(".relations :not(script, style, option)", longest) <= 4001
    reader.context.close()
