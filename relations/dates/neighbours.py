"""What class a word has beside its neighbours: words of several tokens, numbers that count things, names."""

from __future__ import annotations

import re
from typing import Any

from relations.dates.lexicon import Lexicon
from relations.dates.tokens import Token

_YEARS = range(1800, 2101)  # a number outside them is only a year beside the word for it
_DAY = re.compile("E(?=i?M)")
_NUMBER = re.compile("Y")
_MONTH = re.compile("M")
_OF_MONTH = re.compile("P|Ow")
_WORDED = re.compile("[CO](?=d)")
_WORDED_DAYS = re.compile("C(?=(?:i?(?:[-tf]|,?&|,)i?[CD]){1,4}i?M)|(?<=[CD][tf-])C(?=i?M)")
_LISTED = re.compile("j(?:(?<=Y[,&]Yj)|(?<=Y,&Yj))")  # "in 2019 and 2020" in the plural names years, no decade


def classify(text: str, start: int, words: Lexicon) -> tuple[list[Token], str, list[Any]]:
    """Cut a text into tokens, with the class and the value of each.

    Examples
    --------
    >>> from relations.dates.lexicon import lexicon
    >>> classify("1500 buses in 2017", 0, lexicon("en"))[1]
    'ZUiY'
    """
    found = _join(words.cut(text, start), words)
    classes, values = words.look_up(found)
    return found, _settle(classes, found, words), values


def _join(found: list[Token], words: Lexicon) -> list[Token]:
    """Make one token of words that the lexicon knows together, such as "day before yesterday"."""
    compounds = words.compounds
    joined: list[Token] = []
    done = 0  # tokens that were looked at
    for index in [at for at, token in enumerate(found) if token.text in compounds]:
        if index < done:
            continue  # inside of the last one
        for rest in compounds[found[index].text]:
            after = index + 1 + len(rest)
            if [token.text for token in found[index + 1 : after]] == rest:
                joined += found[done:index]
                joined.append(_one(found[index:after]))
                done = after
                break
    return joined + found[done:] if done else found


def _one(parts: list[Token]) -> Token:
    first = parts[0]
    text, written = " ".join(part.text for part in parts), " ".join(part.written for part in parts)
    return Token(first.start, parts[-1].end, text, written, None, "", first.capital, first.shout)


def _settle(classes: str, found: list[Token], words: Lexicon) -> str:
    """Correct classes that only the neighbours tell."""
    letters = list(_LISTED.sub("y", classes))
    for match in _DAY.finditer(classes):  # "20-е января" is no decade
        letters[match.start()] = "D"
    for match in _WORDED.finditer(classes):  # "the third of the month", where "of the month" is one word
        if found[match.end()].text in words.date_words:
            letters[match.start()] = "D"
    if words.grammar.get("cardinal_day"):
        for match in _WORDED_DAYS.finditer(classes):
            letters[match.start()] = "D"
    for match in _NUMBER.finditer(classes):
        index = match.start()
        if _counts(classes, index, found, words):
            letters[index] = "Z"
    if words.proper:
        for match in _MONTH.finditer(classes):
            index, token = match.start(), found[match.start()]
            if token.capital and token.text.startswith(words.proper):
                after = classes[index + 1 : index + 2]
                day = after == "D" and bool(found[index + 1].ending)
                part = bool(_OF_MONTH.match(classes, index + 1))
                if not (after == "m" or day or part or (index and classes[index - 1] in "YyDBRX-")):
                    letters[index] = "x"
    return "".join(letters)


def _counts(classes: str, index: int, found: list[Token], words: Lexicon) -> bool:
    """Say whether a number of four digits counts what follows it."""
    number, after = found[index].number or 0, classes[index + 1 : index + 2]
    named = after in ("y", "j", "g", "e") or (index > 0 and classes[index - 1] == "y" and words.year_first)
    if named or found[index].ending:
        return False
    tail = found[index + 1 : index + 3]
    if len(tail) == 2 and tail[0].text in ".," and tail[1].number is not None and tail[1].start == found[index].end + 1:
        return tail[1].digits != 2 or classes[index + 3 : index + 4] not in (".", "-")  # "1804.37", not "2024.02.04"
    if after == "U" or number not in _YEARS:
        return True
    if after != "x" or not words.plural:
        return False
    # Years that are round, or long ago, are rare; a plural after such a number is what it counts.
    following = found[index + 1]
    if index and found[index - 1].text in words.before_year and words.plural.fullmatch(following.text):
        return not following.capital  # "with 2005 partners"
    return (
        (number % 100 == 0 or number < 1900) and not following.capital and bool(words.plural.fullmatch(following.text))
    )
