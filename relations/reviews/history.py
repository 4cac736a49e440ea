"""What was decided of one event by whom, and where two people contradict each other unawares."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from relations.reviews.decisions import EDITED, Decision, standing
from relations.reviews.places import Places


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two people decided differently, and the later did not see what the earlier had decided."""

    earlier: Decision
    later: Decision


def history(decisions: Iterable[Decision], places: Places[str], event: str) -> list[Decision]:
    """Return every decision about an event in the order they were made, also those taken back.

    Parameters
    ----------
    decisions : iterable of Decision
    places : Places
        The events by the keys of their statements.
    event : str
        ``event_id``.

    Examples
    --------
    >>> history([], Places([]), "e1")
    []
    """
    return [one for one in decisions if event in (places.find(one.key), one.field == "merge" and places.find(one.new))]


def conflicts(decisions: Iterable[Decision], places: Places[str]) -> list[Conflict]:
    """Find the decisions that overrule another person's without having seen it.

    Whoever decides notes what stood there; where that is not what somebody else had set it to, they worked side by
    side. The later decision holds until somebody settles it.

    Parameters
    ----------
    decisions : iterable of Decision
        In the order they were made.
    places : Places
        The events by the keys of their statements.

    Examples
    --------
    >>> places = Places([("0c:visit:", "e1")])
    >>> one = Decision("2026-01-01T00:00:00Z", "ab", "0c:visit:", "review", new="accepted")
    >>> other = Decision("2026-01-01T00:00:01Z", "cd", "0c:visit:", "review", new="rejected")
    >>> len(conflicts([one, other], places))
    1
    """
    in_force: dict[tuple[str, str], Decision] = {}
    found = []
    for decision in standing(decisions):
        event = places.find(decision.key)
        if event is None or decision.field not in ("review", *EDITED):
            continue
        before = in_force.get((event, decision.field))
        if before and before.reviewer != decision.reviewer and before.new not in (decision.old, decision.new):
            found.append(Conflict(before, decision))
        in_force[event, decision.field] = decision
    return found
