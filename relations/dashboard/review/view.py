"""The desk as HTML: head, queue, row, article."""

from __future__ import annotations

import pandas as pd

from relations import codebook
from relations.dashboard.parts.detail import REVIEWS, disagreement
from relations.dashboard.review import forms
from relations.dashboard.review.history import PANELS, history
from relations.dashboard.review.session import Session
from relations.dashboard.review.state import State
from relations.views.markup import Html, facts, join, link, tag
from relations.views.outcomes import STATUSES
from relations.views.quotes import foreign, marked, place_of_date, shorten
from relations.views.words import LANGUAGES, Words, direction, mark

REASONS = {
    "disputed": mark("reviewers disagree"),
    "disagree": mark("sources disagree"),
    "due": mark("due soon"),
    "overdue": mark("overdue"),
    "doubtful": mark("doubtful"),
}
ACTIONS = (  # what the key does, the key, the message, its value
    ("accept", "A", mark("Accept"), None),
    ("reject", "R", mark("Reject"), None),
    ("mode", "E", mark("Edit"), "edit"),
    ("mode", "M", mark("Merge"), "merge"),
    ("mode", "S", mark("Split"), "split"),
    ("mark", "N", mark("Add a missed event"), None),
    ("undo", "U", mark("Undo"), None),
    ("next", "J", mark("Next"), None),
    ("previous", "K", mark("Previous"), None),
    ("mode", "H", mark("History"), "history"),
    ("rebuild", "B", mark("Build the tables anew"), None),
    ("mode", "?", mark("Keys"), "help"),
)
QUEUE_SHOWN = 60
QUEUE_BEFORE = 10  # of them before the open row


def regions(session: Session, state: State, say: Words) -> dict[str, Html]:
    """Return every region of the desk by its name."""
    return {
        "head": _head(session, state, say),
        "queue": _queue(session, state, say),
        "row": _row(session, state, say),
        "article": _article(session, state, say),
    }


def _head(session: Session, state: State, say: Words) -> Html:
    every = len(session.events)  # also those decided before the last build
    done = every - len(session.waiting)
    pressing = sum(1 for event in session.waiting if session.why(event))
    progress = facts(
        [
            say("{done} of {all} decided", done=say.number(done), all=say.number(every)),
            say("{n} still need a look", n=say.number(pressing)) if pressing else None,
        ]
    )
    languages = [
        tag(
            "button", tag("span", name, lang=code, dir=direction(code)), type="button", data_do="language",
            data_value=code, aria_pressed="true" if code == say.language else "false", id=f"language-{code}",
        )
        for code, name in LANGUAGES.items()
    ]  # fmt: skip
    settings = session.dossier.settings
    title = settings.title.get(say.language) or " – ".join(say.country(code) for code in settings.countries)
    return join(
        [
            tag("div", tag("h1", say("Review: {title}", title=title)), class_="title"),
            tag(
                "label", say("Reviewer"), " ",
                tag("input", id="reviewer", value=session.reviewer, data_do="reviewer", maxlength=80),
                class_="reviewer",
            ),
            tag("div", *languages, role="group", aria_label=say("Language"), class_="languages"),
            tag(
                "div",
                tag("progress", max=every or 1, value=done, aria_label=say("Progress")),
                tag("span", progress),
                class_="progress",
            ),
            tag("p", state.message, class_="message", role="alert") if state.message
            else tag("p", state.done, class_="quiet done", role="status"),
        ]
    )  # fmt: skip


def _queue(session: Session, state: State, say: Words) -> Html:
    waiting = session.waiting
    at = waiting.index(state.event) if state.event in waiting else 0
    first = max(0, min(at - QUEUE_BEFORE, len(waiting) - QUEUE_SHOWN))
    rows = [
        tag(
            "li",
            tag(
                "button", forms.date(session, event, say), " ", codebook_label(session.value(event, "type"), say),
                tag("small", facts(say(REASONS[name]) for name in why)) if (why := session.why(event)) else None,
                type="button", class_="bare", data_do="open", data_event=event, id=f"queue-{event}",
                aria_current="true" if event == state.event else None,
            ),
        )
        for event in waiting[first : first + QUEUE_SHOWN]
    ]  # fmt: skip
    empty = tag("p", say("Nothing waits: every event has been decided."), class_="empty")
    return join([tag("h2", say("Queue")), tag("ol", *rows) if rows else empty])


def codebook_label(code: str, say: Words) -> str:
    """Return the label of a kind of event in the language of the interface; an unknown code as it is."""
    kind = codebook.event_types().get(code)
    return kind.label.get(say.language, code) if kind else code


def _row(session: Session, state: State, say: Words) -> Html:
    event = state.event
    if event is None:
        return join([tag("h2", say("Row"), tabindex="-1"), _actions(state, say)])
    verdict = session.value(event, "review")
    told = [
        (
            say("Date"),
            join([forms.date(session, event, say), " ", tag("code", session.value(event, "date"), dir="ltr")]),
        ),
        (say("Kind"), codebook_label(session.value(event, "type"), say)),
        (say("Status"), say(STATUSES[session.value(event, "status")])),
        (say("Sectors"), ", ".join(forms.sector_names(session.value(event, "sectors"), say)) or "—"),
        (say("People"), ", ".join(forms.people_names(session, event, say)) or "—"),
        (say("Sources disagree"), disagreement(say, session.value(event, "disagreement"))),
        (say("Confidence"), say.percent(float(session.events["confidence"][event]))),
        (say("Review"), say(REVIEWS[verdict]) if verdict else say("nobody yet")),
    ]
    panel = PANELS.get(state.mode)
    language = str(session.events["summary_language"][event])
    return join(
        [
            tag("h2", foreign(shorten(session.value(event, "summary"), 400), language), tabindex="-1", id="row-title"),
            _actions(state, say),
            panel(session, state, say) if panel else tag(
                "dl", *(join([tag("dt", name), tag("dd", tag("bdi", value))]) for name, value in told if value)
            ),
            history(session, state, say) if event in session.disputed and not panel else None,
            tag("h3", say("Evidence")),
            *(_evidence(session, state, row, say) for row in session.evidence(event).to_dict("records")),
        ]
    )  # fmt: skip


def _actions(state: State, say: Words) -> Html:
    buttons = [
        tag(
            "button", say(label), " ", tag("kbd", key), type="button", class_="button", data_do=do, data_value=value,
            id=f"do-{value or do}", aria_keyshortcuts=key,
            aria_pressed=("true" if state.mode == value else "false") if value else None,
        )
        for do, key, label, value in ACTIONS
    ]  # fmt: skip
    return tag("div", *buttons, class_="doing", role="toolbar", aria_label=say("Actions"))


def _evidence(session: Session, state: State, row: dict[object, object], say: Words) -> Html:
    quote, date_start = str(row["quote"]), row["date_start"]
    date_text = None if pd.isna(row["date_text"]) else str(row["date_text"])  # type: ignore[call-overload]
    start = None if pd.isna(date_start) else int(str(date_start))  # type: ignore[call-overload]
    at = place_of_date(quote, int(str(row["start"])), date_text, start)
    language, published = str(row["language"]), row["published"]
    leaves = row["key"] in session.leaving
    known = [
        None if pd.isna(row["publisher"]) else row["publisher"],  # type: ignore[call-overload]
        say.date(str(published)) if isinstance(published, str) else say("no date"),
        say("rule {rule}", rule=str(row["rule"])),
        say("confidence {share}", share=say.percent(float(str(row["confidence"])))),
        say("leaves this event") if leaves else None,
    ]
    title = str(row["title"]) if isinstance(row["title"], str) else say("untitled")
    return tag(
        "blockquote",
        foreign(marked(quote, *(at or (None, None))), language, "p"),
        tag(
            "footer",
            foreign(link(row["url"] if isinstance(row["url"], str) else None, shorten(title, 160)), language),
            " ", tag("span", facts(known)), " ",
            tag(
                "button", say("In the article"), type="button", class_="bare", data_do="context",
                data_article=row["article_id"],
            ),
        ),
        class_="leaves" if leaves else None,
    )  # fmt: skip


def _article(session: Session, state: State, say: Words) -> Html:
    """Return the article beside the row, its sentences about the event marked, and what was marked by hand."""
    article = state.article(session)
    if article is None or state.event is None:
        return Html("")
    text, language = str(session.texts["text"][article]), str(session.texts["language"][article])
    told = session.evidence(state.event)
    spans = [(int(s), int(e), "told") for s, e in told.loc[told["article_id"].eq(article), ["start", "end"]].to_numpy()]
    spans += [(start, start + len(quote), "told") for start, quote in session.missed(article)]
    if state.marked and state.marked[0] == article:
        spans = [(state.marked[1], state.marked[1] + len(state.marked[2]), "own")]
    parts: list[object] = []
    done = 0
    for start, end, kind in sorted(spans):
        if start >= done:
            parts += [text[done:start], tag("mark", text[start:end], class_=kind, data_start=start)]
            done = end
    return join(
        [
            tag("h2", say("The article")),
            tag("p", say("Mark words and press {key} to add an event that was missed.", key="N"), class_="quiet"),
            foreign(join([*parts, text[done:]]), language, "div", class_="text", data_text=article, tabindex="0"),
        ]
    )  # fmt: skip
