"""One plotly figure as a thin widget: the library is loaded once as a file, only the figure is sent.

In the page that ``relations serve`` shows, plotly.js is a static file that the browser keeps. In JupyterLab and
VS Code, where that file cannot be reached, the widget asks the kernel for it once.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from typing import Any

import anywidget
import traitlets

_HERE = Path(__file__).parent
JUPYTER = _HERE / "jupyter"
STATIC = JUPYTER / "voila" / "templates" / "relations" / "static"
# All of plotly.js, for a notebook's own figures, as the plotly package ships it; found without importing that package.
LIBRARY = Path(str(files("plotly"))) / "package_data" / "plotly.min.js"


def script_text(*names: str) -> str:
    """Return a widget's module: the drawing code that all share, and its own files after it."""
    files = [STATIC / "plot.js", *(_HERE / name for name in names)]
    return "\n".join(file.read_text(encoding="utf-8") for file in files)


class Chart(anywidget.AnyWidget):
    """A figure for a notebook.

    Parameters
    ----------
    figure : plotly.graph_objects.Figure
        What to draw.
    on_click : callable, optional
        Called with a dictionary for the mark that was clicked: ``key``, ``x``, ``y``, ``name``.

    Examples
    --------
    >>> import plotly.graph_objects as go
    >>> Chart(go.Figure(go.Bar(x=[1], y=[2]))).height
    450
    """

    _esm = script_text("chart.js")
    figure = traitlets.Unicode().tag(sync=True)
    height = traitlets.Int(450).tag(sync=True)

    def __init__(self, figure: Any, on_click: Callable[[dict[str, Any]], None] | None = None) -> None:
        super().__init__(figure=figure.to_json(), height=int(figure.layout.height or 450))
        self._on_click = on_click
        self.on_msg(self._heard)

    def show(self, figure: Any) -> None:
        """Draw another figure in the same place."""
        self.figure = figure.to_json()

    def _heard(self, _: Any, content: dict[str, Any], buffers: list[bytes]) -> None:
        if content.get("do") == "library":
            self.send({"what": "library"}, [LIBRARY.read_bytes()])
        if content.get("do") == "click" and self._on_click is not None:
            self._on_click(content.get("value") or {})
