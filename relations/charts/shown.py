"""A chart as a notebook shows it: by the notebook's own plotly, or else by itself, without the network.

JupyterLab and VS Code draw ``application/vnd.plotly.v1+json``. A page that ``nbconvert`` makes cannot, and plotly's own
HTML asks other hosts for scripts: the HTML here brings what it needs along, packed, in every figure, so that none
depends on another cell.
"""

from __future__ import annotations

import json
from typing import Any
from uuid import uuid4

from plotly.graph_objects import Figure

from relations.charts.library import packed

PLOTLY = "application/vnd.plotly.v1+json"
_CONFIG = {"displaylogo": False, "displayModeBar": False}
_HTML = """<div id="%(id)s" style="max-width: 100%%; overflow-x: auto"></div>
<script type="text/javascript">
(async () => {
  const unpack = async () => {
    const bytes = Uint8Array.from(atob("%(library)s"), (one) => one.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
    return new Function(`${await new Response(stream).text()}\nreturn Plotly;`)();
  };
  const Plotly = await (window.relationsPlotly ??= unpack());
  const figure = %(figure)s;
  Plotly.newPlot("%(id)s", figure.data, figure.layout, figure.config);
})();
</script>"""


class Shown(Figure):  # type: ignore[misc]
    """Plotly's figure, which a notebook shows offline too."""

    _ipython_display_ = None  # plotly would send only what the running notebook draws

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None, **options: Any) -> dict[str, Any]:
        """Return what a notebook may show of it; the text is for where there is no picture."""
        figure = {**json.loads(self.to_json()), "config": _CONFIG}
        words = json.dumps(figure, ensure_ascii=False).replace("<", "\\u003c")  # nothing in it ends the script
        html = _HTML % {"id": f"relations-{uuid4().hex}", "library": packed(), "figure": words}
        return {PLOTLY: figure, "text/html": html, "text/plain": f"<chart: {len(self.data)} traces>"}
