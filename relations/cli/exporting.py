"""The command ``relations export``: what the page shows as files."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated, Any

import typer

EXAMPLE = "Example: relations export data/kazakhstan-pakistan -o briefing.pptx --language kk --since 2022"


def export(
    dossier: Annotated[Path, typer.Argument(help="Folder of the dossier.", metavar="DOSSIER")],
    to: Annotated[Path | None, typer.Option(help="Folder to write to.")] = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="File to write, for one format; its ending tells which.")
    ] = None,
    form: Annotated[
        str,
        typer.Option(
            "--format",
            help="One or more of: pptx (slides), docx, briefing-pdf, xlsx, html, ics (calendar of what is due), csv, "
            "timelinejs, jsonld, csl (sources), zip (data package), png, svg, pdf (charts). "
            "Without it: what the ending of the file says (.pdf: the briefing), else xlsx.",
        ),
    ] = "",
    language: Annotated[str, typer.Option(help="Language: en, kk, ru or ur.")] = "",
    view: Annotated[str, typer.Option(help="The end of the page's address: '?sectors=trade&lang=kk'.")] = "",
    since: Annotated[int | None, typer.Option(help="First year.")] = None,
    until: Annotated[int | None, typer.Option(help="Last year.")] = None,
    types: Annotated[list[str] | None, typer.Option("--type", help="Kind of event, code; may be repeated.")] = None,
    sectors: Annotated[list[str] | None, typer.Option("--sector", help="Sector, code; may be repeated.")] = None,
    people: Annotated[list[str] | None, typer.Option("--person", help="person_id; may be repeated.")] = None,
    statuses: Annotated[
        list[str] | None, typer.Option("--status", help="planned, overdue, done ...; may be repeated.")
    ] = None,
    text: Annotated[str, typer.Option(help="Words that the sources must use.")] = "",
    reviewed: Annotated[bool, typer.Option("--reviewed", help="Only what a person accepted or edited.")] = False,
    sure: Annotated[bool, typer.Option("--sure", help="Only what is at least 80 % sure.")] = False,
    sections: Annotated[
        str,
        typer.Option(help="Of slides and briefings: figures,timeline,commitments,sectors,turnover,coverage,sources."),
    ] = "",
    as_json: Annotated[bool, typer.Option("--json", help="Answer in JSON, for programs.")] = False,
) -> None:
    """Write what the page shows as slides, a briefing, a workbook, tables or images."""
    from relations.dossier import open_dossier
    from relations.errors import ExportError
    from relations.export import SECTIONS, export_file
    from relations.export import export as export_dossier
    from relations.export.asked import asked

    if (to is None) == (output is None):
        raise ExportError("say where to: a folder with --to, or one file with --output")
    opened = open_dossier(dossier)
    more = {"since": since, "until": until, "types": types, "sectors": sectors, "people": people,
            "statuses": statuses, "text": text, "reviewed": reviewed, "sure": sure}  # fmt: skip
    wish = asked(opened, view, language, more)
    parts = [name.strip() for name in sections.split(",") if name.strip()] or SECTIONS
    view_of: dict[str, Any] = {
        "selection": wish.selection, "window": wish.window, "lanes": wish.lanes, "states": wish.states
    }  # fmt: skip
    if output is not None:
        files = [export_file(opened, output, form or None, wish.language, sections=parts, **view_of)]
    elif to is not None:
        formats = [name.strip() for name in form.split(",") if name.strip()] or ["xlsx"]
        files = export_dossier(opened, to, formats, wish.language, sections=parts, **view_of)
    if as_json:
        typer.echo(json.dumps([str(file) for file in files]))
    else:
        for file in files:
            typer.echo(file)
