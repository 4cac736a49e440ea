"""The filters, as menus of check boxes, two years, a search field and a reset button."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import numpy as np
import numpy.typing as npt
import pandas as pd

from relations.dashboard.parts import chosen as chosen_numbers
from relations.views.archive import Archive
from relations.views.filters import SURE
from relations.views.markup import Html, escape, join, tag
from relations.views.outcomes import OUTCOMES, STATUSES
from relations.views.positions import Mask, count
from relations.views.scene import Scene

MOST_PEOPLE = 200


def bar(scene: Scene) -> Html:
    """Return the row of filters."""
    say, dossier, chosen = scene.say, scene.archive.dossier, scene.selection
    statuses = {code: say(STATUSES.get(code) or OUTCOMES[code]) for code in STATUSES | OUTCOMES}
    places = scene.archive.positions
    people = places.once("people offered", lambda: _most_named(dossier.people))
    spoken = places.once("languages offered", lambda: sorted(dossier.articles["language"].unique()))
    menus = [
        _period(scene),
        _menu(scene, "types", say("Kinds"), scene.labels["event_types"]),
        _menu(scene, "sectors", say("Sectors"), scene.labels["sectors"]),
        _menu(
            scene, "people", say("People"), {code: scene.label("people", code) for code in people},
            ordered=False,
        ),
        _menu(
            scene, "languages", say("Languages of sources"),
            {code: say.language_name(code) for code in spoken},
        ),
        _menu(scene, "statuses", say("Status"), statuses, ordered=False),
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


def numbers(scene: Scene, name: str) -> tuple[Mapping[str, int], Mapping[str, int]]:
    """Return how many events each choice of a filter leaves: with the other filters, and in the whole dossier."""
    archive = scene.archive
    places, kept = archive.positions, archive.filtered(scene.selection.dropped(name)).kept

    def of(kept: Mask | None) -> Mapping[str, int]:
        match name:
            case "types":
                return places.numbers("events", "type", kept)
            case "sectors":
                return places.numbers("event_sectors", "sector", kept)
            case "people":
                return places.numbers("event_people", "person_id", kept)
            case "languages":
                return _by_language(archive, kept)
        both = places.numbers("events", "status", kept) | places.numbers("events", "outcome", kept)
        off = places.among("events", "status", ["cancelled"]) | places.among("events", "outcome", ["cancelled"])
        return both | {"cancelled": count(off, kept)}

    return of(kept), places.once(("offered", name), lambda: of(None))


def _by_language(archive: Archive, kept: Mask | None) -> dict[str, int]:
    """Count the events that some article in each language tells."""

    def pairs() -> tuple[npt.NDArray[np.intp], npt.NDArray[np.intp], list[str]]:
        book, places = archive.dossier.articles, archive.positions
        code, known = pd.factorize(book["language"])
        event, article = places.events_of("evidence"), places.articles_of_evidence()
        there = (event >= 0) & (article >= 0)
        one = np.unique(event[there].astype(np.int64) * len(known) + code[article[there]])
        return *np.divmod(one, len(known)), [str(name) for name in known]

    event, language, known = archive.positions.once("languages of events", pairs)
    found = np.bincount(language if kept is None else language[kept[event]], minlength=len(known))
    return dict(zip(known, found.tolist(), strict=True))


def _most_named(people: pd.DataFrame) -> list[str]:
    named = people.sort_values(["n_events", "n_articles"], ascending=False).head(MOST_PEOPLE)
    return [str(person) for person in named["person_id"]]


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
    first, last = scene.archive.positions.once("years", lambda: _years(events))
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
    known = (chosen.since or first, chosen.until or last)
    shown = f"{known[0] or ''} – {known[1] or ''}" if any(known) else say("no date")
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


def _years(events: pd.DataFrame) -> tuple[int | None, int | None]:
    """Return the first and the last year in which an event can lie."""
    days = pd.concat([events["earliest"], events["latest"]]).dropna()
    return (days.min().year, days.max().year) if len(days) else (None, None)


def _menu(scene: Scene, name: str, label: str, names: dict[str, str], ordered: bool = True) -> Html:
    chosen: frozenset[str] = getattr(scene.selection, name)
    counts, known = numbers(scene, name)
    offered = [code for code in names if code in chosen or known.get(code, 0) > 0]
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
            tag("small", scene.say.number(counts.get(code, 0))),
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
