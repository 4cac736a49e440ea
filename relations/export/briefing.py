"""A briefing of what the page shows, as DOCX or to be printed: figures, timeline, commitments, sectors, and sources."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import groupby

from relations.charts.safe_text import clean
from relations.charts.theme import LIGHT
from relations.charts.twins import summary_text, table_twin
from relations.export.briefing_page import BriefingPage
from relations.export.chosen import SECTIONS, chosen, extent
from relations.export.cited import Cited
from relations.export.document import Document, Words
from relations.export.slides import OUTCOME_COLOURS
from relations.export.turnover import stated
from relations.views.cards import cards
from relations.views.outcomes import OUTCOMES, STATUSES, commitments
from relations.views.scene import Row, Scene, text

Cell = Sequence[Sequence[Words]]
_SMALL = 8.5
_WORDS = 300  # characters of a source's words


def briefing(scene: Scene, sections: Collection[str] = SECTIONS) -> bytes:
    """Return a briefing, DOCX.

    Parameters
    ----------
    scene : Scene
        What is shown, in which language.
    sections : collection of str
        Of `SECTIONS`; the briefing keeps their order.

    Returns
    -------
    bytes
        A4, with headings in styles. What is told refers to the numbered list of sources at the end.

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
    >>> _ = Path("briefing.docx").write_bytes(briefing(Scene(Archive(dossier), language="ru")))  # doctest: +SKIP
    """
    return _told(scene, chosen(sections), Document)


def briefing_page(scene: Scene, sections: Collection[str] = SECTIONS) -> bytes:
    """Return the same briefing as an HTML page that a browser prints as it is."""
    return _told(scene, chosen(sections), BriefingPage)


def _told(scene: Scene, wanted: Collection[str], kind: type[Document] | type[BriefingPage]) -> bytes:
    say, cited = scene.say, Cited(scene)
    day = say("As of {date}", date=say.date(scene.archive.dossier.today.isoformat()))
    document = kind(say.language, scene.title, day)
    document.heading(scene.title, 0)
    for line in [*extent(scene), day]:
        document.paragraph([Words(line, colour=LIGHT.quiet)])
    # References need their list; without it, sources go unnumbered.
    noted = cited if "sources" in wanted else None
    if "figures" in wanted:
        document.heading(say("Headline figures"), 1)
        for card in cards(scene):
            warning = [Words(f" · {card.warning}", bold=True, colour=LIGHT.today)] if card.warning else []
            document.paragraph([Words(card.value, 14, True), Words(f"  {card.label}"), *warning])
    if "timeline" in wanted:
        _timeline(document, scene, noted)
    if "commitments" in wanted:
        _commitments(document, scene, noted)
    if "sectors" in wanted:
        _sectors(document, scene)
    if "turnover" in wanted:
        _turnover(document, scene, cited, noted is not None)
    if "coverage" in wanted:
        _coverage(document, scene)
    if "sources" in wanted and cited.notes:
        document.heading(say("Sources"), 1)
        for note in cited.notes:
            document.source(note)
    return document.bytes()


def _plain(words: str, bold: bool = False, colour: str | None = None) -> Cell:
    return [[Words(words, bold=bold, colour=colour)]]


def _event(scene: Scene, cited: Cited | None, row: Row) -> Cell:
    """Return an event: what kind, who, where, with its sources; and the source's own words."""
    numbers = cited.numbers(str(row["event_id"])) if cited else []
    head = [Words(scene.headline(row), bold=True, notes=numbers)]
    words = clean(row["summary"], _WORDS)
    if not words:
        return [head]
    return [head, [Words(words, _SMALL, colour=LIGHT.quiet, language=text(row["summary_language"]))]]


def _when(row: Row) -> str:
    """Return the year that an event belongs to, or its date where that can be several years; empty without one."""
    first, last = text(row["earliest"]), text(row["latest"])
    if first and last and first[:4] == last[:4]:
        return first[:4]
    return text(row["date"]) or ""


def _timeline(document: Document | BriefingPage, scene: Scene, cited: Cited | None) -> None:
    say, events = scene.say, scene.shown.events
    document.heading(say("Timeline"), 1)
    document.paragraph([Words(summary_text("timeline", events, language=say.language))])
    ordered = events.sort_values(["earliest", "latest", "event_id"], na_position="last").to_dict("records")
    # Within what begins in one year, the year itself comes before spans of years that begin in it.
    keyed = sorted(ordered, key=lambda row: (not _when(row), str(row["earliest"])[:4], len(_when(row)), _when(row)))
    for period, rows in groupby(keyed, key=_when):
        document.heading(say.date(period) if period else say("no date"), 2)
        cells = []
        for row in rows:
            date, status = text(row["date"]), STATUSES.get(str(row["status"]))
            cells.append(
                [
                    _plain(say.date(date) if date else say("no date")),
                    _event(scene, cited, row),
                    _plain(say(status) if status else ""),
                ]
            )
        document.table([say("Date"), say("Event"), say("Status")], cells, (18, 62, 20))


def _commitments(document: Document | BriefingPage, scene: Scene, cited: Cited | None) -> None:
    say, words = scene.say, OUTCOMES | STATUSES
    rows = commitments(scene.shown.events).to_dict("records")
    document.heading(say("Commitments"), 1)
    if not rows:
        document.paragraph([Words(say("No commitment matches the filters."))])
        return
    cells = []
    for row in rows:
        announced, date, outcome = text(row["announced"]), text(row["date"]), str(row["outcome"])
        cells.append(
            [
                _event(scene, cited, row),
                _plain(say.date(announced) if announced else say("no date")),
                _plain(say.date(date) if date else say("no date")),
                _plain(say(words[outcome]), True, OUTCOME_COLOURS[outcome]),
            ]
        )
    document.table([say("Commitment"), say("Announced"), say("For"), say("Outcome")], cells, (46, 17, 17, 20))


def _sectors(document: Document | BriefingPage, scene: Scene) -> None:
    say, shown = scene.say, scene.shown
    document.heading(say("Sectors"), 1)
    document.paragraph([Words(summary_text("sectors", shown.events, shown.event_sectors, language=say.language))])
    table = table_twin("sectors", shown.events, shown.event_sectors, language=say.language)
    rows = [
        [_plain(row["label"]), _plain(say.number(row["happened"])), _plain(say.number(row["planned"]))]
        for row in table.to_dict("records")
    ]
    if rows:
        document.table([say("Sector"), say("Happened"), say("Planned")], rows, (60, 20, 20))


def _turnover(document: Document | BriefingPage, scene: Scene, cited: Cited, noted: bool) -> None:
    from babel.numbers import get_currency_name

    say = scene.say
    currency, values = stated(scene, cited)
    if not values:
        return
    name = get_currency_name(currency, locale=say.language)
    document.heading(say("Trade turnover as sources state it, million ({currency})", currency=name), 1)
    rows: list[Sequence[Cell]] = [
        [
            [[Words(say.date(one.period) if one.period else say("no date"), notes=one.numbers if noted else ())]],
            _plain(say.number(one.value), True),
            _plain(say("target") if one.target else say("measured")),
        ]
        for one in values
    ]
    document.table([say("Period"), say("Value, million"), say("Status")], rows, (50, 25, 25))


def _coverage(document: Document | BriefingPage, scene: Scene) -> None:
    say, articles = scene.say, scene.shown.articles
    document.heading(say("Coverage"), 1)
    document.paragraph([Words(summary_text("coverage", articles, language=say.language))])
    table = table_twin("coverage", articles, language=say.language, months=12)
    if table.empty:
        return
    counts = table.pivot_table(index="period_text", columns="label", values="articles", aggfunc="sum").fillna(0)
    rows = [
        [_plain(period), *(_plain(say.number(int(n)) if n else "") for n in row)]
        for period, row in zip(counts.index.tolist(), counts.to_numpy().tolist(), strict=True)
    ]
    document.table([say("Year"), *counts.columns], rows, (20, *([20] * len(counts.columns))))
