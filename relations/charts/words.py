"""The words that charts write by themselves, in the reader's language, from one file: ``words.toml``."""

from __future__ import annotations

import tomllib
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from relations.errors import CodebookError

LANGUAGES = ("en", "kk", "ru", "ur")
RIGHT_TO_LEFT = frozenset({"ur", "ar", "fa", "ps", "sd", "ug", "he", "dv"})
_FILE = Path(__file__).with_name("words.toml")


@cache
def catalogue() -> dict[str, dict[str, Any]]:
    """Return every phrase by its key, and by language.

    Raises
    ------
    CodebookError
        If the file is not TOML or a phrase lacks a language; the message names it.

    Examples
    --------
    >>> catalogue()["today"]["kk"]
    'бүгін'
    """
    try:
        phrases = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise CodebookError(f"charts/words.toml is not valid TOML: {error}") from None
    for key, texts in phrases.items():
        if missing := [language for language in LANGUAGES if not texts.get(language)]:
            raise CodebookError(f"charts/words.toml, [{key}]: nothing in {missing[0]}; add it")
    return phrases


def speaks(language: str) -> str:
    """Return the language that charts use for a reader's: itself where they know it, else English.

    Examples
    --------
    >>> speaks("kk-KZ"), speaks("fr")
    ('kk', 'en')
    """
    short = language.partition("-")[0].lower()
    return short if short in LANGUAGES else "en"


def right_to_left(language: str) -> bool:
    """Say whether a language is written from right to left.

    Examples
    --------
    >>> right_to_left("ur"), right_to_left("ru")
    (True, False)
    """
    return language.partition("-")[0] in RIGHT_TO_LEFT


def say(key: str, language: str, /, **values: object) -> str:
    """Return a phrase in a language, its named places filled in.

    Parameters
    ----------
    key : str
        A key of ``words.toml``.
    language : str
        BCP 47 tag; a language that charts do not know gets English.
    **values : object
        What stands in the named places.

    Examples
    --------
    >>> say("about", "kk", date="1994")
    'шамамен 1994'
    """
    text: str = catalogue()[key][speaks(language)]
    return text.format(**values) if values else text


def count(key: str, n: int, language: str) -> str:
    """Return a phrase with a number, in the plural form that the number calls for (CLDR).

    Examples
    --------
    >>> count("events", 1, "en"), count("events", 22, "ru"), count("events", 1200, "en")
    ('1 event', '22 события', '1,200 events')
    """
    from babel import Locale

    spoken = speaks(language)
    forms = catalogue()[key][spoken]
    form = Locale.parse(spoken).plural_form(n)
    return str(forms.get(form, forms["other"])).format(n=number(n, spoken))


@lru_cache(maxsize=4096)
def number(value: float, language: str) -> str:
    """Return a number as the language writes it (CLDR), below ten to one decimal place.

    Examples
    --------
    >>> number(1200, "en"), number(0.25, "ru")
    ('1,200', '0,2')
    """
    from babel.numbers import format_decimal

    return format_decimal(round(value, 1 if abs(value) < 10 else None), locale=speaks(language))


def listing(parts: list[str], language: str) -> str:
    """Join parts of a list as the language writes one.

    Examples
    --------
    >>> listing(["a", "b"], "en")
    'a, b'
    """
    return say("list-comma", language).join(parts)
