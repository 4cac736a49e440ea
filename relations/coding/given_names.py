"""Which words are given names."""

from __future__ import annotations


def is_given(word: str) -> bool:
    """Tell whether a word is known as a given name."""
    return word in {"chad", "jordan", "michael", "georgia"}
