"""The same event told by many articles is one event."""

from __future__ import annotations

import random
from typing import Any

import pytest

from relations.coding.rows import EventRow, FigureRow
from relations.merging import Statement, link_plans, merge


def statement(article: str, kind: str, date: str | None, **more: Any) -> Statement:
    """One statement; what is left out is as dull as can be."""
    words = more.pop("words", f"{kind} {article}")
    published = more.pop("published", "2024-01-01")
    language = more.pop("language", "en")
    about = {name: more.pop(name) for name in ("people", "cities", "ordinal", "figure") if name in more}
    row = EventRow(
        date=date, date_text=date, date_start=0 if date else None, date_end=4 if date else None, type=kind,
        status=more.pop("status", "occurred"), start=more.pop("start", 0), end=50, rule="test", confidence=0.8,
        summary=words, countries=more.pop("countries", ("AAA", "BBB")), **more,
    )  # fmt: skip
    return Statement(article_id=article, published=published, language=language, event=row, quote=words, **about)


def figure(value: float, period: str) -> FigureRow:
    return FigureRow("trade-turnover", value, "currency", "USD", period, "measured", 0, 5, "words", "test")


@pytest.mark.parametrize(
    "pair",
    [
        (statement("a", "recognition", "1991-12"), statement("b", "recognition", "1991", language="kk")),
        (
            statement("a", "visit", "1995-08", place="Almaty"),
            statement("b", "visit", "1995-08", place="Almaty", language="ru"),
        ),
        (statement("a", "meeting", "2024-07-03"), statement("b", "meeting", "2024-07-03", language="ur")),
        (
            statement("a", "visit", "1995", people=frozenset({"bhutto"})),
            statement("b", "visit", "1995-08", people=frozenset({"bhutto"})),
        ),
        (statement("a", "commission", "2023", ordinal=12), statement("b", "commission", "2023-09-26", ordinal=12)),
        (
            statement("a", "commission", "2025-03", ordinal=13, status="planned"),
            statement("b", "commission", "2025-08", ordinal=13, published="2025-09-01"),
        ),
        (
            statement("a", "statistic", "2020", figure=figure(45e6, "2020")),
            statement("b", "statistic", "2020", figure=figure(103e6, "2020")),
        ),
    ],
    ids=lambda pair: f"{pair[0].event.type} {pair[0].event.date}",
)
def test_these_are_one(pair: tuple[Statement, Statement]) -> None:
    assert len(merge(pair)) == 1
    assert len(merge(reversed(pair))) == 1


@pytest.mark.parametrize(
    "pair",
    [
        (statement("a", "visit", "2003-12"), statement("b", "visit", "1992-02")),
        (statement("a", "visit", "2024-07-03"), statement("b", "meeting", "2024-07-03")),
        (statement("a", "commission", "2022-12", ordinal=11), statement("b", "commission", "2022-12", ordinal=12)),
        (
            statement("a", "meeting", "2024-07-03", people=frozenset({"one"})),
            statement("b", "meeting", "2024-07-03", people=frozenset({"other"})),
        ),
        (
            statement("a", "visit", "2024-07", countries=("AAA", "BBB")),
            statement("b", "visit", "2024-07", countries=("CCC",)),
        ),
        (
            statement("a", "agreement", "2024-01-18", words="Sixteen documents were signed"),
            statement("a", "agreement", "2024-01-18", words="A joint statement was adopted", start=90),
        ),
        (
            statement("a", "recognition", "1991-12", countries=("AAA", "BBB")),
            statement("b", "recognition", "1991-12", countries=("AAA", "CCC")),
        ),
        (
            statement("a", "statistic", "2020", figure=figure(45e6, "2020")),
            statement("b", "statistic", "2021", figure=figure(45e6, "2021")),
        ),
        (  # one guest, received by two hosts
            statement("a", "meeting", "2024-07-03", people=frozenset({"guest", "minister"})),
            statement("b", "meeting", "2024-07-03", people=frozenset({"guest", "president"})),
        ),
        (
            statement("a", "agreement", "2024-07-03", sectors=("transport",), words="buses are bought"),
            statement("b", "agreement", "2024-07-03", sectors=("culture",), words="cities become twins"),
        ),
    ],
    ids=lambda pair: f"{pair[0].event.type} {pair[0].event.date}",
)
def test_these_are_two(pair: tuple[Statement, Statement]) -> None:
    assert len(merge(pair)) == 2


def test_the_date_most_sources_agree_on_wins_and_the_rest_is_said() -> None:
    (event,) = merge(
        [
            statement("a", "mission-opened", "1993", place="Islamabad"),
            statement("b", "mission-opened", "1994~", place="Islamabad"),
            statement("c", "mission-opened", "1994", place="Islamabad"),
        ]
    )
    assert event.date in {"1994", "1994~"}
    assert event.disagreement == "date: 1993 (1), 1994 (1), 1994~ (1)"


def test_differing_figures_are_a_disagreement() -> None:
    (event,) = merge(
        [
            statement("a", "statistic", "2020", figure=figure(45e6, "2020")),
            statement("b", "statistic", "2020", figure=figure(103e6, "2020")),
        ]
    )
    assert event.disagreement == "value: 45000000 (1), 103000000 (1)"


def test_precision_is_never_made_up() -> None:
    (event,) = merge([statement("a", "recognition", "1991"), statement("b", "recognition", "1991")])
    assert event.date == "1991"


def test_order_does_not_matter() -> None:
    kinds = ["visit", "meeting", "agreement", "commission"]
    chance = random.Random(7)  # noqa: S311
    many = [
        statement(f"a{n}", chance.choice(kinds), chance.choice(["2024", "2024-07", "2024-07-03", "2023-05"]),
                  people=frozenset(chance.sample(["p", "q", "r"], 1)), place=chance.choice(["Astana", None]))
        for n in range(60)
    ]  # fmt: skip
    first = merge(many)
    for _ in range(5):
        chance.shuffle(many)
        assert merge(many) == first


def test_every_statement_is_kept_once() -> None:
    many = [statement(f"a{n}", "visit", f"20{n:02}") for n in range(10, 25)]
    kept = [one for event in merge(many) for one in event.statements]
    assert sorted(kept, key=lambda s: s.article_id) == many


def test_a_plan_and_its_report_are_one_commitment() -> None:
    (event,) = link_plans(
        merge(
            [
                statement("a", "visit", "2025", status="planned", people=frozenset({"p"}), published="2024-12-12"),
                statement("b", "visit", "2025-08-05", people=frozenset({"p"}), published="2025-08-06"),
            ]
        )
    )
    assert event.status == "occurred"
    assert event.announced == "2024-12-12"
    assert event.fulfilled_by == event.event_id
    assert event.date == "2025-08-05"


def test_a_late_fulfilment_is_tied_to_the_plan() -> None:
    cities = frozenset({"Almaty", "Lahore"})
    plan, done = link_plans(
        merge(
            [
                statement("a", "transport-link", "2023-03", status="planned", cities=cities, published="2022-12-23"),
                statement("b", "transport-link", "2023-07-08", cities=cities, published="2023-07-09"),
            ]
        )
    )  # fmt: skip
    assert (plan.status, done.status) == ("planned", "occurred")
    assert plan.fulfilled_by == done.event_id


def test_what_happened_before_the_announcement_fulfils_nothing() -> None:
    events = link_plans(
        merge(
            [
                statement("a", "visit", "2025", status="planned", people=frozenset({"p"}), published="2024-12-12"),
                statement("b", "visit", "2024-07-03", people=frozenset({"p"}), published="2024-07-04"),
            ]
        )
    )
    assert [event.fulfilled_by for event in events] == [None, None]


def test_a_moved_plan_takes_the_newest_date() -> None:
    (event,) = merge(
        [
            statement("a", "commission", "2025-03", ordinal=13, status="planned", published="2024-12-01"),
            statement("b", "commission", "2025-06", ordinal=13, status="planned", published="2025-03-01"),
        ]
    )
    assert event.date == "2025-06"
    assert event.disagreement == "date: 2025-03 (1), 2025-06 (1)"


def test_of_two_sessions_told_in_one_sentence_each_finds_its_own_in_another_language() -> None:
    def told(article: str, language: str) -> list[Statement]:
        return [
            statement(article, "security-exercise", year, ordinal=number, language=language, start=0)
            for year, number in (("2017", 1), ("2019", 2))
        ]

    events = merge([*told("a", "kk"), *told("b", "en")])
    assert [(event.date, len(event.statements), event.disagreement) for event in events] == [
        ("2017", 2, None),
        ("2019", 2, None),
    ]


@pytest.mark.parametrize(
    ("kind", "plan", "report"),
    [
        # Entrepreneurs were to come; a minister went the other way.
        ("visit", {"place": "Astana"}, {"place": "Islamabad", "people": frozenset({"minister"})}),
        ("visit", {}, {"people": frozenset({"minister"})}),
        # A business forum was planned; what was held is a round table of scholars.
        ("forum", {"words": "business forum of exporters"}, {"words": "scholars spoke of shared religions"}),
    ],
)
def test_what_only_falls_into_the_same_year_fulfils_no_plan(kind: str, plan: Any, report: Any) -> None:
    events = link_plans(
        merge(
            [
                statement("a", kind, "2025", status="planned", published="2024-12-12", **plan),
                statement("b", kind, "2025-09-09", published="2025-09-10", **report),
            ]
        )
    )
    assert [event.fulfilled_by for event in events] == [None, None]


def test_words_that_every_statement_says_tie_nothing_together() -> None:
    filler = [
        statement(f"f{n}", "meeting", f"20{n:02}", words="Ministers of Ruritania discussed ties") for n in range(10, 30)
    ]
    plan = statement(
        "a", "agreement", "2025", status="planned", published="2024-12-12", words="Ministers of Ruritania sign treaty"
    )
    done = statement("b", "agreement", "2025-09-09", published="2025-09-10", words="Ministers of Ruritania buy buses")
    events = {event.date: event for event in link_plans(merge([*filler, plan, done]))}
    assert events["2025"].fulfilled_by is None


def test_news_of_the_same_days_without_a_date_is_one_event() -> None:
    people = frozenset({"ambassador", "minister"})
    (event,) = merge(
        [
            statement("a", "meeting", "2024-12-12", people=people, published="2024-12-12"),
            statement("b", "meeting", None, people=people, published="2024-12-12", language="ru"),
        ]
    )
    assert event.date == "2024-12-12"


@pytest.mark.parametrize(("published", "events"), [("2024-12-13", 1), ("2025-06-01", 2)])
def test_a_plan_for_a_year_told_in_the_same_days_in_two_languages_is_one(published: str, events: int) -> None:
    plans = [
        statement(
            "a", "visit", "2025", status="planned", published="2024-12-12", words="Кәсіпкерлер келеді", language="kk"
        ),
        statement(
            "b", "visit", "2025", status="planned", published=published, words="Приедут бизнесмены", language="ru"
        ),
    ]
    assert len(merge(plans)) == events


def test_a_visit_told_twice_in_an_article_is_one_unless_another_came() -> None:
    one = statement("a", "visit", "2025-11", people=frozenset({"president"}), place="Rome", words="the president comes")
    again = statement("a", "visit", "2025-11", place="Rome", words="for that journey", start=90)
    other = statement("a", "visit", "2025-11", people=frozenset({"minister"}), words="a minister comes too", start=180)
    assert len(merge([one, again])) == 1
    assert len(merge([one, other])) == 2


def visit_plan(**more: Any) -> Statement:
    given = {"people": frozenset({"guest"}), "published": "2022-10-08", "words": "the guest is to come", **more}
    return statement("a", "visit", given.pop("date", "2022-10-10/2022-10-16"), status="planned", **given)


def fulfilled(*statements: Statement) -> list[bool]:
    return [event.fulfilled_by is not None for event in link_plans(merge(statements)) if event.status == "planned"]


@pytest.mark.parametrize(
    ("plan", "report", "kept"),
    [
        # Who was received in the city that the announcement names had come there.
        ({"cities": frozenset({"Astana"})}, {"kind": "meeting", "people": frozenset({"guest", "host"})}, True),
        ({"cities": frozenset({"Astana"})}, {"kind": "meeting", "people": frozenset({"another"})}, False),
        ({"cities": frozenset({"Lahore"})}, {"kind": "meeting", "people": frozenset({"guest"})}, False),
        ({"cities": frozenset({"Astana"}), "date": "2022"}, {"kind": "meeting", "people": frozenset({"guest"})}, False),
        ({"cities": frozenset({"Astana"}), "published": "2022-11-08"}, {"kind": "meeting"}, False),  # told after it
    ],
)
def test_a_visit_is_kept_by_a_meeting_only_where_that_is_no_guess(
    plan: dict[str, Any], report: dict[str, Any], kept: bool
) -> None:
    told = {"people": frozenset({"guest"}), "place": "Astana", "published": "2022-11-01", **report}
    assert fulfilled(visit_plan(**plan), statement("b", told.pop("kind"), "2022-10", **told)) == [kept]


def test_a_visit_is_left_open_where_two_meetings_fit() -> None:
    plan = visit_plan(cities=frozenset({"Astana"}), date="2022-10", published="2022-09-30")
    met = [
        statement(day, "meeting", day, place="Astana", people=frozenset({"guest", day}), published="2022-10-30")
        for day in ("2022-10-03", "2022-10-23")
    ]
    assert fulfilled(plan, met[0]) == [True]
    assert fulfilled(plan, *met) == [False]


def test_a_plan_for_a_month_told_in_the_same_days_in_two_languages_is_one() -> None:
    one = visit_plan(date="2025-11", words="the president is expected", published="2025-09-09")
    two = statement("b", "visit", "2025-11", status="planned", words="صدر", language="ur", published="2025-09-08")
    assert len(merge([one, two])) == 1
