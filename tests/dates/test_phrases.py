"""The patterns of dates: that what is remembered of a run of classes is what matching anew finds."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from relations.dates.lexicon import CLASSES
from relations.dates.phrases import _CORE, PATTERNS, phrases

LETTERS = "".join(sorted({*CLASSES.values(), *"YDZEGxo-/.,:("}))


@settings(deadline=None, max_examples=300)
@given(st.text(alphabet=LETTERS, max_size=90), st.integers(0, 90))
def test_a_run_decides_what_fits(classes: str, position: int) -> None:
    found = [(one.rule, one.first, one.last) for one in phrases(classes, position)]
    plain = []
    for rule, pattern in PATTERNS:
        match = pattern.match(classes, position)
        if match and match.end() > position and (_CORE.search(match[0]) or rule == "numeric"):
            plain.append((rule, position, match.end() - 1))
    assert found == sorted(plain, key=lambda one: -one[2])
