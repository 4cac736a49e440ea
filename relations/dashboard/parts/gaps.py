"""What is not known: how many events rest on one source, years without articles, rough dates, unread articles."""

from __future__ import annotations

import numpy as np
import pandas as pd

from relations.views.counted import number
from relations.views.markup import Html, join, tag
from relations.views.quotes import shorten
from relations.views.scene import Scene, text

MOST = 200


def panel(scene: Scene) -> Html:
    """Return each gap with its number; the number opens what it counts."""
    say, dossier = scene.say, scene.archive.dossier
    shown = scene.but("gap")
    words = {
        "one-source": say("events with one source"),
        "one-side": say("events that only one side's press tells"),
        "year-only": say("dates known only to the year"),
        "no-date": say("events without a date"),
        "no-event": say("articles that tell no event"),
    }
    years = years_without(shown.articles)
    listed = ", ".join(_runs(years)) if years else None
    unread = dossier.problems
    files = (
        tag(
            "li", tag("bdi", shorten(str(row["file"]), 80), dir="ltr"), ": ", shorten(str(row["reason"]), 160), " ",
            shorten(text(row["advice"]) or "", 160), lang="en",
        )
        for row in unread.head(MOST).to_dict("records")
    )  # fmt: skip
    return tag(
        "ul",
        join(_number(scene, name, said, number(scene.archive, shown, name)) for name, said in words.items()),
        _listed(scene, "years", say("years without an article"), len(years), tag("p", tag("bdi", listed))),
        _listed(scene, "unread", say("articles that could not be read"), len(unread), tag("ul", *files)),
        class_="gaps",
    )


def years_without(articles: pd.DataFrame) -> list[int]:
    """Return the years between the first and the last article in which none was published.

    Examples
    --------
    >>> years_without(pd.DataFrame({"earliest": pd.to_datetime(["2020-01-01", "2023-05-05"]),
    ...                             "latest": pd.to_datetime(["2020-12-31", "2023-05-05"])}))
    [2021, 2022]
    """
    dated = articles.dropna(subset=["earliest", "latest"])
    if dated.empty:
        return []
    spans = np.unique(np.column_stack([dated["earliest"].dt.year, dated["latest"].dt.year]), axis=0)
    told = {year for first, last in spans.tolist() for year in range(int(first), int(last) + 1)}
    return [year for year in range(min(told), max(told) + 1) if year not in told]


def _runs(years: list[int]) -> list[str]:
    runs: list[list[int]] = []
    for year in years:
        if runs and year == runs[-1][-1] + 1:
            runs[-1].append(year)
        else:
            runs.append([year])
    return [str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs]


def _number(scene: Scene, name: str, words: str, n: int) -> Html:
    said = tag("strong", scene.say.number(n)), " ", tag("span", words)
    if not n:
        return tag("li", *said)
    pressed = "true" if name in scene.selection.among else "false"
    return tag(
        "li",
        tag(
            "button", *said, type="button", class_="bare count", data_do="among", data_value=name,
            aria_pressed=pressed, id=f"gap-{name}",
        ),
    )  # fmt: skip


def _listed(scene: Scene, name: str, words: str, n: int, body: Html) -> Html:
    said = tag("strong", scene.say.number(n)), " ", tag("span", words)
    return tag(
        "li", tag("details", tag("summary", *said), body, id=f"gap-{name}") if n else tag("div", *said, class_="count")
    )
