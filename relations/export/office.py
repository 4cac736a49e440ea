"""Office documents as PDF, by an installed LibreOffice."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

from relations.errors import ExportError

_PROGRAMS = ("soffice", "libreoffice", "/Applications/LibreOffice.app/Contents/MacOS/soffice")
_SECONDS = 180


def find_office() -> str | None:
    """Return where LibreOffice is."""
    return next((found for one in _PROGRAMS if (found := shutil.which(one))), None)


def as_pdf(content: bytes, ending: str) -> bytes:
    """Return a document as PDF.

    Parameters
    ----------
    content : bytes
        The document.
    ending : str
        Its format: ``docx``, ``pptx``.

    Raises
    ------
    ExportError
        If LibreOffice is missing or fails.

    Examples
    --------
    >>> as_pdf(Path("briefing.docx").read_bytes(), "docx")[:5]  # doctest: +SKIP
    b'%PDF-'
    """
    program = find_office()
    if program is None:
        raise ExportError("LibreOffice is not installed here")
    with tempfile.TemporaryDirectory() as place:
        source = Path(place, f"document.{ending}")
        source.write_bytes(content)
        # A profile of its own: LibreOffice runs once a profile, and the reader may have it open.
        profile = f"-env:UserInstallation={Path(place, 'profile').as_uri()}"
        command = [program, profile, "--headless", "--convert-to", "pdf", "--outdir", place, str(source)]
        try:
            run = subprocess.run(command, capture_output=True, timeout=_SECONDS, check=False)  # noqa: S603
            said = run.stderr.decode(errors="replace").strip()
        except subprocess.TimeoutExpired:
            said = f"it did not end within {_SECONDS} seconds"
        made = source.with_suffix(".pdf")
        if not made.exists():
            raise ExportError(f"LibreOffice ({program}) made no PDF: {said or 'it gave no reason'}")
        return made.read_bytes()
