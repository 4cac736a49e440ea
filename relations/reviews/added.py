"""An event that the coder missed, as a person marked it in an article."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from relations import codebook, edtf
from relations.coding.rows import STATUSES, EventRow
from relations.errors import ReviewError
from relations.merging.keys import key
from relations.reviews.named import check_names

RULE = "review:add"


@dataclass(frozen=True, slots=True)
class Added:
    """What stands in the field ``new`` of an ``add``, as JSON.

    Attributes
    ----------
    article : str
        ``article_id``.
    start : int
        Where the quote begins in the article's text.
    quote : str
        The words marked.
    type, status : str
        Codes.
    date : str or None
        EDTF.
    date_text : str or None
        The words of the quote that date it.
    sectors, people : tuple of str
        Codes of sectors; ``person_id``.
    summary : str
        The quote where empty.
    """

    article: str
    start: int
    quote: str
    type: str
    status: str = "occurred"
    date: str | None = None
    date_text: str | None = None
    sectors: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    summary: str = ""

    @property
    def key(self) -> str:
        """What decisions about it are kept by."""
        return key(self.quote, self.type, self.date_text)

    def as_json(self) -> str:
        """Return it as it stands in ``reviews.csv``; what is empty is left out."""
        told = {name: value for name, value in asdict(self).items() if value not in (None, "", ())}
        return json.dumps({"start": 0, **told}, ensure_ascii=False)

    @classmethod
    def parse(cls, text: str, place: str = "the decision") -> Added:
        """Return what JSON says.

        Raises
        ------
        ReviewError
            If it is not such JSON, or holds a code or a date that does not exist.

        Examples
        --------
        >>> Added.parse('{"article": "a1", "start": 0, "quote": "They met.", "type": "meeting"}').status
        'occurred'
        """
        try:
            told = json.loads(text)
            lists = {name: tuple(told[name]) for name in ("sectors", "people") if name in told}
            kept: dict[str, Any] = {**told, **lists}
            added = cls(**kept)
        except (ValueError, TypeError) as error:
            raise ReviewError(f"{place}, new: {error}; expected JSON with article, start, quote and type") from None
        for name in ("article", "quote", "type", "status", "summary"):
            if not isinstance(getattr(added, name), str):
                raise ReviewError(f"{place}, new: {name} is no text; correct the line")
        if not isinstance(added.start, int) or added.start < 0 or not added.quote.strip():
            raise ReviewError(f"{place}, new: expected a quote and where it starts; correct the line")
        if added.type not in codebook.event_types() or added.status not in STATUSES:
            raise ReviewError(f"{place}, new: unknown type {added.type!r} or status {added.status!r}")
        if added.date is not None and not (isinstance(added.date, str) and edtf.is_edtf(added.date)):
            raise ReviewError(f"{place}, new: found {added.date!r}; expected an EDTF date such as 1992-02")
        if unknown := sorted(set(map(str, added.sectors)) - set(codebook.sectors())):
            raise ReviewError(f"{place}, new: unknown sector {unknown[0]!r}; see relations/codebook/sectors.toml")
        check_names(" ".join(map(str, added.people)), f"{place}, new")
        return added

    def found(self, texts: Mapping[str, str]) -> tuple[str, int] | None:
        """Return the article that holds the quote, and where: its own, or another copy of it.

        Parameters
        ----------
        texts : mapping of str to str
            Text of each article, by ``article_id``.
        """
        own = texts.get(self.article, "")
        if own.startswith(self.quote, self.start):
            return self.article, self.start
        for article in (self.article, *sorted(texts)):
            at = texts.get(article, "").find(self.quote)
            if at >= 0:
                return article, at
        return None

    def row(self, start: int) -> EventRow:
        """Return it as the coder would have given it."""
        at = self.quote.find(self.date_text) if self.date_text else -1
        dated: dict[str, Any] = {}
        if self.date_text and at >= 0:
            dated = {"date_start": start + at, "date_end": start + at + len(self.date_text)}
        else:
            dated = {"date_start": None, "date_end": None}
        return EventRow(
            date=self.date, date_text=self.date_text, type=self.type, status=self.status, start=start,
            end=start + len(self.quote), rule=RULE, confidence=1.0, summary=self.summary or self.quote,
            sectors=self.sectors, **dated,
        )  # fmt: skip
