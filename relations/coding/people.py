"""The persons that an article names: role, country, and every mention of them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from relations.coding.bilateral import sides
from relations.coding.countries import CountryRow, countries
from relations.coding.given_names import is_family, is_given, usual_in
from relations.coding.name_endings import endings, nominative
from relations.coding.name_spans import NameSpan, lexicon, name_spans
from relations.coding.names import same_person
from relations.coding.phrases import Match
from relations.coding.romanisation import romanise
from relations.coding.rows import PersonRow
from relations.coding.words import Word, words

_ROLE_REACH = 9  # words between a role and its name
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
    for span in sorted(spans, key=lambda one: (-sum(len(word) > 1 for word in one.words), one.start)):
        called = base_name(span, language)
        group = next((group for group in groups if same_person(base_name(group[0], language), called)), None)
        if group is None and sum(len(word) > 1 for word in span.words) == 1 and span.sure < 1.9:
            continue
        if group is None:
            groups.append([span])
        else:
            group.append(span)
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
    name = base_name(fullest, language)
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


def base_name(span: NameSpan, language: str) -> str:
    """Return a name without the case endings that its last words carry, in its own script."""
    parts = [nominative(part, language) if len(part) > 3 else part for part in span.words]
    if parts[-1] != span.words[-1]:
        # A family name in a case carries its given names with it: Мухаммадом Исхаком Даром.
        ending = span.words[-1].removeprefix(parts[-1])
        if ending in endings(language).throughout:
            parts = [
                part[: -len(ending)] if part == word and len(part) > len(ending) + 3 and part.endswith(ending) else part
                for part, word in zip(parts, span.words, strict=True)
            ]
    joints = span.joints or (" ",) * (len(parts) - 1)
    return parts[0] + "".join(joint + part for joint, part in zip(joints, parts[1:], strict=True))


def _role_of(span: NameSpan, roles: list[Match[str]], tokens: Sequence[Word], text: str) -> Match[str] | None:
    """The role that belongs to a name: just before it, or after a comma or a dash."""
    before = [role for role in roles if role.last <= span.first and span.first - role.last <= _ROLE_REACH]
    if before:
        role = max(before, key=lambda one: (one.last, -one.first))
        gap = text[role.end : span.start]
        if not _STOP.search(gap) and "," not in gap and not _another_name(tokens, role.last, span.first):
            return role
    after = [role for role in roles if 0 <= role.first - span.last - 1 <= 4]
    if after:
        role = min(after, key=lambda one: one.first)
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
        matters = lexicon(language).domains.find(around)
        if matters:
            spot = role.start - low
            nearest_matter = min(
                matters,
                key=lambda match: (min(abs(match.end - spot), abs(match.start - (role.end - low))), match.start),
            )
            title = f"{title} of {nearest_matter.value}"
    near = [row for row in named if low <= row.start < high + (40 if span.start <= role.start else 0)]
    near = [row for row in near if not (span.start <= row.start < span.end)]
    body = lexicon(language).body
    if title.startswith(_SERVES_ABROAD) and len(near) > 1:
        host, host_after, host_before = body.get("host"), body.get("host_after", ()), body.get("host_before", ())
        sending = [
            row
            for row in near
            if not (host and re.search(host, text[row.start : row.end]))
            and not text[row.end :].lstrip().startswith(tuple(f"{word} " for word in host_after) or ("\0",))
            and text[: row.start].rstrip().rsplit(" ", 1)[-1].casefold() not in host_before
        ]
        near = sending or near
    nearest = min(near, key=lambda row: abs(row.start - role.start)) if near else None
    if nearest is None and span.start > role.end:
        following = [row for row in named if _OF.fullmatch(text[span.end : row.start])]
        nearest = following[0] if following else None
    return title, nearest.code if nearest else None
