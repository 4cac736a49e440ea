"""The articles that the page rests on, newest first."""

from __future__ import annotations

from relations.dashboard.parts.lists import beyond, more, reach
from relations.views.markup import Html, facts, link, tag
from relations.views.quotes import foreign, shorten
from relations.views.scene import Scene, text


def listing(scene: Scene) -> Html:
    """Return the list of articles, with publisher, day and language; the newest, and a button for more."""
    say = scene.say
    articles = scene.shown.articles.sort_values(["latest", "article_id"], ascending=False, na_position="last")
    if articles.empty:
        return tag("p", say("No article matches the filters."), class_="empty")
    shown, there = reach(scene, "sources", len(articles))
    first = articles.head(there)
    told = scene.events_told(first.index)
    entries = []
    for place, row in enumerate(first.to_dict("records")):
        published, language = text(row["published"]), text(row["language"])
        events = int(told.get(row["article_id"], 0))
        title = text(row["title"]) or say("untitled")
        about = [
            text(row["publisher"]),
            say.date(published) if published else say("no date"),
            say.language_name(language) if language else None,
            say.count("{n} event", "{n} events", events),
        ]
        entries.append(
            tag(
                "li",
                foreign(link(text(row["url"]), shorten(title, 160)), language),
                tag("small", facts(about)),
                class_=beyond(place, shown),
            )
        )
    rest = more(scene, "sources", len(articles) - shown)
    count = tag("p", say.count("{n} article", "{n} articles", len(articles)), class_="quiet")
    return tag(
        "div", count, tag("ol", *entries, class_="sources"), rest, class_="scroll", tabindex="0", role="region",
        aria_label=say("List of articles"), data_scroll=True, id="scroll-sources",
    )  # fmt: skip
