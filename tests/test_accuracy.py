"""Accuracy floors on the annotated articles in ``tests/gold``, a little below what is reached."""

from __future__ import annotations

import json
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

HERE = Path(__file__).parent
FLOORS = tomllib.loads((HERE / "gold" / "floors.toml").read_text(encoding="utf-8"))


def measure(*options: str, to: Path) -> dict[str, dict[str, dict[str, float]]]:
    command = f"{sys.executable} -m relations.cli code --jsonl"
    run = subprocess.run(
        [sys.executable, str(HERE / "gold" / "score.py"), str(HERE / "gold"),
         "--command", command, "--json", str(to), *options],
        capture_output=True, text=True, encoding="utf-8", check=False, cwd=HERE.parent,
    )  # fmt: skip
    assert run.returncode == 0, run.stderr
    scores: dict[str, dict[str, dict[str, float]]] = json.loads(to.read_text())
    return scores


@pytest.fixture(scope="module")
def scores(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, dict[str, float]]]:
    return measure(to=tmp_path_factory.mktemp("scores") / "scores.json")


@pytest.mark.parametrize("language", ["en", "kk", "ru", "ur"])
@pytest.mark.parametrize("mark", sorted(FLOORS["F1"]))
def test_floor(scores: dict[str, dict[str, dict[str, float]]], language: str, mark: str) -> None:
    floor = FLOORS["F1"][mark]
    floor = floor[language] if isinstance(floor, dict) else floor
    assert scores[language][mark]["F1"] >= floor, scores[language][mark]


def test_publication_day_from_bare_text(tmp_path: Path) -> None:
    bare = measure("--bare", to=tmp_path / "bare.json")["all"]
    assert bare["published"]["R"] >= FLOORS["bare"]["published"]
    assert bare["language"]["R"] >= FLOORS["bare"]["language"]
