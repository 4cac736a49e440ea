"""What somebody asks for on the command line: the filters of the page, as options or as the end of its address."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from relations.charts.timeline_by import BY
from relations.errors import ExportError
from relations.views import states
from relations.views.filters import CODED, Selection, from_address
from relations.views.outcomes import OUTCOMES, STATUSES

if TYPE_CHECKING:
    from relations.dossier import Dossier
    from relations.views.archive import Window


@dataclass(frozen=True, slots=True)
class Asked:
    """The language, the filters, the stretch of the timeline and what its lanes are, and how the charts stand."""

    language: str
    selection: Selection
    window: Window | None
    lanes: str
    states: Mapping[str, str]


def asked(dossier: Dossier, view: str, language: str, options: Mapping[str, Any]) -> Asked:
    """Return what is asked for; options win over the address.

    Parameters
    ----------
    dossier : Dossier
        Knows the codes that there are.
    view : str
        The page's address, or what follows its question mark.
    language : str
        Wins over the address; English where neither says one.
    options : mapping
        By the names of `Selection`; ``None`` and what is empty say nothing.

    Raises
    ------
    ExportError
        If a code is unknown: on a page one sees that a filter finds nothing, in a file one would not.

    Examples
    --------
    >>> from types import SimpleNamespace
    >>> found = asked(SimpleNamespace(), "http://localhost/?since=1999&lang=kk", "", {"until": 2005})
    >>> found.language, found.selection.since, found.selection.until
    ('kk', 1999, 2005)
    """
    selection, others = from_address(view.partition("?")[2] if "?" in view else view)
    given: dict[str, Any] = {
        name: frozenset(value) if name in CODED else value for name, value in options.items() if value
    }
    selection = replace(selection, **given)
    for name, known in (
        ("types", lambda: dossier.event_types["code"]),
        ("sectors", lambda: dossier.sectors["code"]),
        ("people", lambda: dossier.people["person_id"]),
        ("languages", lambda: dossier.articles["language"].unique()),
        ("statuses", lambda: [*STATUSES, *OUTCOMES]),
    ):
        if codes := getattr(selection, name):
            _check(name, codes, list(known()))
    lanes = others.get("lanes", "kind")
    return Asked(
        language or others.get("lang", "en"), selection, _window(others.get("window", "")),
        lanes if lanes in BY else "kind", states.known(others),
    )  # fmt: skip


def _check(name: str, codes: Collection[str], known: list[str]) -> None:
    if unknown := sorted(set(codes) - set(known)):
        choice = f"choose from {', '.join(sorted(known))}" if len(known) <= 60 else "see the table people"
        raise ExportError(f"{unknown[0]!r} is none of the {name} of this dossier; {choice}")


def _window(text: str) -> Window | None:
    try:
        first, last = map(date.fromisoformat, text.split(","))
    except ValueError:
        return None
    return (first, last) if first <= last else None
