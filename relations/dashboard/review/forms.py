"""What the desk shows in place of a row's facts while something is done with it."""

from __future__ import annotations

from collections.abc import Callable

from relations import codebook
from relations.dashboard.review.session import Session
from relations.dashboard.review.state import State
from relations.reviews.named import name_of
from relations.views.markup import Html, join, tag
from relations.views.outcomes import STATUSES
from relations.views.quotes import foreign, shorten
from relations.views.words import Words, mark


def sector_names(codes: str, say: Words) -> list[str]:
    """Return the labels of sectors in the language of the interface."""
    book = codebook.sectors()
    return [book[code].label.get(say.language, code) if code in book else code for code in codes.split()]


def people_names(session: Session, event: str, say: Words) -> list[str]:
    """Return the names of an event's people in the language of the interface."""
    return names_of(session, session.value(event, "people"), say)


def names_of(session: Session, people: str, say: Words) -> list[str]:
    """Return the names of people, given as they stand in ``reviews.csv``."""
    names = _names(session, say)
    return [name_of(person) or names.get(person, person) for person in people.split()]


def date(session: Session, event: str, say: Words) -> Html:
    """Return an event's date in the language of the interface."""
    told = session.value(event, "date")
    return tag("strong", say.date(told) if told else say("no date"))


def _names(session: Session, say: Words) -> dict[str, str]:
    book = session.dossier.people
    return dict(zip(book["person_id"], book[f"name_{say.language}"].fillna(book["name"]), strict=True))


def edit(session: Session, state: State, say: Words) -> Html:
    """Return the form with the fields of the row."""
    event = str(state.event)
    told = {name: session.value(event, name) for name in ("date", "type", "status", "sectors", "people", "summary")}
    return _form("edit", told, session, say, [], _field(say("Note"), "note", ""))


def add(session: Session, state: State, say: Words) -> Html:
    """Return the form for an event that was missed, filled in with what the coder read in the marked words."""
    if state.marked is None:
        return Html("")
    article, start, quote = state.marked
    dates = session.dossier.dates
    inside = dates[dates["article_id"].eq(article) & dates["start"].ge(start) & dates["end"].le(start + len(quote))]
    first = inside.iloc[0] if len(inside) else None
    told = {
        "date": "" if first is None else str(first["date"]), "type": session.value(str(state.event), "type"),
        "status": "occurred", "sectors": "", "people": "", "summary": "",
    }  # fmt: skip
    words = [
        foreign(join([tag("mark", quote)]), str(session.texts["language"][article]), "blockquote"),
        tag("p", say("Arrow keys mark the sentence before or after."), class_="quiet"),
        _field(say("Words of the date"), "date_text", "" if first is None else str(first["text"])),
    ]  # fmt: skip
    return _form("add", told, session, say, words)


def _form(
    do: str, told: dict[str, str], session: Session, say: Words, more: list[Html], note: Html | None = None
) -> Html:  # fmt: skip
    names = _names(session, say)
    typed = {one: name for one in told["people"].split() if (name := name_of(one))}
    kinds = {code: kind.label.get(say.language, code) for code, kind in codebook.event_types().items()}
    sectors = {code: sector.label.get(say.language, code) for code, sector in codebook.sectors().items()}
    return tag(
        "form", *more,
        _field(say("Date (EDTF)"), "date", told["date"], dir="ltr", placeholder="1992-02"),
        _choice("type", say("Kind"), kinds, told["type"]),
        _choice("status", say("Status"), {code: say(label) for code, label in STATUSES.items()}, told["status"]),
        note,
        _several("sectors", say("Sectors"), sectors, set(told["sectors"].split()), say),
        _several("people", say("People"), names | typed, set(told["people"].split()), say, say("Add a person:")),
        tag(
            "label", say("In a few words"),
            tag("textarea", told["summary"], name="summary", id="field-summary", rows=2),
        ),
        tag(
            "div", tag("button", say("Save"), " ", tag("kbd", "Enter"), type="submit", class_="button"),
            tag("button", say("Cancel"), " ", tag("kbd", "Esc"), type="button", class_="button", data_do="cancel"),
            class_="doing",
        ),
        data_form=do, class_="form",
    )  # fmt: skip


def _field(label: str, name: str, value: str, **more: object) -> Html:
    return tag("label", label, tag("input", name=name, id=f"field-{name}", value=value, autocomplete="off", **more))


def _choice(name: str, label: str, options: dict[str, str], chosen: str) -> Html:
    ordered = sorted(options, key=lambda code: options[code].casefold())
    listed = [tag("option", options[code], value=code, selected=code == chosen) for code in ordered]
    return tag("label", label, tag("select", *listed, name=name, id=f"field-{name}"))


def _several(
    name: str, label: str, options: dict[str, str], chosen: set[str], say: Words, other: str | None = None
) -> Html:
    """Return a list of which several may be chosen, those that are first; a browser's own drops them at a slip.

    With words for it, what is typed and stands in no option can be chosen, too.
    """
    ordered = sorted(options, key=lambda code: (code not in chosen, options[code].casefold()))
    held = ", ".join(options[code] for code in ordered if code in chosen) or "—"
    listed = [
        tag(
            "li", options[code], role="option", id=f"{name}-{code}", data_value=code,
            aria_selected="true" if code in chosen else "false",
        )
        for code in ordered
    ]  # fmt: skip
    return tag(
        "div", tag("label", label, for_=f"find-{name}"),
        tag(
            "input", id=f"find-{name}", role="combobox", aria_expanded="true", aria_controls=f"list-{name}",
            aria_autocomplete="list", autocomplete="off", placeholder=say("type to find, Enter chooses"),
        ),
        tag("span", held, class_="quiet held", dir="auto"),
        tag(
            "ul", *listed, id=f"list-{name}", role="listbox", tabindex="-1", aria_multiselectable="true",
            aria_label=label,
        ),
        class_="several", data_many=name, data_other=other,
    )  # fmt: skip


def merge(session: Session, state: State, say: Words) -> Html:
    """Return the events that may be the same, to be chosen by their number."""
    event = str(state.event)
    rows = [
        _numbered(
            number,
            join([date(session, other, say), " ", foreign(shorten(session.value(other, "summary"), 160),
                  str(session.events["summary_language"][other]))]),
        )
        for number, other in enumerate(session.likely(event), 1)
    ]  # fmt: skip
    return join([tag("h3", say("Which event is the same?")), tag("ol", *rows, class_="choices")])


def split(session: Session, state: State, say: Words) -> Html:
    """Return the sentences of the row; those chosen leave it together."""
    told = session.evidence(str(state.event)).drop_duplicates("key")
    rows = [
        _numbered(number, foreign(shorten(str(row.quote), 200), str(row.language)), pressed=row.key in state.chosen)
        for number, row in enumerate(told.itertuples(), 1)
    ]
    done = tag("button", say("Split off"), " ", tag("kbd", "Enter"), type="button", class_="button", data_do="split")
    one = tag("p", say("The event rests on one sentence; there is nothing to split."), class_="quiet")
    return join([tag("h3", say("Which sentences tell of another event?")), tag("ol", *rows, class_="choices"),
                 done if len(told) > 1 else one])  # fmt: skip


def _numbered(number: int, content: Html, pressed: bool | None = None) -> Html:
    state = None if pressed is None else ("true" if pressed else "false")
    return tag(
        "li",
        tag(
            "button", tag("kbd", number), " ", content, type="button", class_="bare", data_do="choose",
            data_number=number, aria_pressed=state, id=f"choice-{number}",
        ),
    )  # fmt: skip


KEYS = (  # more than what the buttons tell of themselves
    ("A R E M S N U J K H B", mark("do what the buttons say")),
    ("1–9", mark("choose the event or the sentence of that number")),
    ("Enter", mark("save the form, also from a list; split off what was chosen")),
    ("Tab", mark("to the next field; words typed there find a sector or a person, arrow keys and Enter choose it")),
    ("↑ ↓", mark("mark the sentence before or after, for a missed event")),
    ("C", mark("show the next article that tells of it")),
    ("W", mark("change the reviewer's name")),
    ("L", mark("change the language")),
    ("Esc", mark("leave without saving")),
    ("?", mark("show these keys, or hide them")),
)


def keys(session: Session, state: State, say: Words) -> Html:
    """Return the keys and what they do."""
    rows = [
        join([tag("dt", *(join([tag("kbd", one), " "]) for one in key.split())), tag("dd", say(told))])
        for key, told in KEYS
    ]
    return join([tag("h3", say("Keys")), tag("dl", *rows, class_="keys")])


PANELS: dict[str, Callable[[Session, State, Words], Html]] = {
    "edit": edit,
    "add": add,
    "merge": merge,
    "split": split,
    "help": keys,
}
