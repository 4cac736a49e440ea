"""What only looks like a date: money, quantities, names, verbs."""

from __future__ import annotations

import re

from relations.dates.lexicon import Lexicon
from relations.dates.phrases import Phrase
from relations.dates.tense import word_tenses
from relations.dates.tokens import Token

_LIST_AHEAD, _LIST_BEHIND = re.compile("[,&]{1,2}Y(?:[,&]{1,2}Y){0,9}-?[yjg]"), re.compile("Y[,&]{1,2}$")
_DAY_AHEAD, _DAY_BEHIND = re.compile("[.]?,?(?:DM|M[.]?D)"), re.compile("[MDYyg][,(]$")
_WEEKLY = re.compile("W(?:[,&]{1,2}W){0,6}[dx]")
_PARTED = re.compile("[yjmw]i+G")
_OF_UNITS = {"ago", "later", "hence", "relative-unit", "year-alone", "end-of-unit", "weekday"}
_BACK = 6  # as many tokens before a phrase as any check looks at
_VAGUE = re.compile("~i?$")
_QUOTES = "(«\"“”’‘'-–—/"


def is_date(phrase: Phrase, classes: str, found: list[Token], words: Lexicon) -> bool:
    """Say whether a run of words that could be a date is one, beside the words around it."""
    if phrase.rule in _OF_UNITS and _is_vague(phrase, classes, found, words):
        return False
    check = _CHECKS.get(phrase.rule)
    return check is None or check(phrase, classes, found, words)


def _behind(phrase: Phrase, classes: str) -> str:
    return classes[max(phrase.first - _BACK, 0) : phrase.first]


def _around(phrase: Phrase, classes: str) -> tuple[str, str]:
    before = classes[phrase.first - 1] if phrase.first else "^"
    return before, classes[phrase.last + 1] if phrase.last + 1 < len(classes) else "$"


def _is_vague(phrase: Phrase, classes: str, found: list[Token], words: Lexicon) -> bool:
    """Whether no number is told: "several years ago", "in the coming weeks"."""
    counted = phrase.at("n") is not None
    if not counted and _VAGUE.search(_behind(phrase, classes)):
        return True
    index = phrase.at("u")
    if phrase.rule == "year-alone" and not phrase.match["Y1"]:
        index = phrase.first + phrase.match[0].find("y") if "y" in phrase.match[0] else None
    if words.grammar.get("verb_last") and _around(phrase, classes)[1] == "~":
        return True  # "each" comes after its word
    return index is not None and not counted and found[index].text in words.plural_units


def _glued(index: int, found: list[Token]) -> bool:
    """Whether a number hangs on what stands before it: "EXPO-2017", "$2024"."""
    if not index or found[index - 1].end != found[index].start:
        return False
    before = found[index - 1].text
    return before not in _QUOTES or (before in "-–/" and index > 1 and found[index - 2].end == found[index - 1].start)


def _is_year(phrase: Phrase, classes: str, found: list[Token], words: Lexicon) -> bool:
    run = phrase.match[0]
    if "Y" not in run:
        return not phrase.match["Q1"] or words.year_first  # "two years past" is none
    index = phrase.first + run.index("Y")
    token = found[index]
    before, after = _around(phrase, classes)
    if run[0] != "P" and classes[index - 1 : index] != "y" and _glued(index, found):
        return False
    if phrase.match["Y1"] and run[0] == "y" and not words.year_first:
        return False  # "a year 1500 buses": the number counts
    if set(run) & set("ygRXBQ"):
        return True
    if token.ending:
        return not words.year_endings or token.ending in words.year_endings
    if "P" in run:
        return True
    listed = _LIST_AHEAD.match(classes, index + 1)
    if words.grammar.get("bare_year") is False:
        said = phrase.first > 0 and found[phrase.first - 1].text in words.before_year and 1900 < (token.number or 0)
        ends = after in "-.,$&" and (token.number or 0) % 100 != 0
        return bool(listed) or (said and ends) or (before == "(" and after in ("o", "-", ","))
    if before == "J":
        return False
    if listed or before in "itfu&(^Fr" or after == ")" or _LIST_BEHIND.search(_behind(phrase, classes)):
        return True
    word = found[phrase.first - 1].text if phrase.first else ""
    ended = before == "." and phrase.first > 1 and len(found[phrase.first - 2].text) > 3  # no abbreviation
    if ended and after == "x" and word_tenses(words.language)[found[phrase.last + 1].text]:
        return True  # "2025 will be better"
    possessive = word == "s" and phrase.first > 1 and found[phrase.first - 2].text in "'’"
    return possessive or word in words.before_year or (bool(words.grammar.get("cases_after")) and after in "it&f")


def _is_decade(phrase: Phrase, classes: str, found: list[Token], words: Lexicon) -> bool:
    index = phrase.match.start("e")
    if classes[index] == "E" and found[index].number is None:  # "the nineties", but not "the tenth ones"
        known = words.word(found[index].text)
        plain = known is not None and 1950 <= known[1] <= 2000 and _around(phrase, classes)[0] in "if"
        return plain or bool(set(phrase.match[0]) & set("yjP"))
    return classes[index] == "E" or not (
        _glued(index, found) or _LIST_BEHIND.search(classes[max(index - _BACK, 0) : index])
    )


def _is_month(phrase: Phrase, classes: str, found: list[Token], words: Lexicon) -> bool:
    run = phrase.match[0]
    if len(run.strip("i")) > 1:
        return True
    index = phrase.match.start("m")
    before, after = _around(phrase, classes)
    if found[index].text in words.capital_needed and before not in "itfu&P(,":
        return False
    if words.grammar.get("bare_month") is False and found[index].text in words.month_names and after == "x":
        return before in "tfr-&"
    if before == "Z" or (before == "D" and words.grammar.get("month_day") == "plain"):
        return False
    # A capital before another one: "Ms April Jones", "Mar del Plata".
    following = found[index + 1] if index + 1 < len(found) else None
    name = found[index].capital and after == "x" and following is not None and following.capital
    if words.grammar.get("bare_month") is False:
        name = name and found[index].text in words.month_names  # in a case it says when: "Маусымда Астанада"
    return not (name and before not in "itfurP-") and not (found[index].text in words.weak and before not in "itfurP(-")


def _is_day_of_month(phrase: Phrase, classes: str, found: list[Token], words: Lexicon) -> bool:
    if "." in phrase.match[0] and found[phrase.match.start("m")].text in words.month_names:
        return False  # a sentence ends: only a month that is cut short has a full stop
    if words.grammar.get("month_day") != "suffixed":
        return True
    last = max(i for i in range(phrase.first, phrase.last + 1) if classes[i] == "D")
    marked = bool(words.grammar.get("cases_after")) and _around(phrase, classes)[1] == "i"
    return marked or bool(found[last].ending or phrase.match["mark"])


def _is_marked_day(phrase: Phrase, classes: str, found: list[Token], words: Lexicon) -> bool:
    return found[phrase.last].text in words.date_words


def _is_day_alone(phrase: Phrase, classes: str, found: list[Token], words: Lexicon) -> bool:
    """Whether a number is a day of the month that the story is in: "on the 11th", but not "on the 11th floor"."""
    if phrase.match["mark"]:
        return _is_marked_day(phrase, classes, found, words)
    opening = words.grammar.get("bare_day", "").split()
    before = [token.text for token in found[max(phrase.first - len(opening), 0) : phrase.first]]
    if not opening or before != opening or not found[phrase.last].ending:
        return False
    after = found[phrase.last + 1] if phrase.last + 1 < len(found) else None
    return after is None or after.text in ".,;:)–—" or after.text in words.after_day


def _is_so_far(phrase: Phrase, classes: str, found: list[Token], words: Lexicon) -> bool:
    """Whether "in ten months" may mean those of the year, by the preposition or the case."""
    before = found[phrase.first - 1].text if phrase.first else ""
    return before in words.so_far or found[phrase.last].text in words.so_far


def _is_end_of_unit(phrase: Phrase, classes: str, found: list[Token], words: Lexicon) -> bool:
    # Where postpositions follow their noun, "at first, in a week two flights" is no first week.
    return not (words.grammar.get("cases_after") and phrase.match[0][0] == "P" and "i" in phrase.match[0])


def _is_relative_unit(phrase: Phrase, classes: str, found: list[Token], words: Lexicon) -> bool:
    return phrase.match[0][0] != "m" or words.year_first


def _is_worded_day(phrase: Phrase, classes: str, found: list[Token], words: Lexicon) -> bool:
    first, last = phrase.match.start("days"), phrase.match.start("m")
    return bool(words.worded_day.fullmatch(" ".join(token.text for token in found[first:last])))


def _is_day_of_relative(phrase: Phrase, classes: str, found: list[Token], words: Lexicon) -> bool:
    start, end = phrase.match.span("days")
    last = max(i for i in range(start, end) if classes[i] == "D")
    return bool(found[last].ending) or "d" in phrase.match[0]


def _is_day(phrase: Phrase, classes: str, found: list[Token], words: Lexicon) -> bool:
    # "KAZAKHSTAN TODAY" is a name; "on the eve of that summit" stands beside another day.
    return not found[phrase.first].shout and not (
        found[phrase.first].text in words.weak and _around(phrase, classes)[1] == "X"
    )


def _is_season(phrase: Phrase, classes: str, found: list[Token], words: Lexicon) -> bool:
    index = phrase.match.start("s")
    if (
        phrase.first == index
        and index
        and found[index - 1].text in "-‑–"
        and found[index - 1].end == found[index].start
    ):
        return False  # "57-летний"
    weak = found[index].text in words.weak_seasons
    return not weak or bool(set(phrase.match[0]) & set("YRBXP"))


def _is_weekday(phrase: Phrase, classes: str, found: list[Token], words: Lexicon) -> bool:
    index = phrase.match.start("w")
    if _in_plural(index, classes, found, words):
        return False  # "сәрсенбі және сенбі күндері", every week
    if found[index].text not in words.weak or phrase.match["r"]:
        return True
    before, after = _around(phrase, classes)
    if words.grammar.get("cases_after"):
        return len(phrase.match[0]) > 1 or before == "(" or after in "idvD(,-&"
    return before in "itfur&" or bool(
        _DAY_AHEAD.match(classes, index + 1) or _DAY_BEHIND.search(_behind(phrase, classes))
    )


def _in_plural(index: int, classes: str, found: list[Token], words: Lexicon) -> bool:
    """Whether "days" follows a list of weekdays in the plural."""
    match = _WEEKLY.match(classes, index)
    return match is not None and found[match.end() - 1].text in words.plural_units


def _has_count(phrase: Phrase, classes: str, found: list[Token], words: Lexicon) -> bool:
    uncounted = "jdeh" if phrase.rule == "ago" else "j"
    before, after = _around(phrase, classes)
    way = phrase.at("way")
    if way is not None and found[way].text in words.prepositions and after in "xiC":
        return False  # "four days after the visit"
    if phrase.rule == "ago" and words.grammar.get("cases_after") and _PARTED.search(phrase.match[0]):
        return False  # "the year's first month": a postposition parts them
    if phrase.match["n"] is None and before in "CDZO":
        return False  # its number is part of it, and was refused
    return phrase.match["n"] is not None or phrase.match["u"] not in uncounted


_CHECKS = {
    "year-alone": _is_year,
    "decade": _is_decade,
    "month": _is_month,
    "month-days": _is_day_of_month,
    "month-days-marked": _is_marked_day,
    "day-alone": _is_day_alone,
    "months-so-far": _is_so_far,
    "end-of-unit": _is_end_of_unit,
    "relative-unit": _is_relative_unit,
    "worded-day": _is_worded_day,
    "days-of-relative-month": _is_day_of_relative,
    "day": _is_day,
    "season": _is_season,
    "weekday": _is_weekday,
    "ago": _has_count,
    "later": _has_count,
}
