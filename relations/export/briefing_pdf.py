"""The briefing as PDF: printed by a browser, which has the package's own fonts, or else made by LibreOffice."""

from __future__ import annotations

from collections.abc import Collection

from relations.errors import ExportError
from relations.export.briefing import briefing, briefing_page
from relations.export.chosen import SECTIONS
from relations.export.office import as_pdf
from relations.export.printing import printed
from relations.views.scene import Scene


def briefing_pdf(scene: Scene, sections: Collection[str] = SECTIONS) -> bytes:
    """Return the briefing as PDF.

    Raises
    ------
    ExportError
        If a section is unknown, or neither a browser nor LibreOffice can be used; says what to install and what needs
        neither.
    """
    page = briefing_page(scene, sections)
    try:
        return printed(page)
    except ExportError as first:
        try:
            return as_pdf(briefing(scene, sections), "docx")
        except ExportError as second:
            raise ExportError(
                f"a PDF of the briefing takes a browser or LibreOffice, and neither could be used: {first}; {second}. "
                "Install one of them (on Debian and Ubuntu: apt install chromium, or apt install libreoffice-writer). "
                "docx and html need neither: save the one as PDF from an office program, print the other from any "
                "browser"
            ) from None
