"""Where an analyst is on the desk: which row, what is being done with it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from relations import languages
from relations.dashboard.review.session import Session
from relations.errors import ReviewError
from relations.sentences import sentences

MODES = ("read", "edit", "merge", "split", "add", "history", "help")


@dataclass
class State:
    """One moment of the desk.

    Attributes
    ----------
    event : str or None
        The row that is open.
    mode : str
        One of `MODES`.
    language : str
        Of the interface.
    chosen : set of str
        Keys of sentences that are to leave the event, in the mode ``split``.
    marked : (str, int, str) or None
        Article, start and words marked as an event that was missed.
    message : str
        What went wrong.
    done : str
        What was done last.
    focus : str
        What is to have the focus, where that is not for the browser to tell: a CSS selector.
    context : str or None
        The article to show beside the row, of those that tell of it.
    """

    event: str | None = None
    mode: str = "read"
    language: str = "en"
    chosen: set[str] = field(default_factory=set)
    marked: tuple[str, int, str] | None = None
    message: str = ""
    done: str = ""
    focus: str = ""
    context: str | None = None

    def enter(self, mode: str) -> None:
        """Begin to do something with the row; the same again ends it."""
        self.mode = mode if mode in MODES and mode != self.mode else "read"
        self.chosen, self.marked = set(), None

    def go(self, event: str | None) -> None:
        """Open another row."""
        self.event = event
        self.enter("read")

    def settle(self, session: Session) -> None:
        """Make sure that the open row is there; else open the first that waits."""
        if self.event not in session.events.index:
            self.go(next(iter(session.waiting), None))

    def after(self, session: Session) -> str | None:
        """Return the row that comes after the open one once that is decided."""
        waiting = session.waiting
        if self.event not in waiting:
            return next(iter(waiting), None)
        at = waiting.index(self.event)
        return next(iter([*waiting[at + 1 :], *waiting[:at]]), self.event)

    def step(self, session: Session, by: int) -> None:
        """Open the row after or before the open one, without deciding."""
        waiting = session.waiting
        if self.event in waiting:
            self.go(waiting[(waiting.index(self.event) + by) % len(waiting)])
        elif waiting:
            self.go(waiting[0])

    def articles(self, session: Session) -> list[str]:
        """Return the articles that tell of the row, the oldest first."""
        return [] if self.event is None else list(dict.fromkeys(session.evidence(self.event)["article_id"]))

    def article(self, session: Session) -> str | None:
        """Return the article that stands beside the row: the one chosen, or the first that tells of it."""
        told = self.articles(session)
        return self.context if self.context in told else next(iter(told), None)

    def mark(self, session: Session, words: str, near: int) -> None:
        """Take words of the article beside the row as marked; without any, the sentence at that place."""
        article = self.article(session)
        if article is None:
            return
        text = str(session.texts["text"][article])
        words = words.strip()
        if words:
            places = [found.start() for found in re.finditer(re.escape(words), text)]
            if not places:
                raise ReviewError("the words that were marked do not stand in the article; mark them once more")
            start = min(places, key=lambda at: abs(at - near))
            self.mode, self.marked = "add", (article, start, words)
        else:
            spans = self._sentences(session, article)
            at = min(range(len(spans)), key=lambda n: max(spans[n][0] - near, near - spans[n][1] + 1, 0))
            self._take(article, text, spans[at])

    def shift(self, session: Session, by: int) -> None:
        """Mark the sentence before or after the one that is marked."""
        if self.marked is None:
            return
        article, start, words = self.marked
        text, spans = str(session.texts["text"][article]), self._sentences(session, article)
        beyond = [span for span in spans if (span[0] >= start + len(words) if by > 0 else span[1] <= start)]
        if beyond:
            self._take(article, text, beyond[0] if by > 0 else beyond[-1])

    def _take(self, article: str, text: str, span: tuple[int, int]) -> None:
        self.mode, self.marked = "add", (article, span[0], text[slice(*span)])

    def _sentences(self, session: Session, article: str) -> list[tuple[int, int]]:
        language = languages.match(str(session.texts["language"][article])) or "en"
        return sentences(str(session.texts["text"][article]), language)
