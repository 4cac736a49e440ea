"""How far two people who reviewed the same rows agree, beyond chance."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from itertools import combinations

import pandas as pd

from relations.reviews.decisions import EDITED, Decision, standing

_AS_CODED = "as coded"  # what nobody ever changed, whatever it is


def kappa(pairs: Sequence[tuple[str, str]]) -> float:
    """Return Cohen's kappa of two people's labels.

    Parameters
    ----------
    pairs : sequence of (str, str)
        Both labels of each thing; at least one.

    Returns
    -------
    float
        1 for full agreement, 0 for what chance would give; nan where both always gave the same one label, for then
        chance alone would give that.

    References
    ----------
    Cohen, J. (1960). A coefficient of agreement for nominal scales. Educational and Psychological Measurement 20.

    Examples
    --------
    >>> round(kappa([("a", "a"), ("a", "b"), ("b", "b"), ("b", "b")]), 2)
    0.5
    """
    n = len(pairs)
    seen = sum(one == other for one, other in pairs) / n
    first, second = Counter(one for one, _ in pairs), Counter(other for _, other in pairs)
    chance = sum(first[label] * second[label] for label in first) / n**2
    return float("nan") if chance == 1 else (seen - chance) / (1 - chance)


def agreement(decisions: Iterable[Decision], event_of: Callable[[str], str] = str) -> pd.DataFrame:
    """Compare the people who reviewed the same rows, field by field.

    Somebody's value of a field is what they set it to last; accepting a row means its value at that time.

    Parameters
    ----------
    decisions : iterable of Decision
        In the order they were made.
    event_of : callable, optional
        Gives the event of a key, so that decisions about two sentences of one event count as about the same.

    Returns
    -------
    pandas.DataFrame
        ``field``, ``first``, ``second`` (reviewers), ``n`` (rows both judged), ``agreement`` (share), ``kappa``
        (Cohen's, missing where both always gave one label).

    Examples
    --------
    >>> agreement([]).columns.tolist()
    ['field', 'first', 'second', 'n', 'agreement', 'kappa']
    """
    judged: dict[str, dict[str, dict[str, str]]] = defaultdict(lambda: defaultdict(dict))  # field, reviewer, event
    now: dict[tuple[str, str], str] = {}
    stand = standing(decisions)
    for decision in reversed(stand):  # the oldest change of a field tells how it was coded
        if decision.field in EDITED:
            now[event_of(decision.key), decision.field] = decision.old
    for decision in stand:
        event, who = event_of(decision.key), decision.reviewer
        if decision.field == "review" and decision.new:
            judged["review"][who][event] = "rejected" if decision.new == "rejected" else "kept"
            if decision.new == "accepted":
                for name in EDITED:
                    judged[name][who][event] = now.get((event, name), _AS_CODED)
        elif decision.field in EDITED:
            judged["review"][who][event] = "kept"
            judged[decision.field][who][event] = now[event, decision.field] = decision.new
    rows = []
    for name in ("review", *EDITED):
        for first, second in combinations(sorted(judged[name]), 2):
            one, other = judged[name][first], judged[name][second]
            pairs = [(one[event], other[event]) for event in one if event in other]
            if pairs:
                share = sum(a == b for a, b in pairs) / len(pairs)
                rows.append((name, first, second, len(pairs), share, kappa(pairs)))
    return pd.DataFrame(rows, columns=["field", "first", "second", "n", "agreement", "kappa"])
