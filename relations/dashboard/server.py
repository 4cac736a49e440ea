"""Serves dossiers as a Voila page: on this machine only, unless told otherwise.

Voila is started through its own application class. What is ours is put before its own handlers: static files
that the browser keeps, headers, and a message instead of another port when the port is taken.
"""

from __future__ import annotations

import errno
import os
import re
import webbrowser
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import Any, ClassVar

import tornado.ioloop
import tornado.web
from jupyter_server.services.kernels.kernelmanager import AsyncMappingKernelManager
from jupyter_server.utils import url_path_join
from traitlets import Unicode
from voila.app import Voila
from voila.tornado.handler import TornadoVoilaHandler
from voila.utils import get_voila_labextensions_path

from relations.dashboard.chart import JUPYTER, LIBRARY, STATIC
from relations.dashboard.page import DOSSIER_VARIABLE
from relations.dashboard.static_files import StaticFiles, fingerprint, warm
from relations.errors import ServeError

NOTEBOOK = Path(__file__).parents[2] / "notebooks" / "dashboard.ipynb"
LOOPBACK = "127.0.0.1"
# Voila's sign of life, sent while a kernel starts slowly, is the one script that stands in the page.
SIGN_OF_LIFE = "'sha256-m16tKAZfrqdfaIlK4k9Uc4bmwJm0z0f+0b2ahSGv/Ko='"
POLICY = (
    f"default-src 'none'; script-src 'self' blob: {SIGN_OF_LIFE}; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'self'"
)
_FIRST_VIEW = re.compile(r'<template data-language="(?P<language>\w+)".*?</template>', re.DOTALL)
SHOWN_BY = ("@voila-dashboards/widgets-manager8", "anywidget")  # the extensions that the template loads
IDLE_SECONDS = 600  # a kernel whose reader is gone ends after that long


class Kernels(AsyncMappingKernelManager):
    """Ends kernels that readers have left, but none that waits for its first reader."""

    _pools: ClassVar[dict[str, list[Any]]] = {}  # Voila's own manager, made from this one, fills it

    async def cull_kernel_if_idle(self, kernel_id: str) -> None:
        """Leave the kernels of the pool alone."""
        ready = (task for pool in self._pools.values() for task in pool if task.done() and not task.cancelled())
        if all(task.exception() or task.result().get("kernel_id") != kernel_id for task in ready):
            await super().cull_kernel_if_idle(kernel_id)  # type: ignore[no-untyped-call]


class PageHandler(TornadoVoilaHandler):  # type: ignore[misc]
    """The page, with the cookie that lets the browser end its kernel when the page is left.

    Of the first views, one a language, only the reader's own is sent.
    """

    @property
    def content_security_policy(self) -> str:
        """Allow our own files only; widgets' modules come as ``blob:``, one line of Voila's by its checksum."""
        return POLICY

    def prepare(self) -> Any:
        """Compress what is sent, piece by piece."""
        self._transforms.append(tornado.web.GZipContentEncoding(self.request))
        return super().prepare()

    async def get(self, path: str | None = None) -> None:
        """Answer with the page."""
        self.set_cookie("_xsrf", self.xsrf_token, path=self.base_url, samesite="Strict")
        self.set_header("Referrer-Policy", "same-origin")
        await super().get(path)

    def write(self, chunk: Any) -> None:
        """Write a piece of the page without the first views in other languages."""
        if isinstance(chunk, str) and "<template data-language=" in chunk:
            offered = [view["language"] for view in _FIRST_VIEW.finditer(chunk)]
            asked = [self.get_argument("lang", ""), *accepted(self.request.headers.get("Accept-Language", ""))]
            language = next((code for code in asked if code in offered), offered[0] if offered else None)
            chunk = _FIRST_VIEW.sub(lambda view: view[0] if view["language"] == language else "", chunk)
        super().write(chunk)


def accepted(header: str) -> list[str]:
    """Return the languages of an ``Accept-Language`` header, the preferred first, without their regions.

    Examples
    --------
    >>> accepted("ru;q=0.5, kk-KZ, *;q=0.1")
    ['kk', 'ru', '*']
    """
    weighed = []
    for part in header[:1000].split(","):
        name, _, quality = part.strip().partition(";q=")
        weight = float(quality) if re.fullmatch(r"[01](\.\d{1,3})?", quality) else 1.0
        weighed.append((-weight, name.partition("-")[0].lower()))
    return [name for _, name in sorted(weighed, key=lambda one: one[0]) if name]


class Server(Voila):  # type: ignore[misc]
    """Voila with static files that the browser keeps, and one port that is ours or an error."""

    name = Unicode("voila")
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
        library = [str(LIBRARY.parent)]
        groups = {
            "page": [str(STATIC)],
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
            self.app.listen(self.port, self.ip)
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
        labs = [str(Path(folder) / name) for folder in self.static_addresses["lab"][1] for name in SHOWN_BY]
        warm([str(LIBRARY), *self.static_addresses["page"][1], *self.static_addresses["voila"][1], *labs])
        if self.open_browser:
            webbrowser.open(self.address)
        self.ioloop = tornado.ioloop.IOLoop.current()
        try:
            self.ioloop.start()
        except KeyboardInterrupt:
            self.log.info("Stopping")
        finally:
            self.stop()

    @property
    def address(self) -> str:
        """The address to open, with the token where there is one."""
        token = f"?token={self.identity_provider.token}" if self.identity_provider.token else ""
        return f"http://{self.ip}:{self.port}{self.base_url}{token}"


def serve(
    dossiers: str | Path | Sequence[str | Path],
    port: int = 8866,
    browser: bool = True,
    token: str | None = None,
    *,
    host: str = LOOPBACK,
    preheated: int = 1,
    notebook: Path = NOTEBOOK,
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

    Raises
    ------
    ServeError
        If the port cannot be had, or no dossier is given.
    DossierError
        If a folder is no built dossier.
    """
    from relations.dossier import open_dossier

    named = [dossiers] if isinstance(dossiers, str | Path) else list(dossiers)
    if not named:
        raise ServeError("no dossier was given; expected the folder of one, as `relations new` makes it")
    folders = [Path(folder).resolve() for folder in named]
    for folder in folders:
        open_dossier(folder)
    os.environ[DOSSIER_VARIABLE] = os.pathsep.join(map(str, folders))
    run(notebook, port, browser, token or None, host, preheated)


def run(notebook: Path, port: int, browser: bool, token: str | None, host: str, preheated: int) -> None:
    """Start Voila with one notebook; returns when it is stopped."""
    os.environ["JUPYTER_PATH"] = os.pathsep.join(filter(None, [str(JUPYTER), os.environ.get("JUPYTER_PATH")]))
    server = Server(
        port=port, ip=host, open_browser=browser, notebook_path=str(notebook), token=token, config_file_paths=[]
    )
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
