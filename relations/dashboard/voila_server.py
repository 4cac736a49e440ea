"""Voila with handlers and static files of our own.

Voila is started through its own application class. What is ours is put before its own handlers: static files
that the browser keeps, headers, and a message instead of another port when the port is taken.
"""

from __future__ import annotations

import errno
import webbrowser
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from socket import gaierror, gethostname
from typing import Any

import tornado.ioloop
from jupyter_core.utils import run_sync
from jupyter_server.services.kernels.handlers import KernelHandler
from jupyter_server.utils import url_path_join
from tornado.httpserver import HTTPServer
from tornado.netutil import bind_sockets
from tornado.web import HTTPError
from traitlets import Any as Anything
from traitlets import Unicode
from voila.app import Voila
from voila.shutdown_kernel_handler import VoilaShutdownKernelHandler
from voila.static_file_handler import MultiStaticFileHandler
from voila.tornado.handler import TornadoVoilaHandler
from voila.tornado.kernel_websocket_handler import VoilaKernelWebsocketHandler
from voila.utils import get_voila_labextensions_path

from relations.charts.library import PAGE_LIBRARY
from relations.charts.typefaces import FONTS
from relations.dashboard.chart import STATIC
from relations.dashboard.kernel_socket import MOST_BYTES, KernelSocket
from relations.dashboard.missing_page import MissingHandler
from relations.dashboard.page_handler import PageHandler
from relations.dashboard.shelf import Shelf
from relations.dashboard.shelf_handlers import (
    ComparisonHandler,
    DossierHandler,
    ListHandler,
)
from relations.dashboard.sign_in import ours
from relations.dashboard.static_files import StaticFiles, fingerprint, warm
from relations.errors import ServeError

LOOPBACK = "127.0.0.1"
SHOWN_BY = ("@voila-dashboards/widgets-manager8", "anywidget")  # the extensions that the template loads
# Of what Voila and Jupyter answer, a reader needs these; files, other notebooks and running code are no part of it.
NEEDED = (MultiStaticFileHandler, KernelHandler, VoilaKernelWebsocketHandler, VoilaShutdownKernelHandler)


class Server(Voila):  # type: ignore[misc]
    """Voila with static files that the browser keeps, and one port that is ours or an error."""

    name = Unicode("voila")
    port: int
    shelf: Shelf | None = Anything(None, allow_none=True)  # type: ignore[assignment]  # where several dossiers are served, or one by its name

    def init_settings(self) -> dict[str, Any]:
        """Bound what a page may send, and answer addresses that lead nowhere."""
        return {
            **super().init_settings(),
            "websocket_max_message_size": MOST_BYTES,
            "default_handler_class": MissingHandler,
            "default_handler_args": {"several": self.shelf is not None},
        }

    def init_handlers(self) -> list[Any]:
        """Keep of Voila's and Jupyter's handlers what a reader needs, and put ours before them."""
        found: list[Any] = []
        pages: dict[str, Any] = {}
        signing_in = tuple(handler for _, handler, *_ in self.identity_provider.get_handlers())
        for address, handler, *options in super().init_handlers():
            if handler is TornadoVoilaHandler:
                pages = options[0]
                if self.shelf is None:  # no other path: Voila sends its readers on to files
                    found.append((self.server_url, PageHandler, pages))
            elif handler is VoilaKernelWebsocketHandler:
                found.append((address, KernelSocket, *options))
            elif handler in signing_in:
                found.append((address, ours(handler), *options))
            elif handler in NEEDED:
                found.append((address, handler, *options))
        if self.shelf is not None:
            shared = {"shelf": self.shelf}
            found += [
                (self.server_url, ListHandler, shared),
                (url_path_join(self.server_url, "compare"), ComparisonHandler, shared),
                (url_path_join(self.server_url, "dossier/([^/]+)"), DossierHandler, {**pages, **shared}),
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

    @property
    def static_links(self) -> dict[str, str]:
        """The addresses of the static files, with the path that all addresses begin with."""
        return {name: url_path_join(self.base_url, place) for name, (place, _) in self.static_addresses.items()}

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
            if error.errno == errno.EADDRNOTAVAIL or isinstance(error, gaierror):
                raise ServeError(
                    f"this machine has no address {self.ip}; name one of its own with --host, or 0.0.0.0 for all"
                ) from None
            raise
        # On loopback, another machine's reader comes through a proxy of this machine, which tells who it is.
        HTTPServer(self.app, xheaders=self.ip == LOOPBACK).add_sockets(sockets)
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
