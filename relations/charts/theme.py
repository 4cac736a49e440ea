"""How charts look: colours, fonts and the layout that all share; light and dark.

Colours are Okabe and Ito's (Color Universal Design, 2008) and Paul Tol's (SRON technical note 3.2, 2021), chosen so
that each stands out from the paper by at least 3:1 (WCAG 2.2, 1.4.11), and lanes that touch differ for readers with
protanopia, deuteranopia and tritanopia (simulation of Machado et al., 2009). No chart tells anything by colour alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from relations.charts.drawing import Drawing
from relations.charts.plotly_locale import separators
from relations.charts.words import right_to_left

LATIN = '"Noto Sans", "Noto Sans Meanwhile", system-ui, "Segoe UI", Roboto, Arial, sans-serif'
ARABIC = '"Noto Naskh Arabic", "Noto Sans", "Noto Sans Meanwhile", "Noto Sans Arabic", Tahoma, sans-serif'
SIZE = 12


@dataclass(frozen=True, slots=True)
class Theme:
    """The colours of one mode, as ``#rrggbb``.

    Attributes
    ----------
    paper, ink, quiet, line : str
        Ground, text, less important text (4.5:1), grid lines.
    today : str
        The line that marks today.
    happened, planned : str
        Bars of what happened, and the hatch of what is planned.
    series : tuple of str
        Colours of lanes and other classes, in order.
    scale : tuple of str
        From few to many; text in ink stands out from each (4.5:1).
    """

    paper: str
    ink: str
    quiet: str
    line: str
    today: str
    happened: str
    planned: str
    series: tuple[str, ...]
    other: str
    scale: tuple[str, ...]


LIGHT = Theme(
    paper="#ffffff", ink="#16202e", quiet="#566273", line="#dde3ea", today="#a34100",
    happened="#0072b2", planned="#0072b2",
    series=("#0072b2", "#d55e00", "#aa4499", "#009e73", "#cc3311", "#882255", "#332288", "#228833"),
    other="#5f6b7a",
    scale=("#e4effa", "#a9cbe8", "#5a9fd0"),
)  # fmt: skip
DARK = Theme(
    paper="#151b23", ink="#e8edf3", quiet="#a7b2c0", line="#303a47", today="#ffa94d",
    happened="#56b4e9", planned="#56b4e9",
    series=("#56b4e9", "#e69f00", "#88ccee", "#ee3377", "#f0e442", "#999933", "#009988", "#d55e00"),
    other="#97a3b3",
    scale=("#1d2f42", "#24507a", "#2a6596"),
)  # fmt: skip


def in_the_dark() -> dict[str, str]:
    """Return the colour on a dark ground of each colour on a light one.

    A page that follows the system changes the colours of the figures it has; nothing is drawn anew for it. For this
    each light colour must mean one thing, which a test looks at.

    Examples
    --------
    >>> in_the_dark()["#ffffff"]
    '#151b23'
    """

    def colours(shades: Theme) -> list[str]:
        return [
            shades.paper, shades.ink, shades.quiet, shades.line, shades.today, shades.happened, shades.planned,
            *shades.series, shades.other, *shades.scale,
        ]  # fmt: skip

    return dict(zip(colours(LIGHT), colours(DARK), strict=True))


LANES = ("diplomacy", "visits", "meetings", "commissions", "agreements", "trade", "culture", "security")


def theme(dark: bool = False) -> Theme:
    """Return the colours of light or dark mode.

    Examples
    --------
    >>> theme(dark=True).paper
    '#151b23'
    """
    return DARK if dark else LIGHT


def lane_colours(lanes: list[str], dark: bool = False) -> dict[str, str]:
    """Return the colour of each lane; a lane of the codebook always has the same one.

    Examples
    --------
    >>> lane_colours(["visits", "sport"])
    {'visits': '#d55e00', 'sport': '#5f6b7a'}
    """
    shades = theme(dark)
    known = dict(zip(LANES, shades.series, strict=True))
    return {lane: known.get(lane, shades.other) for lane in lanes}


def tint(colour: str, alpha: float) -> str:
    """Return a colour that lets the ground through.

    Examples
    --------
    >>> tint("#0072b2", 0.3)
    'rgba(0,114,178,0.3)'
    """
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return f"rgba({red},{green},{blue},{alpha:g})"


def font_size(language: str) -> float:
    """Return the size of the font for a language, in pixels.

    Examples
    --------
    >>> font_size("en"), font_size("ur")
    (12, 13)
    """
    return SIZE + (1 if right_to_left(language) else 0)


def font(language: str, dark: bool = False, size: float = SIZE) -> dict[str, Any]:
    """Return the font of a language as plotly writes it."""
    family = ARABIC if right_to_left(language) else LATIN
    return {"family": family, "size": size, "color": theme(dark).ink}


def figure(data: list[dict[str, Any]], layout: Mapping[str, Any], language: str, dark: bool = False) -> Drawing:
    """Return a figure in this theme.

    Parameters
    ----------
    data : list of dict
        The traces.
    layout : mapping
        What the chart says of its layout; wins over the theme.
    language : str
        Of the reader, BCP 47.
    dark : bool
        For a dark ground.

    Returns
    -------
    Drawing
        Without plotly's default template, which is 7 kB of what no chart here uses.
    """
    shades = theme(dark)
    base: dict[str, Any] = {
        "template": {},
        "paper_bgcolor": shades.paper,
        "plot_bgcolor": shades.paper,
        "font": font(language, dark),
        "showlegend": False,
        "hovermode": "closest",
        "hoverlabel": {
            "align": "right" if right_to_left(language) else "left",
            "bgcolor": shades.paper,
            "bordercolor": shades.quiet,
            "font": {"color": shades.ink},
            "namelength": 0,
        },
        "margin": {"l": 0, "r": 0, "t": 0, "b": 0},
        "barmode": "overlay",
        "separators": separators(language),
    }
    return Drawing(data, base | dict(layout))


def empty(message: str, width: float, height: float, language: str, dark: bool = False) -> Drawing:
    """Return a figure that says, in the reader's language, that there is nothing to show."""
    note = {
        "text": message, "x": 0.5, "y": 0.5, "xref": "paper", "yref": "paper", "showarrow": False,
        "font": {"color": theme(dark).quiet, "size": SIZE + 2},
    }  # fmt: skip
    hidden = {"visible": False, "fixedrange": True}
    layout = {"width": width, "height": height, "annotations": [note], "xaxis": hidden, "yaxis": hidden,
              "meta": {"level": "empty"}}  # fmt: skip
    return figure([], layout, language, dark)
