"""The page as a service of JupyterHub, with the lines that `docs/jupyterhub_config.py` gives.

A hub is no part of what the package needs, and a hundred megabytes: the test runs where it is installed, with its proxy
(``pip install jupyterhub``, ``npm install -g configurable-http-proxy``).
"""

from __future__ import annotations

import shutil
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest
from serving import ROOT, free_port, running
from synthetic import write
from visitor import Reader

HUB, PROXY = shutil.which("jupyterhub"), shutil.which("configurable-http-proxy")
LINES = ROOT / "docs" / "jupyterhub_config.py"
# The file as it is, then what this machine needs: other ports and folders, no users.
WHOLE = """
exec(compile(open({lines!r}, encoding="utf-8").read(), "lines", "exec"))
service = c.JupyterHub.services[0]
assert service["command"][0] == "relations"
service["command"][:1] = [{python!r}, "-m", "relations.cli"]
service["command"] = [one.replace("8866", "{behind}") for one in service["command"]]
service["url"] = service["url"].replace("8866", "{behind}")
service["cwd"] = {place!r}
service["environment"] = {{"PYTHONPATH": {root!r}}}
c.JupyterHub.bind_url = "http://127.0.0.1:{port}"
c.JupyterHub.hub_port = {hub}
c.ConfigurableHTTPProxy.api_url = "http://127.0.0.1:{api}"
c.ConfigurableHTTPProxy.command = [{proxy!r}]
c.ConfigurableHTTPProxy.pid_file = {place!r} + "/proxy.pid"
c.JupyterHub.db_url = "sqlite://"
c.JupyterHub.cookie_secret_file = {place!r} + "/secret"
c.JupyterHub.authenticator_class = "dummy"
c.DummyAuthenticator.password = "never used"
c.Authenticator.allow_all = True
"""


def test_the_lines_start_the_page_under_the_path_that_the_hub_passes_on() -> None:
    class Config:
        class JupyterHub:
            services: list[dict[str, Any]]

    exec(LINES.read_text(encoding="utf-8"), {"get_config": lambda: Config})  # noqa: S102 - our own file
    (service,) = Config.JupyterHub.services
    options = service["command"]
    assert options[:2] == ["relations", "serve"]
    assert options[options.index("--base-url") + 1] == f"/services/{service['name']}/"
    assert service["url"].endswith(":" + options[options.index("--port") + 1])


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    port, behind, hub, api = (free_port() for _ in range(4))
    for name in ("alpha", "beta"):
        write(tmp_path / "data" / name)
    file = tmp_path / "config.py"
    file.write_text(
        WHOLE.format(
            lines=str(LINES), python=sys.executable, root=str(ROOT), place=str(tmp_path), proxy=PROXY,
            port=port, behind=behind, hub=hub, api=api,
        )
    )  # fmt: skip
    command = [str(HUB), "-f", str(file)]
    with running(command, f"http://127.0.0.1:{port}/services/relations/", tmp_path / "log", at=tmp_path) as found:
        until = time.monotonic() + 60
        while status(found) != 200:  # the hub answers before its service does
            assert time.monotonic() < until, (tmp_path / "log").read_text(encoding="utf-8")
            time.sleep(0.2)
        yield found


def status(address: str) -> int:
    try:
        with urlopen(address, timeout=10) as answer:  # noqa: S310 - our own server
            return int(answer.status)
    except HTTPError as error:
        return error.code


@pytest.mark.browser
@pytest.mark.skipif(HUB is None or PROXY is None, reason="there is no JupyterHub, or not its proxy")
def test_the_page_works_through_the_hub(browser: Any, address: str) -> None:
    reader = Reader(browser, address, "wide")
    reader.page.goto(address)
    reader.walk_from_the_list()
    reader.context.close()
