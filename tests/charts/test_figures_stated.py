"""Figures as stated: what is compared, periods as spans, targets apart, and where sources differ."""

from __future__ import annotations

import json
from typing import Any

import pandas as pd
import pytest

from relations import charts, edtf
from relations.charts.figures_twin import comparable
from relations.charts.press import press_of
from relations.charts.words import LANGUAGES
from relations.tables import frame


def stated(*rows: tuple[float, str | None, str, str], indicator: str = "trade-turnover", currency: str | None = "USD",
           unit: str = "currency") -> pd.DataFrame:  # fmt: skip
    made: list[dict[str, Any]] = []
    for n, (value, period, status, article) in enumerate(rows):
        earliest, latest = edtf.span(period) if period else (None, None)
        made.append(
            {"figure_id": f"{indicator}{currency}{n}", "indicator": indicator, "value": value, "unit": unit,
             "currency": currency, "period": period, "earliest": earliest, "latest": latest, "status": status,
             "article_id": article, "start": 0, "end": 1, "quote": "q", "rule": "r"}
        )  # fmt: skip
    return frame("figures", made)


TURNOVER = stated(
    (1e8, "2020", "measured", "a"), (1e8, "2020", "measured", "b"), (2e8, "2020", "measured", "c"),
    (1e9, "2025/2027", "target", "a"), (9e7, "2025-01/2025-07", "measured", "a"), (3e8, None, "measured", "d"),
)  # fmt: skip


def test_one_value_of_many_articles_is_one_row_and_another_value_is_flagged() -> None:
    table = charts.table_twin("figures_stated", TURNOVER)
    same = table[table["period"] == "2020"]
    assert same[["value", "articles", "differs"]].to_numpy().tolist() == [[1e8, 2, True], [2e8, 1, True]]
    assert not table.loc[table["period"] != "2020", "differs"].any()


def test_a_target_beside_a_measured_value_is_no_disagreement() -> None:
    table = charts.table_twin("figures_stated", stated((1e8, "2023", "target", "a"), (5e7, "2023", "measured", "b")))
    assert not table["differs"].any()


def test_a_period_is_drawn_from_its_first_to_its_last_day() -> None:
    figure = json.loads(charts.figures_stated(TURNOVER).to_json())
    traces = {trace["name"]: trace for trace in figure["data"] if trace.get("name")}
    assert traces["target"]["x"][:2] == ["2025-01-01", "2028-01-01"]
    assert traces["target"]["marker"]["symbol"] == "circle-open" and traces["measured"]["marker"]["symbol"] == "circle"
    assert "2025-01-01" in traces["measured"]["x"] and "2025-08-01" in traces["measured"]["x"]
    assert traces["differ"]["y"][:2] == [1e8, 2e8]
    assert 3e8 not in traces["measured"]["y"]
    assert figure["layout"]["meta"]["without_period"] == 1


def test_only_like_is_compared_with_like() -> None:
    mixed = pd.concat([
        TURNOVER, stated((1e6, "2020", "measured", "a"), (2e6, "2021", "measured", "a"), currency="KZT"),
        stated((5.0, "2020", "measured", "a"), currency=None, unit="%"),
        stated((5.0, "2020", "measured", "a"), (6.0, "2021", "measured", "a"), indicator="quantity", unit="t",
               currency=None),
    ], ignore_index=True)  # fmt: skip
    assert comparable(mixed)["key"].tolist() == ["trade-turnover.currency.USD", "trade-turnover.currency.KZT"]


def test_values_far_apart_are_on_a_scale_that_says_so() -> None:
    near = charts.figures_stated(stated((1e8, "2020", "measured", "a"), (2e8, "2021", "measured", "a")))
    far = charts.figures_stated(stated((1e6, "2020", "measured", "a"), (1e9, "2021", "measured", "a")))
    assert json.loads(near.to_json())["layout"]["yaxis"]["type"] == "linear"
    told = json.loads(far.to_json())["layout"]
    assert told["yaxis"]["type"] == "log" and any("ogarithmic" in note["text"] for note in told["annotations"])


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_said_in_every_language(language: str) -> None:
    said = charts.summary_text("figures_stated", TURNOVER, language=language)
    assert said and "{" not in said
    assert charts.summary_text("figures_stated", TURNOVER.head(0), language=language) != said
    assert json.loads(charts.figures_stated(TURNOVER.head(0), language).to_json())["layout"]["meta"]["level"] == "empty"


def test_the_press_of_an_address_and_of_its_publisher() -> None:
    articles = pd.DataFrame(
        {"publisher": ["A", "A", "B", None, "C", "C", "D"],
         "url": ["https://a.kz/1", None, "https://b.com", "http://[", "https://c.kz", "https://c.pk/x", "https://d.tv"]}
    )  # fmt: skip
    assert press_of(articles).tolist() == ["KAZ", "KAZ", "?", "?", "KAZ", "PAK", "?"]
    assert press_of(articles, {"A": "ITA", "B": "PAK"}).tolist() == ["ITA", "ITA", "PAK", "?", "KAZ", "PAK", "?"]
