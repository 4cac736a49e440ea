"""The pieces of the page's benchmark run; how fast the page is, a test does not say."""

from __future__ import annotations

import importlib.util
import os
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from many_events import write_many

FILE = Path(__file__).parents[2] / "benchmarks" / "page.py"


@pytest.fixture(scope="module")
def benchmark() -> ModuleType:
    spec = importlib.util.spec_from_file_location("benchmark_of_page", FILE)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # dataclasses look their module up
    spec.loader.exec_module(module)
    return module


def test_a_row_says_whether_its_mark_is_met(benchmark: ModuleType) -> None:
    assert str(benchmark.Row("a", 60.4, "ms", 60)).split("|")[2:5] == ["        60 ms ", "      60 ms ", " missed "]
    assert "met" in str(benchmark.Row("a", 1.2, "×", 1.25)) and "met" not in str(benchmark.Row("a", None, "MB", 120))
    assert benchmark.p95([1, 2, 3]) == 3 and benchmark.p95(list(range(100))) == 94


@pytest.mark.skipif(not Path("/proc/self/smaps_rollup").exists(), reason="Linux tells the memory")
def test_memory_of_a_process_is_told(benchmark: ModuleType) -> None:
    assert benchmark.memory(os.getpid()) > 20


@pytest.mark.browser
def test_loading_and_a_change_of_a_filter_are_timed(benchmark: ModuleType, browser: Any, tmp_path: Path) -> None:
    made = write_many(tmp_path / "many", 200)
    benchmark.CHANGES = (("filter-types-visit", None), ("filter-types-visit", None))
    with benchmark.relations(made, 1, tmp_path) as (address, _):
        loaded = benchmark.loading(browser, address, "chart", 1, 0)
    assert all(len(values) == 1 for values in loaded.values())
    assert loaded["first"][0] > 0 and 0.01 < loaded["bytes"][0] < 5
    took = benchmark.changes(browser, made, tmp_path, 1, 200)
    assert len(took) == 1 + len(benchmark.CHANGES) and min(took) > 0
