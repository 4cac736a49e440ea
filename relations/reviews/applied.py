"""Decisions → events as people decided them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from relations.merging import Event
from relations.reviews.added import RULE
from relations.reviews.decisions import EDITED, Decision, standing
from relations.reviews.named import name_of
from relations.reviews.regroup import Text, numbered, regroup


@dataclass(frozen=True, slots=True)
class Reviewed:
    """An event with what people decided of it."""

    event: Event
    review: str | None = None
    summary: str | None = None
    sectors: frozenset[str] | None = None
    people: frozenset[str] | None = None

    def value(self, name: str) -> str:
        """Return a field as it stands in ``reviews.csv``."""
        if name in ("sectors", "people"):
            chosen: frozenset[str] | None = getattr(self, name)
            return " ".join(sorted(_told(self.event, name) if chosen is None else chosen))
        if name == "summary":
            return self.summary or self.event.best.event.summary
        return str((self.review if name == "review" else getattr(self.event, name)) or "")


def _told(event: Event, name: str) -> set[str]:
    if name == "sectors":
        return {code for one in event.statements for code in one.event.sectors}
    return {code for one in event.statements for code in one.people}


@dataclass(frozen=True, slots=True)
class Applied:
    """What came of the decisions."""

    events: list[Reviewed]
    left: list[tuple[Decision, str]]  # not applied, and why


def apply(
    events: Iterable[Event],
    decisions: Iterable[Decision],
    texts: Mapping[str, Text] | None = None,
    people: Iterable[str] | None = None,
    link: Callable[[list[Event]], list[Event]] = list,
) -> Applied:
    """Apply decisions to events, the newest last.

    Parameters
    ----------
    events : iterable of Event
        As merged.
    decisions : iterable of Decision
        In the order they were made.
    texts : mapping of str to Text, optional
        The articles, for events that people added.
    people : iterable of str, optional
        The identities that exist; not checked where left out.
    link : callable, optional
        Ties plans to what fulfilled them; called with the events that nobody rejected, as decided.

    Returns
    -------
    Applied
        The events as decided, and the decisions that could not be applied.

    Examples
    --------
    >>> apply([], []).events
    []
    """
    stand = standing(decisions)
    grouped, left = regroup(events, stand, texts or {})
    places, known = numbered(grouped), None if people is None else set(people)
    found = [Reviewed(event, "accepted" if _marked(event) else None) for event in grouped]
    for decision in stand:
        if decision.field not in ("review", *EDITED):
            continue
        place = places.find(decision.key)
        if place is None:
            left.append((decision, places.why_not(decision.key)))
        elif unknown := _unknown(decision, known):
            left.append((decision, f"there is no person {unknown} any more"))
        else:
            found[place] = _decided(found[place], decision)
    kept = [one.event for one in found if one.review != "rejected"]
    linked = {event.event_id: event for event in link(kept)}
    found = [replace(one, event=linked.get(one.event.event_id, one.event)) for one in found]
    return Applied(found, left)


def _marked(event: Event) -> bool:
    return all(one.event.rule == RULE for one in event.statements)


def _unknown(decision: Decision, known: set[str] | None) -> str | None:
    if decision.field != "people" or known is None:
        return None
    return next((name for name in decision.new.split() if name not in known and not name_of(name)), None)


def _decided(one: Reviewed, decision: Decision) -> Reviewed:
    new: Any = decision.new
    if decision.field == "review":
        return replace(one, review=new or None)
    # Whoever edits a row that was rejected wants it back.
    if decision.field == "summary":
        return replace(one, summary=new, review="edited")
    if decision.field in ("sectors", "people"):
        chosen: dict[str, Any] = {decision.field: frozenset(new.split())}
        return replace(one, review="edited", **chosen)
    change: dict[str, Any] = {decision.field: new or None}
    event = replace(one.event, **change)
    if decision.field == "status" and new in ("planned", "cancelled"):
        event = replace(event, fulfilled_by=None)  # no report speaks of it then
    return replace(one, event=event, review="edited")
