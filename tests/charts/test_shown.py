"""A chart in a notebook: both forms it is shown in, and nothing in its texts that ends the script."""

from __future__ import annotations

import copy

from relations.charts.drawing import Drawing
from relations.charts.shown import PLOTLY

HOSTILE = "</script><img src=x onerror=alert(1)>"


def test_a_chart_is_shown_by_plotly_or_by_itself() -> None:
    figure = Drawing([{"type": "bar", "x": [1], "y": [HOSTILE]}], {"title": {"text": HOSTILE}}).figure()
    shown = figure._repr_mimebundle_()
    assert set(shown) == {PLOTLY, "text/html", "text/plain"}
    assert shown[PLOTLY]["data"][0]["y"] == [HOSTILE] and "plotlyServerURL" not in shown[PLOTLY]["config"]
    assert shown["text/html"].count("</script>") == 1 and "<img" not in shown["text/html"]
    assert "http" not in shown["text/html"].replace("http-equiv", "")


def test_two_on_a_page_do_not_draw_into_each_other() -> None:
    figure = Drawing([], {"width": 300}).figure()
    one, other = figure._repr_mimebundle_()["text/html"], copy.deepcopy(figure)._repr_mimebundle_()["text/html"]
    assert one.split('"')[1] != other.split('"')[1]
