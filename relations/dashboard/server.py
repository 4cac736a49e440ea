"""Serves dossiers as a Voila page: on this machine only, unless told otherwise."""

from __future__ import annotations

import logging
import os
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from jupyter_server.utils import url_path_join

from relations.dashboard.chart import JUPYTER
from relations.dashboard.kernels import IDLE_SECONDS, Kernels, sensible_limit
from relations.dashboard.page import DOSSIER_VARIABLE
from relations.dashboard.shelf import Shelf
from relations.dashboard.shelf_handlers import (
    notebook_name,
    write_notebooks,
)
from relations.dashboard.voila_server import LOOPBACK, Server
from relations.dashboard.warm_kernels import WarmProcess
from relations.errors import ServeError

NOTEBOOK = Path(__file__).parents[2] / "notebooks" / "dashboard.ipynb"
REVIEW = NOTEBOOK.with_name("review.ipynb")
MOST_PREHEATED = 4  # dossiers that keep a kernel ready, where many are served


def serve(
    dossiers: str | Path | Sequence[str | Path],
    port: int = 8866,
    browser: bool = True,
    token: str | None = None,
    *,
    host: str = LOOPBACK,
    base_url: str = "/",
    preheated: int = 1,
    most_viewers: int | None = None,
    idle: int = IDLE_SECONDS,
    notebook: Path = NOTEBOOK,
    review: bool = False,
    verbose: bool = False,
) -> None:
    """Serve the pages of dossiers until it is stopped.

    Parameters
    ----------
    dossiers : path or sequence of paths
        Folders of built dossiers, or folders that hold such. One is shown at once; several are listed, compared, and
        shown each at an address of its own.
    port : int
        Port to listen on.
    browser : bool
        Whether to open the page in the browser of this machine.
    token : str, optional
        Secret that a visitor's address must hold; without one everybody who reaches the port sees the page.
    host : str
        Address to listen on; by default only this machine reaches it.
    base_url : str
        Path that all addresses begin with, where a proxy passes only that on.
    preheated : int
        Number of kernels kept ready for the next visitors; 0 starts one when a visitor comes.
    most_viewers : int, optional
        Readers at the same time; who comes then is asked to try again. By default what the memory is enough for.
    idle : int
        Seconds after which the kernel of a reader who is gone ends.
    notebook : Path
        The notebook to show, where one dossier is served.
    review : bool
        Whether to show the review desk of one dossier instead, where decisions are written; it needs a token.
    verbose : bool
        Whether to log what the server and its kernels do; otherwise only the address and errors are told.

    Raises
    ------
    ServeError
        If the port cannot be had, or no dossier is given.
    DossierError
        If a folder is no built dossier.
    """
    if review:
        if not token:
            raise ServeError("whoever reaches the review desk can decide; give it a token, as in --token SECRET")
        notebook = REVIEW
    if host not in (LOOPBACK, "localhost", "::1") and not token:
        raise ServeError(f"on {host} everybody who reaches this machine would read the page; add --token SECRET")
    named = [dossiers] if isinstance(dossiers, str | Path) else list(dossiers)
    if not named:
        raise ServeError("no dossier was given; expected the folder of one, as `relations new` makes it")
    shelf = Shelf(map(Path, named))
    if review and len(shelf.folders) > 1:
        raise ServeError(f"the review desk shows one dossier; found {', '.join(shelf.folders)}: name one of them")
    for name in shelf.folders:
        shelf.card(name)
    os.environ.pop(DOSSIER_VARIABLE, None)
    os.environ["JUPYTER_PATH"] = os.pathsep.join(filter(None, [str(JUPYTER), os.environ.get("JUPYTER_PATH")]))
    server = Server(
        port=port, ip=host, open_browser=browser, token=token or None, base_url=url_path_join("/", base_url, "/"),
        config_file_paths=[],
    )  # fmt: skip
    if not verbose:
        server.log_level = logging.ERROR
    server.config.Kernels.log_level = logging.INFO if verbose else logging.ERROR
    server.config.Kernels.most_viewers = sensible_limit() if most_viewers is None else most_viewers
    server.config.IdentityProvider.cookie_options = {"samesite": "Lax"}  # a shared link is followed, nothing else
    server.config.PasswordIdentityProvider.allow_password_change = False  # the token is the operator's to choose
    settings = server.config.VoilaConfiguration
    settings.template = "relations"
    settings.multi_kernel_manager_class = Kernels
    server.config.MappingKernelManager.cull_idle_timeout = idle
    server.config.MappingKernelManager.cull_interval = min(60, idle)
    settings.preheat_kernel = preheated > 0
    settings.default_pool_size = preheated
    # A function, not the bound method: configuration is deep-copied, and the server with it.
    settings.page_config_hook = lambda *given, **named: server.page_config(*given, **named)
    with TemporaryDirectory(prefix="relations-") as place:
        if len(shelf.folders) == 1:
            os.environ[DOSSIER_VARIABLE] = str(*shelf.folders.values())
            server.notebook_path = str(notebook)
        else:
            server.shelf = shelf
            server.root_dir = place
            write_notebooks(shelf, Path(place))
            unheated = list(shelf.folders)[MOST_PREHEATED:]
            server.config.VoilaKernelManager.preheat_denylist = [notebook_name(name) for name in unheated]
        module = "relations.dashboard." + ("review.desk" if review else "page")
        Kernels.warm = WarmProcess(module, [] if review else list(shelf.folders.values())[:MOST_PREHEATED])
        try:
            server.initialize([])
            server.start()
        finally:
            Kernels.warm.end()
            Kernels.warm = None
