"""One sentence of one article that states an event, with all that can tell whether another states the same."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from relations.coding.rows import EventRow, FigureRow
from relations.merging.keys import key


@dataclass(frozen=True, slots=True)
class Statement:
    """An event as one article states it."""

    article_id: str
    published: str | None  # EDTF
    language: str
    event: EventRow
    quote: str
    people: frozenset[str] = frozenset()  # person_id
    cities: frozenset[str] = frozenset()
    ordinal: int | None = None
    figure: FigureRow | None = None

    @property
    def key(self) -> str:
        """What a decision about this statement is kept by, see `relations.merging.keys`."""
        return key(self.quote, self.event.type, self.event.date_text)

    @property
    def statement_id(self) -> str:
        """Identity among all statements; an event bears that of the first one that told it."""
        return "e" + hashlib.sha256(f"{self.article_id}\x1f{self.key}".encode()).hexdigest()[:12]

    @property
    def happened(self) -> bool:
        """Whether the article reports it rather than announces it."""
        return self.event.status in ("occurred", "ongoing")


def stems(text: str) -> frozenset[str]:
    """Return the beginnings of a text's longer words, for comparing two sentences of one language.

    Examples
    --------
    >>> sorted(stems("Direct flights to Almaty"))
    ['almat', 'direc', 'fligh']
    """
    return frozenset(word[:5] for word in text.casefold().split() if len(word) > 4 and word[0].isalpha())


_COMMON = 0.08  # of a language's statements; a word that more of them share tells nothing of one event
_COMMON_AT_LEAST = 8


def common_words(statements: Iterable[Statement]) -> dict[str, frozenset[str]]:
    """Return, by language, the stems that stand in so many statements that they tell none apart.

    In a dossier of two countries their names are such words, and so are "president" and "visit".

    Examples
    --------
    >>> common_words([])
    {}
    """
    counted: dict[str, Counter[str]] = {}
    size: Counter[str] = Counter()
    for one in statements:
        counted.setdefault(one.language, Counter()).update(stems(one.event.summary))
        size[one.language] += 1
    return {
        language: frozenset(stem for stem, n in stated.items() if n >= max(_COMMON_AT_LEAST, _COMMON * size[language]))
        for language, stated in counted.items()
    }
