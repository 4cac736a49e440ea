"""How fast the page is, in a real browser, beside Voila serving an empty page in the same run.

    python benchmarks/page.py                             all rows: the shipped dossier, and made-up ones
    python benchmarks/page.py --events 10000 --rounds 3   a quick look

Needs the test packages and a browser (see ``tests/find_browser.py``), and Linux for the row of memory. Medians; a busy
machine changes the ratios to Voila's empty page less than the milliseconds.
"""

from __future__ import annotations

import argparse
import json
import os
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
DOSSIER = ROOT / "data" / "kazakhstan-pakistan"
SCRIPT = Path(__file__).with_name("page_times.js")
EMPTY = {"cells": [], "metadata": {"kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"}},
         "nbformat": 4, "nbformat_minor": 5}  # fmt: skip
SERVE = (
    "import sys; from relations.dashboard.server import serve; "
    "serve(sys.argv[1], int(sys.argv[2]), False, preheated={})"
)
# What a reader does: a field of the filters, and the value typed into it; none for a box that is ticked.
CHANGES = (
    ("filter-types-visit", None), ("filter-types-visit", None), ("filter-sectors-trade", None),
    ("filter-since", "2005"), ("filter-sectors-trade", None), ("filter-languages-kk", None),
    ("filter-since", ""), ("filter-languages-kk", None),
    ("filter-statuses-planned", None), ("filter-statuses-planned", None), ("filter-sure", None), ("filter-sure", None),
)  # fmt: skip
FEW, MANY = 10_000, 1_000_000


@dataclass(frozen=True)
class Row:
    """One line of the table: what was measured, how it came out, and the mark that it is to keep."""

    name: str
    value: float | None
    unit: str
    mark: float | None = None

    def __str__(self) -> str:
        shown = "–" if self.value is None else f"{self.value:,.{0 if self.value >= 10 else 2}f} {self.unit}"
        mark = "" if self.mark is None else f"{self.mark:g} {self.unit}"
        met = "" if self.mark is None or self.value is None else "met" if self.value <= self.mark else "missed"
        return f"| {self.name:62} | {shown:>12} | {mark:>10} | {met:6} |"


def free_port() -> int:
    """Return a port that nobody holds now."""
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return int(asked.getsockname()[1])


@contextmanager
def server(command: Sequence[str], port: int, folder: Path) -> Iterator[tuple[str, int]]:
    """Run a server until it answers; give its address and process."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "HOME": str(folder), "JUPYTER_PLATFORM_DIRS": "1"}
    log = (folder / f"{port}.log").open("wb")
    process = subprocess.Popen(command, stdout=log, stderr=log, cwd=folder, env=environment)
    address = f"http://127.0.0.1:{port}/"
    try:
        while process.poll() is None:
            try:
                urllib.request.urlopen(address + "voila/static/none", timeout=2).close()  # noqa: S310 - our own server
                break
            except urllib.error.HTTPError:
                break
            except OSError:
                time.sleep(0.02)
        else:
            raise SystemExit((folder / f"{port}.log").read_text(encoding="utf-8", errors="replace"))
        yield address, process.pid
    finally:
        process.terminate()
        process.wait(30)
        log.close()


def relations(dossier: Path, preheated: int, folder: Path) -> Any:
    """Serve a dossier as ``relations serve`` does."""
    port = free_port()
    return server([sys.executable, "-c", SERVE.format(preheated), str(dossier), str(port)], port, folder)


def plain_voila(folder: Path) -> Any:
    """Serve an empty notebook with Voila as it comes, its kernel preheated."""
    notebook, port = folder / "empty.ipynb", free_port()
    notebook.write_text(json.dumps(EMPTY), encoding="utf-8")
    options = ["--no-browser", f"--port={port}", "--preheat_kernel=True", "--pool_size=1"]
    return server([sys.executable, "-m", "voila", str(notebook), *options], port, folder)


class Visit:
    """A page in a profile, with the bytes that came over the network for it."""

    def __init__(self, context: Any, address: str) -> None:
        self.page = context.new_page()
        self.page.add_init_script(path=SCRIPT)
        self.bytes = 0
        network = context.new_cdp_session(self.page)
        network.send("Network.enable")
        network.on("Network.loadingFinished", lambda told: self._count(told["encodedDataLength"]))
        network.on("Network.webSocketFrameReceived", lambda told: self._count(len(told["response"]["payloadData"])))
        self.page.goto(address, timeout=120_000)

    def _count(self, length: float) -> None:
        self.bytes += int(length)

    def painted(self, what: str = "chart") -> float:
        """Return the milliseconds from the first byte asked for until the chart, or Voila's page, was painted."""
        self.page.wait_for_function(f"times.{what} !== null", timeout=120_000)
        return float(self.page.evaluate(f"times.{what}"))

    def live(self) -> Visit:
        """Wait until the widget has taken the page over and its charts are drawn."""
        self.page.wait_for_selector(".relations-root:not([aria-busy])", timeout=240_000)
        self.page.wait_for_function(
            "[...document.querySelectorAll('[data-figure]')].every(div => div.dataset.drawn)", timeout=60_000
        )
        self.page.wait_for_timeout(500)
        return self


def loading(browser: Any, address: str, what: str, rounds: int, wait: float) -> dict[str, list[float]]:
    """Load a page in fresh profiles, and once more in each."""
    found: dict[str, list[float]] = {"first": [], "again": [], "bytes": [], "shift": [], "longest": []}
    for _ in range(rounds):
        time.sleep(wait)  # until the next kernel is warm
        context = browser.new_context(viewport={"width": 1440, "height": 900}, locale="en-GB")
        visit = Visit(context, address)
        found["first"].append(visit.painted(what))
        if what == "chart":
            visit.live()
            found["shift"].append(visit.page.evaluate("times.shift"))
            found["longest"].append(visit.page.evaluate("times.longest"))
        visit.page.close()
        time.sleep(wait)
        visit = Visit(context, address)
        found["again"].append(visit.painted(what))
        if what == "chart":
            visit.live()
        found["bytes"].append(visit.bytes / 1e6)
        context.close()
    return found


def start_up(browser: Any, dossier: Path, folder: Path) -> tuple[float, float]:
    """Return the seconds to the first chart: from a cold kernel, and from the start of ``relations serve``."""
    context = browser.new_context(viewport={"width": 1440, "height": 900}, locale="en-GB")
    with relations(dossier, 0, folder) as (address, _):
        cold = Visit(context, address).painted() / 1000
    context.close()
    context = browser.new_context(viewport={"width": 1440, "height": 900}, locale="en-GB")
    begin = time.time()
    with relations(dossier, 1, folder) as (address, _):
        visit = Visit(context, address)
        painted = visit.painted() + visit.page.evaluate("performance.timeOrigin")
    context.close()
    return cold, painted / 1000 - begin


def changes(browser: Any, dossier: Path, folder: Path, rounds: int, quiet: int) -> list[float]:
    """Return the milliseconds from each change of a filter until every chart is drawn anew."""
    took = []
    with relations(dossier, 1, folder) as (address, _):
        context = browser.new_context(viewport={"width": 1440, "height": 900}, locale="en-GB")
        page = Visit(context, address).live().page
        for turn in range(rounds + 1):
            # Another last year each turn, so that most views were never asked for before.
            for field, value in (("filter-until", str(2025 - turn)), *CHANGES):
                time_of = page.evaluate("one => timeChange(...one)", [field, value, quiet])
                if time_of is None:
                    raise SystemExit(f"{field}: no chart was drawn anew")
                if turn:  # the first turn warms what is remembered
                    took.append(float(time_of))
        context.close()
    return took


def memory(pid: int) -> float:
    """Return the MB that a server and its kernels hold, shared ones counted in parts (PSS)."""
    import psutil

    process = psutil.Process(pid)
    return sum(one.memory_full_info().pss for one in [process, *process.children(recursive=True)]) / 1e6


def viewer(browser: Any, dossier: Path, folder: Path, wait: float) -> float | None:
    """Return the MB that one more viewer takes; ``None`` where the system does not tell."""
    if not Path("/proc/self/smaps_rollup").exists():
        return None
    with relations(dossier, 1, folder) as (address, pid):
        held = []
        contexts = []
        for _ in range(3):
            contexts.append(browser.new_context(viewport={"width": 1440, "height": 900}, locale="en-GB"))
            Visit(contexts[-1], address).live()
            time.sleep(wait)
            held.append(memory(pid))
        for context in contexts:
            context.close()
    return statistics.median(after - before for before, after in pairwise(held))


def p95(values: Sequence[float]) -> float:
    """Return the value that 95 % do not exceed."""
    return sorted(values)[max(0, -(-len(values) * 95 // 100) - 1)]


def run(sizes: Sequence[int], rounds: int, wait: float = 6.0, dossier: Path = DOSSIER) -> Iterator[Row]:
    """Measure row by row."""
    from playwright.sync_api import sync_playwright

    sys.path.insert(0, str(ROOT / "tests"))
    from find_browser import find_browser
    from many_events import write_many

    with tempfile.TemporaryDirectory() as place, sync_playwright() as playwright:
        folder = Path(place)
        browser = playwright.chromium.launch(executable_path=find_browser(), args=["--no-sandbox"])
        with plain_voila(folder) as (address, _):
            empty = loading(browser, address, "voila", rounds, wait)
        with relations(dossier, 1, folder) as (address, _):
            ours = loading(browser, address, "chart", rounds, wait)
        first, again = (statistics.median(empty[kind]) for kind in ("first", "again"))
        yield Row("Voila's empty page, first visit", first, "ms")
        yield Row("Voila's empty page, repeat visit", again, "ms")
        yield Row("first chart, first visit", statistics.median(ours["first"]), "ms")
        yield Row("first chart, repeat visit", statistics.median(ours["again"]), "ms")
        against = statistics.median(ours["first"]) / first, statistics.median(ours["again"]) / again
        yield Row("first chart, first visit, against Voila's empty page", against[0], "×", 1.25)
        yield Row("first chart, repeat visit, against the same", against[1], "×", 1.15)
        yield Row("bytes of a repeat visit", statistics.median(ours["bytes"]), "MB", 2)
        yield Row("layout shift while loading (CLS)", max(ours["shift"]), "", 0.05)
        yield Row("longest task of the page", statistics.median(ours["longest"]), "ms", 500)
        cold, started = zip(*(start_up(browser, dossier, folder) for _ in range(max(1, rounds // 2))), strict=True)
        yield Row("first chart, cold kernel", statistics.median(cold), "s", 5)
        yield Row("from `relations serve` to the first page", statistics.median(started), "s", 8)
        yield Row("memory of one more viewer (PSS)", viewer(browser, dossier, folder, wait), "MB", 120)
        for size in sizes:
            made = write_many(folder / f"many-{size}", size)
            took = changes(browser, made, folder, rounds, 400 if size < MANY else 1500)
            marks = {FEW: (60.0, 100.0), MANY: (120.0, 200.0)}.get(size, (None, None))
            name = f"filter changed → charts redrawn, {size:,} events"
            yield Row(f"{name}, median", statistics.median(took), "ms", marks[0])
            yield Row(f"{name}, p95", p95(took), "ms", marks[1])
        browser.close()


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description="How fast the page is, beside Voila's empty page.")
    parser.add_argument("--events", type=int, nargs="*", default=[FEW, MANY], help="sizes of made-up dossiers")
    parser.add_argument("--rounds", type=int, default=5, help="how often each thing is measured (default: 5)")
    parser.add_argument("--dossier", type=Path, default=DOSSIER, help="a built dossier (default: the shipped one)")
    given = parser.parse_args()
    print(f"| {'medians':62} | {'measured':>12} | {'mark':>10} | {'':6} |")
    print(f"| {'-' * 62} | {'-' * 12} | {'-' * 10} | {'-' * 6} |")
    for row in run(given.events, given.rounds, dossier=given.dossier):
        print(row, flush=True)


if __name__ == "__main__":
    main()
