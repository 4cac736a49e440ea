"""The filters, as menus of check boxes, two years, a search field and a reset button."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from relations.dashboard.parts import chosen as chosen_numbers
from relations.views.filters import SURE
from relations.views.markup import Html, escape, join, tag
from relations.views.outcomes import OUTCOMES, STATUSES
from relations.views.scene import Scene

MOST_PEOPLE = 200


def bar(scene: Scene) -> Html:
    """Return the row of filters."""
    say, dossier, chosen = scene.say, scene.archive.dossier, scene.selection
    events = dossier.events
    statuses = {code: say(STATUSES.get(code) or OUTCOMES[code]) for code in STATUSES | OUTCOMES}
    outcomes = events["outcome"].where(events["outcome"] != "cancelled")
    people = dossier.people.sort_values(["n_events", "n_articles"], ascending=False).head(MOST_PEOPLE)
    menus = [
        _period(scene),
        _menu(scene, "types", say("Kinds"), scene.labels["event_types"], events["type"].value_counts()),
        _menu(
            scene, "sectors", say("Sectors"), scene.labels["sectors"], dossier.event_sectors["sector"].value_counts()
        ),
        _menu(
            scene, "people", say("People"), {code: scene.label("people", code) for code in people["person_id"]},
            people.set_index("person_id")["n_events"], ordered=False,
        ),
        _menu(
            scene, "languages", say("Languages of sources"),
            {code: say.language_name(code) for code in sorted(dossier.articles["language"].unique())},
            _events_by_language(scene),
        ),
        _menu(
            scene, "statuses", say("Status"), statuses,
            pd.concat([events["status"].value_counts(), outcomes.value_counts()]), ordered=False,
        ),
        _sure(scene),
        _reviewed(scene),
        *chosen_numbers.pills(scene),
        tag("button", say("Reset"), type="button", class_="pill reset", data_do="reset", hidden=not chosen.active),
    ]  # fmt: skip
    search = tag(
        "input", type="search", id="filter-text", data_do="text", value=chosen.text, maxlength="200",
        placeholder=say("Search events and quotes"), aria_label=say("Search events and quotes"), autocomplete="off",
    )  # fmt: skip
    return join([tag("div", *menus, class_="menus"), search])


def _events_by_language(scene: Scene) -> pd.Series[int]:
    """Count events as the other menus do: those that some article in the language tells."""

    def count() -> pd.Series[int]:
        told = scene.archive.dossier.evidence[["event_id", "article_id"]]
        spoken = scene.archive.dossier.articles.set_index("article_id")["language"]
        pairs = told.assign(language=told["article_id"].map(spoken)).drop_duplicates(["event_id", "language"])
        return pairs["language"].value_counts()

    counted: pd.Series[int] = scene.archive.once("languages", scene.archive.dossier.built, count)
    return counted


def _box(name: str, label: str, chosen: bool) -> Html:
    box = tag("input", type="checkbox", id=f"filter-{name}", data_do=name, checked=chosen)
    return tag("label", box, label, class_=f"pill{' chosen' if chosen else ''}")


def _sure(scene: Scene) -> Html:
    """Return the filter by confidence."""
    return _box("sure", scene.say("{share} sure or more", share=scene.say.percent(SURE)), scene.selection.sure)


def _reviewed(scene: Scene) -> Html:
    """Return the filter by review; nothing where nobody has reviewed anything, since it would leave nothing."""
    chosen = scene.selection.reviewed
    if not chosen and scene.archive.dossier.events["review"].isna().all():
        return Html("")
    return _box("reviewed", scene.say("Reviewed only"), chosen)


def _period(scene: Scene) -> Html:
    say, chosen, events = scene.say, scene.selection, scene.archive.dossier.events
    years = pd.concat([events["earliest"].dt.year, events["latest"].dt.year]).dropna().astype(int)
    first, last = (int(years.min()), int(years.max())) if len(years) else (None, None)
    fields = [
        tag(
            "label", label,
            tag(
                "input", type="number", inputmode="numeric", id=f"filter-{name}", data_do=name, value=value,
                placeholder=around, min=first, max=last,
            ),
        )
        for name, label, value, around in (
            ("since", say("From year"), chosen.since, first),
            ("until", say("To year"), chosen.until, last),
        )
    ]  # fmt: skip
    used = chosen.since is not None or chosen.until is not None
    shown = f"{chosen.since or first or ''} – {chosen.until or last or ''}"
    return tag(
        "details",
        tag(
            "summary",
            tag("span", say("Period"), class_="sr"),
            tag("bdi", shown, dir="ltr"),
            class_=f"pill{' chosen' if used else ''}",
        ),
        tag("div", *fields, class_="options years"),
        class_="menu",
        id="menu-period",
    )


def _menu(
    scene: Scene, name: str, label: str, names: dict[str, str], counts: pd.Series[int], ordered: bool = True
) -> Html:
    chosen: frozenset[str] = getattr(scene.selection, name)
    offered = [code for code in names if code in chosen or counts.get(code, 0) > 0]
    if ordered:
        offered.sort(key=lambda code: names[code].casefold())
    boxes = (
        tag(
            "label",
            tag(
                "input", type="checkbox", id=f"filter-{name}-{code}", data_do="toggle", data_filter=name, value=code,
                checked=code in chosen,
            ),
            tag("span", names[code]),
            tag("small", scene.say.number(int(counts.get(code, 0)))),
        )
        for code in offered
    )  # fmt: skip
    return tag(
        "details",
        tag(
            "summary",
            _summary(scene, label, (names.get(code, code) for code in sorted(chosen))),
            class_=f"pill{' chosen' if chosen else ''}",
        ),
        tag("div", join(boxes), class_="options", data_scroll=True, id=f"options-{name}"),
        class_="menu",
        id=f"menu-{name}",
    )


def _summary(scene: Scene, label: str, chosen: Iterable[str]) -> Html:
    names = list(chosen)
    if not names:
        return escape(label)
    shown = ", ".join(names) if len(names) <= 2 else scene.say.number(len(names))
    return escape(scene.say("{filter}: {chosen}", filter=label, chosen=shown))
