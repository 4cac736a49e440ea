"""A page of HTML as PDF, by an installed browser."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from relations.errors import ExportError
from relations.export.office import find_office

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge", "microsoft-edge")
_PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe",
)
_SECONDS = 120
# What is printed is a file of our own that runs nothing, so the sandbox, which root and many containers lack, guards
# nothing here; the images are drawn without it too.
_FLAGS = ("--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-extensions",
          "--disable-background-networking", "--no-pdf-header-footer")  # fmt: skip


def find_browser() -> str | None:
    """Return where Chrome, Chromium or Edge is; ``BROWSER_PATH`` wins, which kaleido listens to as well."""
    names = [os.environ.get("BROWSER_PATH", ""), *_NAMES, *_PLACES]
    return next((found for name in names if name and (found := shutil.which(name))), None)


def can_print() -> bool:
    """Say whether anything is installed that makes a PDF."""
    return bool(find_browser() or find_office())


def printed(page: bytes) -> bytes:
    """Return a page as PDF.

    Parameters
    ----------
    page : bytes
        HTML that needs nothing beside itself.

    Raises
    ------
    ExportError
        If no browser is installed, or it fails.

    Examples
    --------
    >>> printed(b"<p>Hello")[:5]  # doctest: +SKIP
    b'%PDF-'
    """
    program = find_browser()
    if program is None:
        raise ExportError("no Chrome, Chromium or Edge is installed here")
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as place:
        source, made = Path(place, "page.html"), Path(place, "page.pdf")
        source.write_bytes(page)
        profile = f"--user-data-dir={Path(place, 'profile')}"
        command = [program, *_FLAGS, profile, f"--print-to-pdf={made}", source.as_uri()]
        try:
            run = subprocess.run(command, capture_output=True, timeout=_SECONDS, check=False)  # noqa: S603
            said = run.stderr.decode(errors="replace").strip().rpartition("\n")[2]
        except (subprocess.TimeoutExpired, OSError) as error:
            said = str(error)
        if not made.exists():
            raise ExportError(f"{program} printed no PDF: {said or 'it gave no reason'}")
        return made.read_bytes()
