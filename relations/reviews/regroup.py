"""Events taken apart, put together and added as people decided, before anything else of them is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from relations.merging import Event, Statement
from relations.merging.events import event_of
from relations.reviews.added import Added
from relations.reviews.decisions import Decision
from relations.reviews.places import GONE, Places


@dataclass(frozen=True, slots=True)
class Text:
    """What an added event needs of an article."""

    text: str
    published: str | None
    language: str


def regroup(
    events: Iterable[Event], decisions: Iterable[Decision], texts: Mapping[str, Text]
) -> tuple[list[Event], list[tuple[Decision, str]]]:
    """Apply the decisions ``add``, ``merge`` and ``split``, in their order.

    Parameters
    ----------
    events : iterable of Event
    decisions : iterable of Decision
        Others than those three are passed over.
    texts : mapping of str to Text
        The articles by ``article_id``.

    Returns
    -------
    (list of Event, list of (Decision, str))
        The events, and the decisions that could not be applied with the reason.
    """
    found = list(events)
    left = []
    for decision in decisions:
        if decision.field not in ("add", "merge", "split"):
            continue
        changed = {"add": _add, "merge": _merge, "split": _split}[decision.field](found, decision, texts)
        if isinstance(changed, str):
            left.append((decision, changed))
        else:
            found = changed
    return found, left


def numbered(events: Sequence[Event]) -> Places[int]:
    """Return the place of each event in a list, by the keys of its statements."""
    return Places((one.key, number) for number, event in enumerate(events) for one in event.statements)


def _add(events: list[Event], decision: Decision, texts: Mapping[str, Text]) -> list[Event] | str:
    added = Added.parse(decision.new)
    if any(one.key == added.key for event in events for one in event.statements):
        return events  # a newer coder reads it by itself
    place = added.found({name: text.text for name, text in texts.items()})
    if place is None:
        return "the words that were marked stand in no article any more"
    article, start = place
    statement = Statement(
        article, texts[article].published, texts[article].language, added.row(start), added.quote,
        people=frozenset(added.people),
    )  # fmt: skip
    return [*events, event_of(added.type, [statement])]


def _merge(events: list[Event], decision: Decision, texts: Mapping[str, Text]) -> list[Event] | str:
    places = numbered(events)
    kept, other = places.find(decision.key), places.find(decision.new)
    if kept is None or other is None:
        return places.why_not(decision.key if kept is None else decision.new)
    if kept == other:
        return events
    union = event_of(events[kept].type, events[kept].statements + events[other].statements)
    return [union if n == kept else event for n, event in enumerate(events) if n != other]


def _split(events: list[Event], decision: Decision, texts: Mapping[str, Text]) -> list[Event] | str:
    """Take one statement out; those that leave under the same name stay together."""
    places = numbered(events)
    whole = places.find(decision.key)
    if whole is None:
        return places.why_not(decision.key)
    event = events[whole]
    leaving = [one for one in event.statements if one.key == decision.key]
    staying = [one for one in event.statements if one.key != decision.key]
    if not leaving:
        return GONE
    if not staying:
        return events  # it stands alone already
    companion = next(
        (
            n
            for n, other in enumerate(events)
            if n != whole and decision.new != decision.key and any(one.key == decision.new for one in other.statements)
        ),
        None,
    )
    rest = [event_of(event.type, staying) if n == whole else other for n, other in enumerate(events)]
    if companion is None:
        return [*rest, event_of(leaving[0].event.type, leaving)]
    rest[companion] = event_of(events[companion].type, (*events[companion].statements, *leaving))
    return rest
