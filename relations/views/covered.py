"""Coverage: the rows that are counted, articles or events, by language or by the country of the press."""

from __future__ import annotations

import pandas as pd

from relations.views.scene import Scene
from relations.views.states import state


def counted_rows(scene: Scene) -> pd.DataFrame:
    """Return the rows that the chart counts: articles, or events once for each language or press that tells them."""
    of, by = state(scene.states, "count"), state(scene.states, "by")
    shown = scene.but("press") if by == "press" else scene.shown
    press = scene.archive.press
    if of == "articles":
        if by == "language":
            return scene.archive.grouped_articles(scene.selection)
        return shown.articles.assign(press=press.loc[shown.articles.index])
    book = scene.archive.dossier.articles
    column = book["language"] if by == "language" else press
    code = shown.evidence["article_id"].map(pd.Series(column.to_numpy(), index=book["article_id"]))
    told = pd.DataFrame({"event_id": shown.evidence["event_id"], by: code}).drop_duplicates()
    return told.merge(shown.events[["event_id", "earliest", "latest"]], on="event_id")
