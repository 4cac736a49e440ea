"""Whoever overrules another without having seen it is told."""

from __future__ import annotations

from made_decisions import decided

from relations.reviews import Places, conflicts, history

KEY, OTHER = "0123456789abcdef:visit:0123", "0123456789abcdef:meeting:"
PLACES = Places([(KEY, "e1"), (OTHER, "e2"), ("f" * 16 + ":visit:", "e1")])


def test_a_decision_made_side_by_side_is_a_conflict_and_one_that_saw_the_other_is_none() -> None:
    first = decided(KEY, "date", "1992", old="1991", who="ab")
    blind = decided("f" * 16 + ":visit:", "date", "1993", old="1991", who="cd", minute=1)
    seeing = decided(KEY, "date", "1993", old="1992", who="cd", minute=1)
    assert [(one.earlier, one.later) for one in conflicts([first, blind], PLACES)] == [(first, blind)]
    assert conflicts([first, seeing], PLACES) == []


def test_who_saw_both_settles_a_conflict_by_deciding_once_more() -> None:
    first = decided(KEY, "date", "1992", old="1991", who="ab")
    blind = decided(KEY, "date", "1993", old="1991", who="cd", minute=1)
    again = decided(KEY, "date", "1992", old="1993", who="ab", minute=2)
    judged = decided(KEY, "review", "accepted", old="edited", who="ab", minute=2)
    unseen = decided(KEY, "review", "accepted", old="", who="ef", minute=2)
    assert conflicts([first, blind, again], PLACES) == []
    assert conflicts([first, blind, judged], PLACES) == []
    assert len(conflicts([first, blind, unseen], PLACES)) == 2


def test_rejecting_what_another_has_just_corrected_is_a_conflict() -> None:
    first = decided(KEY, "date", "1992", old="1991", who="ab")
    blind = decided(KEY, "review", "rejected", who="cd", minute=1)
    seeing = decided(KEY, "review", "rejected", old="edited", who="cd", minute=1)
    assert [(one.earlier, one.later) for one in conflicts([first, blind], PLACES)] == [(first, blind)]
    assert conflicts([first, seeing], PLACES) == []


def test_agreeing_oneself_correcting_and_taking_back_are_no_conflicts() -> None:
    first = decided(KEY, "review", "accepted", who="ab")
    assert conflicts([first, decided(KEY, "review", "accepted", who="cd", minute=1)], PLACES) == []
    assert conflicts([first, decided(KEY, "review", "rejected", who="ab", minute=1)], PLACES) == []
    gone = [first, decided(KEY, "undo", first.identity, who="ab", minute=1)]
    assert conflicts([*gone, decided(KEY, "review", "rejected", who="cd", minute=2)], PLACES) == []


def test_the_history_of_an_event_has_all_its_decisions_and_no_other() -> None:
    own = [decided(KEY, "review", "accepted"), decided(OTHER, "merge", KEY, minute=2)]
    other = decided(OTHER, "review", "rejected", minute=1)
    assert history([own[0], other, own[1]], PLACES, "e1") == own
