"""Write ``relations/export/office_widths.toml``: how wide letters are in the fonts that office programs set them in.

    pip install fonttools brotli uharfbuzz   # and, on Debian: apt install fonts-liberation fonts-dejavu fonts-noto-core
    python tools/office_widths.py /usr/share/fonts

Not needed to run or test the package. Slides name Arial. Programs without it take a font in its stead: for Latin and
Cyrillic letters one of the same widths (Liberation Sans, Nimbus Sans), for Arabic letters whatever the system has. Kept
is the widest of all of them, so that no label is wider than the place it was given.
"""

from __future__ import annotations

import sys
from pathlib import Path

import uharfbuzz as hb  # type: ignore[import-not-found]
from fonts import LANGUAGES, blocks, letters_of, shaped

from relations.charts.text_width import OWN

SANS = ("LiberationSans", "NimbusSans")
ARABIC = ("DejaVuSans", "NotoKufiArabic", "NotoSansArabic", "NotoNaskhArabic")


def ligatures(files: list[Path], groups: dict[str, dict[str, int]]) -> None:
    """Let lam be as wide as what it makes with alef needs, where a font makes of both something wider."""
    for file in files:
        font = hb.Font(hb.Face(hb.Blob.from_file_path(str(file))))
        for form, before in (("initial", ""), ("medial", "\u200d")):
            for alef in "اآأإ":
                wide = max(shaped(font, f"{before}ل{alef}", language)[1] for language in LANGUAGES)
                needed = -(-wide * 100 // font.face.upem) - groups["final"][alef]
                groups[form]["ل"] = max(groups[form]["ل"], needed)


def main(folder: Path) -> None:
    """Write the widths."""
    known = {letter for table in OWN.values() for letter in table}
    lines = [
        "# How wide letters are at most in the fonts that office programs set them in: advance widths in hundredths of",
        "# an em, rounded up. Written by tools/office_widths.py with HarfBuzz.",
    ]
    for weight, ends in (("regular", ("-Regular", "")), ("bold", ("-Bold",))):
        groups: dict[str, dict[str, int]] = {}
        for names, kept in (
            (SANS, {letter for letter in known if not "\u0600" <= letter <= "\u08ff"}),
            (ARABIC, {letter for letter in known if letter == " " or "\u0600" <= letter <= "\u08ff"}),
        ):
            files = [
                file for name in names for file in sorted(folder.rglob(f"{name}*.[ot]tf"))
                if file.stem in {name + end for end in ends}
            ]  # fmt: skip
            for form, letters in letters_of(files, kept).items():
                groups.setdefault(form, {}).update(letters)
        ligatures(files, groups)  # those of Arabic letters, which come last
        lines += blocks(groups, f"{weight}.")
    target = Path(__file__).parent.parent / "relations" / "export" / "office_widths.toml"
    target.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
