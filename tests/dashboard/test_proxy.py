"""The page behind nginx, with the lines that `docs/nginx.conf` gives."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from serving import ROOT, free_port, running
from synthetic import write
from visitor import Reader

NGINX = shutil.which("nginx", path="/usr/sbin:/usr/local/sbin:/usr/bin:/usr/local/bin:/opt/homebrew/bin")
pytestmark = [pytest.mark.browser, pytest.mark.skipif(NGINX is None, reason="there is no nginx")]

WHOLE = """
pid {place}/pid; error_log {place}/error.log; daemon off; worker_processes 1;
events {{ worker_connections 64; }}
http {{
    access_log off; default_type application/octet-stream;
    client_body_temp_path {place}/body; proxy_temp_path {place}/proxy; fastcgi_temp_path {place}/fastcgi;
    uwsgi_temp_path {place}/uwsgi; scgi_temp_path {place}/scgi;
    server {{ listen 127.0.0.1:{port}; {lines} }}
}}
"""


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    behind, before = free_port(), free_port()
    lines = (ROOT / "docs" / "nginx.conf").read_text(encoding="utf-8")
    assert lines.count("127.0.0.1:8866") == 1
    file = tmp_path / "nginx.conf"
    file.write_text(WHOLE.format(place=tmp_path, port=before, lines=lines.replace(":8866;", f":{behind};")))
    for name in ("alpha", "beta"):
        write(tmp_path / "data" / name)
    data = str(tmp_path / "data")
    start = f"from relations.dashboard.server import serve; serve({data!r}, {behind}, False, base_url='/relations/')"
    with (
        running([sys.executable, "-c", start], f"http://127.0.0.1:{behind}/relations/", tmp_path / "log"),
        running(
            [str(NGINX), "-p", str(tmp_path), "-c", str(file)], f"http://127.0.0.1:{before}/", tmp_path / "nginx.log"
        ),
    ):
        yield f"http://127.0.0.1:{before}/relations/"


def test_the_page_works_through_nginx(browser: Any, address: str) -> None:
    reader = Reader(browser, address, "wide")
    reader.page.goto(address.removesuffix("/"))
    assert reader.page.url == address
    reader.walk_from_the_list()
    reader.context.close()
