"""What plotly.js must know of a language to write dates and numbers by itself: made from CLDR.

Our charts write their texts themselves; this is for what plotly adds: ticks of an axis that a reader zooms, groups of
digits, titles of its buttons. plotly.js brings no Kazakh of its own.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from relations.charts.dates import locale
from relations.charts.words import say, speaks

# The buttons and hints of plotly.js that a page of ours can show, and their phrases in words.toml.
_HINTS = {
    "Download plot as a PNG": "plotly-download",
    "Zoom": "plotly-zoom",
    "Pan": "plotly-pan",
    "Zoom in": "plotly-zoom-in",
    "Zoom out": "plotly-zoom-out",
    "Autoscale": "plotly-whole",
    "Reset axes": "plotly-whole",
    "Double-click to zoom back out": "plotly-double-click",
}
_D3 = {"d": "%d", "M": "%m", "y": "%Y"}


@cache
def plotly_locale(language: str) -> dict[str, Any]:
    """Return a locale as ``Plotly.register`` and the setting ``locales`` take it.

    Parameters
    ----------
    language : str
        BCP 47 tag; a language that charts do not know gets English.

    Examples
    --------
    >>> plotly_locale("kk")["format"]["months"][:2], plotly_locale("ru")["format"]["decimal"]
    (['Қаңтар', 'Ақпан'], ',')
    """
    from babel import Locale

    spoken = speaks(language)
    known = Locale.parse(locale(spoken))
    signs = known.number_symbols["latn"]

    def names(kind: str, width: str, order: range | list[int]) -> list[str]:
        found: Any = getattr(known, kind)
        alone = found["stand-alone"].get(width) or found["format"][width]
        return [alone[n] for n in order]

    sunday_first = [6, 0, 1, 2, 3, 4, 5]
    pattern = re.sub(r"[^dMy./-]", "", known.date_formats["short"].pattern)
    return {
        "moduleType": "locale",
        "name": spoken,
        "dictionary": {hint: say(key, spoken) for hint, key in _HINTS.items()},
        "format": {
            "days": names("days", "wide", sunday_first),
            "shortDays": names("days", "abbreviated", sunday_first),
            "months": names("months", "wide", range(1, 13)),
            "shortMonths": names("months", "abbreviated", range(1, 13)),
            "date": re.sub(r"d+|M+|y+", lambda part: _D3[part[0][0]], pattern),
            "decimal": signs["decimal"],
            "thousands": signs["group"],
            "grouping": [3],
        },
    }


def separators(language: str) -> str:
    """Return the sign of decimals and the sign of thousands, as a figure's layout takes them.

    Examples
    --------
    >>> separators("en"), separators("ru")
    ('.,', ',\\xa0')
    """
    form = plotly_locale(language)["format"]
    return str(form["decimal"] + form["thousands"])
