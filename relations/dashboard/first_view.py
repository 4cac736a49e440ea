"""What is painted before any widget is there: the page as HTML, with its figures, for narrow and wide screens."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cached_property

from relations.dashboard.figures import WIDTHS, figures
from relations.dashboard.layout import regions, skeleton
from relations.views.markup import Html, tag
from relations.views.scene import Scene

# Width of the timeline's place, as the style sheet makes it on a desk's screen; of every place on a telephone.
WIDE, NARROW = 960, 320
PLACES = {WIDE: WIDTHS, NARROW: dict.fromkeys(WIDTHS, NARROW)}


class FirstView:
    """The first view in one language.

    Parameters
    ----------
    scene : Scene
        The moment of the page; its widths are not used.
    """

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.parts = regions(scene)
        self._figures = {width: figures(replace(scene, widths=widths)) for width, widths in PLACES.items()}

    @cached_property
    def html(self) -> Html:
        """The page and its figures, in an element that shows nothing until the browser chooses it."""
        drawn = [_data(name, text, width) for width, made in self._figures.items() for name, text in made.items()]
        say = self.scene.say
        return tag(
            "template", skeleton(self.scene, self.parts), *drawn, data_language=say.language,
            data_direction=say.direction, data_title=self.scene.title,
        )  # fmt: skip

    def figures(self, widths: Mapping[str, int]) -> tuple[dict[str, int], dict[str, str]]:
        """Return the figures that a browser with these widths has drawn, and the widths they were drawn for."""
        width = widths.get("timeline", WIDE)
        nearest = min(PLACES, key=lambda place: abs(width - place))
        return PLACES[nearest], self._figures[nearest]


def _data(name: str, figure: str, width: int) -> Html:
    text = Html(figure.replace("<", "\\u003c"))
    return tag("script", text, type="application/json", data_for_figure=name, data_width=width)
