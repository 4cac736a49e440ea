"""What is not known: how many events rest on one source, years without articles, rough dates, unread articles."""

from __future__ import annotations

import numpy as np
import pandas as pd

from relations.views.counted import number
from relations.views.markup import Html, join, tag
from relations.views.quotes import shorten
from relations.views.scene import Scene, text
from relations.views.words import Words

MOST = 200
COUNTED = ("one-source", "one-side", "year-only", "no-date", "no-event")


def panel(scene: Scene) -> Html:
    """Return each gap with its number; the number opens what it counts."""
    dossier = scene.archive.dossier
    shown = scene.but("gap")
    years = years_without(shown.articles)
    listed = ", ".join(_runs(years)) if years else None
    return tag(
        "ul",
        join(_number(scene, name, number(scene.archive, shown, name)) for name in COUNTED),
        _listed(scene, "years", len(years), tag("p", tag("bdi", listed))),
        _listed(scene, "unread", len(dossier.problems), unread(scene)),
        class_="gaps",
    )


def unread(scene: Scene) -> Html:
    """Return the list of what could not be read, each with why and what to do."""
    files = (
        tag(
            "li", tag("bdi", shorten(str(row["file"]), 80), dir="ltr"), ": ", shorten(str(row["reason"]), 160), ". ",
            shorten(text(row["advice"]) or "", 160), lang="en", dir="ltr",
        )
        for row in scene.archive.dossier.problems.head(MOST).to_dict("records")
    )  # fmt: skip
    return tag("ul", *files)


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


def _words(say: Words, name: str, n: int) -> str:
    """Return what a number counts, in the form that the number calls for."""
    match name:
        case "one-source":
            return say.count("event with one source", "events with one source", n)
        case "one-side":
            return say.count("event that only one side's press tells", "events that only one side's press tells", n)
        case "year-only":
            return say.count("event dated to the year at best", "events dated to the year at best", n)
        case "no-date":
            return say.count("event without a date", "events without a date", n)
        case "no-event":
            return say.count("article that tells no event", "articles that tell no event", n)
        case "years":
            return say.count("year without an article", "years without an article", n)
    return say.count("article that could not be read", "articles that could not be read", n)


def _said(scene: Scene, name: str, n: int) -> tuple[Html, str, Html]:
    return tag("strong", scene.say.number(n)), " ", tag("span", _words(scene.say, name, n))


def _number(scene: Scene, name: str, n: int) -> Html:
    said = _said(scene, name, n)
    if not n:
        return tag("li", tag("div", *said, class_="count"))
    pressed = "true" if name in scene.selection.among else "false"
    return tag(
        "li",
        tag(
            "button", *said, type="button", class_="bare count", data_do="among", data_value=name,
            aria_pressed=pressed, id=f"gap-{name}",
        ),
    )  # fmt: skip


def _listed(scene: Scene, name: str, n: int, body: Html) -> Html:
    said = _said(scene, name, n)
    return tag(
        "li", tag("details", tag("summary", *said), body, id=f"gap-{name}") if n else tag("div", *said, class_="count")
    )
