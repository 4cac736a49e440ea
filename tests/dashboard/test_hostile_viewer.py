"""A viewer who means harm: runs no code, reads no file, reaches no other kernel, and does not stop the server."""

from __future__ import annotations

import asyncio
import json
import re
import sys
import time
import urllib.request
import uuid
from collections.abc import Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from serving import free_port, running, served
from synthetic import write
from test_server import get
from tornado.httpclient import HTTPClientError, HTTPRequest
from tornado.websocket import websocket_connect

from relations.dashboard.kernel_socket import PROTOCOL, allowed, joined, split

HELLO = {"do": "hello", "search": "", "languages": ["en"], "widths": {}, "shown": None, "version": None}


def conversation(talking: Coroutine[Any, Any, list[str]]) -> list[str]:
    """Run a conversation to its end, in a thread: the browser's tests keep a loop of their own in this one."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, talking).result()


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    dossier = write(tmp_path_factory.mktemp("hostile") / "made-up")
    with served(dossier, tmp_path_factory.mktemp("log") / "log") as found:
        yield found


@pytest.fixture(scope="module")
def opened(address: str) -> tuple[str, str]:
    """The kernel of a page, and the model of its widget."""
    page = get(address)[2].decode()
    kernel, model = re.search(r'"kernelId": ?"([\w-]+)"', page), re.search(r'"model_id": ?"(\w+)"', page)
    assert kernel and model
    return kernel[1], model[1]


def message(kind: str, content: dict[str, Any], channel: str = "shell") -> bytes:
    return joined(channel, {"msg_id": uuid.uuid4().hex, "msg_type": kind, "session": "s", "username": "",
                            "version": "5.3", "date": "2026-01-01T00:00:00Z"}, content)  # fmt: skip


def hello(model: str) -> bytes:
    return message("comm_msg", {"comm_id": model, "data": {"method": "custom", "content": HELLO}})


async def talk(
    address: str, kernel: str, *said: bytes | str, origin: str | None = "", forms: Any = (PROTOCOL,)
) -> list:
    """Say things to a kernel; return the kinds of its answers until a view comes or the connection ends."""
    headers = {} if origin is None else {"Origin": origin or address.rstrip("/")}
    url = f"{address.replace('http', 'ws')}api/kernels/{kernel}/channels?session_id={uuid.uuid4()}"
    connection = await websocket_connect(HTTPRequest(url, headers=headers), subprotocols=list(forms) or None)
    kinds = []
    try:
        for one in said:
            await connection.write_message(one, binary=isinstance(one, bytes))
        async with asyncio.timeout(60):
            while (told := await connection.read_message()) is not None:
                parts = split(told) if isinstance(told, bytes) else None
                assert parts
                kinds.append(json.loads(parts[1])["msg_type"])
                if kinds[-1] in ("comm_msg", "execute_reply", "execute_result"):
                    break
            else:
                kinds.append("closed")
    finally:
        connection.close()
    return kinds


def test_the_own_page_is_answered(address: str, opened: tuple[str, str]) -> None:
    assert conversation(talk(address, opened[0], hello(opened[1])))[-1] == "comm_msg"


@pytest.mark.parametrize(
    "said",
    [
        message("execute_request", {"code": "open('/etc/passwd').read()", "silent": False}),
        message("execute_request", {"code": "1"}, "control"),
        message("complete_request", {"code": "op", "cursor_pos": 2}),
        message("inspect_request", {"code": "open", "cursor_pos": 2}),
        message("history_request", {}),
        message("debug_request", {}, "control"),
        message("shutdown_request", {"restart": False}, "control"),
        message("input_reply", {"value": "x"}, "stdin"),
        message("comm_open", {"comm_id": "c", "target_name": "jupyter.widget", "data": {}}),
        b"\xff" * 64,
        (2**63).to_bytes(8, "little") + b"\0" * 64,
        b"",
        b'{"header": {"msg_type": "comm_msg"}}',
        '{"header": {"msg_type": "comm_msg"}, "channel": "shell", "content": {}}',
        joined("shell", {"msg_type": "comm_msg"}, {})[:-1],
        joined("shell", {"msg_type": ["comm_msg"]}, {}),
    ],
    ids=range(16),
)
def test_nothing_else_is_handed_on(said: bytes | str) -> None:
    assert not allowed(said)


def test_who_sends_anything_else_is_cut_off_and_the_others_go_on(address: str, opened: tuple[str, str]) -> None:
    kernel, model = opened
    for said in (message("execute_request", {"code": "1", "silent": False}), b"\xff" * 64, "{}"):
        assert conversation(talk(address, kernel, said))[-1] == "closed"
    assert conversation(talk(address, kernel, hello(model)))[-1] == "comm_msg"


@pytest.mark.parametrize(
    ("given", "status"),
    [({"origin": "http://elsewhere.example"}, 403), ({"origin": None}, 403), ({"forms": ()}, 400),
     ({"forms": ("v2.kernel",)}, 400)],
)  # fmt: skip
def test_no_other_page_and_no_older_form_is_let_in(
    address: str, opened: tuple[str, str], given: dict[str, Any], status: int
) -> None:
    with pytest.raises(HTTPClientError) as refused:
        conversation(talk(address, opened[0], **given))
    assert refused.value.code == status
    with pytest.raises(HTTPClientError) as unknown:
        conversation(talk(address, str(uuid.uuid4())))
    assert unknown.value.code == 404


@pytest.mark.parametrize(
    "path",
    ["api/kernels", "api/contents", "api/contents/dashboard.ipynb", "api/terminals", "api/sessions", "api/status",
     "api/config/x", "files/dashboard.ipynb", "voila/files/dashboard.ipynb", "voila/render/dashboard.ipynb",
     "voila/tree", "voila/api/contents/", "voila/templates/relations/static/../conf.json", "voila/query/x",
     "voila/execution/x", "notebooks/dashboard.ipynb", "lab", "dossier/made-up", "voila/static/../../app.py",
     "api/kernels/00000000-0000-0000-0000-000000000000"],
)  # fmt: skip
def test_there_is_no_way_to_files_lists_and_terminals(address: str, path: str) -> None:
    status, _, body = get(address + path)
    assert status in (403, 404) and b"cells" not in body and b"import " not in body


def test_the_token_is_kept_in_a_cookie_that_no_script_reads(tmp_path: Path) -> None:
    dossier = write(tmp_path / "made-up")
    with served(dossier, tmp_path / "log", token="a-secret") as guarded:  # noqa: S106
        assert get(guarded + "compare")[0] == 404
        with urllib.request.urlopen(guarded + "?token=a-secret", timeout=60) as answer:  # noqa: S310
            cookie = next(one for one in answer.headers.get_all("set-cookie") if one.startswith("username-"))
        assert "httponly" in cookie.lower() and "samesite=lax" in cookie.lower()
        assert "a-secret" not in cookie


def test_readers_too_many_are_asked_to_come_again(tmp_path: Path) -> None:
    dossier = write(tmp_path / "made-up")
    port = free_port()
    start = "import sys; from relations.dashboard.server import serve; " \
            f"serve(sys.argv[1], {port}, False, preheated=0, most_viewers=1, idle=2)"  # fmt: skip
    with running([sys.executable, "-c", start, str(dossier)], f"http://127.0.0.1:{port}/", tmp_path / "log") as address:
        assert get(address)[0] == 200
        status, headers, body = get(address, **{"Accept-Language": "kk"})
        assert (status, headers["retry-after"]) == (503, "60")
        assert "Барлық орын бос емес" in body.decode() and 'http-equiv="refresh" content="60"' in body.decode()
        for _ in range(60):  # the first reader never connected: its kernel ends, and there is a place again
            if get(address)[0] == 200:
                break
            time.sleep(1)
        else:
            raise AssertionError("the kernel of a reader who is gone was not ended")
