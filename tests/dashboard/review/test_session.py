"""Decisions go to the log at once, show at once, and can be taken back; the queue has what matters first."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest
from latin import of_page

import relations
from relations import codebook, reviews
from relations.dashboard.parts.detail import REVIEWS
from relations.dashboard.review.desk import Desk
from relations.dashboard.review.forms import edit, people_names
from relations.dashboard.review.history import history
from relations.dashboard.review.session import Session
from relations.dashboard.review.state import State
from relations.dossier import settings
from relations.dossier.build import build
from relations.dossier.checking import check
from relations.errors import ReviewError
from relations.reviews import Decision, read
from relations.reviews.named import named
from relations.views.words import Words

ARTICLES = {
    "a.en.md": "---\npublisher: One Post\npublished: 2024-05-02\nlanguage: en\n---\n"
    "The foreign ministers of Kazakhstan and Italy met in Astana on 30 April 2024. Diplomatic relations between "
    "Kazakhstan and Italy were established in June 1992. The president of Italy is to visit Astana in June 2024. "
    "Rain fell on the square all day.\n",
    "b.en.md": "---\npublisher: Two Times\npublished: 2024-05-03\nlanguage: en\n---\n"
    "Kazakhstan opened its embassy in Rome in 1998. Diplomatic relations between Kazakhstan and Italy were "
    "established in 1993.\n",
}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("built") / "pair"
    settings.write(folder, ["KAZ", "ITA"])
    for name, text in ARTICLES.items():
        (folder / "articles" / name).write_text(text, encoding="utf-8")
    build(folder)
    return folder


@pytest.fixture
def session(built: Path) -> Session:
    (built / "reviews.csv").unlink(missing_ok=True)
    return Session(built, "ab")


def of(session: Session, kind: str) -> str:
    return str(session.events.index[session.events["type"].eq(kind)][0])


def test_where_sources_disagree_is_looked_at_first(session: Session) -> None:
    first = session.queue.iloc[0]
    assert first["event_id"] == of(session, "relations-established")
    assert "disagree" in first["reasons"].split()
    assert session.queue["weight"].is_monotonic_decreasing
    assert "overdue" in session.queue.set_index("event_id").loc[of(session, "visit"), "reasons"]


def test_a_verdict_leaves_the_queue_and_comes_back_when_taken_back(session: Session) -> None:
    event = session.waiting[0]
    session.judge(event, "rejected")
    assert event not in session.waiting
    assert session.value(event, "review") == "rejected"
    assert [one.new for one in session.undo()] == ["rejected"]
    assert session.waiting[0] == event
    assert session.undo() == []
    assert [one.field for one in read(session.folder)[0]] == ["review", "undo"]  # nothing is ever erased


def test_after_a_reload_of_the_page_a_step_can_be_taken_back_until_tables_hold_it(session: Session) -> None:
    event = session.waiting[0]
    session.judge(event, "rejected")
    Session(session.folder, "cd").judge(session.waiting[0], "accepted")
    again = Session(session.folder, "ab")
    assert [one.new for one in again.undo()] == ["rejected"]  # one's own, not another's that is newer
    assert event in again.waiting and again.undo() == []
    again.judge(event, "accepted")
    build(session.folder)
    assert Session(session.folder, "ab").undo() == []
    (session.folder / "reviews.csv").unlink()
    build(session.folder)  # as the other tests found it


def test_only_what_is_different_is_written_and_a_wrong_date_writes_nothing(session: Session) -> None:
    event = of(session, "mission-opened")
    assert session.edit(event, {"date": "1998-05", "status": "occurred", "sectors": ""}) == ["date"]
    assert (session.value(event, "date"), session.value(event, "review")) == ("1998-05", "edited")
    with pytest.raises(ReviewError, match="EDTF"):
        session.edit(event, {"summary": "new", "date": "in May"})
    assert len(read(session.folder)[0]) == 1


def test_nobody_decides_without_a_name(session: Session) -> None:
    session.reviewer = " "
    with pytest.raises(ReviewError, match="name"):
        session.judge(session.waiting[0], "accepted")


def test_what_another_decided_is_seen_at_the_next_step(session: Session) -> None:
    other = Session(session.folder, "cd")
    event = session.waiting[0]
    other.judge(event, "accepted")
    assert session.open(event)
    session.judge(session.waiting[1], "accepted")
    assert not session.open(event)


def test_what_two_people_judged_unlike_comes_first_until_one_of_them_settles_it(session: Session) -> None:
    other = Session(session.folder, "cd")
    event = session.waiting[-1]
    session.judge(event, "accepted")
    assert other.open(event)  # not seen yet
    other.judge(event, "rejected")
    session.refresh()
    assert session.waiting[0] == event and session.why(event)[0] == "disputed"
    assert ["review" in one.what for one in check(session.folder)] == [True]
    session.judge(event, "accepted")
    assert event not in session.waiting
    assert check(session.folder) == []


@pytest.mark.parametrize("language", ["kk", "ru", "ur"])
def test_the_history_is_told_in_the_readers_words(session: Session, language: str) -> None:
    event = of(session, "meeting")
    session.judge(event, "accepted", "ғ")
    session.edit(event, {"date": "2024-04", "type": "visit", "status": "planned", "sectors": "energy", "people": ""})
    session.undo()
    session.merge(event, of(session, "mission-opened"))
    session.split([session.key(event)])
    say = Words(language)
    html = history(session, State(event=event), say)
    assert html.count("<li>") == len(session.decisions) >= 8
    assert of_page(html, language) <= {"ab"}, "no code, no key, no machine's time"
    kind = codebook.event_types()["visit"].label[language]
    assert kind in html and say("taken back") in html and say.date("2024-04") in html
    assert say(REVIEWS["accepted"]) in html
    today = datetime.now().astimezone().date().isoformat()
    assert say.date(today) in html
    assert say("joined with another event") in html and say("a sentence was split off") in html


def test_hostile_words_in_the_history_stay_words(session: Session) -> None:
    event = of(session, "meeting")
    reviews.append(
        session.folder,
        [Decision("<i>", "<b>x", session.key(event), "type", "<script>", "visit", "<img>"),
         Decision("2026-01-01T00:00:00Z", "x", session.key(event), "date", "no date", "2024", "")],
    )  # fmt: skip
    session.refresh()
    html = history(session, State(event=event), Words("en"))
    assert "<script>" not in html and "<img>" not in html and "<i>" not in html and "<b>x" not in html
    assert "no date" in html


def test_a_person_that_nobody_found_is_one_of_the_people_after_a_rebuild(tmp_path: Path) -> None:
    folder = tmp_path / "pair"
    settings.write(folder, ["KAZ", "ITA"])
    for name, text in ARTICLES.items():
        (folder / "articles" / name).write_text(text, encoding="utf-8")
    build(folder)
    session = Session(folder, "ab")
    meeting, embassy = of(session, "meeting"), of(session, "mission-opened")
    session.edit(meeting, {"people": named("Айгерім  Сапарова")})
    session.edit(embassy, {"people": named("Aigerim Saparova")})
    with pytest.raises(ReviewError, match="expected a name"):
        session.edit(embassy, {"people": named("--")})
    say = Words("kk")
    assert people_names(session, meeting, say) == ["Айгерім Сапарова"]
    assert 'data-value="named:Айгерім_Сапарова"' in edit(session, State(event=meeting), say)
    built = build(folder)
    tables = relations.open(folder)
    assert built.problems == 0 and tables.problems.empty
    who = tables.people[tables.people["n_events"].gt(0)].set_index("name")
    assert who.loc["Aigerim Saparova", "n_articles"] == 0
    assert set(tables.event_people["person_id"]) == set(who["person_id"])
    session.reload()
    assert session.value(meeting, "people") == "named:Айгерім_Сапарова"  # as it was decided


def test_everything_decided_on_the_desk_holds_after_a_rebuild(built: Path, session: Session) -> None:
    desk = Desk(built, "ab")

    def do(what: str, **more: object) -> dict[str, object]:
        desk._heard(None, {"do": what, **more}, [])
        return desk.answer()

    do("hello")
    founded, meeting, embassy = (of(session, kind) for kind in ("relations-established", "meeting", "mission-opened"))
    do("open", event=meeting)
    do("mode", value="merge")
    number = desk.session.likely(meeting).index(embassy) + 1
    do("choose", number=number)
    do("open", event=founded)
    do("mode", value="split")
    do("choose", number=2)
    do("split")
    do("open", event=meeting)
    article = desk.state.article(desk.session)
    assert article
    text = desk.session.texts["text"][article]
    do("mark", words="Rain fell on the square all day.", near=text.index("Rain"))
    do("add", values={"type": "forum", "status": "occurred", "date": "2024-05-01", "sectors": ["environment"]})
    assert desk.state.message == ""
    do("rebuild")
    events = relations.open(built).events
    evidence = relations.open(built).evidence.groupby("event_id").size()
    kinds = events["type"].tolist()
    assert "mission-opened" not in kinds and kinds.count("relations-established") == 2
    assert evidence[events.loc[events["type"].eq("meeting"), "event_id"]].tolist() == [2]
    added = events[events["type"].eq("forum")].iloc[0]
    assert (added["date"], added["review"]) == ("2024-05-01", "accepted")
    assert relations.open(built).problems.empty


def test_what_cannot_be_done_is_told_on_the_desk(built: Path, session: Session) -> None:
    desk = Desk(built, "")
    desk._heard(None, {"do": "accept"}, [])
    assert desk.state.message == ""  # no row is open yet
    desk.answer()
    desk._heard(None, {"do": "accept"}, [])
    assert "name" in desk.state.message
    desk._heard(None, {"do": "__init__"}, [])
    desk._heard(None, {"do": None}, [])
    assert not read(built)[0]
