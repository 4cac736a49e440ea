"""Names without the case endings that they carry in running text, by the endings in ``people.toml``."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from relations import languages
from relations.coding.given_names import is_family, is_given
from relations.languages.spelling import APOSTROPHES

_SHORTEST = 3  # letters of a name


class Endings(NamedTuple):
    """How names end in the cases of one language."""

    case: re.Pattern[str] | None
    sure: re.Pattern[str] | None  # those that no name of the language ends in, so that an unknown name shows too
    throughout: tuple[str, ...]  # endings that every part of a name takes, not only its last
    of_names: tuple[str, ...]  # ends of names that only look like a case's


@cache
def endings(language: str) -> Endings:
    """Return how names end in a language; nothing where names do not change."""
    body = languages.load(language, "people").get("endings_of_names", {})
    case = re.compile(rf"(?:{body['case']})$") if body.get("case") else None
    sure = re.compile(rf"(?:{body['sure']})$") if body.get("sure") else None
    return Endings(case, sure, tuple(body.get("throughout", ())), tuple(body.get("of_names", ())))


def nominative(word: str, language: str) -> str:
    """Return one part of a name without its case ending, where one can be told.

    An ending is taken off where it leaves a known name, where an apostrophe parts it from the name, or where no name
    ends so.

    Examples
    --------
    >>> nominative("Токаевым", "ru"), nominative("Smith's", "en"), nominative("Тоқаевтың", "kk")
    ('Токаев', 'Smith', 'Тоқаев')
    """
    known = endings(language)
    match = known.case.search(word) if known.case else None
    if match is None or match.start() < _SHORTEST:
        return word
    shorter = word[: match.start()]
    if match[0][0] in APOSTROPHES:
        return shorter
    if is_given(word) or word.endswith(known.of_names or ("\0",)):
        return word
    if is_family(shorter) or is_given(shorter):
        return shorter
    return shorter if known.sure and not is_family(word) and known.sure.search(word) else word
