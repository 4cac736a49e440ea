"""The office that an article gives a person: the role beside a name, and the country it is held for."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from relations.coding.countries import CountryRow
from relations.coding.given_names import is_family, is_given
from relations.coding.name_spans import NameSpan
from relations.coding.people_lexicon import lexicon
from relations.coding.phrases import Match
from relations.coding.rows import between
from relations.coding.words import Word, cut_words

_ATTACHED = 3  # words between a nationality and the role that it belongs to
_ROLE_REACH = 9  # words between a role and its name
_BESIDE = 80  # characters beside a country in which a word that belongs to it stands
_OF = re.compile(r"\s*(?:of(?: the)?\s+|\()")
_STOP = re.compile(r"[.;:!?\n۔]|\s[–—]\s")
SERVES_ABROAD = (
    "Ambassador",
    "Consul",
    "Honorary Consul",
    "Consul General",
    "Permanent Representative",
    "High Commissioner",
)


def role_of(
    span: NameSpan, roles: list[Match[str]], tokens: Sequence[Word], text: str, firsts: Sequence[int]
) -> Match[str] | None:
    """The role that belongs to a name: just before it, or after a comma or a dash."""
    before = bisect_right(roles, span.first, key=lambda one: one.last)
    if before and span.first - roles[before - 1].last <= _ROLE_REACH:
        role = roles[before - 1]
        gap = text[role.end : span.start]
        if (
            not _STOP.search(gap)
            and ("," not in gap or gap == ", ")
            and not _another_name(tokens, role.last, span.first, firsts)
        ):
            return role
    after = bisect_right(roles, span.last, key=lambda one: one.first)
    if after < len(roles) and roles[after].first - span.last - 1 <= 4:
        role = roles[after]
        gap = text[span.end : role.start]
        if gap.lstrip().startswith((",", "،", "–", "(")) and not _STOP.search(gap.replace(" – ", ",")):
            return role
    return None


def _attached(row: CountryRow, role: Match[str], span: NameSpan, text: str) -> bool:
    """Whether a country stands at the role itself: at most three words before it, or anywhere after it."""
    if row.start >= role.start:
        return True
    return len(text[row.end : role.start].split()) <= _ATTACHED and row.kind == "nationality"


def _another_name(tokens: Sequence[Word], first: int, last: int, firsts: Sequence[int]) -> bool:
    if bisect_left(firsts, first) != bisect_left(firsts, last):
        return True
    between = [word for word in tokens[first:last] if word.capital and len(word.text) > 2]
    return sum(is_given(word.text) or is_family(word.text) for word in between) >= 2


def title_of(
    role: Match[str],
    span: NameSpan,
    tokens: Sequence[Word],
    text: str,
    language: str,
    named: list[CountryRow],
    pair: tuple[str, ...],
) -> tuple[str, str | None, bool]:
    """The role in English with its matter, the country it is held for, and whether that stands right beside it."""
    begin = max(role.first - _ROLE_REACH, 0)
    low = tokens[begin].start
    cut = [match.end() for match in re.finditer(r"[.;:!?\n۔,،]", text[low : role.start])]
    low += cut[-1] if cut else 0
    high = max(role.end, span.start if span.start > role.end else role.end)
    title = role.value
    if title.endswith(("Minister", "Secretary")) and "Prime" not in title:
        around = text[low : high if span.start > role.end else min(role.end + 60, len(text))]
        matters = lexicon(language).domains.find(around, tokens=cut_words(around))
        if matters:
            spot = role.start - low
            nearest_matter = min(
                matters,
                key=lambda match: (min(abs(match.end - spot), abs(match.start - (role.end - low))), match.start),
            )
            title = f"{title} of {nearest_matter.value}"
    near = [
        row
        for row in between(named, low, high + (40 if span.start <= role.start else 0))
        if not (span.start <= row.start < span.end)
    ]
    body = lexicon(language).body
    if title.startswith(SERVES_ABROAD) and near:
        host, host_after, host_before = body.get("host"), body.get("host_after", ()), body.get("host_before", ())
        sending = [
            row
            for row in near
            if not (host and re.search(host, text[row.start : row.end]))
            and not text[row.end : row.end + _BESIDE].lstrip().startswith(tuple(f"{word} " for word in host_after))
            and text[max(row.start - _BESIDE, 0) : row.start].rstrip().rsplit(" ", 1)[-1].casefold() not in host_before
        ]
        if not sending and len(pair) == 2 and {row.code for row in near} < set(pair):
            return title, next(code for code in pair if code != near[0].code), True  # where only the host is named
        near = sending or near
    # A third country that merely stands near ("a road through China with Minister Khan") is not the person's.
    near = [row for row in near if row.code in pair or _attached(row, role, span, text)]
    nearest = min(near, key=lambda row: abs(row.start - role.start)) if near else None
    following = between(named, span.end, span.end + _BESIDE)[:1] if span.start > role.end else ()
    if following and _OF.fullmatch(text[span.end : following[0].start]):
        nearest = following[0]  # "President Duterte of the Philippines"
    if nearest is None:
        return title, None, False
    gap = text[nearest.end : role.start].strip()
    return title, nearest.code, nearest.start < role.start and (not gap or gap in body.get("of", ()))
