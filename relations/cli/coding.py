"""The command ``relations code``."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Annotated, Any

import typer

from relations.cli.terminal import FAILED, PROBLEMS, say
from relations.errors import RelationsError


def code(
    files: Annotated[list[Path] | None, typer.Argument(help="Text files; none: one article on standard input.")] = None,
    published: Annotated[str | None, typer.Option(help="Day of publication, EDTF; else read from the text.")] = None,
    jsonl: Annotated[
        bool, typer.Option("--jsonl", help='Read {"id", "text", "published"} a line from standard input.')
    ] = False,
) -> None:
    """Show what is read from articles, as one JSON object a line.

    Ends with status 1 where some of the input could not be read and the rest was.
    """
    from relations.coding.answer import answer, answers

    def show(line: dict[str, Any]) -> None:
        typer.echo(json.dumps(line, ensure_ascii=False))

    wrong = answered = 0
    if jsonl:
        for line in answers(sys.stdin):
            wrong += "error" in line
            show(line)
        answered = 1
    elif files:
        for file in files:
            try:
                text = _read_text(file)
            except RelationsError as error:
                wrong += 1
                say(f"not read: {error}")
                continue
            show(answer({"id": str(file), "text": text, "published": published}))
            answered += 1
    else:
        show(answer({"id": "-", "text": sys.stdin.read(), "published": published}))
        answered = 1
    if wrong:
        raise typer.Exit(PROBLEMS if answered else FAILED)


def _read_text(file: Path) -> str:
    from relations import sources

    return "\n\n".join(raw.text for raw in sources.read(file))
