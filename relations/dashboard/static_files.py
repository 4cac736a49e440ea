"""Static files as a browser likes them: compressed once, kept by the browser for as long as they are the same."""

from __future__ import annotations

import gzip
import hashlib
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from threading import Thread

from tornado import web

COMPRESSED = frozenset({".js", ".css", ".svg", ".json", ".txt", ".map"})
FOR_GOOD = "public, max-age=31536000, immutable"


@lru_cache(maxsize=1024)
def _packed(path: str, modified: float) -> bytes:
    return gzip.compress(Path(path).read_bytes(), compresslevel=6)


def warm(places: Iterable[str]) -> Thread:
    """Compress scripts and styles, named or in a folder, beside other work: the first reader does not wait."""

    def work() -> None:
        for place in places:
            for file in [Path(place)] if Path(place).is_file() else sorted(Path(place).rglob("*")):
                if file.suffix in (".js", ".css"):
                    _packed(str(file.resolve()), file.stat().st_mtime)

    thread = Thread(target=work, daemon=True, name="compress-static-files")
    thread.start()
    return thread


@lru_cache(maxsize=32)
def fingerprint(folders: tuple[str, ...]) -> str:
    """Return a short text that changes when a file of the folders does: it stands in their address.

    Examples
    --------
    >>> len(fingerprint((str(Path(__file__).parent),)))
    12
    """
    state = hashlib.sha256()
    for folder in folders:
        for file in sorted(Path(folder).rglob("*")):
            if file.is_file():
                about = file.stat()
                state.update(f"{file}\0{about.st_size}\0{about.st_mtime_ns}\0".encode())
    return state.hexdigest()[:12]


class StaticFiles(web.StaticFileHandler):
    """Serves the first of several folders that has a file, compressed where the browser takes it.

    The address holds a `fingerprint`, so an answer may be kept for good.
    """

    def initialize(self, paths: list[str]) -> None:  # type: ignore[override]
        self.folders = paths
        super().initialize(path=paths[0])

    async def get(self, path: str, include_body: bool = True) -> None:
        file = self._file(path)
        self.set_header("Cache-Control", FOR_GOOD)
        self.set_header("X-Content-Type-Options", "nosniff")
        self.set_header("Vary", "Accept-Encoding")
        self.path = path
        self.absolute_path = str(file)
        self.set_header("Content-Type", self.get_content_type())
        body = file.read_bytes()
        if file.suffix in COMPRESSED and "gzip" in self.request.headers.get("Accept-Encoding", ""):
            body = _packed(str(file), file.stat().st_mtime)
            self.set_header("Content-Encoding", "gzip")
        self.set_header("Content-Length", len(body))
        if include_body:
            self.write(body)

    def _file(self, path: str) -> Path:
        for folder in self.folders:
            root = Path(folder).resolve()
            file = (root / path).resolve()
            if file.is_relative_to(root) and file.is_file():
                return file
        raise web.HTTPError(404)
