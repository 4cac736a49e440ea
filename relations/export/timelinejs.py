"""The timeline as TimelineJS JSON, for newsrooms that embed it (https://timeline.knightlab.com/docs/json-format.html)."""

from __future__ import annotations

import json
from typing import Any

from relations import edtf
from relations.charts.headlines import lane_label
from relations.export.told import Told, told
from relations.views.markup import escape, join, link, tag
from relations.views.quotes import foreign, marked
from relations.views.scene import Scene

_MOST_QUOTES = 3


def timelinejs(scene: Scene) -> str:
    """Return what a scene shows as TimelineJS JSON.

    Parameters
    ----------
    scene : Scene

    Returns
    -------
    str
        A slide an event that has a date, its date no more exact than the source's and written out in
        ``display_date``; what has none is listed on the title slide. Texts are HTML, escaped.
    """
    slides, undated = [], []
    for one in told(scene):
        known = edtf.parts(one.date) if one.date else None
        if known is None or known.first is None:
            undated.append(one)
        else:
            slides.append(_slide(one, known, scene))
    say = scene.say
    extent = say.count("{n} event", "{n} events", len(slides))
    without = [tag("p", say("no date")), tag("ul", *(tag("li", one.headline) for one in undated))] if undated else []
    title = {"text": {"headline": str(escape(scene.title)), "text": str(join([tag("p", extent), *without]))}}
    return json.dumps({"title": title, "events": slides, "scale": "human"}, ensure_ascii=False, indent=1)


def _slide(one: Told, known: edtf.Parts, scene: Scene) -> dict[str, Any]:
    quotes = (
        tag("blockquote", foreign(marked(source.quote, *(source.at or (None, None))), source.language, "p"),
            tag("footer", link(source.url, source.line(scene))))
        for source in one.sources[:_MOST_QUOTES]
    )  # fmt: skip
    slide: dict[str, Any] = {
        "unique_id": one.event_id,
        "start_date": _date(known.first or ()),
        "display_date": str(escape(one.when)),
        "autolink": False,  # words of articles stay words; their addresses are links already
        "group": lane_label(str(one.row["lane"]), scene.say.language),
        "text": {"headline": str(escape(one.headline)), "text": str(join(quotes))},
    }
    if known.last and known.last != known.first:
        slide["end_date"] = _date(known.last)
    return slide


def _date(numbers: tuple[int, ...]) -> dict[str, int]:
    return dict(zip(("year", "month", "day"), numbers, strict=False))
