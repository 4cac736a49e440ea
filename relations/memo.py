"""Answers about single words, remembered: news repeats its words, so most look-ups are answered before."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

V = TypeVar("V")

_LONGEST = 64  # letters; what is longer is no word, and hostile text must not fill the memory with it


class Memo(dict[str, V], Generic[V]):
    """What a pure function of one word answers, looked up like a dictionary, so that a hit costs no call.

    Parameters
    ----------
    function : callable
        From a word to its answer.
    most : int, default 30_000
        Words remembered; all are forgotten at once when there would be more.

    Examples
    --------
    >>> sizes = Memo(len, most=2)
    >>> [sizes[word] for word in ("Astana", "Lahore", "Rome")], len(sizes)
    ([6, 6, 4], 1)
    """

    def __init__(self, function: Callable[[str], V], most: int = 30_000) -> None:
        super().__init__()
        self._function, self._most = function, most

    def __missing__(self, word: str) -> V:
        answer = self._function(word)
        if len(word) <= _LONGEST:
            if len(self) >= self._most:
                self.clear()
            self[word] = answer
        return answer
