"""Which runs of words make a date: patterns over the letters of the lexicon's classes.

A text becomes a string with one letter a token (`relations.dates.lexicon.CLASSES`), so the patterns below are
the grammar of date expressions, the same for every language; word order differs, the parts do not.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from relations.memo import Memo

G = "i{0,3}"  # prepositions, articles, postpositions between the parts
DAYS = r"D(?:d?i?(?:-|&|,&?|t|it|f)i?D){0,5}"
COUNT = r"(?P<n>C-?C|[CDZ])"
DOT = "(?:[.](?=,?(?:i?[Yg]|R)))?"  # of an abbreviation, before its year; not in "on 3 May. In the last year"
BARE = "y(?![RQ])"  # "the year" without more: that of publication


def _year(number: int) -> str:
    """A year: written, "last year", "that year", or a deictic word."""
    return (
        rf"(?:(?:y{G})?(?P<Y{number}>Y)(?:-?y|g[.]?)?|(?P<R{number}>R){G}(?:y|g[.])|y(?P<Q{number}>R)|"
        rf"(?P<X{number}>X)(?:[iX]{{0,2}})y|(?P<B{number}>B)y?)"
    )


def _maybe_year(number: int, before: bool) -> str:
    return rf"(?:{_year(number)},?{G})?" if before else rf"(?:,?{G}{_year(number)})?"


FISCAL = rf"(?:z{G}y?{G}(?P<fy>Y)[-/][YDZ](?:i?y)?|(?P<fy2>Y)[-/][YDZ]i?z{G}y)"  # by both of its years
BEFORE, AFTER = _maybe_year(1, True), _maybe_year(2, False)

_SOURCES = [
    ("iso", r"(?P<y>Y)(?:-(?P<m>D)-|/(?P<m2>D)/|[.](?P<m3>D)[.])(?P<d>D)"),
    ("numeric", r"(?P<d>D)[.](?P<m>D)[.](?P<y>[YDZ])(?:y|g[.]?)?"),
    ("numeric", r"(?P<d>D)/(?P<m>D)/(?P<y>Y)"),
    ("numeric", r"(?P<d>D)-(?P<m>D)-(?P<y>Y)"),
    ("across-months", rf"{BEFORE}[fr]?{G}(?P<d1>D)d?{G}(?P<m1>M){G}{AFTER}{G}[-&tf]{{1,3}}{G}"
                      rf"(?P<d2>D)d?{G}(?P<m2>M){_maybe_year(3, False)}(?:{G}t)?"),
    ("across-months", rf"{BEFORE}(?P<d1>D)d?{G}(?P<m1>M){G}(?P<d2>D)d?{G}(?P<m2>M){_maybe_year(3, False)}{G}t"),
    ("across-months", rf"f?{G}(?P<m1>M)[.]?(?P<d1>D){AFTER}{G}[-t]{G}(?P<m2>M)[.]?(?P<d2>D){_maybe_year(3, False)}"),
    ("across-months", rf"f?{G}(?P<m1>M)(?P<d1>D){G}[-&t]{{1,2}}{G}(?P<m2>M)(?P<d2>D){_maybe_year(3, False)}"),
    ("across-months", rf"{_year(1)},?{G}(?P<d1>D)d?{G}(?P<m1>M){G}(?P<sep>[-tf]{{1,2}}){G}"
                      rf"{_year(3)},?{G}(?P<d2>D)d?{G}(?P<m2>M)(?:i?r)?(?:{G}t)?"),
    ("across-months", rf"{_year(1)},?{G}(?P<d1>D)d?{G}(?P<m1>M){G}&?{G}"
                      rf"{_year(3)},?{G}(?P<d2>D)d?{G}(?P<m2>M)(?:i?r|{G}t)"),
    ("days-of-month", rf"{BEFORE}(?:[fr]{G})?(?P<days>{DAYS})d?{G}(?P<m>M){DOT}(?:i?[rt])?{AFTER}(?:{G}t)?"),
    ("worded-day", rf"{BEFORE}(?P<days>C?O|C){G}(?P<m>M)(?:i?d)?{AFTER}"),
    ("days-of-month", r"(?P<days>D)-(?P<m>M)-(?P<Y1>Y)"),
    ("month-days", rf"{BEFORE}(?:[fr]{G})?(?P<m>M)[.]?{G}(?:m{G})?(?P<days>{DAYS})(?P<mark>i?[dr])?{AFTER}"),
    ("month-days-marked", rf"(?P<m>M){G}{_year(1)}{G}(?P<days>{DAYS})d"),
    ("days-of-relative-month", rf"(?:(?P<r>[RX]){G}m|m(?P<r2>R)){G}(?P<days>{DAYS})(?:i?d)?"),
    ("days-of-relative-month", rf"(?P<days>{DAYS})(?:i?d)?{G}(?P<r>[RX]){G}m"),
    ("ten-days", rf"{BEFORE}(?P<m>M){G}(?P<o>[ODCG]){G}k"),
    ("ten-days", rf"(?P<o>[ODC]){G}k{G}(?P<m>M){AFTER}"),
    ("month", rf"(?:P{G}-?)?{BEFORE}(?:P{G}-?)?(?:[OPR]{G}[wh]{G})?(?:[fr]{G})?(?:m{G})?(?P<m>M){DOT}"
              rf"(?:{G}(?P<to>[-&tf]{{1,3}}){G}(?P<m2>M))?(?:i?[mp])?(?(to)(?:i?r)?|)(?:{G}P)?{AFTER}(?:{G}(?:[OP]{G}[wh]|[Pt]))?"),
    ("month", rf"{BEFORE}(?P<m>M){G}(?P<m2>M){AFTER}{G}t"),
    ("month", rf"{BEFORE}(?P<m>M)(?={G}&{G}M{AFTER})"),
    ("months-across-years", rf"f?{G}(?P<m1>M){G}{_year(1)}{G}[-tf]{{1,2}}{G}(?P<m2>M){G}{_year(2)}(?:{G}t)?"),
    ("months-across-years", rf"{_year(1)}{G}(?P<m1>M){G}{_year(2)}{G}(?P<m2>M){G}t"),
    ("relative-month-name", rf"(?:P{G})?(?P<r>R){G}(?P<m>M)(?:i?m)?(?:{G}P)?"),
    ("season", rf"(?:P{G})?{BEFORE}(?:(?P<r>R){G})?(?P<s>S)(?:i?P)?{AFTER}(?:-[YDZ]{G}[yj]?)?"),
    ("part-of-year", rf"(?:P{G})?(?:{_year(1)},?{G}|(?P<b1>y){G})?(?:(?P<r>R){G})?(?P<o>[ODNG])-?{G}(?P<q>[qh])"
                     rf"(?:i?P)?(?:,?{G}{_year(2)}|{G}(?P<b2>{BARE}))?"),
    ("last-part", rf"(?P<o>[RPK]){G}(?P<q>[qh]){G}(?:{_year(2)}|(?P<b2>{BARE}))"),
    ("last-part", rf"{_year(1)}{G}(?P<o>[RPK]){G}(?P<q>[qh])"),
    ("part-code", rf"(?P<q>l)(?P<o>D)[-,]?{G}(?P<Y1>Y)?"),
    ("part-code", rf"(?P<o>D)(?P<q>l)-?{G}(?P<Y1>[YDZ])?"),
    ("part-of-fiscal", rf"(?P<o>[ODNG])-?{G}(?P<q>[qh]){G}(?:(?P<r>[RB]){G})?"
                       rf"(?:z{G}y?{G}(?P<b>Y)?|(?P<b2>Y)i?z{G}y?)"),
    ("part-of-fiscal", rf"(?P<r>[RB]){G}z{G}y{G}(?P<o>[ODNG])-?{G}(?P<q>[qh])"),
    ("part-of-fiscal", rf"{FISCAL}{G}(?P<o>[ODNG])-?{G}(?P<q>[qh])"),
    ("part-of-fiscal", rf"(?P<o>[ODNG])-?{G}(?P<q>[qh]){G}{FISCAL}"),
    ("months-of-fiscal", rf"{FISCAL}{G}(?:[OGP]{G})?{COUNT}{G}m"),
    ("months-of-fiscal", rf"(?:[OGP]{G})?{COUNT}{G}m{G}{FISCAL}"),
    ("months-of-fiscal", rf"(?:[OGP]{G})?{COUNT}{G}m{G}(?:(?P<r>[RB]){G})?z{G}y?{G}(?P<b>[YD])?"),
    ("months-of-fiscal", rf"(?P<r>[RB]){G}z{G}y{G}(?:[OGP]{G})?{COUNT}{G}m"),
    ("months-of-year", rf"{_year(1)},?{G}(?:[OGP]{G})?{COUNT}{G}m"),
    ("months-of-year", rf"(?:[OGP]{G})?{COUNT}{G}m{G}(?:{_year(2)}|{BARE})"),
    ("months-of-year", rf"(?P<r>R){G}(?:[OP]{G})?{COUNT}{G}m"),
    ("months-of-year", rf"[OP]{G}{COUNT}{G}m"),
    ("months-of-year", rf"y{G}(?:[OP]|(?<=i)G){G}{COUNT}{G}m"),
    ("months-so-far", rf"{COUNT}{G}m"),
    ("fiscal", rf"(?:(?P<kind>[za]){G}y?{G}|y{G})?(?P<a>Y)[-/](?P<b>[YDZ])(?:i?(?P<kind2>[za])?{G}y)?"),
    ("fiscal", rf"(?P<kind>[za]){G}y?{G}(?P<b>D)-(?P<a>Y)(?P<kind2>)"),  # written from right to left
    ("fiscal-end", r"zi?y?(?P<b>[YDZ])"),
    ("relative-fiscal", rf"(?P<r>[RBX]){G}(?P<kind>[za]){G}y"),
    ("years", rf"(?:f{G})?(?P<a>Y)y?{G}(?:[-f]|i?t){G}(?P<b>Y)(?:i?(?:[yj]|g[.]?))?(?:{G}[rt])?"),
    ("years", r"(?P<a>Y)-(?P<b>[DZ])"),
    ("years", rf"(?P<a>Y)y?{G}(?P<b>Y)y?{G}t"),
    ("years", rf"r{G}(?P<a>Y)y?{G}&{G}(?P<b>Y)(?:i?[yj])?"),
    ("years", rf"(?:y{G})?(?P<a>Y)y?{G}&{G}(?:y{G})?(?P<b>Y)(?:i?[yj])?{G}r"),
    ("decade", rf"(?:P{G}-?{G})?(?P<e>E)(?:{G}[yje])?"),
    ("decade", rf"(?:P{G}-?)?(?:y{G})?(?P<e>[YZ])-?{G}[jek](?:{G}P)?"),
    ("decade", rf"(?:P{G}-?)?(?P<e>O){G}[je](?:{G}P)?"),
    ("decade", rf"(?:P{G}-?)?(?P<e>C){G}e(?:{G}P)?"),
    ("year-alone", rf"(?:[PL]{G}-?)?{_year(1)}(?:{G}P)?(?P<period>{G}p)?"),
    ("end-of-unit", rf"P{G}(?P<u>[ymqwe])(?![RY])"),
    ("end-of-unit", rf"(?P<u>[ymwe])-?{G}P"),
    ("relative-unit", rf"(?:P{G})?(?P<r>R){G}(?P<u>[mwqhdpv])(?:{G}P(?:{G}w)?)?"),
    ("relative-unit", rf"(?P<u>m)(?P<r>R)(?![ymwqhdMSW])(?:{G}P(?:{G}w)?)?"),
    ("period-of-year", rf"(?:{_year(1)}{G}|(?P<R3>R){G})?(?P<x>X)[iX]{{0,2}}p(?:{G}{_year(2)})?"),
    ("period-of-year", rf"{_year(1)}{G}(?P<x>R){G}p"),
    ("weekend", rf"(?:(?P<r>[RX]){G})?(?P<u>b)"),
    ("same-unit", rf"(?P<x>X)[iX]{{0,2}}(?P<u>[mwqhdpv])(?:{G}P(?:{G}w)?)?"),
    ("same-day-of-year", rf"{_year(1)},?{G}x?(?P<x>X){G}d"),
    ("ago", rf"(?:{COUNT}{G})?(?P<u>[yjmwdeH]){G}G(?P<today>{G}A)?"),
    ("ago", rf"(?P<today>R)d{G}{COUNT}{G}(?P<u>[yj]){G}G"),
    ("ago", rf"{COUNT}{G}(?P<u>[yj]){G}G{G}x?(?P<today>[RX])d"),
    ("hence", rf"(?:{COUNT}{G})?(?P<u>[yjmwde])V"),
    ("later", rf"(?:L{G})?(?:{COUNT}{G})?(?P<u>[yjmwdH]){G}(?P<way>[LF])"),
    ("later", rf"(?P<way>L){G}(?:{COUNT}{G})?(?P<u>[yjmwdH])"),
    ("later", rf"(?P<way>n){G}{COUNT}{G}(?P<u>[yjmwdH]){G}G"),
    ("weekday-of-week", rf"(?P<r>R){G}w{G}(?P<w>W)"),
    ("weekday-of-week", rf"(?P<w>W){G}(?P<r>R){G}w"),
    ("weekdays", rf"(?:f{G})?(?P<w>W){G}[-t]{G}(?P<w2>W)"),
    ("weekdays", rf"(?P<w>W){G}(?P<w2>W){G}t"),
    ("weekday", rf"(?:(?P<r>R){G})?(?P<w>W)(?:{G}d)?v?"),
    ("day", rf"(?P<a>A){G}v?"),
    ("day-alone", r"(?P<days>D(?:[-&]D)?)(?P<mark>d)?"),
    ("year-word", rf"(?P<B1>B)(?:{G}P)?"),
]  # fmt: skip
_COMPLETE = {"numeric", "months-of-year", "months-so-far", "day-alone"}  # without any of the core letters
PATTERNS = [(name, re.compile(source)) for name, source in _SOURCES]
_START = re.compile("[YDMWSRXBAOCNZEPLGKyfrzalbHn]|[mwd](?=(?:i{0,3}[GLF])|V)|[mwe](?=-?i{0,3}[MP])|m(?=R)")
# A letter that no date can do without: the others only make sense beside one of these.
_CORE = re.compile("[YMWSRXBAEGLFVkqhjeyPlbz]")


@dataclass(slots=True)
class Phrase:
    """One run of tokens that makes a date."""

    rule: str
    match: re.Match[str]
    first: int
    last: int  # index of the last token

    def at(self, group: str) -> int | None:
        """Index of the first token of a group, or ``None`` where it is not there."""
        known = group in self.match.re.groupindex and self.match[group]
        return self.match.start(group) if known else None


def next_start(classes: str, position: int) -> int:
    """Return where the next date may begin, or -1.

    Examples
    --------
    >>> next_start("xxM", 0), next_start("xx", 0)
    (2, -1)
    """
    found = _START.search(classes, position)
    return found.start() if found else -1


def phrases(classes: str, position: int) -> list[Phrase]:
    """Return the date phrases that can begin at a token, the longest first.

    Parameters
    ----------
    classes : str
        One letter a token.
    position : int
        Index of the token.

    Examples
    --------
    >>> [(one.rule, one.first, one.last) for one in phrases("xiDMYx", 2)][0]
    ('days-of-month', 2, 4)
    """
    run = _RUN.match(classes, position)
    found = []
    for rule, pattern in _fitting[run[0] if run else ""]:
        if match := pattern.match(classes, position):
            found.append(Phrase(rule, match, position, match.end() - 1))
    return found


# What a date can be made of at most: words and signs that dates do not have end it, and no pattern is longer.
_RUN = re.compile("(?:[^xo]|x(?=[RX]i{0,3}d)){0,160}")


def _fit(run: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The patterns that fit at the beginning of a run, the longest match first."""
    fitting = []
    for rule, pattern in PATTERNS:
        match = pattern.match(run)
        if match and match.end() and (_CORE.search(match[0]) or rule in _COMPLETE):
            fitting.append((match.end(), rule, pattern))
    return tuple((rule, pattern) for _, rule, pattern in sorted(fitting, key=lambda one: -one[0]))


_fitting = Memo(_fit)
