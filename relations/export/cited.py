"""The sources of what is shown as numbered notes: the same number for an article everywhere in a document."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from relations.charts.safe_text import clean
from relations.export.addresses import web_address
from relations.views.scene import Scene, text

_TITLE = 240
# Marks of direction between facts, so that numbers beside foreign letters stay where they belong.
_LTR, _RTL = "\u200e", "\u200f"


def turn(turned: bool) -> str:
    """Return the mark that lets a line go on from right to left, or from left to right, after foreign letters."""
    return _RTL if turned else _LTR


def facts(parts: Iterable[str], turned: bool) -> str:
    """Return facts in one line, each in its own direction; empty ones are left out.

    Examples
    --------
    >>> facts(["a", "", "b"], turned=False).replace("\\u200e", "")
    'a · b'
    """
    return f"{turn(turned)} · ".join(part for part in parts if part)


class Note(NamedTuple):
    """One article as a note: its number, and what is known of it."""

    number: int
    article_id: str
    title: str
    about: str  # publisher, day and language, as far as they are known
    language: str | None
    url: str | None


class Cited:
    """The articles of a scene, numbered from the newest on.

    Parameters
    ----------
    scene : Scene
        What is shown.
    """

    def __init__(self, scene: Scene) -> None:
        say, shown = scene.say, scene.shown
        articles = shown.articles.sort_values(["latest", "article_id"], ascending=False, na_position="last")
        self._turned = say.direction == "rtl"
        self.notes: list[Note] = []
        for number, row in enumerate(articles.to_dict("records"), start=1):
            published, language = text(row["published"]), text(row["language"])
            about = [
                clean(text(row["publisher"]) or ""),
                say.date(published) if published else say("no date"),
                say.language_name(language) if language else "",
            ]
            title = clean(text(row["title"]) or "", _TITLE) or say("untitled")
            self.notes.append(
                Note(
                    number, str(row["article_id"]), title, facts(about, say.direction == "rtl"), language,
                    web_address(text(row["url"])),
                )
            )  # fmt: skip
        number_of = {note.article_id: note.number for note in self.notes}
        told = shown.evidence[["event_id", "article_id"]].drop_duplicates()
        self._numbers: dict[str, list[int]] = {}
        for event, article in zip(told["event_id"], told["article_id"], strict=True):
            if article in number_of:
                self._numbers.setdefault(str(event), []).append(number_of[article])

    def numbers(self, event_id: str) -> list[int]:
        """Return the numbers of the articles that tell an event."""
        return sorted(self._numbers.get(event_id, []))

    def mark(self, event_id: str) -> str:
        """Return those numbers as they stand after a sentence; empty where there are none."""
        numbers = self.numbers(event_id)
        mark = turn(self._turned)
        return f"{mark}[{', '.join(map(str, numbers))}]{mark}" if numbers else ""

    def url(self, event_id: str) -> str | None:
        """Return an address that tells an event, of the newest article that has one."""
        urls = (self.notes[number - 1].url for number in self.numbers(event_id))
        return next((url for url in urls if url), None)

    def of(self, event_ids: Iterable[str]) -> list[Note]:
        """Return the notes that events rest on, in order."""
        wanted = sorted({number for event in event_ids for number in self.numbers(event)})
        return [self.notes[number - 1] for number in wanted]
