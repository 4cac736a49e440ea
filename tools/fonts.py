"""Write ``relations/charts/fonts/`` and ``relations/charts/text_widths.toml`` from the Noto fonts.

    npm pack @fontsource-variable/noto-sans @fontsource-variable/noto-naskh-arabic   # and unpack each
    pip install fonttools brotli uharfbuzz
    python tools/fonts.py unpacked/noto-sans unpacked/noto-naskh-arabic

Not needed to run or test the package; run it again to take in a new release. The sources are Noto Sans and Noto
Naskh Arabic (The Noto Project Authors, SIL Open Font License 1.1, no reserved name), variable in weight, as Fontsource
packs them. Kept are the letters that Kazakh, Russian, English, Urdu and their neighbours write, in one file a script:
a browser loads only the scripts that a page shows. Urdu is set in Naskh, not Nastaliq: Nastaliq's words descend from
right to left and need lines twice as high, so rows of tables, labels of marks and ticks of axes would not hold it.
"""

from __future__ import annotations

import io
import sys
import unicodedata
from collections import defaultdict
from pathlib import Path

import uharfbuzz as hb  # type: ignore[import-not-found]
from fontTools import subset  # type: ignore[import-not-found]
from fontTools.ttLib import TTFont  # type: ignore[import-not-found]

CHARTS = Path(__file__).parent.parent / "relations" / "charts"
FONTS = CHARTS / "fonts"
# Font, file of the package, what is kept of it. Kazakh is apart from Cyrillic, so that Russian does not load it.
FACES = {
    "latin": ("Noto Sans", "noto-sans-latin", "U+0000-00FF, U+0131, U+0152-0153, U+02BB-02BC, U+02C6, U+02DA, U+02DC, "
              "U+2000-206F, U+20AC, U+2122, U+2191, U+2193, U+2212, U+2215, U+FEFF, U+FFFD"),
    "latin-more": ("Noto Sans", "noto-sans-latin-ext", "U+0100-017F, U+018F, U+0192, U+01E6-01E7, U+0218-021B, U+0259, "
                   "U+02B9-02BA, U+02BE-02BF, U+1E0C-1E0D, U+1E24-1E25, U+1E62-1E63, U+1E6C-1E6D, U+1E92-1E93, "
                   "U+20A8, U+20B8-20BD"),
    "cyrillic": ("Noto Sans", "noto-sans-cyrillic", "U+0301, U+0400-045F, U+0490-0491, U+04B0-04B1, U+2116"),
    "kazakh": ("Noto Sans", "noto-sans-cyrillic-ext", "U+0492-0493, U+0496-049D, U+04A0-04A3, U+04AE-04AF, "
               "U+04B2-04B3, U+04B6-04BB, U+04D8-04D9, U+04E2-04E3, U+04E8-04E9, U+04EE-04EF"),
    "arabic": ("Noto Naskh Arabic", "noto-naskh-arabic-arabic", "U+0600-06FF, U+0750-077F, U+200C-200F, "
               "U+2010-2011, U+FD3E-FD3F, U+FDF2, U+FDFA-FDFD"),
}  # fmt: skip
LANGUAGES = ("en", "kk", "ur")  # a font may draw a letter differently for a language
# A letter beside a joiner takes the form that it has beside another letter.
FORMS = {"isolated": "x", "final": "\u200dx", "initial": "x\u200d", "medial": "\u200dx\u200d"}


def points(ranges: str) -> set[int]:
    """Return the code points of CSS's ``unicode-range``."""
    found: set[int] = set()
    for part in ranges.replace("U+", "").split(","):
        first, _, last = part.strip().partition("-")
        found |= set(range(int(first, 16), int(last or first, 16) + 1))
    return found


def cut(source: Path, target: Path, kept: set[int]) -> None:
    """Write the part of a font that has these letters, with the joining of letters and their marks."""
    options = subset.Options(flavor="woff2", layout_features=["*"], hinting=False, notdef_outline=True)
    font = subset.load_font(str(source), options)
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=kept)
    cutter.subset(font)
    subset.save_font(font, str(target), options)


def style(faces: dict[str, tuple[str, str, str]]) -> str:
    """Return the style sheet of the fonts.

    The fallback is Arial, or Liberation Sans of the same widths, stretched to the width and height of Noto Sans, so
    that nothing jumps when the font arrives.
    """
    rules = [
        "/* Noto Sans and Noto Naskh Arabic, The Noto Project Authors, SIL Open Font License 1.1 (OFL.txt).\n"
        "   Written by tools/fonts.py. A browser loads the scripts that the page shows. */"
    ]
    for name, (family, _, kept) in faces.items():
        weights = "400 700" if name == "arabic" else "100 900"
        rules.append(
            f'@font-face {{ font-family: "{family}"; font-weight: {weights}; font-display: swap;\n'
            f'  src: url("noto-{name}.woff2") format("woff2"); unicode-range: {kept}; }}'
        )
    rules.append(
        '@font-face { font-family: "Noto Sans Meanwhile"; src: local("Arial"), local("Liberation Sans");\n'
        "  size-adjust: 107%; ascent-override: 99.9%; descent-override: 27.4%; line-gap-override: 0%; }"
    )
    return "\n".join(rules) + "\n"


def shaped(font: hb.Font, text: str, language: str) -> tuple[list[int], int]:
    """Return the glyphs that a text is set in, and how wide they are together."""
    line = hb.Buffer()
    line.add_str(text)
    line.guess_segment_properties()
    line.language = language
    hb.shape(font, line, {"kern": False})
    drawn = [(one.codepoint, at.x_advance) for one, at in zip(line.glyph_infos, line.glyph_positions, strict=True)]
    return [glyph for glyph, wide in drawn if wide], sum(wide for _, wide in drawn)


def letters_of(files: list[Path], kept: set[str] | None = None) -> dict[str, dict[str, int]]:
    """Return how wide letters are, in hundredths of an em, rounded up, by the form that they take; the widest of fonts.

    A letter that no font draws in another form beside its neighbours is in the group ``plain``.
    """
    found: dict[str, dict[str, int]] = defaultdict(dict)
    changing: dict[str, set[str]] = defaultdict(set)
    for file in files:
        opened = TTFont(file)
        opened.flavor = None
        plain = io.BytesIO()
        opened.save(plain)
        font, em = hb.Font(hb.Face(plain.getvalue())), opened["head"].unitsPerEm
        for code in sorted(opened.getBestCmap()):
            letter = chr(code)
            if unicodedata.category(letter) in ("Mn", "Me", "Cf", "Cc", "Cn", "Co") or letter in "\u2028\u2029\u00a0":
                continue
            if kept is not None and letter not in kept:
                continue
            for language in LANGUAGES:
                forms = {form: shaped(font, around.replace("x", letter), language) for form, around in FORMS.items()}
                changing[letter] |= {form for form, (glyphs, _) in forms.items() if glyphs != forms["isolated"][0]}
                for form, (_, wide) in forms.items():
                    found[letter][form] = max(-(-wide * 100 // em), found[letter].get(form, 0))
    groups: dict[str, dict[str, int]] = {"plain": {}, **{form: {} for form in FORMS}}
    for letter, widths in found.items():
        for form in ("isolated", *changing[letter]) if changing[letter] else ("plain",):
            groups[form][letter] = widths["isolated" if form == "plain" else form]
    return groups


def blocks(groups: dict[str, dict[str, int]], before: str = "") -> list[str]:
    """Return the widths of letters as lines of TOML, a table a form."""
    lines = []
    for form, letters in groups.items():
        lines += ["", f"[{before}{form}]"]
        by_width: dict[int, list[str]] = defaultdict(list)
        for letter, wide in letters.items():
            by_width[wide].append(letter)
        for wide, those in sorted(by_width.items()):
            text = "".join(sorted(those)).replace("\\", "\\\\").replace('"', '\\"')
            lines.append(f'{wide} = "{text}"')
    return lines


def widths(files: list[Path]) -> str:
    """Return how wide the letters of the package's own fonts are."""
    lines = [
        "# How wide letters are: advance widths in hundredths of an em, rounded up, of Noto Sans and, for Arabic",
        "# letters by the form that they take beside their neighbours, Noto Naskh Arabic, which the package brings.",
        "# Written by tools/fonts.py with HarfBuzz.",
        *blocks(letters_of(files)),
    ]
    return "\n".join(lines) + "\n"


def main(sans: Path, naskh: Path) -> None:
    """Write the fonts, their style sheet and licence, and the widths of their letters."""
    FONTS.mkdir(exist_ok=True)
    for name, (_, source, kept) in FACES.items():
        folder = naskh if source.startswith("noto-naskh") else sans
        cut(folder / "files" / f"{source}-wght-normal.woff2", FONTS / f"noto-{name}.woff2", points(kept))
    (FONTS / "fonts.css").write_text(style(FACES), encoding="utf-8")
    notices = [(folder / "LICENSE").read_text(encoding="utf-8").split("\n", 1) for folder in (sans, naskh)]
    owners = "\n".join(notice.split(": ")[0] if ".ttf" in notice else notice for notice, _ in notices)
    (FONTS / "OFL.txt").write_text(f"{owners}\n{notices[0][1]}", encoding="utf-8")
    files = [FONTS / f"noto-{name}.woff2" for name in FACES]
    (CHARTS / "text_widths.toml").write_text(widths(files), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
