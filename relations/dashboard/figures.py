"""The figures of one scene, and what a click in one of them means."""

from __future__ import annotations

from typing import Any

from relations.dashboard.filters import Selection
from relations.dashboard.scene import Scene


def figures(scene: Scene) -> dict[str, str]:
    """Return every figure of the page as JSON, by its name."""
    import plotly.graph_objects as go

    e = scene.shown.events
    e = e[e["earliest"].notna()]
    fig = go.Figure(
        go.Scatter(
            x=e["earliest"].dt.strftime("%Y-%m-%d").tolist(),
            y=[scene.label("lanes", x) for x in e["lane"]],
            mode="markers",
            customdata=[[i] for i in e["event_id"]],
        )
    )
    fig.update_layout(template=None, margin=dict(l=100, r=10, t=10, b=30))
    return {"timeline": fig.to_json()}


def click(scene: Scene, figure: str, value: dict[str, Any]) -> tuple[str | None, Selection]:
    """Say what a click on a mark chooses."""
    if figure == "timeline":
        return value.get("key"), scene.selection
    return None, scene.selection
