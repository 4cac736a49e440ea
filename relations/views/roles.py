"""Offices of people in the reader's language."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

_FORMER = ("Former ", "former ")


@cache
def book() -> dict[str, Any]:
    """Return the file with the words of offices."""
    return tomllib.loads(Path(__file__).with_name("roles.toml").read_text(encoding="utf-8"))


def role_words(role: str, language: str) -> str | None:
    """Return an office in the reader's language; ``None`` where no words for it are known.

    Parameters
    ----------
    role : str
        As the language files name it in English.
    language : str
        Of the reader, BCP 47.

    Examples
    --------
    >>> role_words("Minister of Foreign Affairs", "ru"), role_words("Former President", "kk")
    ('Министр иностранных дел', 'Бұрынғы президент')
    >>> role_words("Keeper of the Seal", "ru") is None, role_words("President", "en")
    (True, 'President')
    """
    if language == "en":
        return role
    words = _words(role, language)
    return words and words[0].upper() + words[1:]


def _words(role: str, language: str) -> str | None:
    known = book()
    if role in known["heads"]:
        return str(known["heads"][role][language])
    if role.startswith(_FORMER):
        held = _words(role.split(" ", 1)[1], language)
        return held and str(known["former"][language]).format(role=held)
    parts = role.split(" of ")
    for cut in range(len(parts) - 1, 0, -1):
        head, matter = " of ".join(parts[:cut]), " of ".join(parts[cut:])
        if head in known["heads"] and matter in known["matters"]:
            about = str(known["matters"][matter][language])
            if head in known["of"]:
                return str(known["of"][head][language]).format(matter=about)
    return None
