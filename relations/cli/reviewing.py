"""Commands about what people decided: ``relations history``, ``relations agreement``."""

from __future__ import annotations

import json
from typing import Annotated

import typer

from relations.cli.terminal import AsJson, DossierFolder, say


def history(
    dossier: DossierFolder,
    event: Annotated[str, typer.Argument(help="event_id, as in the table events.", metavar="EVENT")],
    as_json: AsJson = False,
) -> None:
    """Show what was decided of one event, by whom and when."""
    from dataclasses import asdict

    from relations.dossier.reviewing import history as history_of

    made = history_of(dossier, event)
    if not made and not as_json:
        say("nobody has decided anything about it yet")
    for one in made:
        change = f"{one.field}: {one.old or '-'} -> {one.new or '-'}"
        line = json.dumps(asdict(one), ensure_ascii=False)
        typer.echo(line if as_json else f"{one.time}  {one.reviewer}  {change}  {one.note}".rstrip())


def agreement(dossier: DossierFolder, as_json: AsJson = False) -> None:
    """Show how far people who reviewed the same events agree: Cohen's kappa, by field."""
    from relations.dossier.reviewing import agreement as agreement_of

    table = agreement_of(dossier)
    if as_json:
        typer.echo(table.to_json(orient="records", double_precision=4))
    elif table.empty:
        say("no event was reviewed by two people")
    else:
        typer.echo(table.round(2).to_string(index=False, na_rep="-"))
