"""The timeline on slides: every mark a shape that can be moved, with its label, its sources and its words for
those who do not see it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from relations.charts import key as key_of
from relations.charts.safe_text import clean
from relations.charts.theme import LIGHT, font_size
from relations.charts.twins import summary_text
from relations.charts.words import number
from relations.charts.words import say as chart_word
from relations.export.cited import Cited
from relations.export.deck import BOTTOM, EDGE, TOP, WIDTH, Deck, described, filled, plain, units
from relations.export.office_width import widened
from relations.export.slide_notes import write_notes
from relations.export.slide_text import Run, rgb, write
from relations.export.timeline_bars import Bar, Box
from relations.export.timeline_periods import periods, told_in, whole
from relations.export.timeline_places import ENLARGED, TICKS, Item, Places, overview, places, within
from relations.views.archive import Window
from relations.views.outcomes import STATUSES
from relations.views.scene import Row, Scene, text

if TYPE_CHECKING:
    import pandas as pd
    from pptx.slide import Slide

_KEY = key_of.LINE * ENLARGED
PLACE = Box(EDGE, TOP, WIDTH - 2 * EDGE, BOTTOM - TOP - _KEY - 6)
_GREY = "#aab4c0"
_HOLLOW = ("planned", "cancelled")


def timeline_slides(deck: Deck, scene: Scene, cited: Cited) -> None:
    """Add the timeline: the whole period, then as many stretches of it as let most events have their label."""
    say, events = scene.say, scene.shown.events
    if not events["earliest"].notna().any() and not events["latest"].notna().any():
        return
    windows = periods(scene, PLACE)
    overall = scene.window or whole(events, scene.archive.dossier.today)
    if len(windows) > 1:
        _slide(deck, scene, cited, say("Timeline"), overall, overview(scene, overall, PLACE), events, listed=False)
    for window, told in zip(windows, told_in(events, windows), strict=True):
        if told:
            period = "" if len(windows) == 1 else f": {say.date(edtf_of(window))}"
            own = events[events["event_id"].isin(list(told))]
            laid = places(scene, window, PLACE, told)
            _slide(deck, scene, cited, say("Timeline") + period, window, laid, own, listed=True)


def edtf_of(window: Window) -> str:
    """Return a stretch of whole years or months as EDTF.

    Examples
    --------
    >>> from datetime import date
    >>> edtf_of((date(2025, 1, 1), date(2025, 12, 31))), edtf_of((date(2025, 1, 1), date(2025, 6, 30)))
    ('2025', '2025-01/2025-06')
    """
    first, last = window
    full = (first.month, first.day, last.month, last.day) == (1, 1, 12, 31)
    ends = (str(first.year), str(last.year)) if full else (f"{first:%Y-%m}", f"{last:%Y-%m}")
    return ends[0] if ends[0] == ends[1] else "/".join(ends)


def _slide(
    deck: Deck, scene: Scene, cited: Cited, title: str, window: Window, laid: Places, events: pd.DataFrame, listed: bool
) -> None:
    slide = deck.slide(title)
    told = within(events, window)
    rows = {str(row["event_id"]): row for row in told.sort_values(["earliest", "latest"]).to_dict("records")}
    _frame(slide, laid, deck)
    for bar in laid.bars:
        _bar(slide, bar, scene)
    for item in laid.items:
        _event(deck, slide, item, laid, rows[item.event_id], scene, cited)
    _key(slide, laid, deck, scene)
    summary = summary_text("timeline", told, language=scene.say.language)
    shown = list(rows.values()) if listed or laid.level != "density" else []
    write_notes(deck, slide, scene, cited, summary, shown)


def _frame(slide: Slide, laid: Places, deck: Deck) -> None:
    """Draw lanes, ticks and the line of today."""
    from pptx.enum.dml import MSO_LINE

    top, bottom = laid.lanes[0].box.top, laid.lanes[-1].bottom
    left, right = laid.box.left, laid.box.left + laid.box.width
    for at, word in laid.ticks:
        _line(slide, at, top, at, bottom, LIGHT.line)
        box = Box(at - 60, bottom + 2, 120, TICKS * ENLARGED - 4)
        _words(slide, box, word, laid.text, "middle", deck, LIGHT.quiet)
    for y in (top, *(lane.bottom for lane in laid.lanes)):
        _line(slide, left, y, right, y, LIGHT.line)
    for lane in laid.lanes:
        pad = 10
        box = lane.box._replace(width=lane.box.width - pad, left=lane.box.left + (pad if deck.turned else 0))
        _words(slide, box, lane.name, laid.text + 0.8, "start", deck, lane.colour, bold=True)
    if laid.bars:
        sums: dict[tuple[str, str], float] = {}
        for bar in laid.bars:
            sums[bar.lane, bar.period] = sums.get((bar.lane, bar.period), 0) + bar.value
        most = chart_word("highest", deck.language, n=number(max(sums.values()), deck.language))
        side = "end" if deck.turned else "start"
        _words(slide, Box(laid.time[0], laid.box.top + 6, 320, 22), most, laid.text, side, deck, LIGHT.quiet)
    if laid.today is not None and laid.word is not None:
        line = _line(slide, laid.today, top - 4, laid.today, bottom, LIGHT.today)
        line.line.dash_style = MSO_LINE.ROUND_DOT
        word, box = laid.word
        _words(slide, box, word, laid.text + 0.8, "middle", deck, LIGHT.today)


def _line(slide: Slide, x0: float, y0: float, x1: float, y1: float, colour: str) -> Any:
    from pptx.enum.shapes import MSO_CONNECTOR
    from pptx.util import Pt

    line = slide.shapes.add_connector(MSO_CONNECTOR.STRAIGHT, *map(units, (x0, y0, x1, y1)))
    line.line.color.rgb = rgb(colour)
    line.line.width = Pt(0.75 if colour == LIGHT.line else 1.5)
    plain(line)
    described(line, "", decorative=True)
    return line


def _words(
    slide: Any, box: Box, words: str, size: float, side: str, deck: Deck, colour: str, bold: bool = False
) -> Any:
    frame = slide.shapes.add_textbox(*map(units, box))
    _write(frame.text_frame, Run(words, round(size, 1), bold, colour), side, deck)
    return frame


def _write(frame: Any, words: Run, side: str, deck: Deck) -> None:
    from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE

    frame.word_wrap = False
    frame.auto_size = MSO_AUTO_SIZE.NONE
    frame.vertical_anchor = MSO_ANCHOR.MIDDLE
    for margin in ("margin_left", "margin_right", "margin_top", "margin_bottom"):
        setattr(frame, margin, 0)
    write(frame, [[words]], deck.language, side)


def _fill(mark: Any, item: Item, size: float, deck: Deck) -> None:
    """Write into a bar, in the colour that is read best on it."""
    dark = item.rough or item.status in _HOLLOW or _light(item.colour)
    _write(
        mark.text_frame,
        Run(item.inside or "", round(size, 1), False, LIGHT.ink if dark else LIGHT.paper),
        "middle",
        deck,
    )


def _light(colour: str) -> bool:
    """Say whether dark words have more contrast on a colour than white ones (WCAG 2)."""
    linear = [float((int(colour[at : at + 2], 16) / 255) ** 2.2) for at in (1, 3, 5)]
    return sum(share * part for share, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True)) > 0.2


def _event(deck: Deck, slide: Slide, item: Item, laid: Places, row: Row, scene: Scene, cited: Cited) -> None:
    """Draw an event: its mark, and its label, as one group."""
    say = scene.say
    date, status = text(row["date"]), STATUSES.get(str(row["status"]))
    headline = scene.headline(row)
    facts = [
        headline,
        say.date(date) if date else say("no date"),
        say(status) if status else "",
        clean(row["summary"], 300),
    ]
    group = slide.shapes.add_group_shape()
    mark = group.shapes.add_shape(_form(item), *map(units, item.box))
    mark.name = item.event_id
    _look(mark, item)
    if url := cited.url(item.event_id):
        mark.click_action.hyperlink.address = url
    if item.inside is not None:
        _fill(mark, item, laid.text, deck)
    if item.label is not None:
        words, box, side = item.label
        turned = scene.say.direction == "rtl"
        _words(group, box, words, laid.text, "start" if (side == "right") != turned else "end", deck, LIGHT.ink)
    described(group, " · ".join(fact for fact in facts if fact)[:500], headline[:120])


def _form(item: Item) -> Any:
    from pptx.enum.shapes import MSO_SHAPE

    if item.status == "ongoing":
        return MSO_SHAPE.PENTAGON  # an arrow of the bar's own height
    if item.exact:
        return MSO_SHAPE.FLOWCHART_SUMMING_JUNCTION if item.status == "cancelled" else MSO_SHAPE.OVAL
    return MSO_SHAPE.RECTANGLE


def _look(mark: Any, item: Item) -> None:
    from pptx.enum.dml import MSO_LINE, MSO_PATTERN

    hollow = item.status in _HOLLOW
    filled(mark, LIGHT.paper if hollow else item.colour, item.colour)
    if item.rough:
        mark.fill.patterned()
        mark.fill.pattern = MSO_PATTERN.WIDE_UPWARD_DIAGONAL
        pale = hollow or item.inside is not None  # words in it are to be read
        mark.fill.fore_color.rgb = rgb(_GREY if pale else item.colour)
        mark.fill.back_color.rgb = rgb(LIGHT.paper)
    if item.status == "cancelled" and not item.exact:
        mark.line.dash_style = MSO_LINE.DASH


def _bar(slide: Slide, bar: Bar, scene: Scene) -> None:
    """Draw a bar of the density."""
    from pptx.enum.shapes import MSO_SHAPE

    shape = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, *map(units, bar.box))
    filled(shape, LIGHT.paper if bar.planned else bar.colour, bar.colour if bar.planned else None, 0.75)
    say = scene.say
    word = say("Planned") if bar.planned else say("Happened")
    told = [scene.label("lanes", bar.lane), say.date(bar.period), word, number(bar.value, say.language)]
    described(shape, " · ".join(told), told[0])


def _kinds(laid: Places) -> list[tuple[str, Item]]:
    """Return what the key has to explain, each with a mark that shows it."""
    blank = Item("", PLACE, False, "occurred", False, LIGHT.quiet, None)
    if laid.level == "density":
        planned = [("planned-bar", blank._replace(status="planned"))] if any(bar.planned for bar in laid.bars) else []
        return [("occurred-bar", blank), *planned]
    kinds = []
    for status in STATUSES:
        if own := [item for item in laid.items if item.status == status]:
            kinds.append((status, blank._replace(status=status, exact=any(item.exact for item in own))))
    if any(not item.exact for item in laid.items):
        kinds.append(("bar", blank))
    if any(item.rough for item in laid.items):
        kinds.append(("rough", blank._replace(rough=True)))
    return kinds


def _key(slide: Slide, laid: Places, deck: Deck, scene: Scene) -> None:
    """Draw what the marks mean, as far as they are there."""
    language, kinds, top = scene.say.language, _kinds(laid), BOTTOM - _KEY
    words = [(kind, chart_word(key_of.WORDS.get(kind, kind), language)) for kind, _ in kinds]
    entries = key_of.arrange(words, PLACE.width / ENLARGED, widened(font_size(language) - 1, language))
    symbol = key_of.SYMBOL * ENLARGED
    for entry, (_, item) in zip(entries, kinds, strict=True):
        left, wide = entry.left * ENLARGED, entry.width * ENLARGED
        x = PLACE.left + PLACE.width - left - symbol + 4 if deck.turned else PLACE.left + left
        box = Box(x, top + (_KEY - 12) / 2, 12 if item.exact else 18, 12)
        shape = slide.shapes.add_shape(_form(item), *map(units, box))
        _look(shape, item)
        described(shape, "", decorative=True)
        beside = Box(x - (wide - symbol) - 6 if deck.turned else x + symbol + 4, top, wide - symbol, _KEY)
        _words(slide, beside, entry.word, laid.text, "start", deck, LIGHT.quiet)
