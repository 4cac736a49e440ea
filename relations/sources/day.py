"""A day of publication as sources state it: EDTF, ISO 8601 with an hour, or a date line."""

from __future__ import annotations

import re

from relations import edtf
from relations.dates import read_stamp

_EDTF_TIME = re.compile(r"(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?")


def read_day(stated: str) -> tuple[str, str | None] | None:
    """Read a stated day of publication.

    Parameters
    ----------
    stated : str

    Returns
    -------
    (str, str or None) or None
        EDTF, as exact as it was stated, and HH:MM where an hour was; ``None`` for what is no date.

    Examples
    --------
    >>> read_day("1992-02"), read_day("12.12.2024, 21:59"), read_day("2024-13-45")
    (('1992-02', None), ('2024-12-12', '21:59'), None)
    """
    value = stated.strip()
    if edtf.is_edtf(value):
        return value, None
    if (match := _EDTF_TIME.fullmatch(value)) and edtf.is_edtf(match[1]):
        return match[1], match[2]
    stamp = read_stamp(value)
    return (stamp.edtf, stamp.time) if stamp else None
