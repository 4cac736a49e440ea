"""A process that has imported and opened everything that a reader's kernel needs, and forks one when asked.

`relations.dashboard.warm_kernels` starts it and asks; this is the other end. A fork starts within a moment, and holds
in common with the others what none of them changes. Threads do not survive a fork: nothing here starts one.
"""

from __future__ import annotations

import gc
import importlib
import json
import os
import select
import signal
import socket
import sys
import traceback
import warnings
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NoReturn

from ipykernel.kernelapp import IPKernelApp

from relations.dashboard import ready
from relations.errors import RelationsError

LOOK_AGAIN = 10  # seconds after which a build is noticed, if nobody asks before


def main(arguments: Sequence[str]) -> None:
    """Answer each line, which asks for a kernel, with the number of its process, until the server is gone.

    Parameters
    ----------
    arguments : sequence of str
        The number of the socket to the server, the module that the notebook imports, and the folders of dossiers.
    """
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # the system forgets a kernel as soon as it ends
    # Arrow and its allocator have threads, which they look after themselves when a process forks.
    warnings.filterwarnings("ignore", message=".*multi-threaded.*fork", category=DeprecationWarning)
    server = socket.socket(fileno=int(arguments[0]))
    importlib.import_module(arguments[1])
    folders = [Path(folder) for folder in arguments[2:]]
    get_ready(folders)
    with server, server.makefile("rb") as lines:
        while True:
            asked, _, _ = select.select([server], [], [], LOOK_AGAIN)
            get_ready(folders)
            if asked:
                line = lines.readline()
                if not line:
                    break
                server.sendall(b"%d\n" % fork(server, json.loads(line)))


def get_ready(folders: Sequence[Path]) -> None:
    """Take up the newest builds; a dossier that cannot be opened is left to the kernel, which says why."""
    for folder in folders:
        try:
            ready.get_ready(folder)
        except RelationsError:
            continue
        except Exception:  # readers' kernels end with this process: it must live
            traceback.print_exc()
    gc.freeze()  # else the collector of every fork would write to, and so copy, all of it


def fork(server: socket.socket, asked: dict[str, Any]) -> int:
    """Return the number of a new process that is a kernel; -1 where the system allows none."""
    here = os.getpid()
    try:
        process = os.fork()
    except OSError:
        traceback.print_exc()
        return -1
    if process == 0:
        os.close(server.fileno())
        be_kernel(asked, here)
    return process


def be_kernel(asked: dict[str, Any], parent: int) -> NoReturn:
    """Run a kernel as if this process had been started for it, and end with it, or with the parent."""
    try:
        os.setsid()
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        os.environ.clear()
        os.environ.update(asked["environment"])
        os.chdir(asked["folder"])
        kernel: Any = IPKernelApp.instance(parent_handle=parent)
        kernel.initialize(asked["arguments"])
        kernel.start()
        kernel.close()
    except BaseException:
        traceback.print_exc()
        os._exit(1)
    os._exit(0)  # without taking apart what is held in common


if __name__ == "__main__":
    main(sys.argv[1:])
