"""Every command of the README and of `docs/` runs, and what they link to is there."""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest
from serving import QUIETLY, free_port, running, visited

from relations.dashboard.chart import JUPYTER
from relations.dossier import open_dossier

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMANDS = [line.split("#")[0].strip() for line in re.findall(r"^    (\S.*)$", README, re.MULTILINE)]
INLINE = [line for line in re.findall(r"`([^`\n]+)`", README) if " " in line]
CLI = (sys.executable, "-m", "relations.cli")
SHELL = [line for line in COMMANDS if line.startswith((".venv/bin/", "make "))]


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of what the commands work on, so that they leave no trace."""
    folder = tmp_path_factory.mktemp("readme")
    shutil.copytree(
        ROOT / "data", folder / "data", ignore=shutil.ignore_patterns("tables", ".cache", ".tables.*", ".build.lock")
    )
    (folder / "article.txt").write_text(
        "3 February 2026, 14:05\n\nItaly and Kazakhstan held talks in Rome on Monday.\n"
    )
    relations("build", "data/kazakhstan-pakistan", at=folder)
    return folder


def relations(*arguments: str, at: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([*CLI, *arguments], cwd=at, capture_output=True, text=True, check=False)


def test_the_first_screen_gives_two_commands_and_a_picture() -> None:
    first = "\n".join(README.splitlines()[:20])
    assert "make dashboard" in first and "make test" in first
    picture = re.search(r"!\[[^\]]+\]\(([^)]+)\)", first)
    assert picture and (ROOT / picture[1]).stat().st_size > 20_000


def test_every_relations_command_runs_in_order(place: Path) -> None:
    lines = [line for line in SHELL if line.startswith(".venv/bin/relations ")]
    assert len(lines) >= 5
    for line in lines:
        arguments = shlex.split(line)[1:]
        if arguments[0] == "serve":
            expected = b"widget-view" if "--review" in arguments else b"relations-first"
            assert expected in visited([*CLI, *arguments, *QUIETLY], place)[0]
            continue
        run = relations(*arguments, at=place)
        assert run.returncode == 0, f"{line}\n{run.stderr}"
    assert list((place / "out").glob("*.xlsx"))


def test_the_python_lines_run(place: Path) -> None:
    block = re.search(r"^    import relations\n(?:(?:    .*)?\n)+?(?=\S)", README, re.MULTILINE)
    assert block
    script = "\n".join(line[4:] for line in block[0].splitlines())
    run = subprocess.run([sys.executable, "-c", script], cwd=place, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr


def test_make_dashboard_opens_the_page_of_the_shipped_dossier(place: Path) -> None:
    assert "make dashboard" in SHELL
    # This environment is the one that make sets up; `-o` leaves it as it is.
    options = [f"VENV={sys.prefix}", f"DOSSIER={place / 'data' / 'kazakhstan-pakistan'}", f"PORT={free_port()}"]
    page = visited(["make", "-o", f"{sys.prefix}/.ready", "dashboard", *options], ROOT)[0]
    assert "Kazakhstan – Pakistan".encode() in page


def test_make_test_is_what_runs_now() -> None:
    assert "make test" in SHELL
    run = subprocess.run(["make", "-n", "test"], cwd=ROOT, capture_output=True, text=True, check=True)
    assert "-m pytest" in run.stdout


def test_the_page_of_a_server_asks_for_the_token(place: Path) -> None:
    (line,) = [line for line in INLINE if line.startswith("relations serve DOSSIER --host")]
    arguments = shlex.split(line.replace("DOSSIER", "data/kazakhstan-pakistan"))[1:]
    assert b"kernelId" in visited([*CLI, *arguments, *QUIETLY], place)[0]
    without = visited([*CLI, *arguments, *QUIETLY], place, token=False)[0]
    assert b"kernelId" not in without and b'name="password"' in without


def test_jupyter_lab_starts_with_the_notebooks(tmp_path: Path) -> None:
    (line,) = [line for line in INLINE if line.startswith(".venv/bin/jupyter lab")]
    port = free_port()
    options = ["--no-browser", f"--port={port}", "--allow-root", "--ip=127.0.0.1", "--IdentityProvider.token=a"]
    command = [sys.executable, "-m", "jupyter", *shlex.split(line)[1:], *options]
    with running(command, f"http://127.0.0.1:{port}/", tmp_path / "log", HOME=str(tmp_path)) as address:
        with urllib.request.urlopen(f"{address}api/contents?token=a", timeout=60) as answer:  # noqa: S310
            assert {"dashboard.ipynb", "explore.ipynb"} <= {file["name"] for file in json.load(answer)["content"]}


def test_a_notebook_becomes_a_page(place: Path, tmp_path: Path) -> None:
    (line,) = [line for line in INLINE if line.startswith(".venv/bin/jupyter nbconvert")]
    command = [sys.executable, "-m", "jupyter", *shlex.split(line)[1:], "--output-dir", str(tmp_path)]
    environment = {"JUPYTER_PATH": str(JUPYTER), "RELATIONS_DOSSIER": str(place / "data" / "kazakhstan-pakistan")}
    run = subprocess.run(
        command, cwd=ROOT, env={**os.environ, **environment}, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr
    assert "<script src=" not in (tmp_path / "explore.html").read_text(encoding="utf-8")


def test_every_inline_command_is_known_to_these_tests(place: Path) -> None:
    """`voila`, JupyterLab and a folder served are looked at in a browser: test_elsewhere.py and test_shelf.py there."""
    commands = [line for line in INLINE if re.match(r"(\S*/)?(relations|jupyter|voila|make) ", line)]
    assert sorted(commands) == [
        ".venv/bin/jupyter lab notebooks",
        ".venv/bin/jupyter nbconvert --execute --to html --template relations notebooks/explore.ipynb",
        "relations check DOSSIER",
        "relations serve",
        "relations serve DOSSIER --host 0.0.0.0 --token SECRET",
        "relations serve data/",
        "voila notebooks/dashboard.ipynb",
    ]
    assert relations("check", "data/kazakhstan-pakistan", at=place).returncode == 0


def commands_of(page: str) -> list[str]:
    """Return the commands that stand on lines of their own in a page of `docs/`, without what explains them."""
    text = (ROOT / "docs" / page).read_text(encoding="utf-8")
    return re.findall(r"^    (?:ExecStart=\S*/)?(relations \S+(?: \S+)*)", text, re.MULTILINE)


def test_the_commands_about_reviewing_run_in_order(place: Path) -> None:
    dossier = open_dossier(place / "data" / "kazakhstan-pakistan")
    ran = []
    for line in commands_of("reviewing.md"):
        if f".venv/bin/{line}" in COMMANDS:
            continue  # with the README's
        # The event on the page is made up; any of the dossier's stands for it.
        arguments = [re.sub(r"^e[0-9a-f]{12}$", dossier.events["event_id"].iloc[0], one) for one in line.split()[1:]]
        run = relations(*arguments, at=place)
        assert run.returncode == 0, f"{line}\n{run.stderr}"
        ran.append(arguments[0])
    assert ran == ["build", "history", "agreement"]


def test_the_commands_about_serving_serve(place: Path) -> None:
    lines = commands_of("serving.md")
    assert [line for line in lines if "--base-url" not in line] == [
        "relations serve data/kazakhstan-pakistan",  # the README has both, and its tests
        "relations serve data/",
    ]
    (service,) = [line for line in lines if "--base-url" in line]
    page, told = visited([*CLI, *service.replace("8866", "0").split()[1:]], place)
    assert "/relations/" in told and b"/relations/relations/page/" in page


def test_every_link_leads_somewhere() -> None:
    for file in (ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").glob("*.md")):
        for target in re.findall(r"\]\(([^)#]+)\)", file.read_text(encoding="utf-8")):
            assert target.startswith("https://") or (file.parent / target).exists(), f"{file.name}: {target}"
