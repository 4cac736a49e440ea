"""How probably a row is right: what speaks for it, turned into a share of rows that are right.

The coder adds up what speaks for an event: how near its date stands, whether its own verb is there, whether the date
was written or worked out. That sum is no probability. ``confidence.toml`` says, from annotated articles that no rule
was written from, which share of the events with such a sum, of such a kind, was right (logistic regression, Platt
1999); ``tools/calibrate.py`` makes it.
"""

from __future__ import annotations

import math
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from relations.errors import CodebookError


@dataclass(frozen=True, slots=True)
class Scale:
    """The logistic curve: log odds are ``base + slope * evidence``, and a kind's own ``shift``."""

    base: float
    slope: float
    shift: dict[str, float]


@cache
def _scale() -> Scale:
    file = Path(__file__).with_name("confidence.toml")
    body = tomllib.loads(file.read_text(encoding="utf-8"))
    try:
        return Scale(float(body["base"]), float(body["slope"]), {k: float(v) for k, v in body["shift"].items()})
    except (KeyError, TypeError, ValueError) as error:
        raise CodebookError(f"{file.name}: {error}; make it anew with tools/calibrate.py") from None


@cache
def confidence(evidence: float, kind: str) -> float:
    """Return the share of events with such evidence that are right.

    Parameters
    ----------
    evidence : float
        What speaks for it, 0 to 1.
    kind : str
        Kind of event, a code of the codebook.

    Returns
    -------
    float
        0.01 to 0.99, two decimals.

    Examples
    --------
    >>> confidence(0.9, "visit") > confidence(0.5, "visit")
    True
    """
    scale = _scale()
    odds = scale.base + scale.slope * evidence + scale.shift.get(kind, 0.0)
    return round(min(max(1 / (1 + math.exp(-odds)), 0.01), 0.99), 2)
