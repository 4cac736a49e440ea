"""The system of date expressions, language by language: sentences with the dates that they state."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from relations.dates import read

DAY = "2024-12-12"  # a Thursday; every sentence is published on it
FOLDER = Path(__file__).parent / "cases"
FILES = {path.stem: tomllib.loads(path.read_text(encoding="utf-8")) for path in sorted(FOLDER.glob("*.toml"))}
CLASSES = [
    pytest.param(language, cases, id=f"{language}: {name}")
    for language, file in FILES.items()
    for name, cases in file.items()
]


@pytest.mark.parametrize(("language", "cases"), CLASSES)
def test_every_sentence_states_these_dates(language: str, cases: dict[str, str]) -> None:
    found = {text: " ".join(row.edtf for row in read(text, language, DAY)) for text in cases}
    assert found == cases


def test_every_class_of_expression_is_tried_in_every_language() -> None:
    assert set(FILES) >= {"en", "kk", "ru", "ur"}
    classes = {language: set(FILES[language]) for language in ("en", "kk", "ru", "ur")}
    assert all(found == classes["en"] for found in classes.values())
    assert all(len(cases) >= 4 for file in FILES.values() for cases in file.values())
