"""The command line: ``relations --help``. One group of commands a file."""

from __future__ import annotations

import sys
from typing import Any

import typer

from relations.cli import coding, dossiers, exporting, reviewing, serving
from relations.cli.terminal import FAILED, say
from relations.errors import RelationsError

app = typer.Typer(
    name="relations",
    help="Follow the relations between two countries: from news articles to dated, sourced events on a page.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
)
app.command(epilog="Example: relations new data/kazakhstan-uzbekistan KAZ UZB")(dossiers.new)
app.command(epilog="Example: relations add data/kazakhstan-pakistan ~/Downloads/article.txt")(dossiers.add)
app.command(epilog="Example: relations build data/kazakhstan-pakistan")(dossiers.build)
app.command(epilog="Example: relations serve data/kazakhstan-pakistan --port 8866")(serving.serve)
app.command(epilog="Example: relations code article.txt --published 2024-12-12")(coding.code)
app.command(epilog="Example: relations check data/kazakhstan-pakistan")(dossiers.check)
app.command(epilog="Example: relations history data/kazakhstan-pakistan e0123456789ab")(reviewing.history)
app.command(epilog="Example: relations agreement data/kazakhstan-pakistan")(reviewing.agreement)
app.command(epilog=exporting.EXAMPLE)(exporting.export)


def main(arguments: list[str] | None = None) -> Any:
    """Run the command line; what cannot be done ends it with status 2 and a message."""
    try:
        return app(arguments)
    except RelationsError as error:
        say(f"relations: {error}")
        sys.exit(FAILED)
    except OSError as error:
        say(f"relations: {error.filename or 'a file'}: {error.strerror or error}. Name another place, or mend this one")
        sys.exit(FAILED)
    except KeyboardInterrupt:
        say("relations: stopped")
        sys.exit(130)
