"""What stands in place of the page where a dossier cannot be opened: the sentence that says what to do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from relations.views.markup import Html, join, tag
from relations.views.words import LANGUAGES, Words


@dataclass(frozen=True)
class Unopened:
    """A dossier that could not be opened, as a notebook shows it.

    Parameters
    ----------
    reason : str
        Why, and what to do.
    """

    reason: str

    @property
    def html(self) -> Html:
        """The message. Nobody has told a kernel the reader's language yet, so that it is headed in all of them."""
        heads = [
            tag("h1", say("This dossier cannot be opened yet"), lang=code, dir=say.direction)
            for code in LANGUAGES
            for say in (Words(code),)
        ]
        why = tag("p", self.reason, lang="en", dir="ltr", role="alert")
        card = tag("section", join(heads), why, class_="card message-page unopened")
        return tag("div", tag("div", tag("main", card), class_="relations"), class_="relations-root")

    def _repr_mimebundle_(self, **_: Any) -> tuple[dict[str, str], dict[str, str]]:
        return {"text/html": self.html, "text/plain": self.reason}, {"relations": "message"}
