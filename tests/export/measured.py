"""How wide HarfBuzz sets a text, in the fonts that office programs may set it in: those that this machine has."""

from __future__ import annotations

import io
import subprocess
from functools import cache
from pathlib import Path
from shutil import which

import uharfbuzz as hb
from fontTools.ttLib import TTFont

from relations.charts.typefaces import FONTS

# The fonts that stand in for Arial, as files are named; a machine may have none of them.
SANS = ("LiberationSans-Regular", "NimbusSans-Regular")
ARABIC = ("NotoKufiArabic-Regular", "NotoSansArabic-Regular", "NotoNaskhArabic-Regular")


@cache
def installed() -> dict[str, Path]:
    if not which("fc-list"):
        return {}
    told = subprocess.run(["fc-list", ":", "file"], capture_output=True, text=True, check=False).stdout
    files = [Path(line.strip().rstrip(":")) for line in told.splitlines()]
    return {file.stem: file for file in files if file.suffix in (".ttf", ".otf")}


@cache
def opened(name: str) -> tuple[hb.Font, frozenset[int]]:
    file = installed().get(name) or FONTS / f"{name}.woff2"
    font, plain = TTFont(file), io.BytesIO()
    font.flavor = None
    font.save(plain)
    return hb.Font(hb.Face(plain.getvalue())), frozenset(font.getBestCmap())


def fonts(arabic: bool) -> list[str]:
    """The package's own font for Arabic letters, and what the machine has."""
    own = ["noto-arabic"] if arabic else []
    return own + [name for name in (ARABIC if arabic else SANS) if name in installed()]


def width(word: str, name: str, language: str) -> float | None:
    """How wide a word is in hundredths of an em; ``None`` where the font lacks one of its letters."""
    font, letters = opened(name)
    if not all(ord(letter) in letters for letter in word):
        return None
    line = hb.Buffer()
    line.add_str(word)
    line.guess_segment_properties()
    line.language = language
    hb.shape(font, line)
    return sum(at.x_advance for at in line.glyph_positions) * 100 / font.face.upem
