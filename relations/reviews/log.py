"""``reviews.csv``: read leniently, written only by appending, safe for many writers at once."""

from __future__ import annotations

import csv
import io
import os
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path

from filelock import FileLock, Timeout

from relations.errors import ReviewError
from relations.reviews.decisions import COLUMNS, FILE, Decision, check

_PATIENCE = 60  # seconds that a writer waits for the others


def read(folder: Path) -> tuple[list[Decision], list[ReviewError]]:
    """Read the decisions of a dossier.

    Parameters
    ----------
    folder : Path
        The dossier; one without ``reviews.csv`` has no decisions.

    Returns
    -------
    (list of Decision, list of ReviewError)
        The decisions in the order they were made, and the lines that cannot be applied.

    Raises
    ------
    ReviewError
        If the file has no such header, or is not UTF-8.

    Examples
    --------
    >>> read(Path("nowhere"))
    ([], [])
    """
    file = folder / FILE
    if not file.exists():
        return [], []
    try:
        text = file.read_bytes().decode("utf-8-sig")  # spreadsheets put a mark before it
    except UnicodeDecodeError as error:
        raise ReviewError(f"{file}: not UTF-8 ({error}); save it as UTF-8") from None
    decisions, problems = [], []
    reader = csv.reader(io.StringIO(text, newline=""))
    header = next(reader, None)
    if header is None:
        return [], []
    if tuple(header) != COLUMNS:
        raise ReviewError(f"{file}, line 1: found {','.join(header)}; expected {','.join(COLUMNS)}")
    for values in reader:
        if not values:
            continue
        try:
            decisions.append(_decision(values, reader.line_num))
        except ReviewError as error:
            problems.append(error)
    return decisions, problems


def _decision(values: list[str], line: int) -> Decision:
    if len(values) != len(COLUMNS):
        raise ReviewError(f"{FILE}, line {line}: found {len(values)} fields; expected {len(COLUMNS)}; correct the line")
    named = dict(zip(COLUMNS, (" ".join(value.split()) for value in values), strict=True))
    return check(Decision(**named, line=line))


def append(folder: Path, decisions: Iterable[Decision]) -> None:
    """Add decisions to a dossier, in one piece: whoever writes at the same time comes before or after.

    Parameters
    ----------
    folder : Path
        The dossier.
    decisions : iterable of Decision
        In the order they were made.

    Raises
    ------
    ReviewError
        If a decision cannot be applied, or another program holds the file for more than a minute; then nothing is
        written.

    Examples
    --------
    >>> import tempfile
    >>> made = Decision("2026-01-01T00:00:00Z", "ab", "0c:visit:", "review", new="accepted")
    >>> with tempfile.TemporaryDirectory() as place:
    ...     append(Path(place), [made])
    ...     read(Path(place))[0][0].new
    'accepted'
    """
    lines = io.StringIO(newline="")
    writer = csv.writer(lines, lineterminator="\n")
    for decision in decisions:
        told = asdict(check(decision))
        # One line a decision, also where a note was written in several.
        writer.writerow([" ".join(told[column].split()) for column in COLUMNS])
    if not lines.getvalue():
        return
    file = folder / FILE
    try:
        with FileLock(folder / f".{FILE}.lock").acquire(timeout=_PATIENCE):
            _write(file, lines.getvalue().encode())
    except Timeout:
        raise ReviewError(f"{file}: another program has held it for a minute; try again when it has ended") from None


def _write(file: Path, lines: bytes) -> None:
    """Append whole lines; a line that a crash left unfinished is ended first, so that it spoils no other."""
    header = (",".join(COLUMNS) + "\n").encode()
    with file.open("a+b") as log:
        size = log.seek(0, os.SEEK_END)
        if size:
            log.seek(-1, os.SEEK_END)
            header = b"" if log.read(1) == b"\n" else b"\n"
        log.write(header + lines)
        log.flush()
        os.fsync(log.fileno())
