"""The patterns of dates: that what is remembered of a run of classes is what matching anew finds."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from relations.dates.lexicon import CLASSES
from relations.dates.phrases import _COMPLETE, _CORE, PATTERNS, phrases

LETTERS = "".join(sorted({*CLASSES.values(), *"YDZEGxo-/.,:("}))
RUNS = st.one_of(
    st.text(alphabet=LETTERS, max_size=90),
    st.sampled_from(PATTERNS)
    .flatmap(lambda one: st.from_regex(one[1], fullmatch=True, alphabet=LETTERS))
    .map(lambda run: run[:90]),
)


@settings(deadline=None, max_examples=500)
@given(RUNS, st.integers(0, 90))
def test_a_run_decides_what_fits(classes: str, position: int) -> None:
    for at in (0, position):
        found = [(one.rule, one.first, one.last) for one in phrases(classes, at)]
        plain = []
        for rule, pattern in PATTERNS:
            match = pattern.match(classes, at)
            if match and match.end() > at and (_CORE.search(match[0]) or rule in _COMPLETE):
                plain.append((rule, at, match.end() - 1))
        assert found == sorted(plain, key=lambda one: -one[2])
