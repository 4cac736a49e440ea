"""Where the parts stand on the page: the skeleton, and the regions that are replaced one by one."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from functools import partial

from relations.dashboard.figures import place_height, tall
from relations.dashboard.parts import (
    chosen,
    commitments,
    covered,
    detail,
    event_list,
    filter_bar,
    gaps,
    notes,
    nothing_yet,
    people,
    sources,
    stated,
    status,
    timeline_tools,
    top,
    twins,
)
from relations.views.markup import Html, tag
from relations.views.scene import Scene

REGIONS: dict[str, Callable[[Scene], Html]] = {
    "header": top.header,
    "headlines": top.figures,
    "filters": filter_bar.bar,
    "advice": chosen.advice,
    "timeline-note": notes.timeline,
    "timeline-tools": timeline_tools.bar,
    "timeline-overview": timeline_tools.strip,
    "timeline-list": event_list.listing,
    "timeline-summary": notes.summary,
    "timeline-table": twins.timeline,
    "detail": detail.panel,
    "sectors-summary": notes.sectors,
    "sectors-table": twins.sectors,
    "commitments": commitments.table,
    "heat-summary": notes.heat,
    "heat-table": twins.heat,
    "people": people.panel,
    "stated-summary": stated.summary,
    "stated-table": stated.table,
    "coverage-summary": covered.summary,
    "coverage-table": covered.table,
    "gaps": gaps.panel,
    "sources": sources.listing,
    "foot": notes.foot,
    "status": status.told,
    "printed": status.printed,
}


# What a region depends on beside the dossier, the language and the filters; the header shows the whole dossier.
MORE = {
    "timeline-note": ("window", "lanes"),
    "timeline-tools": ("window", "lanes", "view"),
    "timeline-overview": ("window",),
    "timeline-list": ("window", "view", "listed", "event", "paper"),
    "detail": ("event",),
    "commitments": ("states", "paper"),
    "people": ("states", "paper"),
    "stated-summary": ("states",),
    "stated-table": ("states",),
    "coverage-summary": ("states",),
    "coverage-table": ("states",),
    "sources": ("states", "paper"),
}
WHOLE = frozenset({"header", "foot"})
PRINTED = tuple(name for name, fields in MORE.items() if "paper" in fields)  # lists that paper shows whole
HINTS = frozenset({"people", "gaps"})  # panels whose note tells what a click does


def look(name: str, scene: Scene) -> Hashable:
    """Return what a region depends on: it looks the same in two scenes of one dossier that agree in this."""
    return scene.looks("language", *(() if name in WHOLE else ("selection",)), *MORE.get(name, ()))


def regions(scene: Scene) -> dict[str, Html]:
    """Return every region by its name; one that looks as it did not long ago is not made again.

    Parameters
    ----------
    scene : Scene
        The moment of the page.
    """
    return {
        name: scene.archive.written.once((name, look(name, scene)), partial(part, scene))
        for name, part in REGIONS.items()
    }


def skeleton(scene: Scene, parts: dict[str, Html]) -> Html:
    """Return the whole page: the regions in their places, and empty places for the charts.

    Parameters
    ----------
    scene : Scene
        The moment of the page.
    parts : dict of str to Html
        What `regions` gave.
    """
    say = scene.say
    heights = {name: f"height: {place_height(scene.archive, name)}px" for name in ("sectors", "heat")}
    heights["timeline"] = f"--tall: {tall(scene)}px"

    def region(name: str, element: str = "div", **attributes: object) -> Html:
        return tag(element, parts[name], data_region=name, **attributes)

    def chart(name: str, title: str, note: Html | None = None) -> Html:
        toggle = tag(
            "button", say("As table"), type="button", class_="toggle", data_ui="table", data_of=name,
            aria_pressed="false", aria_controls=f"twin-{name}",
        )  # fmt: skip
        place = tag(
            "div", class_=f"plot {name}", data_figure=name, style=heights.get(name), role="img", aria_label=title,
            aria_describedby=f"summary-{name}", data_file=f"{scene.archive.dossier.settings.name}-{name}",
        )  # fmt: skip
        way_in = tag("span", say("Arrow keys go from mark to mark, Enter chooses one."), class_="mark-told")
        marks = tag(
            "div", tag("button", way_in, type="button", id=f"marks-{name}", aria_describedby=f"title-{name}"),
            class_="marks", role="group", aria_label=say("Marks of the chart: {title}", title=title), data_marks=name,
        )  # fmt: skip
        place = tag("div", place, marks, class_="place")
        return tag(
            "section",
            tag("div", tag("h2", title, id=f"title-{name}", tabindex="-1"), toggle, class_="card-head"),
            note,
            region("timeline-tools") if name == "timeline" else None,
            region(f"{name}-summary", "div", id=f"summary-{name}", class_="sr" if note else "quiet summary"),
            tag(
                "div",
                tag("div", place, region("timeline-overview"), class_="drawn"),
                region("timeline-list"),
                class_="beside",
            )
            if name == "timeline"
            else place,
            region(
                f"{name}-table",
                class_="twin",
                id=f"twin-{name}",
                tabindex="0",
                role="region",
                aria_label=say("{title} as a table", title=title),
            ),
            class_=f"card {name}",
            data_card=name,
            aria_labelledby=f"title-{name}",
        )

    def card(name: str, title: str, note: str) -> Html:
        return tag(
            "section", tag("div", tag("h2", title, id=f"title-{name}", tabindex="-1"), class_="card-head"),
            tag("div", note, class_="quiet at-screen" if name in HINTS else "quiet"), region(name),
            class_=f"card {name}", aria_labelledby=f"title-{name}",
        )  # fmt: skip

    def trouble(name: str, told: str) -> Html:
        again = tag("button", say("Start again"), type="button", class_="button", data_ui="retry")
        return tag("div", told, " ", again, class_=f"trouble {name}", role="alert", hidden=True)

    return tag(
        "div",
        tag("a", say("Skip to the timeline"), href="#title-timeline", class_="skip"),
        region("header", "header", class_="top"),
        region("printed", class_="printed"),
        region("headlines", "section", class_="headlines", aria_label=say("Headline figures")),
        region("filters", "form", class_="filters", role="search", aria_label=say("Filters")),
        region("advice", role="status"),
        tag(
            "main",
            chart("timeline", say("Timeline"), region("timeline-note", class_="quiet")),
            region("detail", "aside", class_="card detail", aria_label=say("Detail")),
            chart("sectors", say("Sectors")),
            card("commitments", say("Commitments"), say("what was announced, and what became of it")),
            chart("heat", say("Sectors by year")),
            card("people", say("People"), say("who met whom; a name filters the page")),
            chart("stated", say("Figures as stated")),
            chart("coverage", say("Coverage")),
            card("gaps", say("What is not known"), say("each number opens what it counts")),
            card("sources", say("Sources"), say("articles, newest first")),
            class_="grid",
        ),
        region("foot", "footer", class_="foot"),
        tag("div", say("Loading …"), class_="waiting", role="status"),
        trouble("lost", say("The page has no answer from its server. Start again: the address keeps this view.")),
        trouble(
            "failed",
            say("That did not work; the page shows what it showed before. Start again: the address keeps this view."),
        ),
        region("status", "p", class_="sr", role="status"),
        class_="relations",
        data_holds=nothing_yet.holds(scene),
        lang=say.language,
        dir=say.direction,
    )
