"""Native tables on slides, carried on to the next slide where one is full; and headline figures as cards."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from relations.charts.text_width import wrapped
from relations.charts.theme import LIGHT
from relations.charts.words import right_to_left
from relations.export.deck import BOTTOM, EDGE, TOP, WIDTH, Deck, described, units
from relations.export.office_width import bold_width, office_width
from relations.export.slide_text import Run, rgb, write

if TYPE_CHECKING:
    from pptx.slide import Slide

Cell = Sequence[Sequence[Run]]  # paragraphs
_ACROSS, _DOWN = 8.0, 4.0  # free pixels in a cell
_HEAD = 13.0


def line_height(size: float, language: str) -> float:
    """Return the pixels of a line of text; the fonts that stand in for Arabic letters are high."""
    return size / 0.75 * (1.42 if right_to_left(language) else 1.2)


def cell_height(cell: Cell, width: float, language: str) -> float:
    """Return the pixels that a cell needs."""
    high = 2 * _DOWN
    for runs in cell:
        size = max((run.size for run in runs), default=10)
        told = "".join(run.text for run in runs)
        measure = bold_width if any(run.bold for run in runs) else office_width
        lines = max(1, len(wrapped(told, size / 0.75, (width - 2 * _ACROSS) * 0.98, measure)))
        turned = any(right_to_left(run.language or language) for run in runs)
        high += lines * line_height(size, "ur" if turned else language)
    return high


def table_slides(
    deck: Deck, title: str, heads: Sequence[str], rows: Sequence[Sequence[Cell]], widths: Sequence[float], summary: str
) -> list[tuple[Slide, list[int]]]:
    """Add a table, on as many slides as it needs.

    Parameters
    ----------
    deck : Deck
    title : str
        Of the slides.
    heads : sequence of str
    rows : sequence of sequence of Cell
    widths : sequence of float
        Of the columns, as shares of the whole.
    summary : str
        What the table tells, for those who do not see it.

    Returns
    -------
    list of (Slide, list of int)
        The slides, and which rows each holds.
    """
    wide = WIDTH - 2 * EDGE
    columns = [share / sum(widths) * wide for share in widths]
    head = cell_height([[Run("x", _HEAD, True)]], wide, deck.language)
    heights = [
        max(cell_height(cell, width, deck.language) for cell, width in zip(row, columns, strict=True)) for row in rows
    ]
    pages = paged(heights, BOTTOM - TOP - head)
    found = []
    for page, numbers in enumerate(pages, start=1):
        slide = deck.slide(title if len(pages) == 1 else f"{title} ({page}/{len(pages)})")
        frame = slide.shapes.add_table(
            len(numbers) + 1, len(heads), units(EDGE), units(TOP), units(wide),
            units(head + sum(heights[n] for n in numbers)),
        )  # fmt: skip
        described(frame, summary, title)
        table = frame.table
        # Columns are put in from the right where that is how the language reads: what the format has for it ("rtl")
        # PowerPoint obeys and LibreOffice does not.
        at_column = list(range(len(heads)))[:: -1 if deck.turned else 1]
        for column, width in zip((table.columns[at] for at in at_column), columns, strict=True):
            column.width = units(width)
        for row, high in zip(table.rows, [head, *(heights[n] for n in numbers)], strict=True):
            row.height = units(high)
        for column, word in enumerate(heads):
            _fill(table.cell(0, at_column[column]), [[Run(word, _HEAD, True, LIGHT.paper)]], deck, LIGHT.happened)
        for at, n in enumerate(numbers, start=1):
            for column, cell in enumerate(rows[n]):
                _fill(table.cell(at, at_column[column]), cell, deck, "#f3f6fa" if at % 2 == 0 else LIGHT.paper)
        found.append((slide, numbers))
    return found


def paged(heights: Sequence[float], room: float) -> list[list[int]]:
    """Deal rows out to as few pages as hold them, none of them much emptier than the others.

    Examples
    --------
    >>> paged([10, 10, 10, 10], 30)
    [[0, 1], [2, 3]]
    """

    def filled(most: float) -> list[list[int]]:
        pages: list[list[int]] = []
        left = 0.0
        for n, high in enumerate(heights):
            if not pages or high > left:
                pages.append([])
                left = most
            pages[-1].append(n)
            left -= high
        return pages

    fewest = filled(room)
    low, high = sum(heights) / max(1, len(fewest)), room
    for _ in range(12):  # the lowest pages that are no more
        middle = (low + high) / 2
        low, high = (low, middle) if len(filled(middle)) == len(fewest) else (middle, high)
    return filled(high)


def _fill(place: Any, cell: Cell, deck: Deck, ground: str) -> None:
    from pptx.enum.text import MSO_ANCHOR

    place.margin_left = place.margin_right = units(_ACROSS)
    place.margin_top = place.margin_bottom = units(_DOWN)
    place.vertical_anchor = MSO_ANCHOR.TOP
    place.fill.solid()
    place.fill.fore_color.rgb = rgb(ground)
    write(place.text_frame, cell, deck.language)


def cards_slide(deck: Deck, title: str, cards: Sequence[tuple[str, str, str | None]]) -> Slide:
    """Add a slide of large figures, each with what it is and perhaps a warning, in the order of reading."""
    from pptx.enum.shapes import MSO_SHAPE
    from pptx.enum.text import MSO_ANCHOR

    from relations.export.deck import filled

    slide = deck.slide(title)
    across, gap, high = 3, 20, 230
    wide = (WIDTH - 2 * EDGE - (across - 1) * gap) / across
    for n, (value, label, warning) in enumerate(cards):
        row, column = divmod(n, across)
        left = EDGE + (across - 1 - column if deck.turned else column) * (wide + gap)
        card = slide.shapes.add_shape(
            MSO_SHAPE.RECTANGLE, units(left), units(TOP + 30 + row * (high + gap)), units(wide), units(high)
        )
        filled(card, "#f3f6fa")
        card.name = label
        frame = card.text_frame
        frame.word_wrap = True
        frame.vertical_anchor = MSO_ANCHOR.MIDDLE
        frame.margin_left = frame.margin_right = units(22)
        size = 40 if bold_width(value, 40 / 0.75) <= wide - 44 else 26
        told = [[Run(value, size, True)], [Run(label, 16, colour=LIGHT.quiet)]]
        if warning:
            told.append([Run(warning, 16, True, LIGHT.today)])
        write(frame, told, deck.language, spacing=4)
    return slide
