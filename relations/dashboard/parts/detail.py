"""The detail of one event: what it is, how its date was read, and every sentence it rests on."""

from __future__ import annotations

import re

import numpy as np
import pandas as pd

from relations.charts.headlines import place_name
from relations.dashboard.parts import digest
from relations.dashboard.parts.commitments import badge
from relations.edtf import is_edtf
from relations.views.markup import Html, facts, join, link, tag
from relations.views.outcomes import STATUSES
from relations.views.quotes import foreign, marked, place_of_date, shorten
from relations.views.scene import Row, Scene, text
from relations.views.words import Words, mark

_VALUE = re.compile(r"([^,\s][^,]*?) \((\d+)\)")
REVIEWS = {
    "accepted": mark("accepted"),
    "edited": mark("edited"),
    "rejected": mark("rejected"),
}


def panel(scene: Scene) -> Html:
    """Return the detail of the chosen event, or what to do where none is chosen."""
    say, known = scene.say, scene.archive.events
    if scene.event is None or scene.event not in known.index:
        return join(
            [
                tag("h2", say("Detail"), tabindex="-1"),
                tag("p", say("Choose a mark, a bar or a row: what the sources say of it opens here."), class_="empty"),
                digest.lists(scene),
            ]
        )
    event: Row = known.loc[scene.event].to_dict()
    said = evidence(scene, scene.event)
    return tag(
        "article",
        tag("button", say("Close"), type="button", class_="close", data_do="close", id="detail-close"),
        _kind(scene, event),
        tag("h2", scene.headline(event), tabindex="-1"),
        foreign(shorten(str(event["summary"]), 300), text(event["summary_language"]), "p", class_="words"),
        _codes(scene, event),
        _reading(scene, event, said),
        tag("h3", say.count("{n} source", "{n} sources", said["article_id"].nunique())),
        join(_source(scene, row, event) for row in said.to_dict("records")),
        _facts(scene, event),
        _steps(scene),
        data_event=scene.event,
    )


def evidence(scene: Scene, event: str) -> pd.DataFrame:
    """Return the evidence of one event with its articles, oldest article first."""
    dossier = scene.archive.dossier
    at = scene.archive.events.index.get_indexer(pd.Index([event]))[0]
    said: pd.DataFrame = dossier.evidence[scene.archive.positions.events_of("evidence") == at]
    told = dossier.articles.loc[dossier.articles["article_id"].isin(said["article_id"])][
        ["article_id", "title", "published", "earliest", "language", "publisher", "url"]
    ]
    merged = said.merge(told, on="article_id", how="left", validate="many_to_one")
    return merged.sort_values(["earliest", "article_id", "start"], na_position="last")


def _kind(scene: Scene, event: Row) -> Html:
    date = text(event["date"])
    when = [tag("strong", scene.say.date(date)), code(date)] if date else [scene.say("no date")]
    return tag("p", join(when, " "), class_="kind")


def code(date: str) -> Html:
    """Return the EDTF form of a date, which reads from left to right in every language."""
    return tag("code", date, dir="ltr")


def _codes(scene: Scene, event: Row) -> Html:
    say, dossier = scene.say, scene.archive.dossier
    mine = dossier.event_sectors.loc[dossier.event_sectors["event_id"] == event["event_id"], "sector"]
    status = STATUSES[event["status"]]
    codes = [
        badge(scene, event["outcome"]) if text(event["outcome"]) else None,
        tag("span", say(status), class_="chip"),
        *(tag("span", scene.label("sectors", sector), class_="chip") for sector in mine),
        tag("span", f"PLOVER {event['plover']}", class_="chip code") if text(event["plover"]) else None,
        tag("span", f"CAMEO {event['cameo']}", class_="chip code") if text(event["cameo"]) else None,
    ]
    return tag("p", join(codes, " "), class_="chips")


def _reading(scene: Scene, event: Row, said: pd.DataFrame) -> Html | None:
    """Say which words gave the event its date: those of the evidence that has the event's own date."""
    say, date = scene.say, text(event["date"])
    if date is None:
        return tag("p", say("No source says when."), class_="reading")
    same = said[said["date"] == date]
    worded = same[same["date_text"].notna()]
    if len(worded):
        row = worded.iloc[0]
        published = text(row["published"])
        words = foreign(f"«{row['date_text']}»", text(row["language"]))
        how = say("in an article of {date}", date=say.date(published)) if published else say("in an undated article")
        onward = "←" if say.direction == "rtl" else "→"
        meaning = join([words, f" {how} {onward} ", tag("strong", say.date(date)), " ", code(date)])
    elif len(same):
        meaning = join([say("No words of the sentence give the date; it is the day of the article."), " ", code(date)])
    else:
        meaning = join([say("Put together from what several sources say."), " ", code(date)])
    return join([tag("h3", say("How the date was read")), tag("p", meaning, class_="reading")])


def _differs(scene: Scene, row: Row, event: Row) -> list[object]:
    """Say where one source tells it otherwise than the event that was put together from all."""
    say, date = scene.say, text(row["date"])
    told: list[object] = []
    if date != text(event["date"]):
        told.append(say("dates it {date}", date=say.date(date)) if date else say("gives no date"))
    if row["status"] != event["status"]:
        told.append(say(STATUSES[row["status"]]))
    if row["type"] != event["type"]:
        told.append(scene.label("event_types", row["type"]))
    return told


def _source(scene: Scene, row: Row, event: Row) -> Html:
    say, language, quote = scene.say, text(row["language"]), str(row["quote"])
    date_text, date_start = text(row["date_text"]), row["date_start"]
    at = place_of_date(quote, int(row["start"]), date_text, None if pd.isna(date_start) else int(date_start))
    title = text(row["title"]) or say("untitled")
    published, publisher = text(row["published"]), text(row["publisher"])
    outside = date_text is not None and at is None
    differs, url = _differs(scene, row, event), text(row["url"])
    return tag(
        "blockquote",
        foreign(marked(quote, *(at or (None, None))), language, "p"),
        foreign(join([tag("mark", date_text)]), language, "p") if outside else None,
        tag(
            "footer",
            tag("span", say("This source:"), " ", facts(differs), class_="differs") if differs else None,
            foreign(link(url, shorten(title, 200)), language, class_="source-title"),
            tag("span", link(url, shorten(url, 90)), dir="ltr", class_="address") if url else None,
            tag(
                "span",
                facts(
                    [
                        publisher,
                        say.date(published) if published else say("no date"),
                        say.language_name(language) if language else None,
                        say("rule {rule}", rule=str(row["rule"])),
                        say("confidence {share}", share=say.percent(float(row["confidence"]))),
                    ],
                ),
            ),
        ),
    )


def _facts(scene: Scene, event: Row) -> Html:
    say, dossier = scene.say, scene.archive.dossier
    mine = dossier.event_people.loc[dossier.event_people["event_id"] == event["event_id"], "person_id"]
    countries = (text(event["countries"]) or "").split()
    review = text(event["review"])
    known = [
        (say("Place"), place_name(str(event["place"]), say.language) if text(event["place"]) else None),
        (say("Countries"), ", ".join(say.country(code) for code in countries) or None),
        (say("People"), ", ".join(scene.label("people", person) for person in mine) or None),
        (say("Sources disagree"), disagreement(say, text(event["disagreement"]))),
        (say("Announced"), say.date(event["announced"]) if text(event["announced"]) else None),
        (say("Review"), say(REVIEWS[review]) if review else say("nobody yet")),
    ]
    return tag("dl", *(join([tag("dt", name), tag("dd", tag("bdi", value))]) for name, value in known if value))


def disagreement(say: Words, told: str | None) -> Html | None:
    """Return where sources disagree: each value with the number of articles that give it."""
    lines = []
    for part in (told or "").split("; "):
        kind, _, values = part.partition(": ")
        for value, n in _VALUE.findall(values):
            shown = say.date(value) if kind == "date" and is_edtf(value) else value
            lines.append(facts([shown, say.count("{n} article", "{n} articles", int(n))]))
    return join(lines, Html("<br>")) if lines else None


def _steps(scene: Scene) -> Html:
    say = scene.say
    place = scene.archive.events.index.get_loc(scene.event)
    order = scene.in_order
    if not (order == place).any():
        order = scene.archive.order
    at = int(np.flatnonzero(order == place)[0])
    names = scene.archive.dossier.events["event_id"]
    keys = ("ArrowRight", "ArrowLeft") if say.direction == "rtl" else ("ArrowLeft", "ArrowRight")
    sides = (("earlier", say("Earlier"), at - 1, keys[0]), ("later", say("Later"), at + 1, keys[1]))
    buttons = []
    for name, label, other, key in sides:
        there = 0 <= other < len(order)
        buttons.append(
            tag(
                "button", label, type="button", class_=f"button {name}", id=f"step-{name}", disabled=not there,
                data_do="open", data_event_id=names.iloc[order[other]] if there else None, aria_keyshortcuts=key,
            )
        )  # fmt: skip
    return tag("nav", *buttons, class_="steps", aria_label=say("Events in order"))
