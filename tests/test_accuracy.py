"""Accuracy floors on the annotated articles in ``tests/gold``, a little below what is reached."""

from __future__ import annotations

import json
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

HERE = Path(__file__).parent
SETS = ("gold", "gold_unseen")
FLOORS = {name: tomllib.loads((HERE / name / "floors.toml").read_text(encoding="utf-8")) for name in SETS}
LANGUAGES = ("en", "kk", "ru", "ur")


def measure(*options: str, of: str, to: Path) -> dict[str, dict[str, dict[str, float]]]:
    place = HERE / of
    folders = [place] if any(place.glob("*.json")) else sorted(path for path in place.iterdir() if path.is_dir())
    command = f"{sys.executable} -m relations.cli code --jsonl"
    run = subprocess.run(
        [sys.executable, str(HERE / "gold" / "score.py"), *map(str, folders),
         "--command", command, "--json", str(to), *options],
        capture_output=True, text=True, encoding="utf-8", check=False, cwd=HERE.parent,
    )  # fmt: skip
    assert run.returncode == 0, run.stderr
    scores: dict[str, dict[str, dict[str, float]]] = json.loads(to.read_text())
    return scores


@pytest.fixture(scope="module")
def scores(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, dict[str, dict[str, float]]]]:
    folder = tmp_path_factory.mktemp("scores")
    return {name: measure(of=name, to=folder / f"{name}.json") for name in SETS}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("of", "mark"), [(name, mark) for name in SETS for mark in sorted(FLOORS[name]["F1"])])
def test_floor(scores: dict[str, dict[str, dict[str, dict[str, float]]]], of: str, mark: str, language: str) -> None:
    floor = FLOORS[of]["F1"][mark]
    floor = floor[language] if isinstance(floor, dict) else floor
    assert scores[of][language][mark]["F1"] >= floor, scores[of][language][mark]


def test_publication_day_from_bare_text(tmp_path: Path) -> None:
    bare = measure("--bare", of="gold", to=tmp_path / "bare.json")["all"]
    assert bare["published"]["R"] >= FLOORS["gold"]["bare"]["published"]
    assert bare["language"]["R"] >= FLOORS["gold"]["bare"]["language"]
