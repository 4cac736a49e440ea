"""People whom the coder did not find, as reviewers name them: ``named:Aigerim_Saparova`` in the field ``people``."""

from __future__ import annotations

from relations.errors import ReviewError

_MARK = "named:"
_LONGEST = 100


def named(name: str) -> str:
    """Return how a person that somebody typed in stands among identities.

    Examples
    --------
    >>> named("Aigerim  Saparova"), name_of("named:Aigerim_Saparova"), name_of("p12")
    ('named:Aigerim_Saparova', 'Aigerim Saparova', None)
    """
    return _MARK + "_".join(name.split())


def name_of(identity: str) -> str | None:
    """Return the name that somebody typed in; ``None`` for the identity of a person that articles name."""
    return " ".join(identity.removeprefix(_MARK).split("_")) if identity.startswith(_MARK) else None


def check_names(people: str, place: str) -> None:
    """Refuse what is no name.

    Raises
    ------
    ReviewError
        If a name has no letter or is too long.
    """
    for identity in people.split():
        name = name_of(identity)
        if name is not None and (len(name) > _LONGEST or not any(sign.isalpha() for sign in name)):
            raise ReviewError(f"{place}: found {name[:40]!r}; expected a name of at most {_LONGEST} letters")
