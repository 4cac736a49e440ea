"""The part of plotly.js that our charts need, as a file that comes with the package.

A quarter of its code, so that much less is to be read before the first chart. Of the version that the plotly package
ships; ``tools/plotly.mjs`` makes it.
"""

from __future__ import annotations

import base64
import gzip
from functools import cache
from pathlib import Path

PAGE_LIBRARY = Path(__file__).parent / "plotly" / "plotly.min.js"


@cache
def packed() -> str:
    """Return the library for what stands alone: packed by gzip, as base64 text.

    Examples
    --------
    >>> len(packed()) < PAGE_LIBRARY.stat().st_size / 2
    True
    """
    return base64.b64encode(gzip.compress(PAGE_LIBRARY.read_bytes(), mtime=0)).decode("ascii")
