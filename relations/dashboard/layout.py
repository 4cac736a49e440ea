"""Where the parts stand on the page: the skeleton, and the regions that are replaced one by one."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from relations.dashboard.figures import place_height
from relations.dashboard.markup import Html, tag
from relations.dashboard.parts import commitments, detail, filter_bar, notes, sources, status, top, twins
from relations.dashboard.scene import Scene

REGIONS: dict[str, Callable[[Scene], Html]] = {
    "header": top.header,
    "headlines": top.figures,
    "filters": filter_bar.bar,
    "timeline-note": notes.timeline,
    "timeline-summary": notes.summary,
    "timeline-table": twins.timeline,
    "detail": detail.panel,
    "sectors-summary": notes.sectors,
    "sectors-table": twins.sectors,
    "commitments": commitments.table,
    "heat-summary": notes.heat,
    "heat-table": twins.heat,
    "coverage-summary": notes.coverage,
    "coverage-table": twins.coverage,
    "sources": sources.listing,
    "foot": notes.foot,
    "status": status.told,
    "printed": status.printed,
}


# What a region depends on beside the dossier, the language and the filters; the header shows the whole dossier.
MORE = {"timeline-note": ("window",), "detail": ("event",)}
WHOLE = frozenset({"header", "foot"})


def same(name: str, one: Scene, other: Scene) -> bool:
    """Say whether a region looks the same in two scenes."""
    fields = ("archive", "language", *(() if name in WHOLE else ("selection",)), *MORE.get(name, ()))
    return all(getattr(one, field) == getattr(other, field) for field in fields)


def regions(scene: Scene, before: Scene | None = None, known: Mapping[str, Html] | None = None) -> dict[str, Html]:
    """Return the HTML of every region, by its name.

    Parameters
    ----------
    scene : Scene
        The moment of the page.
    before, known : Scene, mapping of str to Html, optional
        An earlier scene and its regions, which are taken over where nothing they depend on is different.
    """
    if before is None or known is None:
        return {name: part(scene) for name, part in REGIONS.items()}
    return {
        name: known[name] if name in known and same(name, scene, before) else part(scene)
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
            region(f"{name}-summary", "p", id=f"summary-{name}", class_="sr" if note else "quiet summary"),
            place,
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
            tag("div", note, class_="quiet"), region(name), class_=f"card {name}", aria_labelledby=f"title-{name}",
        )  # fmt: skip

    return tag(
        "div",
        tag("a", say("Skip to the timeline"), href="#title-timeline", class_="skip"),
        region("header", "header", class_="top"),
        region("printed", class_="printed"),
        region("headlines", "section", class_="headlines", aria_label=say("Headline figures")),
        region("filters", "form", class_="filters", role="search", aria_label=say("Filters")),
        tag(
            "main",
            chart("timeline", say("Timeline"), region("timeline-note", class_="quiet")),
            region("detail", "aside", class_="card detail", aria_label=say("Detail")),
            chart("sectors", say("Sectors")),
            card("commitments", say("Commitments"), say("what was announced, and what became of it")),
            chart("heat", say("Sectors by year")),
            chart("coverage", say("Coverage")),
            card("sources", say("Sources"), say("articles, newest first")),
            class_="grid",
        ),
        region("foot", "footer", class_="foot"),
        region("status", "p", class_="sr", role="status"),
        class_="relations",
        lang=say.language,
        dir=say.direction,
    )
