"""What decides that two statements are the same event, kind by kind: ``identity.toml``."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Rule:
    """What decides identity for one kind of event; see ``identity.toml``."""

    once: bool = False
    numbered: bool = False
    years: int = 0
    days: int = 0
    rare: bool = False
    people: bool = False
    sectors: bool = False
    figure: bool = False
    promise: bool = True
    shown_by: tuple[str, ...] = ()
    known_by: tuple[str, ...] = ()


@cache
def rule(kind: str) -> Rule:
    """Return the rule of one kind of event.

    Examples
    --------
    >>> rule("recognition").once, rule("visit").once
    (True, False)
    """
    body = tomllib.loads(Path(__file__).with_name("identity.toml").read_text(encoding="utf-8"))
    merged = {**body["default"], **body.get(kind, {})}
    return Rule(**{**merged, **{name: tuple(merged[name]) for name in ("known_by", "shown_by")}})
