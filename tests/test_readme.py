"""Every command of the README runs, and what it links to is there."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMANDS = [line.split("#")[0].strip() for line in re.findall(r"^    (\S.*)$", README, re.MULTILINE)]
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
    return subprocess.run(
        [sys.executable, "-m", "relations.cli", *arguments], cwd=at, capture_output=True, text=True, check=False
    )


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
            arguments.append("--help")  # the page itself is tested in tests/dashboard
        run = relations(*arguments, at=place)
        assert run.returncode == 0, f"{line}\n{run.stderr}"
    assert list((place / "out").glob("*.xlsx"))


def test_the_python_lines_run(place: Path) -> None:
    block = re.search(r"^    import relations\n(?:(?:    .*)?\n)+?(?=\S)", README, re.MULTILINE)
    assert block
    script = "\n".join(line[4:] for line in block[0].splitlines())
    run = subprocess.run([sys.executable, "-c", script], cwd=place, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr


def test_make_knows_the_targets() -> None:
    for line in (line for line in SHELL if line.startswith("make ")):
        run = subprocess.run(["make", "-n", line.split()[1]], cwd=ROOT, capture_output=True, text=True, check=False)
        assert run.returncode == 0, run.stderr


def test_every_link_leads_somewhere() -> None:
    for target in re.findall(r"\]\(([^)#]+)\)", README):
        assert target.startswith("https://") or (ROOT / target).exists(), target
