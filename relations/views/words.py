"""The words of the page in the reader's language: gettext catalogues, read as they are written.

The ``.po`` files are read through Babel when a language is first asked for, so a fresh clone needs no build step.
English is the language of the message identifiers and has no catalogue.
"""

from __future__ import annotations

import io
from functools import cache
from gettext import GNUTranslations, NullTranslations
from pathlib import Path

from relations.charts.dates import date_text
from relations.languages.names import country_name, language_name

LANGUAGES: dict[str, str] = {"en": "EN", "kk": "ҚАЗ", "ru": "РУС", "ur": "اردو"}
LOCALE = Path(__file__).parent / "locale"
RIGHT_TO_LEFT = frozenset({"ur", "ar", "fa", "ps", "sd", "ug", "he", "dv"})


def direction(language: str | None) -> str:
    """Return the reading direction of a language, for the ``dir`` attribute.

    Examples
    --------
    >>> direction("ur"), direction("kk")
    ('rtl', 'ltr')
    """
    return "rtl" if (language or "").partition("-")[0] in RIGHT_TO_LEFT else "ltr"


@cache
def _catalogue(language: str) -> NullTranslations:
    file = LOCALE / language / "LC_MESSAGES" / "dashboard.po"
    if not file.is_file():
        return NullTranslations()
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    with file.open("rb") as source:
        catalogue = read_po(source, locale=language)
    compiled = io.BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return GNUTranslations(compiled)


class Words:
    """Says things in one language.

    Parameters
    ----------
    language : str
        BCP 47 tag; one of `LANGUAGES`, anything else speaks English.

    Examples
    --------
    >>> say = Words("en")
    >>> say("Timeline"), say.count("{n} event", "{n} events", 1)
    ('Timeline', '1 event')
    """

    def __init__(self, language: str) -> None:
        self.language = language if language in LANGUAGES else "en"
        self.direction = direction(self.language)
        self._catalogue = _catalogue(self.language)

    def __call__(self, message: str, /, **values: object) -> str:
        """Return a message, with its named places filled in."""
        text = self._catalogue.gettext(message)
        return text.format(**values) if values else text

    def count(self, one: str, many: str, n: int, /, **values: object) -> str:
        """Return a message in the plural form that the number calls for; ``{n}`` stands for the number."""
        return self._catalogue.ngettext(one, many, n).format(n=self.number(n), **values)

    def number(self, value: float) -> str:
        """Return a number as the language writes it (CLDR)."""
        from babel.numbers import format_decimal

        return format_decimal(value, locale=self.language)

    def percent(self, share: float) -> str:
        """Return a share of one in per cent, as the language writes it (CLDR)."""
        from babel.numbers import format_percent

        return format_percent(share, locale=self.language)

    def date(self, edtf: str) -> str:
        """Return an EDTF date as the language writes it, as exactly as it is known."""
        return date_text(edtf, self.language)

    def language_name(self, code: str) -> str:
        """Return the name of a language in this one; the code where it has none."""
        return language_name(code, self.language) or code

    def country(self, code: str) -> str:
        """Return the name of a country, ISO 3166-1 alpha-3, in this language; the code where it has none."""
        return country_name(code, self.language) or code


def mark(message: str) -> str:
    """Mark a message for translation where it is written; it is said later.

    Examples
    --------
    >>> mark("Planned")
    'Planned'
    """
    return message
