"""Make ``relations/coding/confidence.toml`` from annotated articles, and say how far it can be trusted.

    python tools/calibrate.py FOLDER...

Each folder holds articles in the form of ``tests/gold``; best such that no rule was written from (``gold_unseen``).
An event is right where an annotated one of its kind has a date that overlaps. Printed: a reliability table in which
every article was left out of the fit that judged it (ten folds).
"""

from __future__ import annotations

import json
import sys
from itertools import pairwise
from pathlib import Path

import numpy as np

from relations import edtf
from relations.coding import code
from relations.coding import confidence as scale
from relations.coding.rows import EventRow

FILE = Path(scale.__file__).with_name("confidence.toml")
RIDGE = 2.0  # pulls the shift of a rare kind towards none; of 0.5 to 4 the least log loss on articles left out
FOLDS = 10
EDGES = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0)


def judged(article: dict) -> list[tuple[EventRow, bool]]:
    """Return each event that the coder finds in an annotated article, and whether it is right."""
    gold = list(article["gold"]["events"])
    found = []
    for event in code(article["text"], published=article["published"]).events:
        if event.date is None or event.status == "cancelled":
            continue
        fits = [one for one in gold if one["type"] == event.type and edtf.overlap(one["edtf"], event.date)]
        if fits:
            gold.remove(fits[0])
        found.append((event, bool(fits)))
    return found


def fit(rows: list[tuple[float, str, bool]], kinds: list[str]) -> np.ndarray:
    """Return base, slope and shifts of a logistic regression, by Newton's method with a ridge on the shifts."""
    x = np.array([[1.0, evidence, *(kind == one for one in kinds)] for evidence, kind, _ in rows])
    y = np.array([float(right) for *_, right in rows])
    penalty = np.diag([1e-6, 1e-6, *[RIDGE] * len(kinds)])
    weights = np.zeros(x.shape[1])
    for _ in range(50):
        p = 1 / (1 + np.exp(-x @ weights))
        gradient = x.T @ (y - p) - penalty @ weights
        step = np.linalg.solve((x.T * (p * (1 - p))) @ x + penalty, gradient)
        weights += step
        if np.abs(step).max() < 1e-9:
            break
    return weights


def said(weights: np.ndarray, row: tuple[float, str, bool], kinds: list[str]) -> float:
    shift = dict(zip(kinds, weights[2:], strict=True)).get(row[1], 0.0)
    return float(1 / (1 + np.exp(-(weights[0] + weights[1] * row[0] + shift))))


def main(folders: list[str]) -> None:
    files = sorted(file for folder in folders for file in Path(folder).rglob("*.json"))
    found = [judged(json.loads(file.read_text(encoding="utf-8"))) for file in files]
    articles = [[(event.evidence, event.type, right) for event, right in rows] for rows in found]
    kinds = sorted({kind for rows in articles for _, kind, _ in rows})
    told = []
    for fold in range(FOLDS):
        weights = fit([row for n, rows in enumerate(articles) if n % FOLDS != fold for row in rows], kinds)
        held_out = [row for n, rows in enumerate(articles) if n % FOLDS == fold for row in rows]
        told += [(said(weights, row, kinds), row[2]) for row in held_out]
    print("| confidence | events | mean confidence | right |\n| --- | --- | --- | --- |")
    for low, high in pairwise(EDGES):
        inside = [(p, right) for p, right in told if low <= p < high]
        if inside:
            p, right = np.array(inside, dtype=float).mean(axis=0)
            print(f"| {low:.1f} to {high:.1f} | {len(inside)} | {p:.2f} | {right:.2f} |")
    weights = fit([row for rows in articles for row in rows], kinds)
    shifts = "".join(f'"{kind}" = {shift:.3f}\n' for kind, shift in zip(kinds, weights[2:], strict=True))
    FILE.write_text(
        "# Made by tools/calibrate.py: log odds that an event is right: base + slope * evidence + shift.\n"
        f"base = {weights[0]:.3f}\nslope = {weights[1]:.3f}\n\n[shift]\n{shifts}",
        encoding="utf-8",
    )


if __name__ == "__main__":
    main(sys.argv[1:])
