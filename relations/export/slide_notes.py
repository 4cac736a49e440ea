"""The speaker's notes: what a slide says in one sentence, the events on it, and the sources they rest on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from relations.charts.theme import LIGHT
from relations.export.cited import Cited, Note, turn
from relations.export.slide_text import Run
from relations.views.scene import Row, Scene, text

if TYPE_CHECKING:
    from pptx.slide import Slide

    from relations.export.deck import Deck

_SIZE = 11
_MOST = 120


def write_notes(
    deck: Deck, slide: Slide, scene: Scene, cited: Cited, summary: str, events: Sequence[Row], more: Sequence[Note] = ()
) -> None:
    """Write the notes of a slide.

    Parameters
    ----------
    deck, slide
        Where.
    scene, cited
        What is shown, and the numbers of its sources.
    summary : str
        What the slide says in one sentence.
    events : sequence of dict
        Rows of ``events`` that it tells, in order.
    more : sequence of Note
        Further sources.
    """
    say = scene.say
    told: list[list[Run]] = [[Run(summary, _SIZE, True)]]
    for row in events[:_MOST]:
        date = text(row["date"])
        when = say.date(date) if date else say("no date")
        told.append([Run(f"{when}: {scene.headline(row)} {cited.mark(str(row['event_id']))}".strip(), _SIZE)])
    if len(events) > _MOST:
        told.append([Run(say.count("{n} more event", "{n} more events", len(events) - _MOST), _SIZE)])
    notes = {note.number: note for note in [*cited.of(str(row["event_id"]) for row in events[:_MOST]), *more]}
    if notes:
        told.append([Run(say("Sources"), _SIZE, True)])
        told += [note_runs(notes[number], _SIZE, deck.turned) for number in sorted(notes)]
    deck.notes(slide, told)


def note_runs(note: Note, size: float, turned: bool) -> list[Run]:
    """Return one source as it stands in a list: its number, its title with its address, and what is known of it."""
    return [
        Run(f"{turn(turned)}[{note.number}] ", size),
        Run(note.title, size, language=note.language, url=note.url),
        Run(f"{turn(turned)} · {note.about}", size, colour=LIGHT.quiet),
    ]
