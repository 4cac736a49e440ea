"""The persons that an article names: role, country, and every mention of them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from relations.coding.bilateral import sides
from relations.coding.countries import CountryRow, countries
from relations.coding.given_names import is_family, is_given, usual_in
from relations.coding.name_spans import NameSpan, lexicon, name_spans
from relations.coding.names import same_person
from relations.coding.phrases import Match
from relations.coding.romanisation import romanise
from relations.coding.rows import PersonRow, between
from relations.coding.words import Word, cut_words, words

_ROLE_REACH = 9  # words between a role and its name
_BESIDE = 80  # characters beside a country in which a word that belongs to it stands
_MOST = 150  # persons to whom a name is compared; who comes later, in a text of names only, is known by the same name
_OF = re.compile(r"\s*(?:of(?: the)?\s+|\()")
_STOP = re.compile(r"[.;:!?\n۔]|\s[–—]\s")
_SERVES_ABROAD = (
    "Ambassador",
    "Consul",
    "Honorary Consul",
    "Consul General",
    "Permanent Representative",
    "High Commissioner",
)


def people(text: str, language: str, sentences: list[tuple[int, int]], start: int = 0) -> list[PersonRow]:
    """Find the persons that a text names.

    Parameters
    ----------
    text : str
    language : str
        BCP 47 tag of a language that the coder reads.
    sentences : list of (int, int)
        Not needed now; the signature is that of every coder.
    start : int, default 0
        Offset at which to begin.

    Returns
    -------
    list of PersonRow
        One a person, at the fullest mention, with all mentions; ``name`` in Latin letters and base form.

    Examples
    --------
    >>> text = "President Sergio Mattarella of Italy received Murat Nurtleu of Kazakhstan."
    >>> [(row.name, row.role, row.country) for row in people(text, "en", [])]
    [('Sergio Mattarella', 'President', 'ITA'), ('Murat Nurtleu', None, 'KAZ')]
    """
    known, tokens = lexicon(language), words(text)
    roles = [role for role in known.roles.find(text, start) if role.start >= start]
    spans = name_spans(text, language, roles, start)
    named = [row for row in countries(text, language, start=start) if row.kind in ("country", "nationality")]
    groups: list[list[NameSpan]] = []
    names: list[str] = []  # of each group
    known_as: dict[str, list[NameSpan]] = {}
    for span in sorted(spans, key=lambda one: (-sum(len(word) > 1 for word in one.words), one.start)):
        called = base_name(span)
        group = known_as.get(called) or next(
            (groups[at] for at, name in enumerate(names[:_MOST]) if same_person(name, called)), None
        )
        if group is None and sum(len(word) > 1 for word in span.words) == 1 and span.sure < 1.9:
            continue
        if group is None:
            group = []
            groups.append(group)
            names.append(called)
        group.append(span)
        known_as[called] = group
    pair = sides(text, language, start)
    rows = [_row(group, text, language, tokens, roles, named, pair) for group in groups]
    return sorted(rows, key=lambda row: row.start)


def _row(
    group: list[NameSpan],
    text: str,
    language: str,
    tokens: Sequence[Word],
    roles: list[Match[str]],
    named: list[CountryRow],
    pair: tuple[str, ...],
) -> PersonRow:
    fullest = group[0]
    role = country = None
    for span in sorted(group, key=lambda one: one.start):
        match = _role_of(span, roles, tokens, text)
        if match is None:
            continue
        title, place = _title(match, span, tokens, text, language, named)
        role, country = role or title, country or place
    name = base_name(fullest)
    usual = usual_in(tuple(name.split()), pair)
    if usual and country in pair and country != usual and not _says_so(role):
        country = usual  # the other side's name stands near, but the person's own name speaks louder
    country = country or usual
    return PersonRow(
        name_as_written=text[fullest.start : fullest.end],
        name=romanise(name),
        role=role,
        organisation=None,
        country=country,
        start=fullest.start,
        end=fullest.end,
        rule=f"{language}.person",
        mentions=tuple(sorted((span.start, span.end) for span in group)),
        spelling=name,
    )


def _says_so(role: str | None) -> bool:
    return role is not None and role.startswith(_SERVES_ABROAD)


def base_name(span: NameSpan) -> str:
    """Return a name without the case endings that its last words carry, in its own script."""
    parts = [_nominative(part) if len(part) > 3 else part for part in span.words]
    if parts[-1] != span.words[-1]:
        # A family name in a case carries its given names with it: Мухаммадом Исхаком Даром.
        ending = _ending(span.words[-1], parts[-1])
        parts = [
            part[: -len(ending)]
            if part == word and ending and len(part) > len(ending) + 3 and part.endswith(ending)
            else part
            for part, word in zip(parts, span.words, strict=True)
        ]
    joints = span.joints or (" ",) * (len(parts) - 1)
    return parts[0] + "".join(joint + part for joint, part in zip(joints, parts[1:], strict=True))


def _ending(written: str, base: str) -> str:
    """The case ending that a word lost; only a Russian one stands on every part of a name."""
    ending = written[len(base) :] if written.startswith(base) else ""
    return ending if ending in ("ом", "а", "у", "ым") else ""


_ENDINGS = (
    re.compile(r"(?:[ндт][ыі]ң|[ғқгк][ае]|[ндт][ыі]|[дт][ае]н?|н[ае]н|[мбп]ен)$"),
    re.compile(r"(?:ым|ом|ем|ого|ому|ой|у|а|е|ы|я|ю|ию|ия|ем|ей)$"),
    re.compile(r"['’]s$"),
)
_ENDS_IN_U = ("леу", "беу", "тау", "бау", "кеу", "ғау", "гау")  # Нұртілеу, Мұхтау: the name's own last letters


def _nominative(word: str) -> str:
    if word[-1].isascii():
        return _ENDINGS[2].sub("", word)
    for pattern in _ENDINGS[:2]:
        shorter = pattern.sub("", word)
        if shorter == word or len(shorter) < 3 or word.endswith(_ENDS_IN_U) or is_given(word):
            continue
        if is_family(shorter) or is_given(shorter):
            return shorter
    return word


def _role_of(span: NameSpan, roles: list[Match[str]], tokens: Sequence[Word], text: str) -> Match[str] | None:
    """The role that belongs to a name: just before it, or after a comma or a dash."""
    before = bisect_right(roles, span.first, key=lambda one: one.last)
    if before and span.first - roles[before - 1].last <= _ROLE_REACH:
        role = roles[before - 1]
        gap = text[role.end : span.start]
        if not _STOP.search(gap) and "," not in gap and not _another_name(tokens, role.last, span.first):
            return role
    after = bisect_right(roles, span.last, key=lambda one: one.first)
    if after < len(roles) and roles[after].first - span.last - 1 <= 4:
        role = roles[after]
        gap = text[span.end : role.start]
        if gap.lstrip().startswith((",", "،", "–", "(")) and not _STOP.search(gap.replace(" – ", ",")):
            return role
    return None


def _another_name(tokens: Sequence[Word], first: int, last: int) -> bool:
    between = [word for word in tokens[first:last] if word.capital and len(word.text) > 2]
    return sum(is_given(word.text) or is_family(word.text) for word in between) >= 2


def _title(
    role: Match[str], span: NameSpan, tokens: Sequence[Word], text: str, language: str, named: list[CountryRow]
) -> tuple[str, str | None]:
    """The role in English with its matter, and the country it is held for."""
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
    if title.startswith(_SERVES_ABROAD) and len(near) > 1:
        host, host_after, host_before = body.get("host"), body.get("host_after", ()), body.get("host_before", ())
        sending = [
            row
            for row in near
            if not (host and re.search(host, text[row.start : row.end]))
            and not text[row.end : row.end + _BESIDE].lstrip().startswith(tuple(f"{word} " for word in host_after))
            and text[max(row.start - _BESIDE, 0) : row.start].rstrip().rsplit(" ", 1)[-1].casefold() not in host_before
        ]
        near = sending or near
    nearest = min(near, key=lambda row: abs(row.start - role.start)) if near else None
    if nearest is None and span.start > role.end:
        following = between(named, span.end, span.end + _BESIDE)[:1]
        nearest = following[0] if following and _OF.fullmatch(text[span.end : following[0].start]) else None
    return title, nearest.code if nearest else None
