"""A figure with its caption: larger by the caption, the plot itself untouched."""

from __future__ import annotations

from datetime import date

import pytest
from made_events import HOSTILE, events
from rectangles import Rect, plain

from relations.charts import captioned, source_line, timeline
from relations.charts.text_width import text_width
from relations.charts.words import LANGUAGES

TODAY = date(2026, 2, 10)


@pytest.mark.parametrize("width", [320, 900, 2560])
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_caption_stands_outside_the_plot_and_inside_the_picture(language: str, width: int) -> None:
    figure = timeline(events(40)[0], today=TODAY, language=language, width=width)
    source = source_line("Kazakhstan – Pakistan", 40, TODAY, language)
    told = captioned(figure, HOSTILE * 3, ["1991 – 2026", "word " * 120], source, language)
    before, after = figure.to_plotly_json()["layout"], told["layout"]
    grown = [after["margin"][side] - before["margin"][side] for side in "tb"]
    assert after["height"] == pytest.approx(before["height"] + sum(grown))
    notes = after["annotations"][len(before["annotations"]) :]
    assert len(figure.layout.annotations) == len(before["annotations"]), "the figure given stays as it is"
    rects = []
    for note in notes:
        edge = 0 if note["y"] else after["height"]
        middle = edge + after["margin"]["t"] * note["y"] - after["margin"]["b"] * (1 - note["y"]) - note["yshift"]
        bold = 1.12 if note["text"].startswith("<b>") else 1
        text = plain(note["text"].replace("<b>", "").replace("</b>", ""))
        wide, half = text_width(text, note["font"]["size"]) * bold, note["font"]["size"] * 0.6
        left = width - 12 - wide if note["xanchor"] == "right" else 12
        rects.append(Rect(left, middle - half, left + wide, middle + half))
        assert left >= 0 and left + wide <= width
        assert 0 <= middle - half and middle + half <= after["height"]
        assert (middle + half <= grown[0]) if note["y"] else (middle - half >= after["height"] - grown[1])
        assert not set(text) & set("\x00\u202e")
    assert not any(one.overlaps(other) for n, one in enumerate(rects) for other in rects[:n])
    assert "2026" in plain(notes[-1]["text"]) or "2026" in plain(notes[-2]["text"])
