"""What a screen reader is told when the filters changed: how much is left."""

from __future__ import annotations

from relations.dashboard.markup import Html, escape
from relations.dashboard.scene import Scene


def told(scene: Scene) -> Html:
    """Return the number of events and articles that are shown, in one sentence."""
    say, shown = scene.say, scene.shown
    return escape(
        say(
            "Shown now: {events}, {articles}.",
            events=say.count("{n} event", "{n} events", len(shown.events)),
            articles=say.count("{n} article", "{n} articles", len(shown.articles)),
        )
    )
