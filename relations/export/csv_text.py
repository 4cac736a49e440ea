"""A table as CSV that a spreadsheet program opens without running anything in it."""

from __future__ import annotations

import pandas as pd

# What spreadsheet programs take for the beginning of a formula (OWASP, "CSV Injection").
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def neutral(value: object) -> object:
    """Return a cell that no spreadsheet program takes for a formula.

    Text that begins like one gets an apostrophe before it, the spreadsheet's own mark for text. Numbers and
    dates stay what they are.

    Examples
    --------
    >>> neutral('=HYPERLINK("http://example.org")'), neutral("1992-02"), neutral(-5)
    ('\\'=HYPERLINK("http://example.org")', '1992-02', -5)
    """
    if isinstance(value, str) and value.lstrip(" \u00a0").startswith(_FORMULA):
        return "'" + value
    return value


def csv_text(frame: pd.DataFrame) -> str:
    """Return a table as CSV text.

    Parameters
    ----------
    frame : pandas.DataFrame
        Any table.

    Returns
    -------
    str
        Comma separated, dates as ISO 8601, missing values empty, formulas neutralised. Written to a file, it
        wants the encoding ``utf-8-sig``, by which spreadsheet programs know it for UTF-8.

    Examples
    --------
    >>> csv_text(pd.DataFrame({"summary": ["@SUM(A1)"]}))
    "summary\\n'@SUM(A1)\\n"
    """
    safe = frame.copy()
    for column in safe.columns:
        if pd.api.types.is_string_dtype(safe[column]) or safe[column].dtype == object:
            safe[column] = safe[column].map(neutral, na_action="ignore")
    return safe.to_csv(index=False, date_format="%Y-%m-%d", lineterminator="\n")
