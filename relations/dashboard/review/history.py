"""What was decided about a row so far, in the reader's words: when, by whom, what, and why."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from relations import codebook, edtf
from relations.charts.words import listing
from relations.dashboard.parts.detail import REVIEWS
from relations.dashboard.review import forms
from relations.dashboard.review.session import Session
from relations.dashboard.review.state import State
from relations.reviews import Decision
from relations.views.markup import Html, escape, join, tag
from relations.views.outcomes import STATUSES
from relations.views.quotes import foreign, shorten
from relations.views.words import Words, mark

FIELDS = {
    "date": mark("Date"),
    "type": mark("Kind"),
    "status": mark("Status"),
    "sectors": mark("Sectors"),
    "people": mark("People"),
    "summary": mark("In a few words"),
}
_LONGEST = 160


def history(session: Session, state: State, say: Words) -> Html:
    """Return every decision about the row, the newest last."""
    made = [one for one in session.decisions if session.event_of(one.key) == state.event]
    if not made:
        return tag("p", say("Nobody has decided anything about it yet."), class_="quiet")
    by_name = {one.identity: one for one in session.decisions}
    return tag("ol", *(tag("li", _line(session, one, by_name, say)) for one in made), class_="history")


def moment(time: str, say: Words) -> str:
    """Return when something was decided, by the clock of this machine; what is no time stays as it is.

    Examples
    --------
    >>> moment("yesterday", Words("en"))
    'yesterday'
    """
    try:
        at = datetime.fromisoformat(time).astimezone()
    except ValueError:
        return time
    return f"{say.date(at.date().isoformat())} {at:%H:%M}"


def _line(session: Session, one: Decision, by_name: dict[str, Decision], say: Words) -> Html:
    when = tag("time", moment(one.time, say), datetime=one.time)
    what = _told(session, one, by_name, say)
    why = tag("q", one.note, dir="auto") if one.note else None
    return join([when, " · ", tag("bdi", one.reviewer), " · ", what, " ", why])


def _told(session: Session, one: Decision, by_name: dict[str, Decision], say: Words) -> Html:
    """Say what one decision does."""
    if one.field in FIELDS:
        old, new = (_value(session, one, text, say) for text in (one.old, one.new))
        return join([tag("b", say(FIELDS[one.field])), ": ", tag("bdi", old), _arrow(say), tag("bdi", new)])
    match one.field:
        case "review":
            verdict = say(REVIEWS[one.new]) if one.new in REVIEWS else say("the verdict was taken back")
            return join([tag("b", say("Review")), ": ", verdict])
        case "merge":
            other = session.event_of(one.new)
            return join([tag("b", say("joined with another event")), *_summary(session, other)])
        case "split":
            return join([tag("b", say("a sentence was split off")), *_quote(session, one.key)])
        case "undo" if one.new in by_name and by_name[one.new].field != "undo":
            return join([tag("b", say("taken back")), ": ", _told(session, by_name[one.new], by_name, say)])
        case "undo":
            return tag("b", say("taken back"))
    return tag("b", say("added by hand"))


def _arrow(say: Words) -> str:
    return " ← " if say.direction == "rtl" else " → "


def _value(session: Session, one: Decision, text: str, say: Words) -> Html:
    """Say a value of a field."""
    ways: dict[str, Callable[[], str]] = {
        "date": lambda: say.date(text) if edtf.is_edtf(text) else text,
        "type": lambda: kind.label.get(say.language, text) if (kind := codebook.event_types().get(text)) else text,
        "status": lambda: say(STATUSES[text]) if text in STATUSES else text,
        "sectors": lambda: listing(forms.sector_names(text, say), say.language),
        "people": lambda: listing(forms.names_of(session, text, say), say.language),
        "summary": lambda: shorten(text, _LONGEST),
    }
    return escape(ways[one.field]() if text else "—")


def _summary(session: Session, event: str | None) -> list[Html | str]:
    if event is None:
        return []
    told = foreign(shorten(session.value(event, "summary"), _LONGEST), str(session.events["summary_language"][event]))
    return [": ", told]


def _quote(session: Session, key: str) -> list[Html | str]:
    rows = session.dossier.evidence
    found = rows[rows["key"].eq(key)]
    if found.empty:
        return []
    first = found.iloc[0]
    language = str(session.texts["language"].get(first["article_id"], "und"))
    return [": ", foreign(shorten(str(first["quote"]), _LONGEST), language)]


PANELS = forms.PANELS | {"history": history}  # what the desk shows in place of a row's facts
