"""What was decided of one event by whom, and where two people contradict each other unawares."""

from __future__ import annotations

from collections import defaultdict
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
    """Find the decisions that overrule another person's without having seen it, and that nobody has settled.

    Whoever decides notes what stood there; where that is not what somebody else had set it to, they worked side by
    side. The later decision holds. It is settled when somebody, who saw it, sets that field once more or judges the
    event.

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
    >>> third = Decision("2026-01-01T00:00:02Z", "ab", "0c:visit:", "review", "rejected", "accepted")
    >>> conflicts([one, other, third], places)
    []
    """
    in_force: dict[tuple[str, str], Decision] = {}
    found: dict[tuple[str, str], list[Conflict]] = defaultdict(list)
    for decision in standing(decisions):
        event, field = places.find(decision.key), decision.field
        if event is None or field not in ("review", *EDITED):
            continue
        before = in_force.get((event, field))
        if before is not None:
            stood = before.new if before.field == field else "edited"
            if stood == decision.old:
                for one in ("review", *EDITED) if field == "review" else (field,):
                    found.pop((event, one), None)
            elif before.reviewer != decision.reviewer and stood != decision.new:
                found[event, field].append(Conflict(before, decision))
        in_force[event, field] = decision
        if field != "review":
            in_force[event, "review"] = decision  # whoever changes a row has judged it
    return sorted((one for several in found.values() for one in several), key=lambda one: one.later.line)
