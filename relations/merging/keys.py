"""What a decision about a statement is kept by: the words it rests on, not where they stand.

A key is ``words:type:date``: a checksum of the sentence, the kind of event that was read in it, and a checksum of
the words that date it. A newer coder may read another kind or other words of a date in the same sentence; then the
first part still finds it.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

_WORDS, _DATE = 16, 4


@dataclass(frozen=True, slots=True)
class Key:
    """The parts of a key."""

    words: str
    type: str = ""
    date: str = ""

    def __str__(self) -> str:
        return f"{self.words}:{self.type}:{self.date}"

    def nearness(self, other: Key) -> int:
        """Return how much another key of the same words has in common: 0 to 2."""
        return (self.type == other.type) + (self.date == other.date)


def key(quote: str, kind: str, date_text: str | None) -> str:
    """Return the key of a statement.

    Parameters
    ----------
    quote : str
        The sentence; how its words are spaced makes no difference.
    kind : str
        Code of the type of event.
    date_text : str or None
        The words that date it.

    Examples
    --------
    >>> key("The embassy was  opened in 1994.", "mission-opened", "1994")
    'ec8269859c95c756:mission-opened:1bc3'
    """
    words = " ".join(quote.split())
    return str(Key(_checksum(words, _WORDS), kind, _checksum(date_text, _DATE) if date_text else ""))


def parse(text: str) -> Key:
    """Return the parts of a key; what is no key has only words, which nothing rests on.

    Examples
    --------
    >>> parse("ec8269859c95c756:mission-opened:1bc3").type
    'mission-opened'
    """
    words, _, rest = text.partition(":")
    kind, _, date = rest.partition(":")
    return Key(words, kind, date)


def _checksum(text: str, length: int) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:length]
