"""Whether an event has happened, is going on, is planned or was called off, on the day of the article."""

from __future__ import annotations

from collections.abc import Sequence

from relations import edtf
from relations.coding.attach import Dated
from relations.coding.words import Word
from relations.dates.tense import tense

_CLOSE = 14


def status_of(
    dated: Dated,
    signs: dict[str, list[int]],
    tokens: Sequence[Word],
    published: str | None,
    language: str,
    first: int,
    last: int,
) -> str:
    """Return ``occurred``, ``planned``, ``ongoing`` or ``cancelled``.

    The date decides where it lies wholly before or after publication; where it holds the day of publication,
    or there is none, the words near the event do.

    Parameters
    ----------
    dated : Dated
    signs : dict of str to list of int
        Where the sentence has words of doing, calling off and so on.
    tokens : sequence of Word
    published : str or None
        Day of publication, EDTF.
    language : str
    first, last : int
        The sentence's words.
    """
    if any(abs(at - dated.at) <= 8 for at in signs.get("cancelled", ())):
        return "cancelled"
    if dated.agreed:
        return "planned"
    past, future = tense(tokens[first:last], dated.at - first, language, 2 * _CLOSE)
    ongoing = any(abs(at - dated.at) <= _CLOSE for at in signs.get("ongoing", ()))
    if dated.date and published:
        begin, end = edtf.span(dated.date)
        day = edtf.span(published)
        if begin and day.latest and begin > day.latest:
            return "planned"
        if end and day.earliest and end < day.earliest:
            return "occurred"
        if dated.row is None:  # the article's own day
            return "ongoing" if ongoing else "planned" if future < past and future <= 4 else "occurred"
    if dated.type in ("relations-established", "recognition"):
        return "occurred"
    if future < past:
        return "planned"
    return "ongoing" if ongoing else "occurred" if past < 999 or (dated.date and published) else "planned"
