"""The command line: ``relations --help``."""

from __future__ import annotations

import json
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from relations.errors import RelationsError
from relations.export_command import EXAMPLE, export

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

app = typer.Typer(
    name="relations",
    help="Follow the relations between two countries: from news articles to dated, sourced events on a page.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
)

app.command(epilog=EXAMPLE)(export)
DossierFolder = Annotated[Path, typer.Argument(help="Folder of the dossier.", metavar="DOSSIER")]
AsJson = Annotated[bool, typer.Option("--json", help="Answer in JSON, for programs.")]

# Exit status: 0 all well; 1 done, but something could not be read or breaks a rule; 2 could not be done.
PROBLEMS, FAILED = 1, 2


def _say(text: str) -> None:
    typer.echo(text, err=True)


@contextmanager
def _progress(quiet: bool) -> Iterator[Callable[[str, int, int], None]]:
    if quiet or not sys.stderr.isatty():
        yield lambda what, done, total: None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("reading", total=None)
        yield lambda what, done, total: bar.update(task, description=what, completed=done, total=total)


@app.command(epilog="Example: relations new data/kazakhstan-uzbekistan KAZ UZB")
def new(
    folder: DossierFolder,
    countries: Annotated[list[str], typer.Argument(help="Two or more ISO 3166-1 alpha-3 codes.")],
) -> None:
    """Make a new, empty dossier about two or more countries."""
    from relations.dossier import settings

    file = settings.write(folder, [code.upper() for code in countries])
    _say(f"made {file}; put articles into {folder / 'articles'}, then: relations build {folder}")


@app.command(epilog="Example: relations add data/kazakhstan-pakistan ~/Downloads/article.txt")
def add(
    dossier: DossierFolder,
    sources: Annotated[
        list[str],
        typer.Argument(help="Files, folders, addresses of pages or feeds, or text files that list them."),
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
            _say(f"{article.published or 'no day'}  {article.language}  {article.title or '(no title)'}")
            for event in answer.events.get(article.article_id, []):
                _say(f"    {event['date'] or 'no date'}  {event['type']}, {event['status']}: {event['quote']}")
        for problem in answer.problems:
            _say(f"not read: {problem.file}: {problem.reason}. {problem.advice}")
        where = f"{len(answer.copied)} files copied; now: relations build {dossier}"
        _say(where if not preview else "nothing was copied")
    if answer.problems:
        raise typer.Exit(PROBLEMS)


@app.command(epilog="Example: relations build data/kazakhstan-pakistan")
def build(dossier: DossierFolder, as_json: AsJson = False) -> None:
    """Read a dossier's articles and build its tables; what has not changed is not coded again."""
    from relations.dossier import open_dossier
    from relations.dossier.build import build as build_dossier

    with _progress(as_json) as progress:
        built = build_dossier(dossier, progress)
    if as_json:
        facts = {name: getattr(built, name) for name in ("articles", "coded", "events", "problems")}
        typer.echo(json.dumps({"dossier": str(dossier), **facts}))
    else:
        _say(
            f"{built.articles} articles ({built.coded} coded now), {built.events} events, "
            f"{built.problems} problems; tables in {dossier / 'tables'}"
        )
    if built.problems:
        if not as_json:
            for row in open_dossier(dossier).problems.itertuples():
                _say(" ".join(("not read:", str(row.file), str(row.place or ""), f"- {row.reason}. {row.advice}")))
        raise typer.Exit(PROBLEMS)


@app.command(epilog="Example: relations serve data/kazakhstan-pakistan --port 8866")
def serve(
    dossiers: Annotated[list[Path], typer.Argument(help="Dossiers, or folders that hold dossiers.", metavar="DOSSIER")],
    port: Annotated[int, typer.Option(help="Port to listen on; 0: any that is free.", min=0, max=65535)] = 8866,
    browser: Annotated[bool, typer.Option("--browser/--no-browser", help="Open the page in a browser.")] = True,
    token: Annotated[
        str, typer.Option(help="Readers must give this token; none: the page is open.", envvar="RELATIONS_TOKEN")
    ] = "",
    host: Annotated[
        str, typer.Option(help="Address to listen on; the default serves this machine only.")
    ] = "127.0.0.1",
    review: Annotated[
        bool, typer.Option("--review", help="Serve the review desk, where decisions are written; needs a token.")
    ] = False,
    base_url: Annotated[str, typer.Option(help="Path that addresses begin with, behind a proxy.")] = "/",
    preheated: Annotated[int, typer.Option(help="Kernels kept ready for the next readers of a dossier.", min=0)] = 1,
    most_viewers: Annotated[
        int | None, typer.Option(help="Readers at the same time; by default what the memory is enough for.", min=1)
    ] = None,
    verbose: Annotated[bool, typer.Option("--verbose", help="Log what the server does.")] = False,
) -> None:
    """Serve the pages of dossiers, building tables first where anything has changed since.

    One dossier is shown at once; several are listed, compared, and shown each at an address of its own.
    """
    from relations.dashboard.server import serve as serve_page
    from relations.dashboard.shelf import find
    from relations.dossier import freshness

    for dossier in (found for folder in dossiers for found in find(folder)):
        if freshness.stale(dossier):
            _build_or_keep(dossier)
    serve_page(
        dossiers, port=port, browser=browser, token=token, host=host, base_url=base_url, preheated=preheated,
        most_viewers=most_viewers, review=review, verbose=verbose,
    )  # fmt: skip


def _build_or_keep(dossier: Path) -> None:
    """Build; where that fails, say why and keep the tables of the build before, if there are any."""
    from relations.dossier import open_dossier
    from relations.dossier.build import build as build_dossier

    _say(f"{dossier} has changed since its tables were built; building them")
    try:
        with _progress(False) as progress:
            built = build_dossier(dossier, progress)
    except Exception as error:  # whatever it is, the page with the old tables is worth more than none
        try:
            open_dossier(dossier)
        except RelationsError:
            raise error from None
        _say(f"relations: the build failed ({error}); the page shows the tables of the build before")
        return
    unread = f", {built.problems} problems (see: relations check {dossier})" if built.problems else ""
    _say(f"{built.articles} articles ({built.coded} coded now), {built.events} events{unread}")


@app.command(epilog="Example: relations code article.txt --published 2024-12-12")
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
                _say(f"not read: {error}")
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


@app.command(epilog="Example: relations check data/kazakhstan-pakistan")
def check(dossier: DossierFolder, as_json: AsJson = False) -> None:
    """Hold a dossier to its rules: settings, articles, tables, and what people decided."""
    from relations.dossier.checking import check as check_dossier

    findings = check_dossier(dossier)
    if as_json:
        typer.echo(json.dumps([finding.as_json() for finding in findings], ensure_ascii=False))
    else:
        for finding in findings:
            _say(f"{finding.place}: {finding.what}. {finding.advice}")
        _say(f"{len(findings)} findings" if findings else "all well")
    if findings:
        raise typer.Exit(PROBLEMS)


@app.command(epilog="Example: relations history data/kazakhstan-pakistan e0123456789ab")
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
        _say("nobody has decided anything about it yet")
    for one in made:
        change = f"{one.field}: {one.old or '-'} -> {one.new or '-'}"
        line = json.dumps(asdict(one), ensure_ascii=False)
        typer.echo(line if as_json else f"{one.time}  {one.reviewer}  {change}  {one.note}".rstrip())


@app.command(epilog="Example: relations agreement data/kazakhstan-pakistan")
def agreement(dossier: DossierFolder, as_json: AsJson = False) -> None:
    """Show how far people who reviewed the same events agree: Cohen's kappa, by field."""
    from relations.dossier.reviewing import agreement as agreement_of

    table = agreement_of(dossier)
    if as_json:
        typer.echo(table.to_json(orient="records", double_precision=4))
    elif table.empty:
        _say("no event was reviewed by two people")
    else:
        typer.echo(table.round(2).to_string(index=False, na_rep="-"))


def main(arguments: list[str] | None = None) -> Any:
    """Run the command line; what cannot be done ends it with status 2 and a message."""
    try:
        return app(arguments)
    except RelationsError as error:
        _say(f"relations: {error}")
        sys.exit(FAILED)
    except OSError as error:
        _say(
            f"relations: {error.filename or 'a file'}: {error.strerror or error}. Name another place, or mend this one"
        )
        sys.exit(FAILED)
    except KeyboardInterrupt:
        _say("relations: stopped")
        sys.exit(130)


if __name__ == "__main__":
    main()
