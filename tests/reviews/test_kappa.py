"""Cohen's kappa as the literature gives it, and who judged what."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as some
from made_decisions import decided

from relations.reviews import agreement
from relations.reviews.kappa import kappa


def test_the_worked_example_of_two_readers_of_fifty_proposals() -> None:
    # Both yes 20, only the first 5, only the second 10, both no 15: agreement 0.7, by chance 0.5.
    pairs = [("y", "y")] * 20 + [("y", "n")] * 5 + [("n", "y")] * 10 + [("n", "n")] * 15
    assert kappa(pairs) == pytest.approx(0.4)


@given(some.lists(some.tuples(some.sampled_from("abc"), some.sampled_from("abc")), min_size=1, max_size=30))
def test_it_does_not_depend_on_who_is_first_and_is_at_most_one(pairs: list[tuple[str, str]]) -> None:
    one, turned = kappa(pairs), kappa([(b, a) for a, b in pairs])
    assert (math.isnan(one) and math.isnan(turned)) or (one == pytest.approx(turned) and one <= 1)


def test_accepting_means_the_value_that_stood_there() -> None:
    keys = [f"{n:016x}:visit:" for n in range(3)]
    log = [decided(key, "review", "accepted", who="ab") for key in keys]
    log += [decided(keys[0], "date", "1993", old="1992", who="cd", minute=1)]
    log += [decided(key, "review", "accepted", who="cd", minute=2) for key in keys[1:]]
    table = agreement(log).set_index("field")
    assert table.loc["date", ["n", "agreement"]].tolist() == [3, pytest.approx(2 / 3)]
    assert table.loc["review", "agreement"] == 1  # both keep all three
    assert math.isnan(table.loc["review", "kappa"])


def test_who_judged_nothing_in_common_is_not_compared() -> None:
    log = [decided("a:visit:", "review", "accepted", who="ab"), decided("b:visit:", "review", "accepted", who="cd")]
    assert agreement(log).empty
