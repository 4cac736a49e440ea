"""The persons that an article names: role, country, and every mention of them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from relations.coding.bilateral import sides
from relations.coding.countries import CountryRow, countries
from relations.coding.given_names import usual_in
from relations.coding.later_mentions import later_mentions
from relations.coding.name_endings import endings, nominative
from relations.coding.name_spans import NameSpan, name_spans
from relations.coding.names import same_person
from relations.coding.offices import SERVES_ABROAD, role_of, title_of
from relations.coding.people_lexicon import lexicon
from relations.coding.phrases import Match
from relations.coding.romanisation import romanise
from relations.coding.rows import PersonRow, between
from relations.coding.words import Word, words

_MOST = 150  # persons to whom a name is compared; who comes later, in a text of names only, is known by the same name


def people(
    text: str, language: str, sentences: list[tuple[int, int]], start: int = 0, about: tuple[str, ...] = ()
) -> list[PersonRow]:
    """Find the persons that a text names.

    Parameters
    ----------
    text : str
    language : str
        BCP 47 tag of a language that the coder reads.
    sentences : list of (int, int)
    start : int, default 0
        Offset at which to begin.
    about : tuple of str, optional
        Countries whose relations are followed, ISO 3166-1 alpha-3; see `relations.coding.bilateral.sides`.

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
        called = base_name(span, language)
        group = known_as.get(called) or next(
            (groups[at] for at, name in enumerate(names[:_MOST]) if same_person(name, called)), None
        )
        if group is not None:
            known_as[called] = group
        elif " " not in called:
            group = next((groups[at] for at, name in enumerate(names[:_MOST]) if called in name.split()), None)
        if group is None and sum(len(word) > 1 for word in span.words) == 1 and span.sure < 1.9:
            continue
        if group is None:
            group = known_as[called] = []
            groups.append(group)
            names.append(called)
        group.append(span)
    again = later_mentions(tokens, groups, known, lambda part: nominative(part, language), start)
    groups = [[*group, *more] for group, more in zip(groups, again, strict=True)]
    pair = sides(text, language, start, about)
    # Without capitals only the names found tell that a role is another person's.
    firsts = sorted(span.first for span in spans) if known.names else ()
    rows = [_row(group, text, language, tokens, roles, named, pair, firsts) for group in groups]
    return sorted(_facing(rows, sentences, pair), key=lambda row: row.start)


def _facing(rows: list[PersonRow], sentences: list[tuple[int, int]], pair: tuple[str, ...]) -> list[PersonRow]:
    """Give officials of whom nothing says the country that of the side which those beside them are not of."""
    if len(pair) != 2:
        return rows
    result = []
    in_order = sorted(rows, key=lambda row: row.start)
    for row in rows:
        if row.country is None and row.role:
            at = bisect_right(sentences, row.start, key=lambda bounds: bounds[0]) - 1
            begin, end = sentences[at] if at >= 0 and row.start < sentences[at][1] else (row.start, row.end)
            beside = {one.country for one in between(in_order, begin, end) if one.country and one.role}
            if len(beside) == 1 and beside < set(pair):
                row = replace(row, country=next(code for code in pair if code not in beside))
        result.append(row)
    return result


def _row(
    group: list[NameSpan],
    text: str,
    language: str,
    tokens: Sequence[Word],
    roles: list[Match[str]],
    named: list[CountryRow],
    pair: tuple[str, ...],
    firsts: Sequence[int],
) -> PersonRow:
    fullest = group[0]
    role = country = None
    stated = False  # the country stands right beside the role
    for span in sorted(group, key=lambda one: one.start):
        match = role_of(span, roles, tokens, text, firsts)
        if match is None:
            continue
        title, place, beside = title_of(match, span, tokens, text, language, named, pair)
        stated = stated or (beside and country in (None, place))
        role, country = role or title, country or place
    name = base_name(fullest, language)
    usual = usual_in(tuple(name.split()), pair)
    if usual and country in pair and country != usual and not stated and not _says_so(role):
        country = usual  # the other side's name stands near, but the person's own name speaks louder
    country = country or usual
    return PersonRow(
        name_as_written=text[fullest.start : fullest.end],
        name=romanise(name),
        role=role,
        country=country,
        start=fullest.start,
        end=fullest.end,
        rule=f"{language}.person",
        mentions=tuple(sorted((span.start, span.end) for span in group)),
        spelling=name,
    )


def _says_so(role: str | None) -> bool:
    return role is not None and role.startswith(SERVES_ABROAD)


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
