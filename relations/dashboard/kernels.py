"""The kernels of readers: how many there may be, and when one whose reader has gone is ended."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Any, ClassVar

from jupyter_server.services.kernels.kernelmanager import AsyncMappingKernelManager
from traitlets import Int, default
from voila.utils import ENV_VARIABLE

from relations.dashboard.warm_kernels import WarmKernelManager, WarmProcess

UNRECORDED = "--HistoryManager.enabled=False"  # nobody types into these kernels
IDLE_SECONDS = 600  # a kernel whose reader is gone ends after that long
KERNEL_MEGABYTES = 60  # what a forked kernel takes of its own once it is used; measured with benchmarks/viewers.py
KEPT_MEGABYTES = 1024  # left to the server, the system and what else runs


class Kernels(AsyncMappingKernelManager):
    """Ends kernels that readers have left, but none that waits for its first reader."""

    log_level = Int(logging.ERROR, help="What kernels may say in the terminal.").tag(config=True)
    warm: ClassVar[WarmProcess | None] = None  # where kernels are forked from
    most_viewers = Int(0, help="Readers at the same time; 0: no limit.").tag(config=True)
    _pools: ClassVar[dict[str, list[Any]]] = {}  # Voila's own manager, made from this one, fills it
    _coming = 0  # readers whose kernel is being started

    @default("kernel_manager_class")
    def _forking(self) -> str:
        return f"{WarmKernelManager.__module__}.{WarmKernelManager.__name__}"

    async def start_kernel(self, **options: Any) -> str:  # type: ignore[override]
        """Start a kernel that says in the terminal only what matters."""
        quiet = [*options.pop("extra_arguments", []), f"--IPKernelApp.log_level={self.log_level}", UNRECORDED]
        for_reader = (options.get("env") or {}).get(ENV_VARIABLE.VOILA_PREHEAT) != "True"
        self._coming += for_reader
        try:
            return str(await super().start_kernel(**options, extra_arguments=quiet))
        finally:
            self._coming -= for_reader

    @property
    def waiting(self) -> set[str]:
        """The kernels of the pool, which wait for their first reader."""
        ready = (task for pool in self._pools.values() for task in pool if task.done() and not task.cancelled())
        return {task.result()["kernel_id"] for task in ready if task.exception() is None}

    @property
    def viewers(self) -> int:
        """How many kernels readers have now, those included that are being started for one."""
        return len(set(self.list_kernel_ids()) - self.waiting) + self._coming

    @property
    def full(self) -> bool:
        """Whether no further reader may come."""
        return 0 < self.most_viewers <= self.viewers

    async def cull_kernel_if_idle(self, kernel_id: str) -> None:
        """Leave the kernels of the pool alone."""
        if kernel_id not in self.waiting:
            await super().cull_kernel_if_idle(kernel_id)  # type: ignore[no-untyped-call]


def sensible_limit() -> int:
    """Return how many readers this machine's memory is enough for: at least four.

    Examples
    --------
    >>> sensible_limit() >= 4
    True
    """
    told = Path("/proc/meminfo")
    if not told.is_file():
        return 50
    free = next(int(line.split()[1]) for line in told.read_text().splitlines() if line.startswith("MemAvailable"))
    return max(4, (free // 1024 - KEPT_MEGABYTES) // KERNEL_MEGABYTES)
