"""What a chart is before plotly's Python package looks at it: two dictionaries, as plotly.js reads them.

That package checks and copies every attribute, which takes longer than a chart itself, and half a second to load.
The page sends figures that the tests have checked, and does without it; notebooks and exports get its `Figure`.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import TYPE_CHECKING, Any, Generic, ParamSpec, Protocol

import numpy as np

if TYPE_CHECKING:
    from plotly.graph_objects import Figure

P = ParamSpec("P")


@dataclass(frozen=True, slots=True)
class Drawing:
    """A figure as plain data.

    Parameters
    ----------
    data : list of dict
        The traces.
    layout : dict
        The layout.

    Examples
    --------
    >>> Drawing([], {"width": 320}).to_json()
    '{"data":[],"layout":{"width":320}}'
    """

    data: list[dict[str, Any]]
    layout: dict[str, Any]

    def to_json(self) -> str:
        """Return the figure as plotly.js reads it."""
        whole = {"data": self.data, "layout": self.layout}
        return json.dumps(whole, ensure_ascii=False, separators=(",", ":"), default=_plain)

    def figure(self) -> Figure:
        """Return the figure as an object of plotly's Python package, checked by it."""
        from relations.charts.shown import Shown

        return Shown({"data": self.data, "layout": self.layout})


def _plain(value: Any) -> Any:
    if isinstance(value, np.ndarray | np.generic):
        return value.tolist()
    raise TypeError(f"{type(value).__name__} cannot stand in a figure")


class Chart(Protocol, Generic[P]):
    """A function that draws: called, it returns plotly's `Figure`; ``plain`` returns the `Drawing` of it."""

    plain: Callable[P, Drawing]

    def __call__(self, *given: P.args, **named: P.kwargs) -> Figure: ...


def chart(draw: Callable[P, Drawing]) -> Chart[P]:
    """Make a chart of a function that returns a drawing.

    Examples
    --------
    >>> @chart
    ... def nothing(width):
    ...     return Drawing([], {"width": width})
    >>> nothing(320).layout.width, nothing.plain(320).layout["width"]
    (320, 320)
    """

    @wraps(draw)
    def whole(*given: P.args, **named: P.kwargs) -> Figure:
        return draw(*given, **named).figure()

    whole.plain = draw  # type: ignore[attr-defined]
    return whole  # type: ignore[return-value]
