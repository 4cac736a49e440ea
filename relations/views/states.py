"""How panels stand beside the filters: what is counted, what is shown as a table, how long lists are."""

from __future__ import annotations

import re
from collections.abc import Mapping

STEP = 8  # so many more rows at a time
MOST_ROWS = 400
USUAL = {"sources": 40} | dict.fromkeys(("overdue", "due", "open", "done", "cancelled"), 5)  # rows at first
_WRITTEN = re.compile(r"[\w:.,?%-]{1,200}")
CHOICES = {"count": ("articles", "events"), "by": ("language", "press")}
FREE = ("indicator", "tables", "more")


def known(given: Mapping[str, str]) -> dict[str, str]:
    """Return the states among the parameters of an address; what is no state, or the usual one, is left out.

    Examples
    --------
    >>> known({"count": "events", "by": "language", "event": "e1", "more": "done:16"})
    {'count': 'events', 'more': 'done:16'}
    """
    found = {name: given[name] for name, values in CHOICES.items() if given.get(name) in values[1:]}
    return found | {name: given[name] for name in FREE if _WRITTEN.fullmatch(given.get(name, ""))}


def state(states: Mapping[str, str], name: str) -> str:
    """Return one state; the usual one where none is chosen.

    Examples
    --------
    >>> state({}, "count"), state({"count": "events"}, "count")
    ('articles', 'events')
    """
    return states.get(name, CHOICES[name][0])


def rows(states: Mapping[str, str], name: str) -> int:
    """Return how many rows of a list are shown.

    Examples
    --------
    >>> rows({"more": "done:16,due:x"}, "done"), rows({"more": "due:x"}, "due")
    (16, 5)
    """
    usual = USUAL.get(name, STEP)
    for part in states.get("more", "").split(","):
        told, _, n = part.partition(":")
        if told == name and n.isascii() and n.isdigit():
            return min(max(int(n[:6]), usual), MOST_ROWS)
    return usual


def longer(states: Mapping[str, str], name: str) -> dict[str, str]:
    """Return the states with one list longer: twice what it showed.

    Examples
    --------
    >>> longer({}, "done")
    {'more': 'done:21'}
    """
    others = [part for part in states.get("more", "").split(",") if part and part.partition(":")[0] != name]
    n = min(rows(states, name) + 2 * STEP, MOST_ROWS)
    return {**states, "more": ",".join([*others, f"{name}:{n}"])}
