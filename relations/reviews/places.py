"""Which event a decision is about: found by the words it rests on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable
from typing import Generic, TypeVar

from relations.merging.keys import parse

GONE = "no event rests on these words any more"
SEVERAL = "several events rest on these words now, and none of the kind that was decided"
Name = TypeVar("Name", bound=Hashable)


class Places(Generic[Name]):
    """Events by the keys of their statements.

    Parameters
    ----------
    keys : iterable of (str, name)
        The key of every statement, and its event by whatever name the caller has for it.

    Examples
    --------
    >>> places = Places([("0c:visit:", "e1"), ("0c:meeting:", "e2"), ("1d:visit:ab12", "e3")])
    >>> places.find("0c:meeting:"), places.find("1d:meeting:"), places.find("2e:visit:")
    ('e2', 'e3', None)
    """

    def __init__(self, keys: Iterable[tuple[str, Name]]) -> None:
        self._exact: dict[str, Name] = {}
        self._words: dict[str, list[str]] = defaultdict(list)
        for key, name in keys:
            if self._exact.setdefault(key, name) == name:
                self._words[parse(key).words].append(key)

    def find(self, key: str) -> Name | None:
        """Return the event, or nothing; `why_not` tells why.

        A key that no statement bears any more, because a newer coder reads another kind or date in the sentence,
        goes to the event of that sentence that is nearest to it; to none where two are.
        """
        if key in self._exact:
            return self._exact[key]
        best = self._nearest(key)
        return best.pop() if len(best) == 1 else None

    def why_not(self, key: str) -> str:
        """Say why no event was found."""
        return SEVERAL if self._nearest(key) else GONE

    def _nearest(self, key: str) -> set[Name]:
        wanted, keys = parse(key), self._words.get(parse(key).words, [])
        most = max((parse(other).nearness(wanted) for other in keys), default=0)
        return {self._exact[other] for other in keys if parse(other).nearness(wanted) == most}
