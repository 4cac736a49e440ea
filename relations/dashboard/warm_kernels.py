"""Kernels that are forked from a warm process, where the system can do so, instead of being started from nothing."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

import psutil
from jupyter_client.connect import KernelConnectionInfo
from jupyter_client.provisioning.local_provisioner import LocalProvisioner
from jupyter_server.services.kernels.kernelmanager import ServerKernelManager
from traitlets import default

LAUNCHER = "ipykernel_launcher"  # the module of Python's own kernel; no other can be forked
MOST_STARTS = 3  # of a warm process that ends by itself: it would not do better the next time
LONGEST_SOCKET = 100  # bytes of the path of a Unix socket that Linux takes, with some to spare
ALONE = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}  # no threads, which would not survive a fork


class WarmProcess:
    """The process that kernels are forked from, see `relations.dashboard.warm_process`.

    There is one on Linux only: Windows cannot fork, and the frameworks of macOS do not bear it.

    Parameters
    ----------
    module : str
        What the notebook imports.
    folders : sequence of Path
        Dossiers to open ahead.
    """

    def __init__(self, module: str, folders: Sequence[Path] = ()) -> None:
        self._arguments = [module, *map(str, folders)]
        self._process: subprocess.Popen[bytes] | None = None
        self._asking = threading.Lock()
        self._starts = 0
        self._start()

    @property
    def pid(self) -> int | None:
        """The number of the process, while there is one."""
        return self._process.pid if self._process else None

    def _start(self) -> None:
        if sys.platform != "linux" or self._starts >= MOST_STARTS:
            return
        self._starts += 1
        self._socket, other = socket.socketpair()
        with other:
            self._process = subprocess.Popen(  # noqa: S603 - our own module
                [sys.executable, "-m", "relations.dashboard.warm_process", str(other.fileno()), *self._arguments],
                pass_fds=[other.fileno()], stdin=subprocess.DEVNULL, start_new_session=True,
                env={**os.environ, **ALONE},
            )  # fmt: skip

    def fork(self, arguments: Sequence[str], environment: Mapping[str, str], folder: str) -> int | None:
        """Return the number of a new process that is a kernel; ``None`` where none can be forked.

        A warm process that has gone is started anew, for those who come later.
        """
        asked = {"arguments": list(arguments), "environment": dict(environment), "folder": folder}
        with self._asking:
            if self._process is None:
                return None
            answer = b""
            with suppress(OSError):
                self._socket.sendall(json.dumps(asked).encode() + b"\n")
                while not answer.endswith(b"\n") and (more := self._socket.recv(64)):
                    answer += more
            if answer.endswith(b"\n"):
                return int(answer) if int(answer) > 0 else None
            self._forget()
            self._start()
            return None

    def _forget(self) -> None:
        if self._process is not None:
            self._socket.close()
            self._process.kill()
            self._process.wait()
            self._process = None

    def end(self) -> None:
        """End the process; kernels that live end with it."""
        self._starts = MOST_STARTS
        if self._process is not None:
            self._process.kill()  # who waits for an answer goes on
        with self._asking:
            self._forget()


class ForkedProcess:
    """A kernel's process that is no child of this one, as `subprocess.Popen` would have it."""

    stdin = stdout = stderr = None

    def __init__(self, pid: int) -> None:
        self.pid = pid
        self.returncode: int | None = None
        try:
            self._process: psutil.Process | None = psutil.Process(pid)  # knows it from a later one of its number
        except psutil.Error:
            self._process = None

    def poll(self) -> int | None:
        """Return ``None`` while it runs, and 0 afterwards: how it ended, only its parent could know."""
        if self.returncode is None and not self._runs():
            self.returncode = 0
        return self.returncode

    def _runs(self) -> bool:
        with suppress(psutil.NoSuchProcess):
            return self._process is not None and self._process.is_running() and self._process.status() != "zombie"
        return False

    def wait(self) -> int:
        """Wait until it has ended."""
        while self.poll() is None:
            time.sleep(0.02)
        return 0

    def send_signal(self, number: int) -> None:
        """Send it a signal, if it still runs."""
        if self._process is not None and self.poll() is None:
            with suppress(psutil.NoSuchProcess):
                self._process.send_signal(number)

    def terminate(self) -> None:
        """Ask it to end."""
        self.send_signal(signal.SIGTERM)

    def kill(self) -> None:
        """End it."""
        self.send_signal(signal.SIGKILL)


class WarmProvisioner(LocalProvisioner):
    """Provides a forked kernel where it can, else one of Jupyter's ordinary ones."""

    async def launch_kernel(self, cmd: list[str], **options: Any) -> KernelConnectionInfo:
        """Start the kernel."""
        warm: WarmProcess | None = getattr(self.parent and self.parent.parent, "warm", None)
        if warm is not None and LAUNCHER in cmd:
            arguments = cmd[cmd.index(LAUNCHER) + 1 :]
            folder = str(options.get("cwd") or Path.cwd())
            pid = await asyncio.to_thread(warm.fork, arguments, options.get("env") or os.environ, folder)
            if pid is not None:
                self.process = ForkedProcess(pid)  # type: ignore[assignment]
                self.pid, self.cwd = pid, folder
                self.pgid = None  # signals go to the process, which is known from a later one of its number
                return self.connection_info
        return await super().launch_kernel(cmd, **options)


class WarmKernelManager(ServerKernelManager):
    """Manages one kernel that a `WarmProvisioner` provides, and talks to it over files where the system can.

    Ports that are free when they are chosen may be taken when many kernels start at once, and other users reach them.
    """

    @default("transport")
    def _files(self) -> str:
        path = len(os.fsencode(self.connection_file)) + len("-ipc-5")
        return "ipc" if sys.platform == "linux" and path < LONGEST_SOCKET else "tcp"

    async def _async_pre_start_kernel(self, **options: Any) -> tuple[list[str], dict[str, Any]]:
        if self.provisioner is None:
            self.provisioner = WarmProvisioner(
                kernel_id=self.kernel_id or options.get("kernel_id", ""), kernel_spec=self.kernel_spec, parent=self
            )
        return await super()._async_pre_start_kernel(**options)
