"""Numbers that a sentence states for a period: an indicator, a number with its unit, and a date."""

from __future__ import annotations

from collections.abc import Sequence

from relations import edtf
from relations.coding.sentence import Sentence
from relations.coding.words import Word, Words
from relations.dates.row import DateRow

_FAR = 24.0
_LONGEST = 731  # days; a longer stretch is a programme's, not a figure's
_COMPARED = 5  # words between "compared with" and the date that it belongs to
_NEXT = 4.0


def stated_numbers(
    sentence: Sentence, dates: Sequence[tuple[DateRow, int]], tokens: Words, verb_last: bool = False
) -> dict[int, int]:
    """Return, for each date that is a figure's period, the word where its number stands.

    Parameters
    ----------
    sentence : Sentence
    dates : sequence of (DateRow, int)
        The sentence's dates, each with its word.
    tokens : Words
    verb_last : bool, default False
        Whether "compared with" follows its date, as in languages whose clause ends in its verb.

    Returns
    -------
    dict of int to int
        Index into ``dates`` → index of a word.
    """
    numbers = sentence.signs.get("scales", []) + [
        at
        for at in sentence.signs.get("units", ())
        if any(_is_number(tokens[n]) for n in range(max(at - 2, sentence.first), at + 1))
    ]
    result: dict[int, int] = {}
    taken: set[int] = set()
    for index, (row, at) in sorted(enumerate(dates), key=lambda pair: pair[1][1]):
        if (
            edtf.precision(row.edtf) == "day"
            or edtf.days(row.edtf) > _LONGEST
            or compared(row, at, sentence, tokens, verb_last)
        ):
            continue
        free = [one for one in numbers if not any(abs(one - other) <= 1 for other in taken)] or numbers
        best = min(free, key=lambda one: sentence.walls.between(one, at), default=None)
        if best is not None and sentence.walls.between(best, at) <= _FAR:
            result[index] = best
            taken.add(best)
    return result


def _is_number(word: Word) -> bool:
    return any(sign.isdigit() for sign in word.text)


def compared(row: DateRow, at: int, sentence: Sentence, tokens: Words, verb_last: bool) -> bool:
    """Say whether a date only tells what a figure is compared with ("against the same period of 2023").

    Parameters
    ----------
    row : DateRow
    at : int
        Its first word.
    sentence : Sentence
    tokens : Words
    verb_last : bool
    """
    end = sentence.last_word(at, row, tokens)
    for sign in sentence.signs.get("compared", ()):
        if (sign >= at) != verb_last:
            continue
        gap = at - sign if sign < at else sign - end
        place = (sign, at) if sign < at else (end, sign)
        if 0 <= gap <= _COMPARED and sentence.walls.height(*place) < _NEXT:
            between = range(min(place) + 1, max(place))
            if not any(n in between for n in sentence.signs.get("units", ())):
                return True
    return False
