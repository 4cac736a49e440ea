"""A build reads what it can, codes what is new, and leaves whole tables whenever it is killed."""

from __future__ import annotations

import random
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest
from frictionless import Package

import relations
from relations import tables
from relations.dossier import settings
from relations.dossier.build import build
from relations.dossier.checking import check
from relations.errors import DossierError
from relations.reviews import Decision, append
from relations.views.archive import Archive

ARTICLES = {
    "2023-07-20-talks.en.md": """---
title: Ministers meet in Astana
publisher: Example Post
published: 2023-07-20
language: en
---
The foreign ministers of Kazakhstan and Pakistan met in Astana on 19 July 2023. Diplomatic relations between
Pakistan and Kazakhstan were established in February 1992. The embassy of Kazakhstan was opened in Islamabad in 1994.
The 12th session of the Kazakhstan-Pakistan intergovernmental commission is to be held in Astana in September 2023.
""",
    "2023-10-01-commission.ru.md": """---
title: Комиссия заседала в Астане
publisher: Пример
published: 2023-10-01
language: ru
---
В Астане 26 сентября 2023 года состоялось 12-е заседание казахстанско-пакистанской межправительственной комиссии.
Дипломатические отношения между Казахстаном и Пакистаном установлены 24 февраля 1992 года.
""",
}


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    folder = tmp_path / "pair"
    settings.write(folder, ["KAZ", "PAK"])
    for name, text in ARTICLES.items():
        (folder / "articles" / name).write_text(text, encoding="utf-8")
    return folder


def contents(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in sorted((folder / "tables").iterdir())}


def test_articles_in_two_languages_become_one_history(dossier: Path) -> None:
    built = build(dossier)
    assert (built.articles, built.coded, built.problems) == (2, 2, 0)
    opened = relations.open(dossier)
    founded = opened.events[opened.events["type"] == "relations-established"]
    assert founded["date"].tolist() == ["1992-02-24"]
    assert founded["n_articles"].tolist() == [2]
    session = opened.events[opened.events["type"] == "commission"]
    assert session["date"].tolist() == ["2023-09-26"]
    assert session["outcome"].tolist() == ["done"]
    assert session["announced"].tolist() == ["2023-07-20"]


def test_a_sentence_that_stands_twice_states_its_event_once(dossier: Path) -> None:
    said = "The parties agreed to launch cargo flights between Kazakhstan and Pakistan."
    text = f"12.12.2024, 10:00\n\nTalks\n\n{said}\n\nTransport was discussed too.\n\n{said}\n"
    (dossier / "articles" / "caption.txt").write_text(text, encoding="utf-8")
    assert build(dossier).problems == 0
    opened = relations.open(dossier)
    assert opened.events["type"].tolist().count("transport-link") == 1


def test_a_link_to_an_event_outlives_the_arrival_of_an_earlier_article(dossier: Path) -> None:
    earlier = min(ARTICLES)
    (dossier / "articles" / earlier).unlink()
    build(dossier)
    old = relations.open(dossier).events.query("type == 'relations-established'")["event_id"].item()
    (dossier / "articles" / earlier).write_text(ARTICLES[earlier], encoding="utf-8")
    build(dossier)
    newer = relations.open(dossier)
    assert old not in set(newer.events["event_id"])
    found = Archive(newer).event_of(old)
    assert newer.events.set_index("event_id").loc[found, "type"] == "relations-established"


def test_every_row_can_be_traced_to_its_words(dossier: Path) -> None:
    build(dossier)
    opened = relations.open(dossier)
    texts = opened.articles.set_index("article_id")["text"]
    assert len(opened.evidence)
    for row in opened.evidence.itertuples():
        text = texts[row.article_id]
        assert text[row.start : row.end] == row.quote
        if isinstance(row.date_text, str):
            assert text[row.date_start : row.date_end] == row.date_text
    for row in [*opened.dates.itertuples()]:
        assert texts[row.article_id][row.start : row.end] == row.text
    for row in [*opened.article_sectors.itertuples(), *opened.figures.itertuples()]:
        assert texts[row.article_id][row.start : row.end] == row.quote


def test_an_unchanged_article_is_not_coded_again(dossier: Path) -> None:
    build(dossier)
    assert build(dossier).coded == 0
    file = dossier / "articles" / "2023-10-01-commission.ru.md"
    file.write_text(file.read_text(encoding="utf-8") + "Стороны обсудили торговлю.\n", encoding="utf-8")
    assert build(dossier).coded == 1


def test_equal_articles_make_equal_tables(dossier: Path) -> None:
    build(dossier)
    first = contents(dossier)
    shutil.rmtree(dossier / "tables")
    shutil.rmtree(dossier / ".cache")
    build(dossier)
    assert contents(dossier) == first


def test_a_cache_file_cut_short_is_coded_again(dossier: Path) -> None:
    build(dossier)
    for file in (dossier / ".cache").rglob("*.json"):
        file.write_text(file.read_text(encoding="utf-8")[:40], encoding="utf-8")
    assert build(dossier).coded == 2


def test_the_cache_holds_only_what_the_tables_are_made_of(dossier: Path) -> None:
    build(dossier)
    earlier = dossier / ".cache" / "ab" / "of-earlier-rules.json"
    earlier.parent.mkdir(exist_ok=True)
    earlier.write_text("{}")
    (dossier / "articles" / "2023-10-01-commission.ru.md").unlink()
    assert build(dossier).coded == 0
    assert len(list((dossier / ".cache").rglob("*.json"))) == 1


def test_what_cannot_be_read_is_listed_and_the_rest_kept(dossier: Path) -> None:
    (dossier / "articles" / "empty.txt").write_bytes(b"")
    (dossier / "articles" / "picture.txt").write_bytes(bytes(range(256)) * 20)
    built = build(dossier)
    assert (built.articles, built.problems) == (2, 2)
    problems = relations.open(dossier).problems
    assert sorted(problems["file"]) == ["empty.txt", "picture.txt"]
    assert problems["advice"].str.len().gt(10).all()
    report = Package(str(dossier / "tables" / "datapackage.json")).validate()
    assert report.valid, report.flatten(["message"])


def test_a_folder_that_is_no_dossier_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(DossierError, match="relations new"):
        relations.open(tmp_path)


def test_a_dossier_without_tables_says_how_to_build_them(dossier: Path) -> None:
    with pytest.raises(DossierError, match="relations build"):
        relations.open(dossier)


def test_what_reviewers_reject_is_gone_and_what_they_edit_stays_edited(dossier: Path) -> None:
    build(dossier)
    evidence = relations.open(dossier).evidence
    embassy = evidence[evidence["type"] == "mission-opened"].iloc[0]
    founded = evidence[evidence["type"] == "relations-established"].iloc[0]
    (dossier / "reviews.csv").write_text(
        "time,reviewer,key,field,old,new,note\n"
        f"2026-01-01T00:00:00Z,ab,{embassy['key']},date,1994,1993,by the embassy's own site\n"
        f"2026-01-01T00:01:00Z,ab,{founded['key']},review,,rejected,only a test\n",
        encoding="utf-8",
    )
    build(dossier)
    events = relations.open(dossier).events
    opened = events[events["type"] == "mission-opened"]
    assert opened[["date", "review"]].to_numpy().tolist() == [["1993", "edited"]]
    assert "relations-established" not in set(events["type"])
    assert (relations.open(dossier).as_built["events"]["review"] == "rejected").sum() == 1


def test_a_decision_outlives_a_moved_file_and_is_reported_when_its_words_are_gone(dossier: Path) -> None:
    build(dossier)
    evidence = relations.open(dossier).evidence
    embassy = evidence[evidence["type"] == "mission-opened"].iloc[0]
    append(dossier, [Decision("2026-01-01T00:00:00Z", "ab", embassy["key"], "date", "1994", "1993")])
    first = next(iter(ARTICLES))
    (dossier / "articles" / "elsewhere").mkdir()
    moved = (dossier / "articles" / first).rename(dossier / "articles" / "elsewhere" / "renamed.md")
    assert build(dossier).problems == 0
    events = relations.open(dossier).events
    assert events.loc[events["type"] == "mission-opened", "date"].tolist() == ["1993"]
    moved.write_text(ARTICLES[first].replace("was opened", "had opened"), encoding="utf-8")
    assert build(dossier).problems == 1
    problem = relations.open(dossier).problems.iloc[0]
    assert (problem["file"], problem["place"]) == ("reviews.csv", "line 2")
    assert "rests on these words" in problem["reason"]
    assert any("rests on these words" in finding.what for finding in check(dossier))


def test_two_people_who_did_not_see_each_other_are_told_by_the_check(dossier: Path) -> None:
    build(dossier)
    key = relations.open(dossier).evidence["key"].iloc[0]
    for minute, (who, verdict) in enumerate((("ab", "accepted"), ("cd", "rejected"))):
        append(dossier, [Decision(f"2026-01-01T00:0{minute}:00Z", who, key, "review", "", verdict)])
    build(dossier)
    assert any("cd set review" in finding.what and "ab" in finding.what for finding in check(dossier))


KILLS = 30


def test_killed_at_any_moment_the_tables_are_the_old_or_the_new(dossier: Path) -> None:
    chance = random.Random(20240224)  # noqa: S311
    build(dossier)
    sides = {relations.open(dossier).built: "old"}
    article = dossier / "articles" / "2023-10-01-commission.ru.md"
    versions = [article.read_bytes(), article.read_bytes() + "В 2022 году товарооборот составил $100 млн.\n".encode()]
    article.write_bytes(versions[1])
    started = time.perf_counter()
    subprocess.run([sys.executable, "-m", "relations.cli", "build", str(dossier)], check=True, capture_output=True)
    whole = time.perf_counter() - started
    sides[relations.open(dossier).built] = "new"
    assert len(sides) == 2
    seen = []
    for kill in range(KILLS):
        article.write_bytes(versions[kill % 2])
        process = subprocess.Popen(
            [sys.executable, "-m", "relations.cli", "build", str(dossier)],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        # Most of the time goes into starting up; aim at the part that reads and writes.
        time.sleep(whole * chance.uniform(0.35, 1.05))
        process.kill()
        process.wait()
        opened = relations.open(dossier)
        tables.check(opened.as_built)
        seen.append(sides[opened.built])
    assert len(seen) == KILLS
    build(dossier)
    assert not list(dossier.glob(".tables.*"))
