"""Slides and briefing as LibreOffice shows them."""

from __future__ import annotations

import shutil
import subprocess
import unicodedata
from pathlib import Path

import pytest
from pptx_parts import deck

from relations.export.briefing import briefing
from relations.export.office import as_pdf
from relations.export.slides import slides
from relations.views.archive import Archive
from relations.views.scene import Scene

pytestmark = pytest.mark.skipif(
    not (shutil.which("soffice") and shutil.which("pdftotext")), reason="needs LibreOffice and poppler-utils"
)


def pages(pdf: bytes, folder: Path) -> list[str]:
    file = folder / "made.pdf"
    file.write_bytes(pdf)
    run = subprocess.run(["pdftotext", "-layout", str(file), "-"], capture_output=True, check=True)
    return unicodedata.normalize("NFKC", run.stdout.decode()).split("\f")[:-1]


def test_every_slide_is_one_page_with_its_words(shipped: Archive, tmp_path: Path) -> None:
    content = slides(Scene(shipped, language="kk"))
    made = deck(content)
    shown = pages(as_pdf(content, "pptx"), tmp_path)
    assert len(shown) == len(made.slides)
    for slide, page in zip(made.slides, shown, strict=True):
        assert unicodedata.normalize("NFKC", slide.shapes.title.text_frame.text) in page
        assert "Қазақстан – Пәкістан" in page
    assert "Мерзімі өтті" in "".join(shown)


def test_tables_end_above_the_footer(shipped: Archive, tmp_path: Path) -> None:
    """Rows grow with their words; the last one of a slide is still above the footer where they are drawn."""
    content = slides(Scene(shipped, language="ur"), ["commitments", "sources"])
    (tmp_path / "made.pdf").write_bytes(as_pdf(content, "pptx"))
    run = subprocess.run(
        ["pdftotext", "-bbox", str(tmp_path / "made.pdf"), "-"], capture_output=True, check=True, text=True
    )
    low = 0.0
    for line in run.stdout.splitlines():
        if "<page" in line:
            high = float(line.partition('height="')[2].partition('"')[0])
        elif "<word" in line:
            bottom = float(line.partition('yMax="')[2].partition('"')[0]) / high
            top = float(line.partition('yMin="')[2].partition('"')[0]) / high
            if top < 0.94:  # the footer itself begins at 0.95
                low = max(low, bottom)
    assert 0.5 < low < 0.945


def test_the_briefing_is_pages_with_references_that_work(shipped: Archive, tmp_path: Path) -> None:
    shown = "".join(pages(as_pdf(briefing(Scene(shipped, language="ru")), "docx"), tmp_path))
    assert "Обязательство" in shown and f"[{len(shipped.dossier.articles)}]" in shown
    assert "Error" not in shown and "Ошибка" not in shown
