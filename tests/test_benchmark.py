"""The benchmark runs, and the marks that do not depend on the machine hold."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

FILE = Path(__file__).parent.parent / "benchmarks" / "coding.py"


def test_faster_than_dateparser() -> None:
    spec = importlib.util.spec_from_file_location("benchmark_of_coding", FILE)
    assert spec and spec.loader
    benchmark = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = benchmark  # dataclasses look their module up
    spec.loader.exec_module(benchmark)
    measured = benchmark.run(28)
    speed = {one.name: one.articles for one in measured["speeds"]}
    slowest = speed["dateparser.search, by sentence"]
    assert speed["dates alone"] >= 5 * slowest, speed
    assert speed["whole coder"] >= 2 * slowest, speed
    assert any("start-up" in line for line in benchmark.table(measured))
