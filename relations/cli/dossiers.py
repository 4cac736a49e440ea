"""Commands that make, fill, build and check a dossier."""

from __future__ import annotations

import json
from typing import Annotated

import typer

from relations.cli.terminal import PROBLEMS, AsJson, DossierFolder, progress, say


def new(
    folder: DossierFolder,
    countries: Annotated[
        list[str], typer.Argument(help="Two or more countries, ISO 3166-1 alpha-3 codes.", metavar="COUNTRY...")
    ],
) -> None:
    """Make a new, empty dossier about two or more countries."""
    from relations.dossier import settings

    file = settings.write(folder, [code.upper() for code in countries])
    say(f"made {file}; put articles into {folder / 'articles'}, then: relations build {folder}")


def add(
    dossier: DossierFolder,
    sources: Annotated[
        list[str],
        typer.Argument(
            help="Files, folders, addresses of pages or feeds, or text files that list addresses.", metavar="SOURCE..."
        ),
    ],
    preview: Annotated[
        bool, typer.Option("--preview", help="Only show what would be read and coded; copy nothing.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Copy articles into a dossier, after showing what is read from them."""
    from relations.dossier.adding import add as add_sources

    answer = add_sources(dossier, sources, copy=not preview)
    if as_json:
        typer.echo(json.dumps(answer.as_json(), ensure_ascii=False))
    else:
        for article in answer.articles:
            say(f"{article.published or 'no day'}  {article.language}  {article.title or '(no title)'}")
            for event in answer.events.get(article.article_id, []):
                say(f"    {event['date'] or 'no date'}  {event['type']}, {event['status']}: {event['quote']}")
            if off := answer.strange.get(article.article_id):
                say(f"    another subject? It {off}. Leave it out, or make a dossier for it: relations new")
        for problem in answer.problems:
            where = " ".join(filter(None, (problem.file, problem.place)))
            say(f"not read: {where}: {problem.reason}. {problem.advice}")
        for file in answer.held:
            say(f"there already: {file}")
        if preview:
            say("this was a preview, nothing was copied; without --preview the files are")
        else:
            say(f"files copied: {len(answer.copied)}" + (f"; now: relations build {dossier}" if answer.copied else ""))
    if answer.problems:
        raise typer.Exit(PROBLEMS)


def build(dossier: DossierFolder, as_json: AsJson = False) -> None:
    """Read a dossier's articles and build its tables; what has not changed is not coded again."""
    from relations.dossier import open_dossier
    from relations.dossier.build import build as build_dossier

    with progress(as_json) as step:
        built = build_dossier(dossier, step)
    if as_json:
        facts = {name: getattr(built, name) for name in ("articles", "coded", "events", "problems")}
        typer.echo(json.dumps({"dossier": str(dossier), **facts}))
    else:
        say(
            f"{built.articles} articles ({built.coded} coded now), {built.events} events, "
            f"{built.problems} problems; tables in {dossier / 'tables'}"
        )
    if built.problems:
        if not as_json:
            for row in open_dossier(dossier).problems.itertuples():
                say(" ".join(("not read:", str(row.file), str(row.place or ""), f"- {row.reason}. {row.advice}")))
        raise typer.Exit(PROBLEMS)


def check(dossier: DossierFolder, as_json: AsJson = False) -> None:
    """Hold a dossier to its rules: settings, articles, tables, and what people decided."""
    from relations.dossier.checking import check as check_dossier

    findings = check_dossier(dossier)
    if as_json:
        typer.echo(json.dumps([finding.as_json() for finding in findings], ensure_ascii=False))
    else:
        for finding in findings:
            say(f"{finding.place}: {finding.what}. {finding.advice}")
        say(f"{len(findings)} findings" if findings else "all well")
    if findings:
        raise typer.Exit(PROBLEMS)
