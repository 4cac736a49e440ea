"""Names of countries and cities that stand for something else: the bird, the month, a person."""

from __future__ import annotations

from functools import cache
from typing import Any

from relations import languages
from relations.coding.given_names import is_given
from relations.coding.phrases import Match
from relations.coding.words import Word, key, words


@cache
def _months(language: str) -> tuple[str, ...]:
    return tuple(set(map(key, languages.month_names(language))))


def _is_month(text: str, first: int, last: int, language: str) -> bool:
    """Tell whether a name that is also a month's ('Қазан') stands as the month: beside a number, or before 'month'."""
    tokens = words(text)
    if last - first > 1:
        return False
    if not tokens[first].key.startswith(_months(language)):
        return False
    beside = [tokens[i].key for i in (first - 1, last) if 0 <= i < len(tokens)]
    if any(word[0].isdigit() for word in beside):
        return True
    month = tuple(languages.load(language, "countries").get("month", ()))
    return last < len(tokens) and tokens[last].key.startswith(month)


@cache
def _doubts(language: str) -> dict[str, tuple[dict[str, Any], ...]]:
    doubts: dict[str, tuple[dict[str, Any], ...]] = {}
    for written in languages.load(language, "countries").get("doubtful", ()):
        rule = dict(written)
        for test in ("not_before", "not_after", "only_before", "only_after"):
            if test in rule:
                rule[test] = frozenset(map(key, rule[test]))
        for name in rule["names"]:
            doubts[key(name)] = (*doubts.get(key(name), ()), rule)
    return doubts


def means_another(match: Match[Any], text: str, tokens: tuple[Word, ...], language: str) -> bool:
    """Tell whether the words around say that this is no country: the bird, the month, a person."""
    if match.last - match.first > 1:
        return False
    word = tokens[match.first]
    if _is_month(text, match.first, match.last, language):
        return True
    doubts = _doubts(language)
    rules = doubts.get(word.key) or doubts.get(word.key[: len(word.key) - len(match.ending)] if match.ending else "")
    if not rules:
        return False
    before = _neighbours(text, tokens, match.first, -1)
    after = _neighbours(text, tokens, match.last, 1)
    return any(_excluded(rule, before, after) for rule in rules)


def _neighbours(text: str, tokens: tuple[Word, ...], at: int, step: int) -> list[Word]:
    """Up to two words on one side, as long as nothing but white space or hyphens stands between."""
    near: list[Word] = []
    place = at - 1 if step < 0 else at
    while 0 <= place < len(tokens) and len(near) < 2:
        inner = (place, place + 1) if step < 0 else (place - 1, place)
        if inner[1] < len(tokens) and inner[0] >= 0:
            gap = text[tokens[inner[0]].end : tokens[inner[1]].start]
            if gap.strip(" \u00a0-–.’'") or (". " in gap and len(tokens[inner[0]].text) > 1):
                break
        near.append(tokens[place])
        place += step
    return near


def _excluded(rule: dict[str, Any], before: list[Word], after: list[Word]) -> bool:
    next_words = {after[0].key, " ".join([word.key for word in after])} if after else set()
    last_word = before[0].key if before else ""
    if rule.get("not_first") and not before:
        return True
    if not next_words.isdisjoint(rule.get("not_before", ())):
        return True
    if last_word in rule.get("not_after", ()):
        return True
    if rule.get("not_after_number") and last_word.isdigit():
        return True
    if rule.get("not_after_name") and before and _is_name_part(before[0]):
        return True
    if rule.get("not_before_name") and after and _is_name_part(after[0]):
        return True
    only_before, only_after = rule.get("only_before"), rule.get("only_after", ())
    if only_before and next_words.isdisjoint(only_before):
        return last_word not in only_after
    return False


def _is_name_part(word: Word) -> bool:
    """An initial or a word that people's lists know as a given name or a title before names."""
    return word.capital and (len(word.text) == 1 or is_given(word.key))
