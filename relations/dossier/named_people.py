"""People whom reviewers typed in → persons: one that articles name, too, else a new one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from relations.articles import detect_language
from relations.coding.romanisation import romanise
from relations.merging.people import Person, identity
from relations.reviews import Reviewed
from relations.reviews.named import name_of


def settled(people: Sequence[Person], events: Sequence[Reviewed]) -> tuple[list[Person], list[Reviewed]]:
    """Give every person that was typed in an identity.

    Parameters
    ----------
    people : sequence of Person
        Those that articles name.
    events : sequence of Reviewed
        As people decided them.

    Returns
    -------
    (list of Person, list of Reviewed)
        With the persons that only reviewers know, and their identities in place of their names.

    Examples
    --------
    >>> settled([], [])
    ([], [])
    """
    known = {name.casefold(): one.person_id for one in people for name in (one.name, *one.spellings.values())}
    made = {one.person_id: one for one in people}
    found = []
    for event in events:
        stood = event.value("people").split()
        if any(map(name_of, stood)):
            event = replace(event, people=frozenset(_settled(one, known, made) for one in stood))
        found.append(event)
    return sorted(made.values(), key=lambda one: (one.name, one.person_id)), found


def _settled(stood: str, known: dict[str, str], made: dict[str, Person]) -> str:
    name = name_of(stood)
    if name is None:
        return stood
    latin = romanise(name)
    there = known.get(name.casefold()) or known.get(latin.casefold())
    if there is None:
        there = known[name.casefold()] = identity(latin)
        made.setdefault(there, Person(there, latin, {detect_language(name): name}, None, None, ()))
    return there
