"""No label of a timeline covers anything, at any width: checked on finished figures of random events."""

from __future__ import annotations

from datetime import date
from itertools import combinations
from typing import Any

import pandas as pd
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from made_events import PLACES, events, row, table
from rectangles import Drawn, Rect, read

from relations import codebook
from relations.charts import timeline
from relations.charts.timeline_by import BY, lanes_by
from relations.charts.words import LANGUAGES

TODAY = date(2026, 2, 10)
STATUSES = ("occurred", "planned", "ongoing", "cancelled")


@st.composite
def dates(draw: st.DrawFn) -> str | None:
    year, month, day = draw(st.integers(1991, 2028)), draw(st.integers(1, 12)), draw(st.integers(1, 28))
    forms = (None, f"{year}", f"{year}~", f"{year}-{month:02}", f"{year}-{month:02}-{day:02}", f"{year}-33",
             f"{year}-{month:02}-{day:02}~", f"{year}/..", f"../{year}", f"{year}-{month:02}~", "199X")  # fmt: skip
    return draw(st.sampled_from(forms))


@st.composite
def frames(draw: st.DrawFn) -> pd.DataFrame:
    kinds = st.sampled_from(sorted(codebook.event_types()))
    # Few years and kinds, so that marks crowd.
    n = draw(st.integers(1, 45))
    return table(
        [
            row(
                f"e{at}",
                draw(dates()),
                draw(kinds),
                draw(st.sampled_from(STATUSES)),
                place=draw(st.sampled_from(PLACES)),
            )
            for at in range(n)
        ]
    )


def check(drawn: Drawn, level: str) -> None:
    page = Rect(0, 0, drawn.width, drawn.height)
    for label in drawn.labels:
        assert drawn.time.left - 0.1 <= label.left
        assert label.right <= drawn.time.right + 0.1
        assert not any(
            label.overlaps(other) for other in (*drawn.marks.values(), *drawn.names, *drawn.words, *drawn.key)
        )
    for kind in (drawn.labels, drawn.names, drawn.words, drawn.key, drawn.ticks, list(drawn.marks.values())):
        assert not any(one.overlaps(other) for one, other in combinations(kind, 2))
    for rect in (*drawn.names, *drawn.words, *drawn.key, *drawn.ticks):
        assert rect.left >= page.left - 0.1
        assert rect.right <= page.right + 0.1
        assert rect.top >= page.top - 0.1
        assert rect.bottom <= page.bottom + 0.1
    for word in drawn.words:
        assert not any(word.overlaps(mark) for mark in drawn.marks.values()), level


# A smaller failing figure is no easier to read, and takes minutes to find.
PHASES = (Phase.explicit, Phase.reuse, Phase.generate)


@settings(
    max_examples=120,
    deadline=None,
    phases=PHASES,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(frames(), st.integers(320, 2560), st.sampled_from(LANGUAGES), st.sampled_from([None, TODAY]), st.booleans())
def test_nothing_overlaps_at_any_width(
    made: pd.DataFrame, width: int, language: str, today: date | None, forced: bool
) -> None:
    figure = timeline(made, today=today, language=language, width=width, level="labels" if forced else None)
    drawn = read(figure)
    check(drawn, figure.layout.meta["level"])
    if figure.layout.meta["level"] != "density":
        assert set(drawn.marks) == set(made["event_id"])


PUBLISHERS = ("Kazinform", "ҚР Премьер-Министрінің ресми сайты", "Associated Press of Pakistan", "نوائے وقت", None)


@st.composite
def in_lanes(draw: st.DrawFn) -> tuple[pd.DataFrame, dict[str, str] | None, str]:
    """Events put into lanes by anything but their kind; a row that stands in several lanes has an id in each."""
    made, language = draw(frames()), draw(st.sampled_from(LANGUAGES))
    made["countries"] = draw(st.lists(st.sampled_from(["KAZ PAK", "PAK", "KAZ", "AFG KAZ PAK UZB", None]),
                                      min_size=len(made), max_size=len(made)))  # fmt: skip
    pairs = draw(st.lists(st.tuples(st.sampled_from(made["event_id"].tolist()), st.integers(0, 40)), max_size=60))
    sectors, publishers = sorted(codebook.sectors()), draw(st.permutations(PUBLISHERS))
    rows, lanes = lanes_by(
        draw(st.sampled_from(BY[1:])), made,
        pd.DataFrame({"event_id": [e for e, _ in pairs], "sector": [sectors[n % len(sectors)] for _, n in pairs]}),
        pd.DataFrame({"event_id": [e for e, _ in pairs], "article_id": [f"a{n % 5}" for _, n in pairs]}),
        pd.DataFrame({"article_id": [f"a{n}" for n in range(5)], "publisher": publishers}), language,
    )  # fmt: skip
    ids = rows["event_id"].astype(str) + " " + rows["lane"].astype(str)
    return rows.assign(event_id=ids), lanes, language


@settings(
    max_examples=100,
    deadline=None,
    phases=PHASES,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(in_lanes(), st.integers(320, 2560), st.booleans())
def test_nothing_overlaps_whatever_lanes_stand_for(
    made: tuple[pd.DataFrame, dict[str, str] | None, str], width: int, fixed: bool
) -> None:
    rows, lanes, language = made
    high = (680.0 if width >= 560 else 1000.0) if fixed else None
    figure = timeline(rows, lanes, today=TODAY, language=language, width=width, height=high, max_height=high)
    drawn = read(figure)
    check(drawn, figure.layout.meta["level"])
    assert lanes and len(drawn.names) == len(lanes)
    if figure.layout.meta["level"] != "density":
        assert set(drawn.marks) == set(rows["event_id"])


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [320, 390, 480])
def test_the_line_of_today_crosses_no_name_of_a_lane(language: str, width: int) -> None:
    figure = timeline(events(60)[0], today=TODAY, language=language, width=width)
    names = read(figure).names
    bands = figure.layout.meta["lanes"].values()
    assert len(figure.layout.shapes) == len(names) == len(bands)
    for line, name, (top, bottom) in zip(figure.layout.shapes, names, bands, strict=True):
        assert top < name.top < name.bottom <= line.y0 < line.y1 == bottom


@pytest.mark.parametrize("width", [320, 390, 600, 900, 1440, 2560])
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("n", [5, 60, 300])
def test_nothing_overlaps_in_usual_dossiers(n: int, language: str, width: int) -> None:
    made, links, people = events(n)
    figure = timeline(made, today=TODAY, language=language, width=width, event_people=links, people=people)
    drawn = read(figure)
    check(drawn, figure.layout.meta["level"])
    if n <= 60 and width >= 600:
        assert len(drawn.labels) > len(made) / 2


@pytest.mark.parametrize("window", [(date(2024, 1, 1), date(2024, 12, 31)), (date(2024, 3, 1), date(2024, 3, 20))])
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [320, 900])
def test_nothing_overlaps_in_a_window(window: tuple[date, date], language: str, width: int) -> None:
    figure: Any = timeline(events(300)[0], today=TODAY, language=language, width=width, window=window)
    check(read(figure), figure.layout.meta["level"])
    assert figure.layout.xaxis.ticktext, "names of months in the reader's language"


@pytest.mark.parametrize("height", [320, 430, 700])
def test_a_fixed_height_is_kept(height: int) -> None:
    figure = timeline(events(60)[0], today=TODAY, height=height)
    assert figure.layout.height == pytest.approx(height, abs=1)
    check(read(figure), figure.layout.meta["level"])
