"""Starts the page's server for the tests, in a process of its own, and stops it again."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parents[1]
SERVE = (
    "import sys; from relations.dashboard.server import serve; serve(sys.argv[1], int(sys.argv[2]), False, {token!r})"
)


QUIETLY = ("--no-browser", "--port", "0")


def free_port() -> int:
    """Return a port that nobody holds now."""
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return int(asked.getsockname()[1])


@contextmanager
def running(command: Sequence[str], address: str, log: Path, at: Path = ROOT, **environment: str) -> Iterator[str]:
    """Run a server until it answers, then hand over its address; ends it in the end."""
    with log.open("wb") as out:
        process = subprocess.Popen(command, stdout=out, stderr=out, cwd=at, env={**os.environ, **environment})
        try:
            deadline = time.monotonic() + 60
            while time.monotonic() < deadline and process.poll() is None:
                try:
                    urllib.request.urlopen(address + "voila/static/none", timeout=1).close()  # noqa: S310
                    break
                except urllib.error.HTTPError:
                    break
                except OSError:
                    time.sleep(0.1)
            else:
                raise AssertionError(f"no answer from {address}:\n{log.read_text(encoding='utf-8', errors='replace')}")
            yield address
        finally:
            process.terminate()
            try:
                process.wait(20)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


@contextmanager
def served(dossier: Path, log: Path, token: str | None = None) -> Iterator[str]:
    """Serve a dossier as ``relations serve`` does."""
    port = free_port()
    command = [sys.executable, "-c", SERVE.format(token=token), str(dossier), str(port)]
    with running(command, f"http://127.0.0.1:{port}/", log) as address:
        yield address


def visited(command: Sequence[str], at: Path, token: bool = True) -> tuple[bytes, str]:
    """Start `relations serve`, read the page at the address that it prints, stop it as its user does.

    Returns the page, and what the terminal shows: none of it may be the noise of the machinery below.
    """
    process = subprocess.Popen(
        command, cwd=at, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, start_new_session=True,
        env={**os.environ, "BROWSER": "true", "PYTHONUNBUFFERED": "1"},
    )  # fmt: skip
    told = []
    assert process.stdout
    try:
        for line in process.stdout:
            told.append(line)
            if found := re.search(r"The page is at (http://\S+) \(Ctrl\+C stops it\)", line):
                address = found[1] if token else found[1].partition("?")[0]
                with urllib.request.urlopen(address, timeout=60) as answer:  # noqa: S310
                    page: bytes = answer.read()
                break
        else:
            raise AssertionError("".join(told))
    finally:
        os.killpg(process.pid, signal.SIGINT)
        told.append(process.communicate(timeout=30)[0])
    noise = re.findall(r"^.*(?:Traceback|WARNING|not trusted|\[Server\]).*$", "".join(told), re.MULTILINE)
    assert not noise, "".join(told)
    return page, "".join(told)
