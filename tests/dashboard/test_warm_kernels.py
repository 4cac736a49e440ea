"""Kernels forked from a warm process: they show the newest build, outlive nobody, and can do without it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import psutil
import pytest
from serving import served
from synthetic import write

from relations.dashboard import ready
from relations.dashboard.warm_kernels import ForkedProcess, WarmProcess
from relations.errors import DossierError

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="kernels are forked on Linux only")


def until(true: Callable[[], object], seconds: float = 30) -> bool:
    deadline = time.monotonic() + seconds
    while not true() and time.monotonic() < deadline:
        time.sleep(0.1)
    return bool(true())


def page(address: str) -> str:
    with urllib.request.urlopen(address, timeout=60) as answer:  # noqa: S310
        return str(answer.read().decode())


def server_at(address: str) -> psutil.Process:
    port = str(urlsplit(address).port)
    return next(one for one in psutil.Process().children() if port in one.cmdline())


def warm_process(server: psutil.Process) -> psutil.Process:
    return next(one for one in server.children() if "relations.dashboard.warm_process" in one.cmdline())


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    return write(tmp_path / "made-up", events=7)


@pytest.fixture
def address(dossier: Path, tmp_path: Path) -> Iterator[str]:
    with served(dossier, tmp_path / "log") as at:
        yield at


def test_what_is_ready_is_the_newest_build(dossier: Path) -> None:
    ready.get_ready(dossier)
    first = ready.opened(dossier)
    assert ready.opened(dossier) is first and ready.current(first)
    archive = ready.archive_of(first)
    assert ready.archive_of(first) is archive
    assert ready.first_views(archive)["kk"] is ready.first_views(archive)["kk"]
    write(dossier, events=9)
    assert not ready.current(first)
    newer = ready.opened(dossier)
    assert len(newer.events) != len(first.events)
    assert ready.archive_of(newer) is not archive
    ready.get_ready(dossier)
    assert len(ready.opened(dossier).events) == len(newer.events)


def test_a_dossier_that_is_gone_is_said(dossier: Path) -> None:
    ready.get_ready(dossier)
    opened = ready.opened(dossier)
    (dossier / "tables").rename(dossier / "elsewhere")
    assert not ready.current(opened)
    with pytest.raises(DossierError, match="has no tables"):
        ready.opened(dossier)


def test_a_forked_process_is_watched_and_ended() -> None:
    with subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"]) as child:
        process = ForkedProcess(child.pid)
        assert process.poll() is None
        process.send_signal(signal.SIGSTOP)
        assert until(lambda: psutil.Process(child.pid).status() == psutil.STATUS_STOPPED)
        process.kill()
        assert until(lambda: process.poll() == 0), "a process that has ended counts as running"
        assert process.wait() == 0
    process.terminate()  # whoever has its number now is left alone
    assert ForkedProcess(child.pid).poll() == 0


def test_without_a_warm_process_nothing_is_forked() -> None:
    warm = WarmProcess("relations.there_is_no_such_module")
    try:
        for _ in range(3):
            assert warm.fork([], os.environ, "/") is None
        assert warm.pid is None, "a process that fails is started again and again"
    finally:
        warm.end()


def test_kernels_are_forks_that_end_with_the_server(address: str) -> None:
    assert "relations-first" in page(address)
    server = server_at(address)
    warm = warm_process(server)
    assert until(lambda: len(warm.children()) >= 2)  # the reader's, and the next one that waits
    those = [*warm.children(), warm]
    assert not any("ipykernel_launcher" in one.cmdline() for one in server.children())
    server.kill()  # with no chance to end anybody
    _, alive = psutil.wait_procs(those, timeout=20)
    assert not alive, alive


def test_a_reader_is_served_where_the_warm_process_has_gone(address: str) -> None:
    assert "relations-first" in page(address)
    server = server_at(address)
    first = warm_process(server)
    first.kill()
    assert until(lambda: not first.is_running() or first.status() == psutil.STATUS_ZOMBIE)
    assert until(lambda: "relations-first" in page(address))
    assert until(lambda: warm_process(server).pid != first.pid), "it is not started anew"


def test_a_page_shows_what_was_built_since(address: str, dossier: Path) -> None:
    before = page(address)
    write(dossier, events=40)
    time.sleep(0.1)
    pages = [page(address) for _ in range(3)]  # the first may have been ready before
    assert len(pages[-1]) > 1.05 * len(before)


def test_a_fork_can_open_a_newer_build(dossier: Path) -> None:
    script = (
        "import os, sys\nfrom pathlib import Path\n"
        "from relations.dashboard import ready\nfrom relations.dossier import open_dossier\n"
        "ready.get_ready(Path(sys.argv[1]))\n"
        "if child := os.fork():\n    sys.exit(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))\n"
        "os._exit(len(open_dossier(sys.argv[1]).events))"
    )  # Arrow, which reads the tables, had threads before the fork
    run = subprocess.run([sys.executable, "-W", "ignore", "-c", script, str(dossier)], timeout=60, check=False)
    assert run.returncode == len(ready.opened(dossier).events) > 0
