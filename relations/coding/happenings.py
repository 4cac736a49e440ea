"""Which dates of a sentence tell when something happened, and which only when it was said, or since when."""

from __future__ import annotations

from relations import edtf
from relations.coding.sentence import Sentence
from relations.coding.words import Words
from relations.dates.row import DateRow

_ATTRIBUTED = 3
_SAID_AFTER = 2
_SINCE = 3  # words from "since" to its date
_SUPERLATIVE = 12  # words from "the first" to "since"
_NEXT = 3.0


def happenings(sentence: Sentence, tokens: Words, verb_last: bool) -> list[tuple[DateRow, int]]:
    """Return the dates of a sentence on which something may have happened, each with its word.

    Parameters
    ----------
    sentence : Sentence
    tokens : Words
    verb_last : bool
        Whether a clause of the language ends in its verb.
    """
    dates = [(row, sentence.word_at(row.start, tokens)) for row in sentence.dates]
    return [
        pair
        for pair in dates
        if not _is_attribution(pair, sentence, tokens, verb_last)
        and not _is_scope(pair, sentence, tokens)
        and not _looks_back(pair, sentence, tokens, verb_last)
    ]


def _is_attribution(pair: tuple[DateRow, int], sentence: Sentence, tokens: Words, verb_last: bool) -> bool:
    """Whether a day tells when something was said: "the ministry said on Monday"; the verb may follow the day."""
    row, at = pair
    if row.anchor != "publication" or edtf.precision(row.edtf) != "day":
        return False
    end = sentence.last_word(at, row, tokens)
    spoken = sentence.signs.get("attribution", ())
    return any(0 < at - word <= _ATTRIBUTED or (verb_last and 0 < word - end <= _SAID_AFTER) for word in spoken)


def _is_scope(pair: tuple[DateRow, int], sentence: Sentence, tokens: Words) -> bool:
    """Whether a date says how long a programme runs ("for the period until 2026") or names something else."""
    row, at = pair
    end = sentence.last_word(at, row, tokens)
    return any(at - 2 <= sign <= end + 1 for sign in sentence.signs.get("scope", ()))


def _looks_back(pair: tuple[DateRow, int], sentence: Sentence, tokens: Words, verb_last: bool) -> bool:
    """Whether a date only says since when nothing of the kind had been ("the first premier to come since 2007").

    Where the verb is last the words stand the other way round ("2007 жылдан бері алғашқы").
    """
    row, at = pair
    way = 1 if verb_last else -1
    signs = since(row, at, sentence, tokens, verb_last)
    return any(
        0 < way * (first - signs[-1]) <= _SUPERLATIVE and sentence.walls.height(first, signs[-1]) < _NEXT
        for first in sentence.signs.get("unmatched", ())
        if signs
    )


def since(row: DateRow, at: int, sentence: Sentence, tokens: Words, verb_last: bool) -> list[int]:
    """Return the words "since" that stand beside a date.

    Parameters
    ----------
    row : DateRow
    at : int
        Its first word.
    sentence : Sentence
    tokens : Words
    verb_last : bool
        Whether "since" follows its date, as in languages whose clause ends in its verb.
    """
    way, edge = (1, sentence.last_word(at, row, tokens)) if verb_last else (-1, at)
    return [sign for sign in sentence.signs.get("since", ()) if 0 <= way * (sign - edge) <= _SINCE]
