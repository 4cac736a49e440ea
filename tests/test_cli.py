"""The command line, as its user meets it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from relations.dossier import open_dossier, settings
from relations.dossier.build import build
from relations.reviews import Decision, append


def relations(*arguments: object, given: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "relations.cli", *map(str, arguments)],
        input=given, capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip


COMMANDS = ("new", "add", "build", "serve", "code", "check", "history", "agreement", "export")


@pytest.mark.parametrize("command", COMMANDS)
def test_help_shows_an_example(command: str) -> None:
    run = relations(command, "--help")
    assert run.returncode == 0
    assert f"Example: relations {command}" in run.stdout


def test_a_dossier_from_nothing_to_an_export(tmp_path: Path) -> None:
    folder, note = tmp_path / "pair", tmp_path / "note.txt"
    note.write_text("3 February 2026, 14:05\n\nTalks in Rome\n\nItaly and Kazakhstan held talks in Rome on Monday.\n")
    assert relations("new", folder, "ITA", "KAZ").returncode == 0
    preview = relations("add", folder, note, "--preview", "--json")
    assert json.loads(preview.stdout)["articles"][0]["published"] == "2026-02-03"
    assert not list((folder / "articles").iterdir())
    assert relations("add", folder, note).returncode == 0
    built = relations("build", folder, "--json")
    assert built.returncode == 0, built.stderr
    assert json.loads(built.stdout)["articles"] == 1
    assert relations("check", folder).returncode == 0
    out = relations("export", folder, "--to", tmp_path / "out", "--format", "pptx,docx,xlsx,csv,zip", "--json")
    assert out.returncode == 0, out.stderr
    assert {Path(file).suffix for file in json.loads(out.stdout)} == {".pptx", ".docx", ".xlsx", ".csv", ".zip"}
    deck = tmp_path / "deck.pptx"
    one = relations("export", folder, "-o", deck, "--view", "?lang=kk&since=2020", "--sections", "figures,sources")
    assert one.returncode == 0, one.stderr
    assert deck.stat().st_size > 10_000


def test_an_article_about_another_pair_and_one_that_is_there_are_told_at_once(tmp_path: Path) -> None:
    folder, other, own = tmp_path / "pair", tmp_path / "other.txt", tmp_path / "own.txt"
    settings.write(folder, ["KAZ", "PAK"])
    (tmp_path / "bad.jsonl").write_text("{}\n[1")
    (tmp_path / "empty").mkdir()
    other.write_text("3 February 2026\n\nThe presidents of Kazakhstan and Uzbekistan met in Tashkent on Monday.\n")
    own.write_text("3 February 2026\n\nPakistan opened an embassy in Astana in 1995, the ministry said.\n")
    preview = relations("add", folder, other, own, "--preview")
    assert preview.stderr.count("another subject?") == 1
    assert "speaks of UZB, KAZ, not of PAK" in preview.stderr and "preview, nothing was copied" in preview.stderr
    assert "another subject?" in relations("add", folder, other).stderr
    again = relations("add", folder, other, own, "--json")
    answer = json.loads(again.stdout)
    assert ([Path(one).name for one in answer["held_already"]], len(answer["copied"])) == (["other.txt"], 1)
    assert [bool(one["off_the_subject"]) for one in answer["articles"]] == [True, False]
    bad = relations("add", folder, tmp_path / "bad.jsonl", tmp_path / "empty")
    assert bad.returncode == 1
    assert "bad.jsonl line 2: " in bad.stderr and "empty: no file is in this folder" in bad.stderr
    assert "relations build" not in bad.stderr


def test_two_reviewers_and_the_history_of_an_event(tmp_path: Path) -> None:
    folder = tmp_path / "pair"
    settings.write(folder, ["KAZ", "ITA"])
    (folder / "articles" / "note.txt").write_text("Kazakhstan opened its embassy in Rome in 1998.")
    build(folder)
    event = open_dossier(folder).evidence.iloc[0]
    empty = relations("agreement", folder)
    assert (empty.returncode, "no event was reviewed by two people" in empty.stderr) == (0, True)
    for who, verdict in (("ab", "accepted"), ("cd", "rejected")):
        append(folder, [Decision("2026-01-01T00:00:00Z", who, event["key"], "review", "", verdict)])
    assert "cd  review: - -> rejected" in relations("history", folder, event["event_id"]).stdout
    (row,) = json.loads(relations("agreement", folder, "--json").stdout)
    assert (row["field"], row["n"], row["agreement"]) == ("review", 1, 0)
    assert "events.csv" in relations("history", folder, "e0").stderr


def test_what_cannot_be_read_shows_in_the_exit_status(tmp_path: Path) -> None:
    relations("new", tmp_path / "pair", "KAZ", "PAK")
    (tmp_path / "pair" / "articles" / "empty.txt").touch()
    run = relations("build", tmp_path / "pair")
    assert run.returncode == 1
    assert "empty.txt" in run.stderr


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A built dossier, one that names a country which is none, and a file."""
    folder = tmp_path_factory.mktemp("place")
    (folder / "file.txt").write_text("Talks were held in Rome in 1994.")
    for name, second in (("pair", "PAK"), ("wrong", "XQX")):
        (folder / name / "articles").mkdir(parents=True)
        (folder / name / "dossier.toml").write_text(f'countries = ["KAZ", "{second}"]')
    build(folder / "pair")
    settings.write(folder / "other", ["KAZ", "UZB"])
    build(folder / "other")
    return folder


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("build", "nowhere"), "relations new"),
        (("new", "{tmp}/x", "KAZ", "XXQ"), "'XXQ' is no country"),
        (("new", "{tmp}/x", "KAZ"), "two or more countries"),
        (("export", "nowhere", "--to", "out"), "no dossier"),
        (("new", "{tmp}/file.txt/x", "KAZ", "PAK"), "Name another place"),
        (("new", "{tmp}/file.txt", "KAZ", "PAK"), "Name another place"),
        (("export", "{tmp}/pair", "--to", "{tmp}/file.txt/x"), "Name another place"),
        (("export", "{tmp}/pair", "--to", "{tmp}/out", "--language", "xx"), "choose from en, kk, ru, ur"),
        (("export", "{tmp}/pair", "-o", "{tmp}/a.pptx", "--sector", "tradee"), "'tradee' is none of the sectors"),
        (("export", "{tmp}/pair"), "a folder with --to, or one file with --output"),
        (("code", "{tmp}/file.txt", "--published", "garbage"), "'garbage' is not an EDTF date"),
        (("build", "{tmp}/wrong"), "dossier.toml, countries, number 2: 'XQX' is no country; expected ISO 3166-1"),
        (("new", "{tmp}/x", "KZ", "PAK"), "'KZ' is no country; expected ISO 3166-1 alpha-3 codes"),
        (("new", "{tmp}/x", "KAZ", "Pakistan"), "did you mean PAK?"),
        (("serve", "nowhere", "--no-browser"), "relations: nowhere is no dossier: there is no such folder"),
        (("serve", "{tmp}/file.txt", "--no-browser"), "file.txt is a file; a dossier is a folder"),
        (("serve", "{tmp}/pair", "--no-browser", "--host", "192.0.2.1", "--token", "a"), "has no address 192.0.2.1"),
        (("serve", "{tmp}/pair", "{tmp}/other", "--no-browser", "--review", "--token", "a"), "name one of them"),
        (("add", "{tmp}/pair", "ftp://example.org/a"), "begins with http:// or https://"),
    ],
)
def test_what_cannot_be_done_ends_with_status_2_and_says_what_to_do(
    arguments: tuple[str, ...], message: str, place: Path
) -> None:
    run = relations(*(one.format(tmp=place) for one in arguments))
    assert run.returncode == 2
    assert message in run.stderr
    assert "Traceback" not in run.stderr
    assert "has changed since" not in run.stderr  # nothing is built for what is not there


def test_code_answers_a_line_for_a_line() -> None:
    lines = [
        {"id": "a", "text": "The embassy of Kazakhstan was opened in Islamabad in 1994.", "published": "2024-12-12"},
        {
            "id": "b",
            "text": "В 2025 году в Астане пройдет заседание казахстанско-пакистанской комиссии по торговле.",
            "published": "2024-12-12",
        },
    ]
    run = relations("code", "--jsonl", given="\n".join(json.dumps(line) for line in lines) + "\nnonsense\n")
    assert run.returncode == 1, run.stderr  # some of it was bad, the rest is answered
    first, second, third = map(json.loads, run.stdout.splitlines())
    assert (first["id"], first["article"]["language"], first["events"][0]["type"]) == ("a", "en", "mission-opened")
    assert (second["events"][0]["date"], second["events"][0]["status"]) == ("2025", "planned")
    assert "line 3" in third["error"]


def test_a_bad_file_among_good_ones_does_not_stop_the_others(tmp_path: Path) -> None:
    (tmp_path / "a.txt").touch()
    (tmp_path / "b.txt").write_text("Talks were held in Rome in 1994.")
    run = relations("code", tmp_path / "a.txt", tmp_path / "b.txt")
    assert run.returncode == 1
    assert "a.txt: the file is empty" in run.stderr
    assert json.loads(run.stdout)["dates"][0]["edtf"] == "1994"
