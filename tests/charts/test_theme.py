"""Colours: contrast by WCAG 2.2, colour-blindness by the simulation of Machado, Oliveira and Fernandes (2009)."""

from __future__ import annotations

import json
import math
import re
from itertools import pairwise

import pytest
from made_events import events

from relations import charts
from relations.charts.theme import DARK, LANES, LIGHT, Theme, in_the_dark, lane_colours

SIGHT = {
    "usual": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.01182, 0.04294, 0.968881)),
    "tritanopia": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.3039)),
}


def linear_light(colour: str) -> list[float]:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    return [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, 1 to 21."""
    weights = (0.2126, 0.7152, 0.0722)
    low, high = sorted(sum(w * part for w, part in zip(weights, linear_light(c), strict=True)) for c in (one, other))
    return (high + 0.05) / (low + 0.05)


def lab(colour: str, sight: str) -> tuple[float, float, float]:
    linear = linear_light(colour)
    red, green, blue = (
        min(1.0, max(0.0, sum(weight * part for weight, part in zip(row, linear, strict=True)))) for row in SIGHT[sight]
    )
    xyz = (
        (0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / 0.95047,
        0.2126729 * red + 0.7151522 * green + 0.072175 * blue,
        (0.0193339 * red + 0.119192 * green + 0.9503041 * blue) / 1.08883,
    )
    x, y, z = (value ** (1 / 3) if value > 0.008856 else 7.787 * value + 16 / 116 for value in xyz)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_everything_stands_out_from_the_paper(theme: Theme) -> None:
    for text in (theme.ink, theme.quiet, theme.today):
        assert contrast(text, theme.paper) >= 4.5
    for mark in (*theme.series, theme.other, theme.happened, theme.planned):
        assert contrast(mark, theme.paper) >= 3


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_numbers_in_cells_can_be_read(theme: Theme) -> None:
    assert min(contrast(theme.ink, cell) for cell in theme.scale) >= 4.5


@pytest.mark.parametrize("sight", SIGHT)
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_lanes_that_touch_differ_for_everyone(sight: str, dark: bool) -> None:
    colours = list(lane_colours([*LANES, "other"], dark).values())
    assert min(math.dist(lab(one, sight), lab(other, sight)) for one, other in pairwise(colours)) >= 20
    assert len(set(colours)) == len(colours)


def recoloured(text: str) -> str:
    """The JSON of a light figure with the colours that the page gives it in the dark, as plot.js does it."""
    dark = in_the_dark()

    def clear(found: re.Match[str]) -> str:
        other = dark.get("#" + "".join(f"{int(part):02x}" for part in found.groups()[:3]))
        return (
            f"rgba({','.join(str(int(other[at : at + 2], 16)) for at in (1, 3, 5))},{found[4]})" if other else found[0]
        )

    text = re.sub(r'"(#[0-9a-f]{6})"', lambda found: json.dumps(dark.get(found[1], found[1])), text)
    return re.sub(r"rgba\((\d+),(\d+),(\d+),([\d.]+)\)", clear, text)


def test_a_light_chart_becomes_the_dark_one_by_its_colours_alone() -> None:
    made = events(60)[0]
    sectors = made[["event_id"]].assign(sector=["trade", "science", "transport"] * 20)
    for draw in (
        lambda dark: charts.timeline(made, width=900, dark=dark, selected=made["event_id"].iloc[0]),
        lambda dark: charts.timeline(made, width=900, dark=dark, level="density"),
        lambda dark: charts.sectors(made, sectors, dark=dark, selected=["trade"]),
        lambda dark: charts.sector_years(made, sectors, dark=dark),
    ):
        assert recoloured(draw(False).to_json()) == draw(True).to_json()
