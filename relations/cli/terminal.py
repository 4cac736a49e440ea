"""What all commands share: how they answer, their common arguments, their exit status."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

DossierFolder = Annotated[Path, typer.Argument(help="Folder of the dossier.", metavar="DOSSIER")]
AsJson = Annotated[bool, typer.Option("--json", help="Answer in JSON, for programs.")]

# Exit status: 0 all well; 1 done, but something could not be read or breaks a rule; 2 could not be done.
PROBLEMS, FAILED = 1, 2


def say(text: str) -> None:
    """Say something to the person at the terminal; answers for programs go to standard output."""
    typer.echo(text, err=True)


@contextmanager
def progress(quiet: bool) -> Iterator[Callable[[str, int, int], None]]:
    """Show how far a build is, where somebody looks."""
    if quiet or not sys.stderr.isatty():
        yield lambda what, done, total: None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("reading", total=None)
        yield lambda what, done, total: bar.update(task, description=what, completed=done, total=total)
