"""What stands around the timeline: what its lanes are, timeline or list, how close, and the strip of the whole."""

from __future__ import annotations

from relations.charts.overview import HEIGHT, WIDTH
from relations.dashboard.zoom import LEAST
from relations.views.chosen import LANES
from relations.views.markup import Html, join, tag
from relations.views.scene import VIEWS, Scene
from relations.views.words import mark

NAMES = {"timeline": mark("Timeline"), "list": mark("List"), "both": mark("Both")}
_ZOOM = {
    "earlier": ("◀", mark("Earlier")),
    "out": ("−", mark("Zoom out")),
    "in": ("+", mark("Zoom in")),
    "later": ("▶", mark("Later")),
}


def bar(scene: Scene) -> Html:
    """Return the choice of lanes, of timeline or list, and the buttons that zoom."""
    say = scene.say
    options = (
        tag("option", say(name), value=code, selected=code == scene.lanes) for code, name in LANES.items()
    )  # fmt: skip
    lanes = tag(
        "label", tag("span", say("Lanes by")), tag("select", *options, id="timeline-lanes", data_do="lanes"),
        class_="lanes-by",
    )  # fmt: skip
    views = (
        tag(
            "button", say(NAMES[view]), type="button", id=f"timeline-view-{view}", data_do="view", data_value=view,
            aria_pressed="true" if view == scene.view else "false", class_="toggle",
        )
        for view in VIEWS
    )  # fmt: skip
    return tag(
        "div",
        tag("div", *views, role="group", aria_label=say("Timeline or list"), class_="views"),
        lanes,
        tag("div", *_buttons(scene), role="group", aria_label=say("Zoom"), class_="zoom"),
        class_="timeline-tools",
        data_view=scene.view,
    )


def _buttons(scene: Scene) -> list[Html]:
    say, whole = scene.say, scene.window is None
    at_end = scene.window is not None and (scene.window[1] - scene.window[0]).days < LEAST
    off = {"earlier": whole, "later": whole, "out": whole, "in": at_end}
    # Not disabled: the button that was pressed last would lose the focus.
    found = [
        tag(
            "button", tag("span", sign, aria_hidden="true"), tag("span", say(word), class_="sr"), type="button",
            id=f"zoom-{step}", data_do="zoom", data_value=step, title=say(word), class_="toggle",
            aria_disabled="true" if off[step] else None,
        )
        for step, (sign, word) in _ZOOM.items()
    ]  # fmt: skip
    back = tag(
        "button", say("Whole period"), type="button", class_="toggle", data_do="whole", id="timeline-whole",
        aria_disabled="true" if whole else None,
    )  # fmt: skip
    return [*found, back]


def strip(scene: Scene) -> Html:
    """Return the strip: the whole span as bars, and the stretch shown as a frame to drag by its ends or its middle."""
    say, whole = scene.say, scene.whole
    if whole is None:
        return Html("")
    first, last = scene.window or (whole.first, whole.last)
    # A filter may leave events of other years only: the frame then stands at the end that is nearer.
    start = min(max((first - whole.first).days, 0), max(whole.days - LEAST, 0))
    end = max(min((last - whole.first).days + 1, whole.days), min(start + LEAST, whole.days))
    shown = {"first": (first, start, say("First day shown")), "last": (last, end, say("Last day shown"))}
    handles = [
        tag(
            "div", class_=f"handle {name}", id=f"strip-{name}", role="slider", tabindex="0", aria_label=word,
            aria_valuemin=0, aria_valuemax=whole.days, aria_valuenow=at, aria_valuetext=say.date(day.isoformat()),
            aria_orientation="horizontal", data_handle=name,
        )
        for name, (day, at, word) in shown.items()
    ]  # fmt: skip
    drawing = Html(
        f'<svg viewBox="0 0 {WIDTH} {HEIGHT}" preserveAspectRatio="none" aria-hidden="true">'
        f'<path class="happened" d="{whole.happened}"/><path class="planned" d="{whole.planned}"/></svg>'
    )
    years = (
        tag("span", str(year), class_="year", aria_hidden="true", style=f"left: {share * 100:.2f}%")
        for year, share in whole.years
    )
    return tag(
        "div",
        drawing,
        join(years),
        tag("div", class_="brush", data_handle="move"),
        *handles,
        class_="strip",
        dir="ltr",
        role="group",
        aria_label=say("Stretch of time shown"),
        title=say("Drag the ends or the middle. On the timeline: Ctrl and wheel, two fingers, or drag across."),
        data_strip=True,
        data_first=whole.first.isoformat(),
        data_days=whole.days,
        data_least=LEAST,
        data_from=start,
        data_to=end,
        style=f"--from: {start / whole.days:.5f}; --to: {end / whole.days:.5f}",
    )
