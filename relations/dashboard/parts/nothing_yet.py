"""What the page of a dossier without events says in place of empty charts: what to do, and what could not be read."""

from __future__ import annotations

from relations.dashboard.parts import gaps
from relations.views.markup import Html, tag
from relations.views.scene import Scene


def holds(scene: Scene) -> str | None:
    """Return ``nothing`` or ``articles`` where a dossier has no events; ``None`` where it has."""
    dossier = scene.archive.dossier
    if len(dossier.events):
        return None
    return "articles" if len(dossier.articles) else "nothing"


def told(scene: Scene) -> Html:
    """Return what to do; nothing where the dossier has events."""
    say, dossier, there = scene.say, scene.archive.dossier, holds(scene)
    if there is None:
        return Html("")
    unread, name = len(dossier.problems), dossier.path.name
    if there == "nothing":
        title = say("This dossier has no articles yet")
        why = say("Put articles into its folder: pasted text, Markdown, saved web pages, feeds or spreadsheets.")
    else:
        title = say("No event was found in the articles of this dossier")
        why = say("Look at its articles below: are they about both countries? Then add others to its folder.")
    steps = (
        tag("p", why, " ", tag("code", f"{name}/articles", dir="ltr")),
        tag("p", say("Then build the tables anew and load this page again:"), " ",
            tag("code", f"relations build {name}", dir="ltr")),
    )  # fmt: skip
    files = (
        tag("p", tag("strong", say.count("{n} file could not be read:", "{n} files could not be read:", unread))),
        gaps.unread(scene),
    )
    return tag("div", tag("h2", title), *steps, *(files if unread else ()), class_="advice nothing-yet")
