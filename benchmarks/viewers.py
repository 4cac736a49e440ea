"""Thirty readers at once: who gets the page, how soon, and what memory each takes.

    python benchmarks/viewers.py                     30 readers of the dossier that ships, all in the same second
    python benchmarks/viewers.py --viewers 10 --apart 0.5 --preheated 4

What it does not know itself it hands on to `relations serve`.

Each reader does what the page in a browser does, over HTTP and Jupyter's websocket: gets the page, connects to its
kernel, says hello, waits for the view, uses a filter five times, each time waits for the answer, and stays until all
are done. "First chart" is when the page's first timeline has arrived, "live" when the kernel has answered the first
message.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import re
import socket
import statistics
import subprocess
import sys
import time
import uuid
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import psutil
from jupyter_server.services.kernels.connection.base import deserialize_msg_from_ws_v1
from tornado.httpclient import AsyncHTTPClient, HTTPClientError, HTTPRequest
from tornado.websocket import WebSocketClosedError, websocket_connect

from relations.dashboard.kernel_socket import PROTOCOL, joined

ROOT = Path(__file__).parent.parent
DOSSIER = ROOT / "data" / "kazakhstan-pakistan"
MARK = 10.0  # seconds in which 95 % of the readers see the first chart
_WIDTHS = {"timeline": 960, "sectors": 400, "heat": 800, "coverage": 800}
_FILTERS = 5


@dataclass
class Viewer:
    """One reader, and what became of it; times in seconds."""

    address: str
    chart: float | None = None
    live: float | None = None
    filters: list[float] = field(default_factory=list)
    trouble: str = ""

    async def visit(self, all_here: asyncio.Barrier) -> None:
        """Read the page, use it, and stay until everybody has used it."""
        connection = None
        try:
            began = time.perf_counter()
            page, cookies = await self._page(began)
            connection = await self._connect(page, cookies)
            _, model = _named(page)
            for channel in ("shell", "control"):
                await connection.write_message(_message("kernel_info_request", {}, channel), binary=True)
            version = re.search(r'data-version="(\w+)"', page)
            hello = {"do": "hello", "search": "", "languages": ["en"], "widths": _WIDTHS, "shown": "en",
                     "version": version[1] if version else None}  # fmt: skip
            await self._answered(connection, model, hello)
            self.live = time.perf_counter() - began
            for _ in range(_FILTERS):
                asked = time.perf_counter()
                await self._answered(connection, model, {"do": "toggle", "filter": "types", "value": "visit"})
                self.filters.append(time.perf_counter() - asked)
        except (HTTPClientError, WebSocketClosedError, OSError, LookupError, TimeoutError) as error:
            self.trouble = f"{type(error).__name__}: {error}"
        finally:
            await all_here.wait()  # memory is measured here
            await all_here.wait()
            if connection is not None:
                connection.close()

    async def _page(self, began: float) -> tuple[str, str]:
        parts: list[bytes] = []

        def arrived(piece: bytes) -> None:
            parts.append(piece)
            if self.chart is None and b'data-for-figure="timeline"' in b"".join(parts[-3:]):
                self.chart = time.perf_counter() - began

        request = HTTPRequest(
            self.address, streaming_callback=arrived, request_timeout=180, connect_timeout=60,
            headers={"Accept-Language": "en"},
        )  # fmt: skip
        answer = await AsyncHTTPClient().fetch(request)
        cookies = "; ".join(line.partition(";")[0] for line in answer.headers.get_list("Set-Cookie"))
        return b"".join(parts).decode(), cookies

    async def _connect(self, page: str, cookies: str) -> Any:
        kernel, _ = _named(page)
        base = json.loads(re.search(r'id="jupyter-config-data"[^>]*>(.*?)</script>', page, re.DOTALL)[1])["baseUrl"]  # type: ignore[index]
        place = urlsplit(self.address)
        url = f"ws://{place.netloc}{base}api/kernels/{kernel}/channels?session_id={uuid.uuid4()}"
        headers = {"Cookie": cookies, "Origin": f"http://{place.netloc}"}
        return await websocket_connect(HTTPRequest(url, headers=headers), subprotocols=[PROTOCOL])

    async def _answered(self, connection: Any, model: str, content: dict[str, Any]) -> None:
        data = {"comm_id": model, "data": {"method": "custom", "content": content}}
        await connection.write_message(_message("comm_msg", data, "shell"), binary=True)
        async with asyncio.timeout(180):
            while True:
                told = await connection.read_message()
                if told is None:
                    raise WebSocketClosedError("the server closed the connection")
                _, (header, _, _, content, *_) = deserialize_msg_from_ws_v1(told)
                if json.loads(header)["msg_type"] == "comm_msg":
                    if json.loads(content)["data"].get("content", {}).get("what") == "view":
                        return


def _named(page: str) -> tuple[str, str]:
    """Return the kernel of a page, and the model of its widget."""
    kernel = re.search(r'"kernelId": ?"([\w-]+)"', page)
    model = re.search(r'"model_id": ?"(\w+)"', page)
    if kernel is None or model is None:
        raise LookupError("the page names no kernel or no widget")
    return kernel[1], model[1]


def _message(kind: str, content: dict[str, Any], channel: str) -> bytes:
    header = {"msg_id": uuid.uuid4().hex, "msg_type": kind, "session": uuid.uuid4().hex, "username": "",
              "version": "5.3", "date": "2026-01-01T00:00:00Z"}  # fmt: skip
    return joined(channel, header, content)


def free_port() -> int:
    """Return a port that nobody holds now."""
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return int(asked.getsockname()[1])


def memory(process: psutil.Process) -> tuple[float, int]:
    """Return the memory of a process and its children in MB, shared pages shared out (PSS), and how many they are."""
    total, count = 0, 0
    for one in [process, *process.children(recursive=True)]:
        try:
            told = one.memory_full_info()
        except psutil.Error:
            continue
        total += getattr(told, "pss", told.uss)
        count += 1
    return total / 1e6, count


async def attend(address: str, viewers: int, apart: float, server: psutil.Process) -> tuple[list[Viewer], float, float]:
    """Send the readers; return them, and the memory before and while all of them are there."""
    AsyncHTTPClient.configure(None, max_clients=viewers + 1, max_body_size=200_000_000)
    before, _ = memory(server)
    all_here = asyncio.Barrier(viewers + 1)
    those = [Viewer(address) for _ in range(viewers)]

    async def one(viewer: Viewer, wait: float) -> None:
        await asyncio.sleep(wait)
        await viewer.visit(all_here)

    tasks = [asyncio.create_task(one(viewer, n * apart)) for n, viewer in enumerate(those)]
    await all_here.wait()
    during, _ = memory(server)
    await all_here.wait()
    await asyncio.gather(*tasks)
    return those, before, during


def run(dossier: Path, viewers: int, apart: float, options: list[str]) -> tuple[list[Viewer], float, float]:
    """Serve a dossier as ``relations serve`` does, and let the readers come."""
    port = free_port()
    command = [sys.executable, "-m", "relations.cli", "serve", str(dossier), "--no-browser", "--port", str(port)]
    process = subprocess.Popen([*command, *options], stdout=subprocess.PIPE, text=True)
    try:
        line = process.stdout.readline() if process.stdout else ""
        if "The page is at" not in line:
            raise SystemExit(f"the server did not start: {line}")
        time.sleep(5)  # the kernels that wait for readers
        address = re.search(r"http://\S+", line)[0]  # type: ignore[index]
        return asyncio.run(attend(address, viewers, apart, psutil.Process(process.pid)))
    finally:
        process.terminate()
        process.wait(30)


def table(those: list[Viewer], before: float, during: float) -> list[str]:
    """Return the figures as a table in Markdown."""
    rows = ["| seconds | median | p95 | most |", "| --- | ---: | ---: | ---: |"]
    measured = {
        "first chart": [one.chart for one in those if one.chart is not None],
        "live": [one.live for one in those if one.live is not None],
        "filter answered": [took for one in those for took in one.filters],
    }
    for name, values in measured.items():
        if len(values) > 1:
            p95 = statistics.quantiles(values, n=20, method="inclusive")[-1]
            rows.append(f"| {name} | {statistics.median(values):.2f} | {p95:.2f} | {max(values):.2f} |")
    lost = [one.trouble for one in those if one.live is None]
    rows += [
        "",
        f"{len(those) - len(lost)} of {len(those)} readers were served",
        f"memory (PSS): {before:,.0f} MB before, {during:,.0f} MB with all of them,"
        f" {(during - before) / len(those):.0f} MB a reader",
    ]
    return rows + [f"not served: {trouble}" for trouble in sorted(set(lost))]


def main() -> None:
    """Run the benchmark and print its table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--dossier", type=Path, default=DOSSIER)
    parser.add_argument("--viewers", type=int, default=30)
    parser.add_argument("--apart", type=float, default=0.0, help="seconds between one reader and the next")
    chosen, options = parser.parse_known_args()
    print("\n".join(table(*run(chosen.dossier, chosen.viewers, chosen.apart, options))))


if __name__ == "__main__":
    main()
