"""One analyst's work on a dossier's queue: every decision goes to ``reviews.csv`` at once, and can be taken back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path

import pandas as pd

from relations import reviews
from relations.dossier import open_dossier
from relations.dossier.review_queue import queue
from relations.dossier.reviewing import places
from relations.errors import ReviewError
from relations.reviews import Decision
from relations.reviews.added import Added
from relations.reviews.decisions import EDITED

_OF_ARTICLE = ("title", "published", "language", "publisher", "url")


class Session:
    """The queue of a dossier, and what was decided of its rows.

    Parameters
    ----------
    folder : Path
        A built dossier.
    reviewer : str
        Who decides.

    Notes
    -----
    The tables show decisions only after a rebuild; until then the log is laid over them, others' decisions too.
    """

    def __init__(self, folder: Path, reviewer: str = "") -> None:
        self.folder = folder
        self.reviewer = reviewer
        self._own: set[str] = set()  # times of the steps that were made here
        self.reload()

    def reload(self) -> None:
        """Take up newly built tables."""
        self.dossier = open_dossier(self.folder)
        self._places = places(self.dossier)
        self.events = self.dossier.as_built["events"].set_index("event_id", drop=False)
        self.queue = queue(self.dossier)
        self._reasons: dict[str, str] = dict(zip(self.queue["event_id"], self.queue["reasons"], strict=True))
        # Asked for again and again, for every row of the queue: a table would take a hundred times as long.
        self._built = {
            name: _texts(self.events[name]) for name in ("review", "date", "type", "status", "summary", "disagreement")
        }
        for name, table, column in (("sectors", "event_sectors", "sector"), ("people", "event_people", "person_id")):
            rows = self.dossier.as_built[table].sort_values(column)
            self._built[name] = _texts(rows.groupby("event_id", observed=True)[column].agg(" ".join))
        self._rows = self.dossier.evidence.groupby("event_id", observed=True).indices
        self.__dict__.pop("texts", None)
        self.refresh()

    def refresh(self) -> None:
        """Read what was decided since, by whomever."""
        self.decisions, self.problems = reviews.read(self.folder)
        self._evidence: dict[str, pd.DataFrame] = {}
        self.__dict__.pop("waiting", None)
        self.values: dict[tuple[str, str], str] = {}
        self.merged: dict[str, str] = {}
        self.leaving: set[str] = set()
        self.added: list[Decision] = []
        disputed = [self._places.find(one.later.key) for one in reviews.conflicts(self.decisions, self._places)]
        self.disputed = {event: None for event in disputed if event is not None}  # in their order
        for one in reviews.standing(self.decisions):
            event = self._places.find(one.key)
            if one.field == "add" and event is None:
                self.added.append(one)
            if event is None:
                continue
            if one.field == "merge" and (other := self._places.find(one.new)) and other != event:
                self.merged[other] = event
            elif one.field == "split":
                self.leaving.add(one.key)
            elif one.field in ("review", *EDITED):
                self.values[event, one.field] = one.new
                if one.field in EDITED:
                    self.values[event, "review"] = "edited"

    @cached_property
    def texts(self) -> pd.DataFrame:
        """The articles by ``article_id``."""
        return self.dossier.articles.set_index("article_id", drop=False)

    def value(self, event: str, field: str) -> str:
        """Return a field of an event as it stands now, in the form of ``reviews.csv``."""
        if (event, field) in self.values:
            return self.values[event, field]
        return self._built[field].get(event, "")

    def evidence(self, event: str) -> pd.DataFrame:
        """Return the evidence of an event, with that of the events merged into it, oldest article first."""
        if event not in self._evidence:
            same = [event, *(other for other, kept in self.merged.items() if kept == event)]
            rows = self.dossier.evidence.iloc[[at for one in same for at in self._rows.get(one, ())]]
            told = self.texts.loc[rows["article_id"].unique(), list(_OF_ARTICLE)]
            joined = rows.merge(told, left_on="article_id", right_index=True, how="left", validate="many_to_one")
            order = ["published", "article_id", "start"]
            self._evidence[event] = joined.sort_values(order, na_position="last", ignore_index=True)
        return self._evidence[event]

    def key(self, event: str) -> str:
        """Return the key that decisions about an event bear: of its surest sentence that tells only of it."""
        rows = self.dossier.evidence.iloc[self._rows[event]]
        own = rows[rows["key"].map(self._places.find).eq(event)]
        surest = (own if len(own) else rows).sort_values(["confidence", "key"], ascending=[False, True])
        return str(surest["key"].iloc[0])

    def event_of(self, key: str) -> str | None:
        """Return the event that a decision is about; none where it is one that was added."""
        return self._places.find(key)

    def open(self, event: str) -> bool:
        """Tell whether an event still waits for a verdict."""
        return (event in self.disputed or not self.value(event, "review")) and event not in self.merged

    @cached_property
    def waiting(self) -> list[str]:
        """The events that wait for a verdict, those that matter most first: what reviewers do not agree about."""
        waiting = dict.fromkeys([*self.disputed, *self.queue["event_id"]])
        return [event for event in waiting if self.open(event)]

    def why(self, event: str) -> list[str]:
        """Return why an event is to be looked at: see `relations.dossier.review_queue.queue`, or ``disputed``."""
        return [*(["disputed"] if event in self.disputed else []), *self._reasons.get(event, "").split()]

    def missed(self, article: str) -> list[tuple[int, str]]:
        """Return where the events stand that were added to an article since the tables were built, and their words."""
        added = [Added.parse(one.new) for one in self.added]
        return [(one.start, one.quote) for one in added if one.article == article]

    def likely(self, event: str, most: int = 9) -> list[str]:
        """Return other events that may be the same: of the same kind or people, at about the same time."""
        others = self.dossier.events.set_index("event_id")
        others = others[[one != event and one not in self.merged for one in others.index]]
        mine = self.events.loc[event]
        apart = (others["earliest"] - mine["earliest"]).abs().dt.days
        people = set(self.value(event, "people").split())
        told = self.dossier.event_people
        shared = told[told["person_id"].isin(people)].groupby("event_id").size().reindex(others.index).fillna(0)
        score = (
            3.0 * others["type"].eq(mine["type"]) + shared.clip(upper=2) + (3 - apart.fillna(365) / 30).clip(lower=-2)
        )
        return [str(one) for one in score.sort_values(ascending=False, kind="stable").index[:most]]

    @property
    def _name(self) -> str:
        return " ".join(self.reviewer.split())

    def _decide(self, made: Iterable[tuple[str, str, str, str, str]]) -> None:
        """Write decisions (key, field, old, new, note) as one step."""
        if not self.reviewer.strip():
            raise ReviewError("nobody has said who reviews; give your name first")
        now = datetime.now(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")
        step = [Decision(now, self._name, *values) for values in made]
        if step:
            reviews.append(self.folder, step)
            self._own.add(now)
            self.refresh()

    def judge(self, event: str, verdict: str, note: str = "") -> None:
        """Accept or reject an event."""
        self._decide([(self.key(event), "review", self.value(event, "review"), verdict, note)])

    def edit(self, event: str, changes: Mapping[str, str], note: str = "") -> list[str]:
        """Set fields of an event, and return the names of those that are different now."""
        normal = {name: " ".join(text.split()) for name, text in changes.items()}
        for name in ("sectors", "people"):
            if name in normal:
                normal[name] = " ".join(sorted(normal[name].split()))
        made = [
            (self.key(event), name, old, new, note)
            for name, new in normal.items()
            if new != (old := " ".join(self.value(event, name).split()))
        ]
        self._decide(made)
        return [name for _, name, *_ in made]

    def merge(self, event: str, other: str) -> None:
        """Say that another event is the same as this one."""
        self._decide([(self.key(event), "merge", "", self.key(other), "")])

    def split(self, keys: list[str]) -> None:
        """Let sentences leave their event, to be one event of their own."""
        self._decide([(key, "split", "", keys[0], "") for key in keys])

    def add(self, added: Added) -> None:
        """Add an event that was missed."""
        self._decide([(added.key, "add", "", added.as_json(), "")])

    def undo(self) -> list[Decision]:
        """Take back the reviewer's last step, and return its decisions; none where nothing is left.

        A step of an earlier session, before the page was loaded anew, can be taken back until tables hold it.
        """
        mine = [one for one in reviews.standing(self.decisions) if one.reviewer == self._name]
        step = [one for one in mine if one.time == mine[-1].time]
        if not step or (step[0].time not in self._own and any(map(self._in_tables, step))):
            return []
        self._decide([(one.key, "undo", one.field, one.identity, "") for one in reversed(step)])
        return step

    def _in_tables(self, one: Decision) -> bool:
        """Tell whether the tables were built with a decision."""
        event = self._places.find(one.key)
        if event is None or one.field == "add":
            return event is not None
        if one.field == "merge":
            return self._places.find(one.new) == event
        if one.field == "split":
            return set(self.dossier.evidence.iloc[self._rows[event]]["key"]) <= self.leaving
        return event in self._built["review"]


def _texts(column: pd.Series) -> dict[str, str]:
    """Return what stands in a column by event, in the form of ``reviews.csv``."""
    return {str(event): str(told) for event, told in column.dropna().items()}
