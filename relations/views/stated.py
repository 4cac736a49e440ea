"""Figures as sources state them: those of the articles that are shown, and the indicator that is chosen."""

from __future__ import annotations

import numpy as np
import pandas as pd

from relations.charts.figures_twin import CURRENCY, comparable, indicator_label
from relations.views.scene import Row, Scene, text


def told(scene: Scene) -> pd.DataFrame:
    """Return the figures of the articles that are shown."""
    figures: pd.DataFrame = scene.archive.dossier.figures
    kept, archive = scene.shown.articles_kept, scene.archive
    if kept is None:
        return figures
    places = archive.positions.once(
        "figures", lambda: pd.Index(archive.dossier.articles["article_id"]).get_indexer(pd.Index(figures["article_id"]))
    )
    stay: pd.DataFrame = figures[np.append(kept, False)[places]]
    return stay


def chosen(scene: Scene) -> tuple[pd.DataFrame, pd.DataFrame, str]:
    """Return what can be compared, the figures of the indicator that is chosen, and its key."""
    found: tuple[pd.DataFrame, pd.DataFrame, str]
    found = scene.archive.once("stated", (scene.selection, scene.states.get("indicator", "")), lambda: _chosen(scene))
    return found


def _chosen(scene: Scene) -> tuple[pd.DataFrame, pd.DataFrame, str]:
    figures = told(scene)
    groups = comparable(figures)
    if groups.empty:
        return groups, figures.head(0), ""
    asked = groups["key"].eq(scene.states.get("indicator", ""))
    row = groups[asked].iloc[0] if asked.any() else groups.iloc[0]
    same = figures["indicator"].eq(row["indicator"]) & figures["unit"].eq(row["unit"])
    money = figures["currency"]
    same &= money.isna() if pd.isna(row["currency"]) else money.eq(row["currency"])
    return groups, figures[same.fillna(False)], str(row["key"])


def name(scene: Scene, row: Row) -> str:
    """Return what is counted and in what."""
    label = indicator_label(str(row["indicator"]), scene.say.language)
    unit = row["currency"] if row["unit"] == CURRENCY else row["unit"]
    return f"{label}, {unit}" if text(unit) else label


def indicator(scene: Scene) -> str:
    """Return what the figures that are chosen count and in what; empty where there are none to compare."""
    groups, _, key = chosen(scene)
    return name(scene, groups[groups["key"].eq(key)].iloc[0].to_dict()) if len(groups) else ""
