"""The fonts that the package brings along: Noto Sans and, for Urdu, Noto Naskh Arabic; made by ``tools/fonts.py``.

Widths of labels are those of these fonts (`relations.charts.text_width`), so what shows a chart should have them.
"""

from __future__ import annotations

import base64
import re
from functools import cache
from pathlib import Path

FONTS = Path(__file__).with_name("fonts")


def style_sheet() -> str:
    """Return the style sheet that names the font files beside it."""
    return (FONTS / "fonts.css").read_text(encoding="utf-8")


@cache
def embedded() -> str:
    """Return the style sheet with the fonts in it, for what stands alone: a notebook's widget, an image, a file.

    Examples
    --------
    >>> "url(data:font/woff2;base64," in embedded(), ".woff2)" in embedded()
    (True, False)
    """

    def data(found: re.Match[str]) -> str:
        body = base64.b64encode((FONTS / found[1]).read_bytes()).decode("ascii")
        return f"url(data:font/woff2;base64,{body})"

    return re.sub(r'url\("([\w-]+\.woff2)"\)', data, style_sheet())
