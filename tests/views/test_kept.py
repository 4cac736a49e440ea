"""What was made last is kept within a size, and made once."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from relations.views.kept import Kept


@given(keys=st.lists(st.integers(0, 9)), most=st.integers(1, 30))
def test_texts_are_those_of_their_keys_and_no_more_than_fit(keys: list[int], most: int) -> None:
    kept, made = Kept(most), []

    def make(key: int) -> str:
        made.append(key)
        return str(key) * (key + 1)

    for n, key in enumerate(keys):
        known, before = key in kept, len(made)
        assert kept.once(key, lambda key=key: make(key)) == str(key) * (key + 1)
        assert len(made) == before + (not known), "made only where it is not kept"
        held = [one for one in set(keys[: n + 1]) if one in kept]
        assert key in held and (len(held) == 1 or sum(one + 1 for one in held) <= most)
