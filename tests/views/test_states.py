"""How panels stand, as the address tells it."""

from __future__ import annotations

from relations.views import states


def test_states_that_nobody_could_have_chosen_are_left_out() -> None:
    assert states.known({"count": "<b>", "by": "press", "more": "x" * 999, "tables": "heat,<"}) == {"by": "press"}
    assert states.rows({"more": "pairs:99999999999"}, "pairs") == states.MOST_ROWS
    longer = states.longer(states.longer({}, "pairs"), "done")
    assert states.rows(longer, "pairs") == states.STEP * 3 and states.rows(longer, "done") > states.rows({}, "done")
