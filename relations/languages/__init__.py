"""How each language says it: one folder a language, one TOML file a concept, and the reader of both.

``language.toml`` names the language; ``dates.toml``, ``events.toml``, ``sectors.toml``, ``people.toml`` and
``figures.toml`` are read by the coder of the same name. CONTRIBUTING.md tells how to add a language.
"""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from relations.errors import CodebookError

if TYPE_CHECKING:
    from babel import Locale

_HERE = Path(__file__).parent


@cache
def codes() -> tuple[str, ...]:
    """Return the languages that the coder reads, as BCP 47 tags.

    Examples
    --------
    >>> "kk" in codes()
    True
    """
    return tuple(sorted(folder.parent.name for folder in _HERE.glob("*/language.toml")))


def has(language: str, concept: str) -> bool:
    """Tell whether a language has a file on a concept; ``cities`` is the one that it may lack.

    Examples
    --------
    >>> has("kk", "cities"), has("kk", "weather")
    (True, False)
    """
    return (_HERE / language / f"{concept}.toml").exists()


@cache
def match(tag: str) -> str | None:
    """Return the language, of those that the coder reads, that a BCP 47 tag asks for (RFC 4647, lookup).

    Parameters
    ----------
    tag : str
        With or without script and region, in any case of letters.

    Returns
    -------
    str or None
        The longest of `codes` that the tag begins with; ``None`` where there is none.

    Examples
    --------
    >>> match("kk-KZ"), match("ur-Arab-PK"), match("fr")
    ('kk', 'ur', None)
    """
    known = {code.casefold(): code for code in codes()}
    parts = tag.strip().replace("_", "-").casefold().split("-")
    return next((found for size in range(len(parts), 0, -1) if (found := known.get("-".join(parts[:size])))), None)


@cache
def locale(language: str) -> Locale:
    """Return what CLDR knows of a language, through Babel.

    Parameters
    ----------
    language : str
        BCP 47 tag; a script is part of it where the language has more than one.

    Examples
    --------
    >>> locale("kk").territories["PK"]
    'Пәкістан'
    """
    from babel import Locale

    return Locale.parse(language, sep="-")


@cache
def load(language: str, concept: str) -> dict[str, Any]:
    """Return what one language says of one concept.

    Parameters
    ----------
    language : str
        BCP 47 tag, one of `codes`.
    concept : str
        ``language``, ``dates``, ``events``, ``sectors``, ``people`` or ``figures``.

    Returns
    -------
    dict
        The TOML file as it stands.

    Raises
    ------
    CodebookError
        If there is no such file, or it is not TOML.

    Examples
    --------
    >>> load("kk", "language")["name"]
    'Kazakh'
    """
    file = _HERE / language / f"{concept}.toml"
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise CodebookError(
            f"{language}/{concept}.toml is not there; languages that can be read: {', '.join(codes())}. "
            "CONTRIBUTING.md, 'Add a language', says which files a language needs"
        ) from None
    except tomllib.TOMLDecodeError as error:
        raise CodebookError(f"{language}/{concept}.toml is not valid TOML: {error}") from None


def month_names(tag: str) -> frozenset[str]:
    """Return the names of the months as CLDR has them, as they stand alone and beside a day.

    Examples
    --------
    >>> sorted(month_names("ru") & {"Май", "май", "мая"})
    ['май', 'мая']
    """
    months = locale(tag).months
    return frozenset(name for context in ("format", "stand-alone") for name in months[context]["wide"].values())
