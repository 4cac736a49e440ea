"""Confidence is a share: among rows that say nine in ten, nine in ten are right."""

from __future__ import annotations

import json
import runpy
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relations import codebook
from relations.coding import confidence as scale
from relations.coding.confidence import confidence

ROOT = Path(__file__).parents[2]
UNSEEN = ROOT / "tests" / "gold_unseen"
KINDS = sorted(codebook.event_types())


@given(st.sampled_from(KINDS), st.floats(0, 1), st.floats(0, 1))
def test_more_evidence_is_never_less_sure(kind: str, one: float, other: float) -> None:
    low, high = sorted((one, other))
    assert 0 < confidence(low, kind) <= confidence(high, kind) < 1


def test_the_table_knows_kinds_of_the_codebook_only() -> None:
    table = tomllib.loads(Path(scale.__file__).with_name("confidence.toml").read_text(encoding="utf-8"))
    assert set(table["shift"]) <= set(KINDS)
    assert len(table["shift"]) >= len(KINDS) - 2  # a kind that the articles lack has no shift of its own


@pytest.fixture(scope="module")
def judged() -> list[tuple[float, bool]]:
    tool = runpy.run_path(str(ROOT / "tools" / "calibrate.py"))
    articles = [json.loads(file.read_text(encoding="utf-8")) for file in sorted(UNSEEN.rglob("*.json"))]
    return [(event.confidence, right) for article in articles for event, right in tool["judged"](article)]


@pytest.mark.parametrize(("low", "high"), [(0.0, 0.7), (0.7, 0.85), (0.85, 1.0)])
def test_confidence_is_the_share_that_is_right(judged: list[tuple[float, bool]], low: float, high: float) -> None:
    inside = [(sure, right) for sure, right in judged if low <= sure < high]
    assert len(inside) >= 40
    said = sum(sure for sure, _ in inside) / len(inside)
    right = sum(right for _, right in inside) / len(inside)
    assert right == pytest.approx(said, abs=0.08)
