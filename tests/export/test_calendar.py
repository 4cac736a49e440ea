"""The calendar says no more of a date than its source, and a second import updates the first."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pandas as pd
import pytest
from icalendar import Calendar
from synthetic import dossier as make

from relations import edtf
from relations.export.calendar import calendar
from relations.views.archive import Archive
from relations.views.filters import Selection
from relations.views.scene import Scene


@pytest.fixture(scope="module")
def scene() -> Scene:
    """A dossier of its own: tests change it."""
    return Scene(Archive(make()), language="kk")


def entries(scene: Scene) -> dict[str, Any]:
    return {
        str(one["UID"]).partition("@")[0]: one for one in Calendar.from_ical(calendar(scene)).walk() if "UID" in one
    }


EVERY = Selection(statuses=frozenset({"open", "due", "overdue", "done", "cancelled"}))


def test_what_is_due_is_there_and_with_a_filter_what_was_done(scene: Scene) -> None:
    dossier = make()
    promised = dossier.events.index[dossier.events["outcome"].notna()]
    dossier.events.loc[promised[:3], "outcome"] = ["done", "cancelled", "open"]
    events, archive = dossier.events.set_index("event_id"), Archive(dossier)
    assert set(entries(Scene(archive))) == set(events.index[events["outcome"].isin(["open", "due", "overdue"])])
    done = entries(Scene(archive, Selection(statuses=frozenset({"done"}))))
    assert set(done) == set(events.index[events["outcome"].eq("done")]) != set()


def test_every_commitment_is_there_days_as_events_and_the_rest_as_to_dos(scene: Scene) -> None:
    found = entries(Scene(scene.archive, EVERY, language="kk"))
    wanted = scene.shown.events[scene.shown.events["outcome"].notna()].set_index("event_id")
    assert set(found) == set(wanted.index)
    assert {one.name for one in found.values()} == {"VEVENT", "VTODO"}
    for name, one in found.items():
        told = wanted.loc[name, "date"]
        exact = isinstance(told, str) and edtf.precision(told) == "day"
        assert one.name == ("VEVENT" if exact else "VTODO")
        if exact:
            assert one["DTSTART"].dt == date.fromisoformat(told)
            assert one["DTEND"].dt == date.fromisoformat(told) + timedelta(days=1)
            assert one["DTSTART"].params["VALUE"] == "DATE"
        else:
            assert not {"DTSTART", "DUE", "DTEND"} & set(one)
            assert (scene.say.date(told) if isinstance(told, str) else scene.say("no date")) in str(one["SUMMARY"])
            if not isinstance(told, str) and isinstance(wanted.loc[name, "announced"], str):
                assert scene.say.date(wanted.loc[name, "announced"]) in str(one["SUMMARY"])


def test_two_exports_of_the_same_tables_are_the_same_file(scene: Scene) -> None:
    assert calendar(scene) == calendar(scene)


def test_a_later_export_in_another_language_updates_the_first(scene: Scene) -> None:
    first, dossier = entries(scene), scene.archive.dossier
    dossier.today += timedelta(days=1)
    second = entries(Scene(Archive(dossier), language="ur"))
    dossier.today -= timedelta(days=1)
    assert set(first) == set(second)
    for name, one in first.items():
        later = second[name]
        assert str(later["UID"]) == str(one["UID"]) and later.name == one.name
        assert later["SEQUENCE"] > one["SEQUENCE"] and later["DTSTAMP"].dt > one["DTSTAMP"].dt


def test_what_was_done_or_cancelled_says_so_under_the_same_identifier(scene: Scene) -> None:
    events = scene.archive.dossier.events
    planned = events.index[events["outcome"].notna() & events["date"].str.len().eq(10)][0]
    name, before = events.at[planned, "event_id"], entries(Scene(scene.archive, EVERY, language="kk"))
    for outcome, status in (("done", "CONFIRMED"), ("cancelled", "CANCELLED"), ("open", "TENTATIVE")):
        events.at[planned, "outcome"] = outcome
        after = entries(Scene(Archive(scene.archive.dossier), EVERY, language="kk"))
        assert str(after[name]["STATUS"]) == status
        assert set(after) == set(before)


def test_several_days_in_a_row_are_one_event_and_rough_ones_none(scene: Scene) -> None:
    events = scene.archive.dossier.events
    planned = events.index[events["outcome"].notna()][0]
    name = events.at[planned, "event_id"]
    for told, days in (("2026-05-12/2026-05-14", 3), ("2026-05-12~", 0), ("2026-05-12/..", 0), ("2026-05", 0)):
        span = edtf.span(told)
        events.loc[planned, ["date", "earliest", "latest"]] = [told, pd.Timestamp(span[0]), pd.Timestamp(span[1])]
        one = entries(Scene(Archive(scene.archive.dossier), EVERY, language="kk"))[name]
        assert one.name == ("VEVENT" if days else "VTODO")
        if days:
            assert (one["DTEND"].dt - one["DTSTART"].dt).days == days
