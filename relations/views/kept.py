"""What was made last, kept for the reader who goes back to it: a filter taken out again is answered at once."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import TypeVar

MOST = 4_000_000
Text = TypeVar("Text", bound=str)


class Kept:
    """Texts by what they were made from; those asked for longest ago are forgotten.

    Parameters
    ----------
    most : int, optional
        How many characters are kept.

    Examples
    --------
    >>> kept = Kept(4)
    >>> [kept.once(key, lambda: key * 2) for key in "aba"]
    ['aa', 'bb', 'aa']
    >>> kept.once("c", lambda: "cc"), "a" in kept, "b" in kept
    ('cc', True, False)
    """

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self._size = 0
        self._texts: OrderedDict[Hashable, str] = OrderedDict()

    def __contains__(self, key: Hashable) -> bool:
        return key in self._texts

    def once(self, key: Hashable, make: Callable[[], Text]) -> Text:
        """Return the text of a key, made where it is not kept."""
        if key in self._texts:
            self._texts.move_to_end(key)
        else:
            self._texts[key] = text = make()
            self._size += len(text)
            while self._size > self._most and len(self._texts) > 1:
                self._size -= len(self._texts.popitem(last=False)[1])
        return self._texts[key]  # type: ignore[return-value]
