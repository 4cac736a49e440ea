"""The command ``relations serve``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from relations.cli.terminal import progress, say
from relations.errors import RelationsError


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
    from relations.dossier import freshness, settings

    found = [dossier for folder in dossiers for dossier in find(folder)]
    for dossier in found:
        settings.load(dossier)  # what is no dossier is said before anything is built
    for dossier in found:
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

    say(f"{dossier} has changed since its tables were built; building them")
    try:
        with progress(False) as step:
            built = build_dossier(dossier, step)
    except Exception as error:  # whatever it is, the page with the old tables is worth more than none
        try:
            open_dossier(dossier)
        except RelationsError:
            raise error from None
        say(f"relations: the build failed ({error}); the page shows the tables of the build before")
        return
    unread = f", {built.problems} problems (see: relations check {dossier})" if built.problems else ""
    say(f"{built.articles} articles ({built.coded} coded now), {built.events} events{unread}")
