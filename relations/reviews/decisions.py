"""One decision: a line of ``reviews.csv``, and what may stand in it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, fields

from relations import codebook, edtf
from relations.coding.rows import STATUSES
from relations.errors import ReviewError
from relations.reviews.added import Added
from relations.reviews.named import check_names

FILE = "reviews.csv"
VERDICTS = ("accepted", "rejected")
EDITED = ("date", "type", "status", "sectors", "people", "summary")
REGROUPED = ("merge", "split", "add")
FIELDS = ("review", *EDITED, *REGROUPED, "undo")


@dataclass(frozen=True, slots=True)
class Decision:
    """What one person decided about one thing at one time.

    Attributes
    ----------
    time : str
        UTC, ISO 8601.
    reviewer : str
        Who decided.
    key : str
        What it is about, see `relations.merging.keys`.
    field : str
        One of `FIELDS`.
    old : str
        What stood there when it was decided; empty for nothing.
    new : str
        What is to stand there. ``review``: a verdict, or empty to take one back; ``date``: EDTF; ``type``: a code;
        ``status``: one of `STATUSES`; ``sectors``: codes, ``people``: identities, or names as
        `relations.reviews.named` writes them, separated by spaces; ``summary``: text; ``merge``: key of the event that
        is the same; ``split``: key of the statement that leaves the event first; those that name the same stay
        together; ``add``: JSON, see `relations.reviews.added.Added`; ``undo``: `identity` of the decision taken back.
    note : str
        Why.
    line : int
        Of the file; 0 before it is written.
    """

    time: str
    reviewer: str
    key: str
    field: str
    old: str = ""
    new: str = ""
    note: str = ""
    line: int = 0

    @property
    def identity(self) -> str:
        """What an ``undo`` names it by."""
        parts = (self.time, self.reviewer, self.key, self.field, self.new)
        return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:12]


COLUMNS = tuple(field.name for field in fields(Decision) if field.name != "line")


def check(decision: Decision) -> Decision:
    """Return a decision that can be applied.

    Raises
    ------
    ReviewError
        Naming the line, the field, and what was expected.

    Examples
    --------
    >>> check(Decision("2026-01-01T00:00:00Z", "ab", "0c:visit:", "date", new="1992-02")).new
    '1992-02'
    """
    place = f"{FILE}, line {decision.line}" if decision.line else "the decision"
    field, new = decision.field, decision.new
    if not decision.key or not decision.reviewer:
        raise ReviewError(f"{place}: expected a key and a reviewer; correct the line")
    if field not in FIELDS:
        raise ReviewError(f"{place}, field: found {field!r}; expected one of {', '.join(FIELDS)}")
    if any("\0" in getattr(decision, column) for column in COLUMNS):
        raise ReviewError(f"{place}: expected text without NUL characters; correct the line")
    allowed = {"review": (*VERDICTS, ""), "status": STATUSES, "type": tuple(codebook.event_types())}
    if field in allowed and new not in allowed[field]:
        raise ReviewError(f"{place}, new: found {new!r}; expected one of {', '.join(filter(None, allowed[field]))}")
    if field == "date" and new and not edtf.is_edtf(new):
        raise ReviewError(f"{place}, new: found {new!r}; expected an EDTF date such as 1992-02")
    if field == "sectors" and (unknown := sorted(set(new.split()) - set(codebook.sectors()))):
        raise ReviewError(f"{place}, new: unknown sector {unknown[0]!r}; see relations/codebook/sectors.toml")
    if field == "people":
        check_names(new, f"{place}, new")
    if field in ("merge", "split", "undo") and not new:
        raise ReviewError(f"{place}, new: empty; expected what {field!r} is about")
    if field == "add":
        Added.parse(new, place)
    return decision


def standing(decisions: Iterable[Decision]) -> list[Decision]:
    """Return the decisions that stand: without those taken back, and without the taking back.

    An undo can be taken back too.

    Examples
    --------
    >>> first = Decision("2026-01-01T00:00:00Z", "ab", "0c:visit:", "review", new="accepted")
    >>> standing([first, Decision("2026-01-01T00:01:00Z", "ab", first.key, "undo", new=first.identity)])
    []
    """
    decisions = list(decisions)
    gone: set[str] = set()
    for decision in reversed(decisions):
        if decision.field == "undo" and decision.identity not in gone:
            gone.add(decision.new)
    return [one for one in decisions if one.field != "undo" and one.identity not in gone]
