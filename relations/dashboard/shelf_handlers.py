"""Answers where several dossiers are served: their list, their comparison, and the page of each."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path
from typing import Any

from jupyter_server.base.handlers import JupyterHandler
from tornado.web import HTTPError, authenticated

from relations.dashboard.comparison import comparison
from relations.dashboard.dossier_list import listing
from relations.dashboard.missing_page import say_missing
from relations.dashboard.page_handler import POLICY, PageHandler, reader_language
from relations.dashboard.shelf import Shelf
from relations.views.words import Words

MOST_COMPARED = 6


class ShelfHandler(JupyterHandler):
    """A page without a kernel."""

    def initialize(self, shelf: Shelf) -> None:
        """Take the dossiers that are served."""
        self.shelf = shelf

    @property
    def content_security_policy(self) -> str:
        """Allow our own files only."""
        return POLICY

    def write_error(self, status_code: int, **_: Any) -> None:
        """Say what is wrong: Jupyter's page would need files that are not served here."""
        if status_code == 404:
            say_missing(self, several=True)
            return
        self.set_header("Content-Type", "text/plain; charset=utf-8")
        self.finish(f"{status_code} {self._reason}\n")

    async def answer(self, make: Any, *given: Any) -> None:
        """Make a page beside the server's other work, and send it."""
        say = Words(reader_language(self))
        addresses = self.settings["voila"].static_links
        body = await asyncio.get_running_loop().run_in_executor(None, make, self.shelf, say, addresses, *given)
        self.set_header("Cache-Control", "no-cache")
        self.set_header("Referrer-Policy", "same-origin")
        self.set_header("Vary", "Accept-Language")
        self.finish(body)


class ListHandler(ShelfHandler):
    """The list of the dossiers."""

    @authenticated
    async def get(self) -> None:
        """Answer with the list."""
        await self.answer(listing, self.base_url)


class ComparisonHandler(ShelfHandler):
    """Two or more dossiers side by side."""

    @authenticated
    async def get(self) -> None:
        """Answer with the comparison of those that the address names; with all where it names none."""
        named = list(dict.fromkeys(self.get_query_arguments("dossier"))) or list(self.shelf.folders)
        if any(name not in self.shelf.folders for name in named):
            raise HTTPError(404)
        await self.answer(comparison, self.base_url, tuple(named[:MOST_COMPARED]))


class DossierHandler(PageHandler):
    """The page of one of the dossiers."""

    def initialize(self, shelf: Shelf, **options: Any) -> None:
        """Take the dossiers that are served."""
        super().initialize(**options)
        self.shelf = shelf
        self.home = True

    def write_error(self, status_code: int, **why: Any) -> None:
        """Say what is wrong; where no such dossier is served, in the reader's language."""
        if status_code == 404:
            say_missing(self, several=True)
        else:
            super().write_error(status_code, **why)

    async def get(self, path: str | None = None) -> None:
        """Answer with the page of a dossier that is served, and with that of no other."""
        if path not in self.shelf.folders:
            raise HTTPError(404)
        await super().get(notebook_name(str(path)))


def notebook_name(name: str) -> str:
    """Return the name of a dossier's notebook.

    Examples
    --------
    >>> notebook_name("pair")
    'pair.ipynb'
    """
    return f"{name}.ipynb"


def write_notebooks(shelf: Shelf, place: Path) -> None:
    """Write a notebook for each dossier: Voila keeps kernels ready by notebook."""
    for name, folder in shelf.folders.items():
        source = f"from relations.dashboard.page import open_page\n\nopen_page({str(folder)!r})"
        cell: dict[str, Any] = {"cell_type": "code", "id": "page", "metadata": {}, "source": source, "outputs": [],
                "execution_count": None}  # fmt: skip
        kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
        told = {"kernelspec": kernel, "title": "Relations", "voila": {"template": "relations"}}
        notebook = {"nbformat": 4, "nbformat_minor": 5, "metadata": told, "cells": [cell]}
        (place / notebook_name(name)).write_text(json.dumps(notebook), encoding="utf-8")
