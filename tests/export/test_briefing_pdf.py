"""The briefing as PDF takes a browser or LibreOffice, whichever there is."""

from __future__ import annotations

import shutil
import subprocess
import unicodedata
from pathlib import Path

import pytest

from relations.errors import ExportError
from relations.export import briefing_pdf as module
from relations.export.briefing import briefing_page
from relations.export.briefing_pdf import briefing_pdf
from relations.export.printing import find_browser
from relations.views.archive import Archive
from relations.views.scene import Scene


def test_with_neither_it_is_refused_with_both_named_and_a_way_out(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("shutil.which", lambda name: None)
    with pytest.raises(
        ExportError, match=r"apt install chromium, or apt install libreoffice-writer.*docx and html need"
    ):
        briefing_pdf(Scene(archive))


def test_without_a_browser_libreoffice_makes_it(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    def none(page: bytes) -> bytes:
        raise ExportError("no browser")

    monkeypatch.setattr(module, "printed", none)
    monkeypatch.setattr(module, "as_pdf", lambda content, ending: content[:2] + ending.encode())
    assert briefing_pdf(Scene(archive)) == b"PKdocx"


def test_the_page_holds_its_fonts_and_nothing_that_runs(archive: Archive) -> None:
    page = briefing_page(Scene(archive, language="ur")).decode()
    assert '<html lang="ur" dir="rtl">' in page and "default-src 'none'" in page
    assert "<script" not in page and "javascript:" not in page and "onerror" not in page.replace("onerror=&quot;", "")
    assert page.count("url(") == page.count("url(data:") > 0
    for event in archive.dossier.evidence.drop_duplicates("article_id")["article_id"]:
        assert event
    for number in range(1, len(archive.dossier.articles) + 1):
        assert page.count(f'id="source-{number}"') == 1


@pytest.mark.browser
@pytest.mark.skipif(not shutil.which("pdftotext"), reason="needs poppler-utils")
def test_a_browser_prints_pages_with_a_foot(shipped: Archive, tmp_path: Path, browser: object) -> None:
    assert find_browser()
    (tmp_path / "made.pdf").write_bytes(briefing_pdf(Scene(shipped, language="kk"), ["figures", "commitments"]))
    run = subprocess.run(["pdftotext", "-layout", str(tmp_path / "made.pdf"), "-"], capture_output=True, check=True)
    pages = unicodedata.normalize("NFKC", run.stdout.decode()).split("\f")[:-1]
    assert len(pages) > 1
    for number, page in enumerate(pages, start=1):
        foot = page.strip().splitlines()[-1]
        assert "Қазақстан – Пәкістан" in foot and foot.split()[-1] == str(number)
    assert "Мерзімі өтті" in "".join(pages)
