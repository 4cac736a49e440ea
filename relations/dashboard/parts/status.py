"""What the page shows, in words: for a screen reader when the filters changed, and for paper, which has no filters."""

from __future__ import annotations

from relations.views.chosen import filters, period
from relations.views.markup import Html, escape, facts, tag
from relations.views.scene import Scene


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


def printed(scene: Scene) -> Html:
    """Return the head of the printed page: period, filters, what is left, as of when."""
    say = scene.say
    when = period(scene)
    lines = [say("{filter}: {chosen}", filter=say("Period"), chosen=when)] if when else []
    of = say("As of {date}", date=say.date(scene.archive.dossier.today.isoformat()))
    return tag("p", facts([*lines, *filters(scene), told(scene), of]))
