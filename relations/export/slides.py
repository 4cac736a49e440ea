"""A deck of slides of what the page shows, PPTX: shapes, charts and tables that a presenter can change."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from relations.charts.safe_text import clean
from relations.charts.theme import LIGHT
from relations.charts.twins import summary_text
from relations.export.chosen import SECTIONS, chosen, extent
from relations.export.cited import Cited
from relations.export.deck import Deck
from relations.export.slide_charts import coverage_slide, sectors_slide, turnover_slides
from relations.export.slide_notes import note_runs, write_notes
from relations.export.slide_tables import Cell, cards_slide, table_slides
from relations.export.slide_text import Run
from relations.export.slide_timeline import timeline_slides
from relations.views.cards import cards
from relations.views.outcomes import OUTCOMES, STATUSES, commitments
from relations.views.scene import Row, Scene, text

OUTCOME_COLOURS = {"overdue": "#a34100", "due": "#7a5200", "open": "#16202e", "done": "#1b6e3c", "cancelled": "#566273"}
_SIZE, _SMALL = 12.0, 10.0
_WORDS = 170  # characters of a source's words in a table
_MOST = 60  # rows of a table: more slides than they take nobody shows; the workbook and the briefing have them all


def slides(scene: Scene, sections: Collection[str] = SECTIONS) -> bytes:
    """Return a deck of slides, PPTX.

    Parameters
    ----------
    scene : Scene
        What is shown, in which language.
    sections : collection of str
        Of `SECTIONS`; the deck keeps their order.

    Returns
    -------
    bytes
        16:9. Marks of the timeline are shapes, charts are the program's own, tables are tables; sources are numbered,
        in each slide's notes and on the last slides. No browser is needed.

    Raises
    ------
    ExportError
        If a section is unknown.

    Examples
    --------
    >>> from pathlib import Path
    >>> import relations
    >>> from relations.views.archive import Archive
    >>> dossier = relations.open("data/kazakhstan-pakistan")  # doctest: +SKIP
    >>> _ = Path("deck.pptx").write_bytes(slides(Scene(Archive(dossier), language="kk")))  # doctest: +SKIP
    """
    wanted = chosen(sections)
    say, cited = scene.say, Cited(scene)
    day = say("As of {date}", date=say.date(scene.archive.dossier.today.isoformat()))
    deck = Deck(say.language, scene.title, day)
    cover = deck.cover(scene.title, [*extent(scene), day])
    told = summary_text("timeline", scene.shown.events, language=say.language)
    write_notes(deck, cover, scene, cited, told, [])
    if "figures" in wanted:
        slide = cards_slide(deck, say("Headline figures"), [(c.value, c.label, c.warning) for c in cards(scene)])
        write_notes(deck, slide, scene, cited, told, [])
    if "timeline" in wanted:
        timeline_slides(deck, scene, cited)
        _undated(deck, scene, cited)
    if "commitments" in wanted:
        _commitments(deck, scene, cited)
    if "sectors" in wanted:
        sectors_slide(deck, scene, cited)
    if "turnover" in wanted:
        turnover_slides(deck, scene, cited)
    if "coverage" in wanted:
        coverage_slide(deck, scene, cited)
    if "sources" in wanted:
        _sources(deck, scene, cited)
    return deck.bytes()


def event_cell(scene: Scene, cited: Cited, row: Row) -> Cell:
    """Return an event for a table: what kind, who, where, with its sources; and the source's own words."""
    head = [Run(scene.headline(row), _SIZE, True)]
    if mark := cited.mark(str(row["event_id"])):
        head.append(Run(f" {mark}", _SMALL, colour=LIGHT.quiet))
    summary = clean(row["summary"], 2 * _WORDS)
    short = summary if len(summary) <= _WORDS else summary[:_WORDS].rpartition(" ")[0] + " …"
    words = [Run(short, _SMALL, colour=LIGHT.quiet, language=text(row["summary_language"]))] if short else []
    return [head, words] if words else [head]


def _undated(deck: Deck, scene: Scene, cited: Cited) -> None:
    """Add the events that no source gives a date for, and the timeline no place."""
    say, events = scene.say, scene.shown.events
    every = events[events["date"].isna()].to_dict("records")
    if not every:
        return
    rows = every[:_MOST]
    title = say("Events without a date")
    cells: list[Sequence[Cell]] = [
        [event_cell(scene, cited, row), [[Run(say(STATUSES[str(row["status"])]), _SIZE)]]] for row in rows
    ]
    summary = say.count("{n} event", "{n} events", len(every))
    cells += _more(scene, len(every) - len(rows), 2)
    for slide, numbers in table_slides(deck, title, [say("Event"), say("Status")], cells, (8, 2), summary):
        write_notes(deck, slide, scene, cited, title, [rows[n] for n in numbers if n < len(rows)])


def _more(scene: Scene, left: int, columns: int) -> list[Sequence[Cell]]:
    """Return the last row of a table that holds not all: how many are left out."""
    told = scene.say.count("{n} more event", "{n} more events", left)
    return [[[[Run(told, _SIZE, colour=LIGHT.quiet)]], *([[[]]] * (columns - 1))]] if left else []


def _commitments(deck: Deck, scene: Scene, cited: Cited) -> None:
    """Add what was announced, for when, and what became of it."""
    say = scene.say
    every = commitments(scene.shown.events).to_dict("records")
    if not every:
        return
    rows = every[:_MOST]
    words = OUTCOMES | STATUSES
    cells: list[Sequence[Cell]] = []
    for row in rows:
        announced, date, outcome = text(row["announced"]), text(row["date"]), str(row["outcome"])
        cells.append(
            [
                event_cell(scene, cited, row),
                [[Run(say.date(announced) if announced else say("no date"), _SIZE)]],
                [[Run(say.date(date) if date else say("no date"), _SIZE)]],
                [[Run(say(words[outcome]), _SIZE, True, OUTCOME_COLOURS[outcome])]],
            ]
        )
    heads = [say("Commitment"), say("Announced"), say("For"), say("Outcome")]
    counted = scene.shown.events["outcome"].value_counts()
    summary = " · ".join(f"{say(words[code])}: {say.number(int(counted[code]))}" for code in words if code in counted)
    cells += _more(scene, len(every) - len(rows), len(heads))
    for slide, numbers in table_slides(deck, say("Commitments"), heads, cells, (58, 14, 16, 12), summary):
        write_notes(deck, slide, scene, cited, summary, [rows[n] for n in numbers if n < len(rows)])


def _sources(deck: Deck, scene: Scene, cited: Cited) -> None:
    """Add the numbered sources."""
    say = scene.say
    if not cited.notes:
        return
    cells: list[Sequence[Cell]] = [
        [
            [[Run(str(note.number), _SIZE, True)]],
            [note_runs(note, 11, deck.turned)[1:2], [Run(note.about, _SMALL, colour=LIGHT.quiet)]],
        ]
        for note in cited.notes
    ]
    summary = say.count("{n} article", "{n} articles", len(cited.notes))
    for slide, numbers in table_slides(deck, say("Sources"), ["№", say("Article")], cells, (4, 96), summary):
        write_notes(deck, slide, scene, cited, summary, [], [cited.notes[n] for n in numbers])
