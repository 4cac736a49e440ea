"""Find a browser for the tests; with ``--install`` as root on Debian, install Chromium where there is none."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path


def find_browser() -> str | None:
    """Return an installed Chrome, Chromium or Edge, as exports find it, else Playwright's own, else ``None``."""
    from relations.export import printing

    if found := printing.find_browser():
        return found
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        own = playwright.chromium.executable_path
    return own if own and Path(own).exists() else None


def install() -> None:
    """Install Debian's Chromium, where this is Debian and we are root."""
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    if root and shutil.which("apt-get"):
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        subprocess.run(["apt-get", "update", "-qq"], check=True)
        subprocess.run(["apt-get", "install", "-y", "-qq", "chromium", "fonts-noto-core"], check=True, env=environment)


if __name__ == "__main__":
    browser = find_browser()
    if browser is None and "--install" in sys.argv:
        install()
        browser = find_browser()
    if browser is None:
        sys.exit("no browser found: install Chrome, Chromium or Edge, or run `python -m playwright install chromium`")
    print(browser)
