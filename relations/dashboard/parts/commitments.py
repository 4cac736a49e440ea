"""The commitments: what was announced and for when, what became of it, and the sentences that say so."""

from __future__ import annotations

import pandas as pd

from relations.dashboard.parts.lists import beyond, more, part, reach
from relations.views.markup import Html, clean, facts, join, link, tag
from relations.views.outcomes import OUTCOMES, STATUSES, commitments
from relations.views.positions import reached
from relations.views.quotes import foreign, shorten
from relations.views.scene import Row, Scene, text

_LONGEST = 320


def badge(scene: Scene, outcome: str) -> Html:
    """Return what became of a commitment, as a word on a colour."""
    return tag("span", scene.say((OUTCOMES | STATUSES)[outcome]), class_=f"badge {outcome}")


def table(scene: Scene) -> Html:
    """Return the commitments in groups by what became of them; the first few of each, and a button for more."""
    say = scene.say
    found = commitments(scene.shown.events)
    if found.empty:
        return tag("p", say("No commitment matches the filters."), class_="empty")
    groups = [
        (str(outcome), group, *reach(scene, str(outcome), len(group)))
        for outcome, group in found.groupby("outcome", sort=False, observed=True)
    ]
    seen = pd.concat([group.head(there) for _, group, _, there in groups])
    said = sentences(scene, seen)
    return tag(
        "div",
        join(
            part(
                join([badge(scene, outcome), " ", tag("small", say.number(len(group)))]),
                tag(
                    "ol",
                    *(
                        _row(scene, row, said, beyond(place, shown))
                        for place, row in enumerate(group.head(there).to_dict("records"))
                    ),
                    class_="sources commitments",
                ),
                more(scene, outcome, len(group) - shown),
                name=f"group-{outcome}",
            )
            for outcome, group, shown, there in groups
        ),
        class_="scroll",
        tabindex="0",
        role="region",
        aria_label=say("{title} as a table", title=say("Commitments")),
        data_scroll=True,
        id="scroll-commitments",
    )


def sentences(scene: Scene, commitments: pd.DataFrame) -> dict[tuple[str, str], Row]:
    """Return the sentence that announced each commitment, and the one that reported what became of it.

    Returns
    -------
    dict
        By ``event_id`` and ``announced`` or ``reported``: the oldest sentence that tells of a plan, and the oldest
        that tells that it happened or was called off, with its article.
    """
    told, places = scene.archive.dossier, scene.archive.positions
    wanted = pd.Index(pd.concat([commitments["event_id"], commitments["fulfilled_by"].dropna()]))
    rows = reached(len(told.events), scene.archive.events.index.get_indexer(wanted).astype("int32"))
    said = told.evidence[places.left("evidence", rows)]
    about = told.articles[told.articles["article_id"].isin(said["article_id"])]
    said = said.merge(
        about[["article_id", "title", "published", "earliest", "language", "publisher", "url"]], on="article_id"
    ).sort_values(["earliest", "article_id", "start"], na_position="last")
    planned = said["status"].eq("planned")
    first = {
        "announced": said[planned].drop_duplicates("event_id"),
        "happened": said[said["status"].isin(["occurred", "ongoing"])].drop_duplicates("event_id"),
        "cancelled": said[said["status"].eq("cancelled")].drop_duplicates("event_id", keep="last"),
    }
    by = {name: {row["event_id"]: row for row in frame.to_dict("records")} for name, frame in first.items()}
    found: dict[tuple[str, str], Row] = {}
    for row in commitments.to_dict("records"):
        event, outcome = str(row["event_id"]), row["outcome"]
        if event in by["announced"]:
            found[event, "announced"] = by["announced"][event]
        reported = None
        if outcome == "done":
            reported = by["happened"].get(text(row["fulfilled_by"]) or event) or by["happened"].get(event)
        elif outcome == "cancelled":
            reported = by["cancelled"].get(event)
        if reported:
            found[event, "reported"] = reported
    return found


def _row(scene: Scene, row: Row, said: dict[tuple[str, str], Row], class_: str | None) -> Html:
    say, event = scene.say, str(row["event_id"])
    date, done = text(row["date"]), text(row["fulfilled_by"])
    told = say.count("{n} source", "{n} sources", int(str(row["n_articles"])))
    announced, reported = said.get((event, "announced")), said.get((event, "reported"))
    known = scene.archive.events
    other = None
    if done and done != event and done in known.index:
        when = text(known.at[done, "date"])
        other = tag(
            "button", say("Open the report"), " ", say.date(when) if when else None, type="button",
            class_="bare linked", data_do="open", data_event_id=done, id=f"fulfilled-{event}",
        )  # fmt: skip
    return tag(
        "li",
        tag(
            "button", clean(scene.headline(row)), type="button", class_="bare strong", data_do="open",
            data_event_id=event, id=f"commitment-{event}",
        ),
        tag("small", facts([say("for {date}", date=say.date(date)) if date else say("no date"), told])),
        sentence(scene, announced, say("Announced")) if announced else None,
        sentence(scene, reported, say("Reported")) if reported else None,
        other,
        class_=class_,
    )  # fmt: skip


def sentence(scene: Scene, row: Row, label: str) -> Html:
    """Return one sentence of a source: what it tells, in its own words and direction, and where it stands."""
    say, language = scene.say, text(row["language"])
    published, publisher = text(row["published"]), text(row["publisher"])
    named = link(text(row["url"]), publisher or shorten(text(row["title"]) or say("untitled"), 60))
    return tag(
        "div",
        tag("small", facts([tag("strong", label), say.date(published) if published else say("no date"), named])),
        foreign(shorten(str(row["quote"]), _LONGEST), language, "q", class_="words"),
        class_="told",
    )
