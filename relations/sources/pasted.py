"""``.txt``: an article as it was pasted from a site."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path

from relations.sources.labelled import labelled

_LONGEST = 90


@cache
def _furniture() -> tuple[tuple[str, ...], re.Pattern[str]]:
    body = tomllib.loads(Path(__file__).with_name("furniture.toml").read_text(encoding="utf-8"))
    words = "|".join(map(re.escape, body["counted"]))
    counted = re.compile(rf"(?:\d[\d\s,.]*\s*(?:{words})|(?:{words})\s*[:：-]?\s*\d[\d\s,.]*)", re.IGNORECASE)
    return tuple(body["begins"]), counted


def is_furniture(line: str) -> bool:
    """Tell whether a line belongs to the site rather than to the article.

    Examples
    --------
    >>> is_furniture("Просмотров: 1 204"), is_furniture("The ministers met in Astana.")
    (True, False)
    """
    plain = line.strip().casefold()
    if not plain or len(plain) > _LONGEST:
        return False
    begins, counted = _furniture()
    if counted.fullmatch(plain):
        return True
    return any(
        plain == word or (plain.startswith(word) and (word.endswith(":") or plain[len(word)] in ":|•"))
        for word in begins
    )


def clean(text: str) -> str:
    """Leave out the site's furniture; everything else stays as it is."""
    return "\n".join(line.rstrip() for line in text.split("\n") if not is_furniture(line)).strip("\n")


def read(text: str) -> dict[str, str | None]:
    """Return the fields of the one article that a pasted text is, with those that a head above it names.

    Examples
    --------
    >>> read("Talks held\\n\\nThe ministers met.\\nViews: 12")["text"]
    'Talks held\\n\\nThe ministers met.'
    """
    fields, start = labelled(text)
    return {
        **fields,
        "text": clean(text[start:]),
        "published_from": "first line" if "published" in fields else None,
    }
