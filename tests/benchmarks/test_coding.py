"""The benchmark of the coder runs, and prints its table; how fast the coder is, a test does not say."""

from __future__ import annotations

import importlib.util
import re
import sys
from pathlib import Path

FILE = Path(__file__).parents[2] / "benchmarks" / "coding.py"
NUMBER = re.compile(r"\d[\d,]*(?:\.\d)?")


def test_table() -> None:
    spec = importlib.util.spec_from_file_location("benchmark_of_coding", FILE)
    assert spec and spec.loader
    benchmark = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = benchmark  # dataclasses look their module up
    spec.loader.exec_module(benchmark)
    lines = list(benchmark.table(benchmark.run(4, starts=1)))
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines if line.startswith("|")]
    assert rows[0][0] == "one core, medians" and {len(row) for row in rows} == {4}
    names = ["whole coder, from nothing", "whole coder, texts never seen", "whole coder", "dates alone"]
    assert [row[0] for row in rows[2:6]] == names
    assert rows[-1][0].startswith("dateparser") and rows[-1][-1] == "1.0"
    assert all(NUMBER.fullmatch(cell) for row in rows[2:] for cell in row[1:])
    assert any(line.startswith("start-up") for line in lines)
    assert sum(line.startswith("mark: 300 articles") for line in lines) == 3
