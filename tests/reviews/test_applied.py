"""Decisions hold for the events whose words they rest on, whatever the coder reads there by now."""

from __future__ import annotations

from dataclasses import replace

from made_decisions import decided, events, statement

from relations.merging import link_plans
from relations.reviews import Text, apply
from relations.reviews.added import Added
from relations.reviews.places import GONE, SEVERAL

VISIT = statement("a1", "visit", "2001", place="Rome")
TALKS = statement("a2", "meeting", "2005-03")


def test_each_field_is_set_and_the_rest_stays() -> None:
    made = events(VISIT, TALKS)
    chosen = [
        decided(VISIT.key, "date", "2001-05"),
        decided(VISIT.key, "status", "planned"),
        decided(VISIT.key, "sectors", "trade energy"),
        decided(VISIT.key, "people", "p1"),
        decided(VISIT.key, "summary", "The king came"),
        decided(TALKS.key, "type", "visit"),
    ]
    after = apply(made, chosen, people={"p1"})
    assert not after.left
    visit, talks = (next(one for one in after.events if one.event.best.key == s.key) for s in (VISIT, TALKS))
    assert (visit.event.date, visit.event.status, visit.event.type, visit.review) == (
        "2001-05",
        "planned",
        "visit",
        "edited",
    )
    assert (visit.value("sectors"), visit.value("people"), visit.value("summary")) == (
        "energy trade",
        "p1",
        "The king came",
    )
    assert (talks.event.type, talks.event.date) == ("visit", "2005-03")


def test_a_verdict_can_be_taken_back() -> None:
    first = decided(VISIT.key, "review", "rejected")
    undo = decided(VISIT.key, "undo", first.identity, minute=1)
    assert [one.review for one in apply(events(VISIT), [first]).events] == ["rejected"]
    assert [one.review for one in apply(events(VISIT), [first, undo]).events] == [None]


def test_a_newer_coder_that_reads_another_kind_or_date_keeps_the_decision() -> None:
    recoded = replace(VISIT, event=replace(VISIT.event, type="meeting", date_text="in 2001"))
    after = apply(events(recoded), [decided(VISIT.key, "review", "accepted")])
    assert [one.review for one in after.events] == ["accepted"]


def test_of_two_events_of_one_sentence_each_keeps_its_own() -> None:
    one = statement("a1", "visit", "2001", quote="He came in 2001 and signed in 2002.")
    two = statement("a1", "agreement-signed", "2002", quote=one.quote)
    recoded = replace(one, event=replace(one.event, date_text="in 2001"))
    after = apply(events(recoded, two), [decided(one.key, "review", "rejected")])
    assert {e.event.type: e.review for e in after.events} == {"visit": "rejected", "agreement-signed": None}


def test_where_nothing_tells_which_event_was_meant_the_decision_is_reported() -> None:
    one = statement("a1", "visit", "2001", quote="He came in 2001 and signed in 2002.")
    two = statement("a1", "meeting", "2002", quote=one.quote)
    gone = statement("a1", "embassy-opened", "1999", quote=one.quote)
    after = apply(events(one, two), [decided(gone.key, "review", "rejected"), decided(TALKS.key, "date", "1990")])
    assert [why for _, why in after.left] == [SEVERAL, GONE]


def test_two_events_become_one_and_one_statement_leaves_again() -> None:
    other = statement("a3", "visit", "2009")
    merged = apply(events(VISIT, TALKS, other), [decided(VISIT.key, "merge", other.key)])
    assert sorted(len(one.event.statements) for one in merged.events) == [1, 2]
    apart = [decided(VISIT.key, "merge", other.key), decided(other.key, "split", other.key, minute=1)]
    split = apply(events(VISIT, TALKS, other), apart)
    assert [len(one.event.statements) for one in split.events] == [1, 1, 1]


def test_statements_that_leave_under_one_name_stay_together() -> None:
    told = [statement(f"a{n}", "relations-established", "1992") for n in range(4)]
    made = events(*told)
    assert len(made) == 1
    first, second = told[2].key, told[3].key
    after = apply(made, [decided(first, "split", first), decided(second, "split", first, minute=1)])
    assert sorted(len(one.event.statements) for one in after.events) == [2, 2]


def test_an_event_that_was_missed_is_added_wherever_its_words_stand_now() -> None:
    text = "It rained. They met in Oslo in 2003. It rained on."
    added = Added("old", 11, "They met in Oslo in 2003.", "meeting", date="2003", date_text="2003")
    add = decided(added.key, "add", added.as_json())
    after = apply(
        [], [add, decided(added.key, "date", "2003-04", minute=1)], {"new": Text("x" + text, "2003-05-01", "en")}
    )
    (one,) = after.events
    (row,) = one.event.statements
    assert (one.event.date, one.review, row.article_id, row.event.start) == ("2003-04", "edited", "new", 12)
    assert (
        apply([], [add], {"new": Text("nothing of it", None, "en")}).left[0][1].startswith("the words that were marked")
    )
    assert apply([], [add], {"new": Text(text, None, "en")}).events[0].review == "accepted"


def test_what_the_coder_reads_by_itself_is_not_added_twice() -> None:
    added = Added("a1", 0, VISIT.quote, "visit", date="2001", date_text="2001")
    after = apply(events(VISIT), [decided(added.key, "add", added.as_json())], {"a1": Text(VISIT.quote, None, "en")})
    assert len(after.events) == 1


def test_a_rejected_report_fulfils_no_plan() -> None:
    plan = statement(
        "a1", "visit", "2024-05", quote="The king is to visit Rome in May 2024", status="planned", place="Rome"
    )
    plan = replace(plan, published="2024-02-01", people=frozenset({"p1"}))
    report = statement("a2", "visit", "2024-05-12", quote="The king visited Rome on 12 May 2024", place="Rome")
    report = replace(report, published="2024-05-13", people=frozenset({"p1"}))
    one, other = events(plan)[0], events(report)[0]
    assert apply([one, other], [], link=link_plans).events[0].event.fulfilled_by == other.event_id
    rejected = apply([one, other], [decided(report.key, "review", "rejected")], link=link_plans)
    assert rejected.events[0].event.fulfilled_by is None


def test_people_that_are_not_there_are_reported() -> None:
    after = apply(events(VISIT), [decided(VISIT.key, "people", "p1 p2")], people={"p1"})
    assert "p2" in after.left[0][1]
