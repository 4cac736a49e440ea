"""The review desk as a widget: a key an action, each answered with the parts that changed."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import anywidget
import traitlets

from relations import edtf
from relations.dashboard.chart import STATIC
from relations.dashboard.page import DOSSIER_VARIABLE
from relations.dashboard.review import view
from relations.dashboard.review.session import Session
from relations.dashboard.review.state import State
from relations.errors import RelationsError
from relations.reviews.added import Added
from relations.reviews.decisions import EDITED
from relations.views.quotes import shorten
from relations.views.words import LANGUAGES, Words

_HERE = Path(__file__).parent
REVIEWER_VARIABLE = "RELATIONS_REVIEWER"
DECIDING = ("accept", "reject", "edit", "choose", "split", "add")


class Desk(anywidget.AnyWidget):
    """The queue of a dossier.

    Parameters
    ----------
    folder : Path
        A built dossier.
    reviewer : str
        Who decides; asked for where it is empty.
    """

    _esm = (_HERE / "desk.js").read_text(encoding="utf-8")
    _css = traitlets.Unicode().tag(sync=True)
    layout = traitlets.Any(None).tag(sync=True)

    def __init__(self, folder: Path, reviewer: str = "") -> None:
        self.session = Session(folder, reviewer)
        self.state = State()
        self._sent: dict[str, str] = {}
        styles = (STATIC / "page.css", _HERE / "desk.css")
        super().__init__(_css="\n".join(file.read_text(encoding="utf-8") for file in styles))
        self.on_msg(self._heard)

    @property
    def say(self) -> Words:
        """The words of the interface."""
        return Words(self.state.language)

    def _heard(self, _: Any, content: dict[str, Any], buffers: list[bytes]) -> None:
        """Answer one message of the browser; what cannot be done is told on the desk."""
        action = getattr(self, f"_do_{content.get('do')}", None)
        if action is None:
            return
        self.state.message = self.state.focus = ""
        try:
            if self.state.event and content["do"] in DECIDING and not self.session.reviewer.strip():
                self.state.message = self.say("Give your name first, then press the key again.")
                self.state.focus = "#reviewer"
            elif (date := _date(content)) and not edtf.is_edtf(date):
                self.state.message = self.say(
                    "{date} is no date in EDTF; write it as 1992, 1992-02 or 1992-02-24.", date=date
                )
            else:
                action(content)
        except RelationsError as error:
            self.state.message = str(error)
        self._show()

    def _show(self) -> None:
        self.send({"what": "view"}, [json.dumps(self.answer()).encode()])

    def answer(self) -> dict[str, Any]:
        """Return the regions that are different from what was sent last, and where the focus belongs."""
        self.state.settle(self.session)
        regions = {name: str(html) for name, html in view.regions(self.session, self.state, self.say).items()}
        changed = {name: html for name, html in regions.items() if self._sent.get(name) != html}
        self._sent = regions
        return {
            "regions": changed, "language": self.say.language, "direction": self.say.direction,
            "mode": self.state.mode, "event": self.state.event, "focus": self.state.focus,
        }  # fmt: skip

    def _do_hello(self, content: dict[str, Any]) -> None:
        preferred = (str(tag).partition("-")[0] for tag in content.get("languages") or [])
        self.state.language = next((code for code in preferred if code in LANGUAGES), self.state.language)
        self.session.reviewer = self.session.reviewer or str(content.get("reviewer") or "")[:80]
        self._sent = {}
        self.state.focus = "" if self.session.reviewer else "#reviewer"

    def _do_language(self, content: dict[str, Any]) -> None:
        codes = list(LANGUAGES)
        after = codes[(codes.index(self.state.language) + 1) % len(codes)]
        self.state.language = content["value"] if content.get("value") in LANGUAGES else after
        self.state.done = ""

    def _do_reviewer(self, content: dict[str, Any]) -> None:
        self.session.reviewer = str(content.get("value") or "").strip()[:80]

    def _do_open(self, content: dict[str, Any]) -> None:
        self.state.go(str(content.get("event")))

    def _do_next(self, content: dict[str, Any]) -> None:
        self.state.step(self.session, 1)

    def _do_previous(self, content: dict[str, Any]) -> None:
        self.state.step(self.session, -1)

    def _do_mode(self, content: dict[str, Any]) -> None:
        self.state.enter(str(content.get("value")))

    def _do_cancel(self, content: dict[str, Any]) -> None:
        self.state.enter("read")

    def _do_accept(self, content: dict[str, Any]) -> None:
        self._judge("accepted")

    def _do_reject(self, content: dict[str, Any]) -> None:
        self._judge("rejected")

    def _judge(self, verdict: str) -> None:
        if event := self.state.event:
            after = self.state.after(self.session)
            self.session.judge(event, verdict)
            self._tell(self.say("Accepted: {what}") if verdict == "accepted" else self.say("Rejected: {what}"), event)
            self.state.go(after)

    def _tell(self, done: str, event: str) -> None:
        """Say what was done with an event."""
        what = shorten(self.session.value(event, "summary"), 80)
        self.state.done = done.format(what=f"\u2068{what}\u2069")  # it may run the other way than the sentence

    def _do_edit(self, content: dict[str, Any]) -> None:
        told = content.get("values") or {}
        changes = {name: _joined(told[name]) for name in EDITED if name in told}
        if event := self.state.event:
            after = self.state.after(self.session)
            note = str(told.get("note") or "")[:500]
            if self.session.edit(event, changes, note):
                self._tell(self.say("Changed: {what}"), event)
            else:
                self.session.judge(event, "accepted", note)
                self._tell(self.say("Accepted: {what}"), event)
            self.state.go(after)

    def _do_choose(self, content: dict[str, Any]) -> None:
        """Take the numbered choice of the mode: an event to merge with, a sentence to split off or to mark."""
        number = int(content.get("number") or 0) - 1
        if self.state.mode == "merge" and self.state.event:
            likely = self.session.likely(self.state.event)
            if 0 <= number < len(likely):
                self.session.merge(self.state.event, likely[number])
                self._tell(self.say("The same event as this one: {what}"), likely[number])
                self.state.enter("read")
        elif self.state.mode == "split" and self.state.event:
            keys = list(dict.fromkeys(self.session.evidence(self.state.event)["key"]))
            if 0 <= number < len(keys):
                self.state.chosen ^= {keys[number]}

    def _do_split(self, content: dict[str, Any]) -> None:
        keys = [key for key in self.session.evidence(self.state.event or "")["key"] if key in self.state.chosen]
        if keys:
            self.session.split(list(dict.fromkeys(keys)))
            self.state.done = self.say("Split off; it is an event of its own once the tables are built anew (B).")
            self.state.enter("read")

    def _do_mark(self, content: dict[str, Any]) -> None:
        """Take the words that were marked in the article as the quote of an event that was missed."""
        self.state.mark(self.session, str(content.get("words") or ""), int(content.get("near") or 0))

    def _do_shift(self, content: dict[str, Any]) -> None:
        self.state.shift(self.session, 1 if content.get("value") == "down" else -1)

    def _do_context(self, content: dict[str, Any]) -> None:
        """Show the article that was asked for, else the next that tells of the row."""
        told = self.state.articles(self.session)
        at = told.index(shown) + 1 if (shown := self.state.article(self.session)) in told else 0
        self.state.context = str(content["article"]) if "article" in content else next(iter([*told[at:], *told]), None)

    def _do_add(self, content: dict[str, Any]) -> None:
        told = content.get("values") or {}
        if self.state.marked is None:
            return
        article, start, quote = self.state.marked
        date_text = str(told.get("date_text") or "").strip()
        added = Added(
            article, start, quote, str(told.get("type")), str(told.get("status") or "occurred"),
            str(told.get("date") or "").strip() or None, date_text if date_text and date_text in quote else None,
            tuple(_joined(told.get("sectors")).split()), tuple(_joined(told.get("people")).split()),
            str(told.get("summary") or ""),
        )  # fmt: skip
        self.session.add(added)
        self.state.done = self.say("Added; it stands in the tables once they are built anew (B).")
        self.state.enter("read")

    def _do_undo(self, content: dict[str, Any]) -> None:
        taken = self.session.undo()
        if not taken:
            self.state.message = self.say("Nothing is left to take back.")
            return
        event = self.session.event_of(taken[0].key)
        if event is None:
            self.state.done = self.say("Taken back.")
        else:
            self._tell(self.say("Taken back: {what}"), event)
            self.state.go(event)

    def _do_rebuild(self, content: dict[str, Any]) -> None:
        from relations.dossier.build import build

        self.state.done = self.say("Building the tables anew ...")
        self._show()
        built = build(self.session.folder)
        self.session.reload()
        self.state.done = self.say("Built anew: {n} events.", n=self.say.number(built.events))


def _date(content: dict[str, Any]) -> str:
    """Return the date that a form sent; empty where it is none, or holds none."""
    values = content.get("values")
    return str(values.get("date") or "").strip() if isinstance(values, dict) else ""


def _joined(value: object) -> str:
    return " ".join(str(one) for one in value) if isinstance(value, list) else str(value or "")


def open_desk(folder: str | Path) -> Desk:
    """Return the desk for the notebook that shows it.

    Parameters
    ----------
    folder : str or Path
        The dossier to review where ``relations serve --review`` has not named one.
    """
    named = os.environ.get(DOSSIER_VARIABLE, "").split(os.pathsep)[0]
    return Desk(Path(named or folder), os.environ.get(REVIEWER_VARIABLE, ""))
