"""The briefing, read back with python-docx and compared with the tables."""

from __future__ import annotations

import io
import re
import zipfile
from collections import Counter
from typing import Any

import pytest
from docx import Document
from lxml import etree

from relations.export.briefing import briefing
from relations.export.cited import web_address
from relations.views.archive import Archive
from relations.views.scene import Scene

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture(scope="module")
def files(shipped: Archive) -> dict[str, bytes]:
    return {language: briefing(Scene(shipped, language=language)) for language in ("en", "ur")}


def opened(content: bytes) -> Any:
    return Document(io.BytesIO(content))


def body(content: bytes) -> Any:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return etree.fromstring(archive.read("word/document.xml"))


def test_headings_are_styles_and_every_event_is_a_row_of_its_year(files: dict[str, bytes], shipped: Archive) -> None:
    made, events = opened(files["en"]), shipped.dossier.events
    headings = [p.text for p in made.paragraphs if p.style.name == "Heading 1"]
    assert headings[:4] == ["Headline figures", "Timeline", "Commitments", "Sectors"] and headings[-1] == "Sources"
    by_year = [p.text for p in made.paragraphs if p.style.name == "Heading 2"]
    assert len(by_year) == len(set(by_year)) and "1992" in by_year and by_year[-1] == "no date"
    timeline = [table for table in made.tables if table.rows[0].cells[0].text == "Date"]
    statuses = Counter(row.cells[2].text for table in timeline for row in list(table.rows)[1:])
    assert sum(statuses.values()) == len(events)
    assert statuses["Planned"] == int(events["status"].eq("planned").sum())


def test_commitments_and_sectors_are_tables(files: dict[str, bytes], shipped: Archive) -> None:
    made = {table.rows[0].cells[0].text: table for table in opened(files["en"]).tables}
    outcomes = Counter(row.cells[3].text for row in list(made["Commitment"].rows)[1:])
    assert outcomes == Counter(shipped.dossier.events["outcome"].dropna().str.capitalize())
    trade = next(row for row in made["Sector"].rows if row.cells[0].text == "Trade")
    joined = shipped.dossier.event_sectors.merge(shipped.dossier.events, on="event_id")
    planned = joined["sector"].eq("trade") & joined["status"].eq("planned")
    assert trade.cells[2].text == str(int(planned.sum()))


@pytest.mark.parametrize("language", ["en", "ur"])
def test_every_reference_leads_to_a_numbered_source(files: dict[str, bytes], shipped: Archive, language: str) -> None:
    root, articles = body(files[language]), shipped.dossier.articles
    marks = {one.get(f"{W}name") for one in root.iter(f"{W}bookmarkStart")}
    assert marks == {f"source_{n}" for n in range(1, len(articles) + 1)}
    codes = [field.text for field in root.iter(f"{W}instrText")]
    assert {re.search(r"source_\d+", code)[0] for code in codes} <= marks
    # Each event refers to its articles where the timeline tells it, and again where it is a commitment.
    told = shipped.dossier.evidence.drop_duplicates(["event_id", "article_id"])["event_id"]
    commitments = shipped.dossier.events.loc[shipped.dossier.events["outcome"].notna(), "event_id"]
    assert len(codes) >= len(told) + int(told.isin(commitments).sum())
    numbered = [p for p in root.iter(f"{W}p") if p.find(f"{W}pPr/{W}numPr") is not None]
    assert len(numbered) == len(articles)
    links = {rel.target_ref for rel in opened(files[language]).part.rels.values() if rel.is_external}
    assert links == {web_address(url) for url in articles["url"]}


def test_urdu_runs_from_right_to_left(files: dict[str, bytes]) -> None:
    root = body(files["ur"])
    assert root.find(f".//{W}sectPr/{W}bidi") is not None
    assert all(table.find(f"{W}tblPr/{W}bidiVisual") is not None for table in root.iter(f"{W}tbl"))
    for run in root.iter(f"{W}r"):
        words = "".join(text.text or "" for text in run.iter(f"{W}t"))
        if re.search("[\u0600-\u06ff]", words) and not re.search("[A-Za-zА-я]", words):
            properties = run.find(f"{W}rPr")
            assert properties.find(f"{W}rtl") is not None
            assert properties.find(f"{W}lang").get(f"{W}bidi") == "ur-PK"
            assert run.getparent().getparent() is not None
    foreign = [p for p in root.iter(f"{W}p") if {t.get(f"{W}val") for t in p.iter(f"{W}lang")} == {"ru-RU"}]
    assert foreign
    for paragraph in foreign:  # words of another language alone read as that language does
        assert paragraph.find(f"{W}pPr/{W}bidi") is None


def test_properties_stand_in_the_order_of_the_schema(files: dict[str, bytes]) -> None:
    order = "rStyle rFonts b bCs color sz szCs u rtl lang".split()
    for content in files.values():
        for properties in body(content).iter(f"{W}rPr"):
            names = [child.tag.removeprefix(W) for child in properties]
            assert names == sorted(names, key=order.index) and len(names) == len(set(names))


def test_hostile_words_do_nothing(archive: Archive) -> None:
    content = briefing(Scene(archive))
    text = "".join(body(content).itertext())
    assert "<script>" in text and "\u202e" not in text
    assert not [rel for rel in opened(content).part.rels.values() if "javascript" in str(rel.target_ref)]


def test_without_a_list_of_sources_nothing_refers_to_it(shipped: Archive) -> None:
    root = body(briefing(Scene(shipped), ["timeline"]))
    assert not list(root.iter(f"{W}instrText")) and not list(root.iter(f"{W}bookmarkStart"))
