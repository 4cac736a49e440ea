"""Serves dossiers as a Voila page: on this machine only, unless told otherwise.

Voila is started through its own application class. What is ours is put before its own handlers: static files
that the browser keeps, headers, and a message instead of another port when the port is taken.
"""

from __future__ import annotations

import errno
import logging
import os
import webbrowser
from collections.abc import Sequence
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from socket import gethostname
from typing import Any, ClassVar

import tornado.ioloop
from jupyter_core.utils import run_sync
from jupyter_server.services.kernels.kernelmanager import AsyncMappingKernelManager
from jupyter_server.utils import url_path_join
from tornado.httpserver import HTTPServer
from tornado.netutil import bind_sockets
from tornado.web import HTTPError
from traitlets import Int, Unicode
from voila.app import Voila
from voila.tornado.handler import TornadoVoilaHandler
from voila.utils import get_voila_labextensions_path

from relations.charts.typefaces import FONTS
from relations.dashboard.chart import JUPYTER, PAGE_LIBRARY, STATIC
from relations.dashboard.page import DOSSIER_VARIABLE
from relations.dashboard.page_handler import PageHandler
from relations.dashboard.static_files import StaticFiles, fingerprint, warm
from relations.errors import ServeError

NOTEBOOK = Path(__file__).parents[2] / "notebooks" / "dashboard.ipynb"
REVIEW = NOTEBOOK.with_name("review.ipynb")
LOOPBACK = "127.0.0.1"
SHOWN_BY = ("@voila-dashboards/widgets-manager8", "anywidget")  # the extensions that the template loads
IDLE_SECONDS = 600  # a kernel whose reader is gone ends after that long


class Kernels(AsyncMappingKernelManager):
    """Ends kernels that readers have left, but none that waits for its first reader."""

    log_level = Int(logging.ERROR, help="What kernels may say in the terminal.").tag(config=True)
    _pools: ClassVar[dict[str, list[Any]]] = {}  # Voila's own manager, made from this one, fills it

    async def start_kernel(self, **options: Any) -> str:  # type: ignore[override]
        """Start a kernel that says in the terminal only what matters."""
        quiet = [*options.pop("extra_arguments", []), f"--IPKernelApp.log_level={self.log_level}"]
        return str(await super().start_kernel(**options, extra_arguments=quiet))

    async def cull_kernel_if_idle(self, kernel_id: str) -> None:
        """Leave the kernels of the pool alone."""
        ready = (task for pool in self._pools.values() for task in pool if task.done() and not task.cancelled())
        if all(task.exception() or task.result().get("kernel_id") != kernel_id for task in ready):
            await super().cull_kernel_if_idle(kernel_id)  # type: ignore[no-untyped-call]


class Server(Voila):  # type: ignore[misc]
    """Voila with static files that the browser keeps, and one port that is ours or an error."""

    name = Unicode("voila")
    port: int
    started_url = ""

    def init_handlers(self) -> list[Any]:
        """Put our handlers for static files before those of Voila."""
        found: list[Any] = [
            (address, PageHandler if handler is TornadoVoilaHandler else handler, *options)
            for address, handler, *options in super().init_handlers()
        ]
        for address, folders in self.static_addresses.values():
            found.insert(0, (url_path_join(self.server_url, address, "(.*)"), StaticFiles, {"paths": folders}))
        return found

    @cached_property
    def static_addresses(self) -> dict[str, tuple[str, list[str]]]:
        """The address of each group of static files, and the folders it is served from."""
        library = [str(PAGE_LIBRARY.parent)]
        groups = {
            "page": [str(STATIC), str(FONTS)],
            "library": library,
            "lab": get_voila_labextensions_path(),
            "voila": self.static_paths,
        }
        there = {name: [folder for folder in folders if Path(folder).is_dir()] for name, folders in groups.items()}
        return {
            name: (url_path_join("relations", name, fingerprint(tuple(folders))), folders)
            for name, folders in there.items()
        }

    def page_config(self, config: dict[str, Any], base_url: str, **_: Any) -> dict[str, Any]:
        """Tell the browser the addresses of our static files instead of Voila's."""
        addresses = {name: address for name, (address, _) in self.static_addresses.items()}
        return {
            **config,
            "fullStaticUrl": url_path_join(base_url, addresses["voila"]),
            "fullLabextensionsUrl": url_path_join(base_url, addresses["lab"]),
            "relationsStaticUrl": url_path_join(base_url, addresses["page"]),
            "relationsLibraryUrl": url_path_join(base_url, addresses["library"]),
        }

    def listen(self) -> None:
        """Listen on the port that was asked for, or say who may hold it."""
        try:
            sockets = bind_sockets(self.port, self.ip)
        except OSError as error:
            if error.errno == errno.EADDRINUSE:
                raise ServeError(
                    f"port {self.port} is taken by another program; choose another with --port {self.port + 1}, "
                    "or end that program"
                ) from None
            if error.errno == errno.EACCES:
                raise ServeError(
                    f"port {self.port} needs rights that you do not have; choose one above 1023, such as 8866"
                ) from None
            raise
        HTTPServer(self.app).add_sockets(sockets)
        self.port = sockets[0].getsockname()[1]  # port 0 stands for any that is free
        labs = [str(Path(folder) / name) for folder in self.static_addresses["lab"][1] for name in SHOWN_BY]
        warm([str(PAGE_LIBRARY), *self.static_addresses["page"][1], *self.static_addresses["voila"][1], *labs])
        self.ioloop = tornado.ioloop.IOLoop.current()
        if self.open_browser:
            self.ioloop.add_callback(webbrowser.open, self.address)
        self.ioloop.add_callback(print, f"The page is at {self.address} (Ctrl+C stops it)", flush=True)
        try:
            self.ioloop.start()
        except KeyboardInterrupt:
            self.log.info("Stopping")
        finally:
            self.stop()

    def stop(self) -> None:
        """End the kernels at once: they hold nothing to save, and one that starts would complain of an interruption."""
        for kernel_id in self.kernel_manager.list_kernel_ids():
            provisioner = self.kernel_manager.get_kernel(kernel_id).provisioner
            if provisioner is not None:
                run_sync(provisioner.kill)()
        with suppress(HTTPError):  # Jupyter does not know a kernel before it has started; that one ends with its parent
            super().stop()

    @property
    def address(self) -> str:
        """The address to open, with the token where there is one."""
        token = f"?token={self.identity_provider.token}" if self.identity_provider.token else ""
        host = gethostname() if self.ip in ("", "0.0.0.0", "::") else self.ip  # noqa: S104
        return f"http://{f'[{host}]' if ':' in host else host}:{self.port}{self.base_url}{token}"


def serve(
    dossiers: str | Path | Sequence[str | Path],
    port: int = 8866,
    browser: bool = True,
    token: str | None = None,
    *,
    host: str = LOOPBACK,
    preheated: int = 1,
    notebook: Path = NOTEBOOK,
    review: bool = False,
    verbose: bool = False,
) -> None:
    """Serve the page of a dossier until it is stopped.

    Parameters
    ----------
    dossiers : path or sequence of paths
        Folders of built dossiers; the first one is shown.
    port : int
        Port to listen on.
    browser : bool
        Whether to open the page in the browser of this machine.
    token : str, optional
        Secret that a visitor's address must hold; without one everybody who reaches the port sees the page.
    host : str
        Address to listen on; by default only this machine reaches it.
    preheated : int
        Number of kernels kept ready for the next visitors; 0 starts one when a visitor comes.
    notebook : Path
        The notebook to show.
    review : bool
        Whether to show the review desk instead, where decisions are written; it needs a token.
    verbose : bool
        Whether to log what the server and its kernels do; otherwise only the address and errors are told.

    Raises
    ------
    ServeError
        If the port cannot be had, or no dossier is given.
    DossierError
        If a folder is no built dossier.
    """
    from relations.dossier import open_dossier

    if review:
        if not token:
            raise ServeError("whoever reaches the review desk can decide; give it a token, as in --token SECRET")
        notebook = REVIEW
    named = [dossiers] if isinstance(dossiers, str | Path) else list(dossiers)
    if not named:
        raise ServeError("no dossier was given; expected the folder of one, as `relations new` makes it")
    folders = [Path(folder).resolve() for folder in named]
    for folder in folders:
        open_dossier(folder)
    os.environ[DOSSIER_VARIABLE] = os.pathsep.join(map(str, folders))
    run(notebook, port, browser, token or None, host, preheated, verbose)


def run(notebook: Path, port: int, browser: bool, token: str | None, host: str, preheated: int, verbose: bool) -> None:
    """Start Voila with one notebook; returns when it is stopped."""
    os.environ["JUPYTER_PATH"] = os.pathsep.join(filter(None, [str(JUPYTER), os.environ.get("JUPYTER_PATH")]))
    server = Server(
        port=port, ip=host, open_browser=browser, notebook_path=str(notebook), token=token, config_file_paths=[]
    )
    if not verbose:
        server.log_level = logging.ERROR
    server.config.Kernels.log_level = logging.INFO if verbose else logging.ERROR
    settings = server.config.VoilaConfiguration
    settings.template = "relations"
    settings.multi_kernel_manager_class = Kernels
    server.config.MappingKernelManager.cull_idle_timeout = IDLE_SECONDS
    server.config.MappingKernelManager.cull_interval = 60
    settings.preheat_kernel = preheated > 0
    settings.default_pool_size = preheated
    # A function, not the bound method: configuration is deep-copied, and the server with it.
    settings.page_config_hook = lambda *given, **named: server.page_config(*given, **named)
    server.initialize([])
    server.start()
