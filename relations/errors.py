"""The exceptions that Relations raises, as one tree.

    RelationsError
    ├── DateError         text that is not EDTF as this package writes it (also a ValueError)
    ├── CodebookError     a codebook or language file that breaks its own rules
    ├── SourceError       a file that cannot be read as articles
    ├── DossierError      a folder that is no dossier, or whose settings cannot be used
    ├── TableError        a table that breaks its contract: names table, row and column
    ├── ReviewError       a line of ``reviews.csv`` that cannot be applied
    ├── ExportError       an export that cannot be made here
    └── ServeError        the page cannot be served here

Every message names the file or table, the place in it, what was expected and what to do.
"""

from __future__ import annotations


class RelationsError(Exception):
    """Base of every exception raised on purpose by this package."""


class DateError(RelationsError, ValueError):
    """Text that is not an EDTF value of the kind this package writes."""


class CodebookError(RelationsError):
    """A codebook or language file that breaks its own rules."""


class SourceError(RelationsError):
    """A file that cannot be read as articles.

    Parameters
    ----------
    reason
        What is wrong with the file, in a few words.
    advice
        What the reader of the message can do about it.
    """

    def __init__(self, reason: str, advice: str) -> None:
        super().__init__(f"{reason}. {advice}")
        self.reason = reason
        self.advice = advice


class DossierError(RelationsError):
    """A folder that is no dossier, or whose settings cannot be used."""


class TableError(RelationsError):
    """A table that breaks its contract."""


class ReviewError(RelationsError):
    """A line of ``reviews.csv`` that cannot be applied."""


class ExportError(RelationsError):
    """An export that cannot be made here."""


class ServeError(RelationsError):
    """The page cannot be served here."""
