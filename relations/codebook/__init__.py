"""What the codes mean: kinds of event, sectors and lanes, with labels and crosswalks."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from relations.errors import CodebookError

_HERE = Path(__file__).parent
_CODE = re.compile(r"[a-z]+(-[a-z]+)*")
LABELS = ("en", "kk", "ru", "ur")  # every entry has these; another language has all of a file's labels or none


@dataclass(frozen=True, slots=True)
class Lane:
    """A lane of the timeline."""

    code: str
    label: dict[str, str]  # by BCP 47 tag


@dataclass(frozen=True, slots=True)
class EventType:
    """A kind of event, with its PLOVER event root and CAMEO code where those codebooks have one."""

    code: str
    lane: str
    label: dict[str, str]
    plover: str | None = None
    cameo: str | None = None


@dataclass(frozen=True, slots=True)
class Sector:
    """A sector of cooperation, with OECD DAC/CRS purpose codes where that list has them."""

    code: str
    label: dict[str, str]
    dac: tuple[str, ...] = ()


def _read(name: str) -> dict[str, dict[str, Any]]:
    file = _HERE / f"{name}.toml"
    try:
        body = tomllib.loads(file.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise CodebookError(f"codebook/{name}.toml is not valid TOML: {error}") from None
    spoken = dict.fromkeys((*LABELS, *(language for entry in body.values() for language in entry.get("label", {}))))
    for code, entry in body.items():
        if not _CODE.fullmatch(code):
            raise CodebookError(f"codebook/{name}.toml, [{code}]: expected a code in lower case, such as trade")
        if missing := [language for language in spoken if not entry.get("label", {}).get(language)]:
            raise CodebookError(f"codebook/{name}.toml, [{code}]: no label in {missing[0]}; add one to label")
    return body


@cache
def lanes() -> dict[str, Lane]:
    """Return the lanes of the timeline by code, from top to bottom.

    Examples
    --------
    >>> lanes()["visits"].label["kk"]
    'Сапарлар'
    """
    return {code: Lane(code, entry["label"]) for code, entry in _read("lanes").items()}


@cache
def event_types() -> dict[str, EventType]:
    """Return the kinds of event by code.

    Raises
    ------
    CodebookError
        If an entry breaks the rules of the file; the message names it.

    Examples
    --------
    >>> event_types()["visit"].cameo
    '042'
    """
    found = {}
    for code, entry in _read("event_types").items():
        if entry.get("lane") not in lanes():
            raise CodebookError(f"codebook/event_types.toml, [{code}]: lane is {entry.get('lane')!r}; see lanes.toml")
        found[code] = EventType(code, entry["lane"], entry["label"], entry.get("plover"), entry.get("cameo"))
    return found


@cache
def sectors() -> dict[str, Sector]:
    """Return the sectors by code.

    Examples
    --------
    >>> sectors()["veterinary"].dac
    ('31195',)
    """
    return {code: Sector(code, entry["label"], tuple(entry.get("dac", ()))) for code, entry in _read("sectors").items()}
