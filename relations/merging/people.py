"""The persons of many articles, in many scripts → persons, each with every spelling."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from relations.coding import names
from relations.coding.rows import PersonRow


@dataclass(frozen=True, slots=True)
class Mention:
    """One person as one article names them."""

    article_id: str
    published: str | None
    language: str
    row: PersonRow


@dataclass(frozen=True, slots=True)
class Person:
    """One person, as all articles together name them."""

    person_id: str
    name: str
    spellings: dict[str, str]  # by BCP 47 tag
    role: str | None
    country: str | None
    mentions: tuple[Mention, ...]


def unite(mentions: Iterable[Mention]) -> list[Person]:
    """Unite the mentions of the same person across articles and scripts.

    Parameters
    ----------
    mentions : iterable of Mention

    Returns
    -------
    list of Person
        By name. The result does not depend on the order given.

    Examples
    --------
    >>> unite([])
    []
    """
    ordered = sorted(mentions, key=lambda m: (m.published or "", m.article_id, m.row.start))
    clusters = names.unite([(mention.row.name, mention.language, mention.row.country) for mention in ordered])
    return sorted((_person([ordered[i] for i in cluster]) for cluster in clusters), key=lambda p: (p.name, p.person_id))


def _person(mentions: list[Mention]) -> Person:
    spellings = {}
    for language in sorted({mention.language for mention in mentions}):
        spellings[language] = _usual(
            m.row.spelling or m.row.name_as_written for m in mentions if m.language == language
        )
    name = _usual(m.row.name for m in mentions if m.language == "en") if "en" in spellings else ""
    name = name or _usual(m.row.name for m in mentions)
    roles = [m.row.role for m in mentions if m.row.role]
    countries = Counter(m.row.country for m in mentions if m.row.country)
    return Person(
        person_id=identity(name),
        name=name,
        spellings=spellings,
        role=roles[-1] if roles else None,
        country=max(countries, key=lambda code: (countries[code], code)) if countries else None,
        mentions=tuple(mentions),
    )


def identity(name: str) -> str:
    """Return the identity of the person of a name in Latin letters."""
    return "p" + hashlib.sha256(name.casefold().encode()).hexdigest()[:12]


def _usual(values: Iterable[str]) -> str:
    """The longest in words, then the most frequent: 'Shehbaz Sharif' rather than 'Sharif'."""
    counted = Counter(values)
    return max(counted, key=lambda value: (min(len(value.split()), 3), counted[value], -len(value), value))
