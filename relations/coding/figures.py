"""The numbers that an article states about the relations: what is counted, how much, for when."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from decimal import Decimal

from relations import edtf
from relations.coding.bilateral import sides
from relations.coding.figure_lexicon import PART, FigureLexicon, figure_lexicon
from relations.coding.rows import FigureRow, between
from relations.coding.words import Words, cut_words, words
from relations.dates.row import DateRow
from relations.languages.spelling import with_letters

_SIGN = re.compile(r"[$€£¥%]")
_FAR = 160  # characters between a number and its date


def figures(
    text: str,
    language: str,
    sentences: list[tuple[int, int]],
    dates: list[DateRow],
    start: int = 0,
    about: tuple[str, ...] = (),
) -> list[FigureRow]:
    """Find the numbers that a text states with a scale, a currency or a unit.

    Parameters
    ----------
    text : str
    language : str
        BCP 47 tag of a language that the coder reads.
    sentences : list of (int, int)
    dates : list of DateRow
        Their numbers are none of these; the nearest in the sentence is the figure's period.
    start : int, default 0
        Offset at which to begin.
    about : tuple of str, optional
        Countries whose relations are followed, ISO 3166-1 alpha-3; see `relations.coding.bilateral.sides`.

    Returns
    -------
    list of FigureRow
        In order. Values are whole (57 mln is 57000000.0); ``period`` is missing where the sentence names none.

    Examples
    --------
    >>> text = "Bilateral trade of Italy and Kazakhstan reached $1.5 billion."
    >>> [(row.indicator, row.value, row.currency) for row in figures(text, "en", [(0, len(text))], [])]
    [('trade-turnover', 1500000000.0, 'USD')]
    """
    if not sides(text, language, start, about):
        return []
    lexicon = figure_lexicon(language)
    counts = lexicon.counts
    tokens = words(text)
    dated = {word.start for row in dates for word in between(tokens, row.start, row.end) if word.end <= row.end}
    numbers = [word.start for word in tokens if counts[word.text] and word.start not in dated]
    rows = []
    for begin, end in sentences:
        begin = max(begin, start)
        if bisect_left(numbers, begin) < bisect_left(numbers, end) and _measured(text, begin, end, lexicon):
            rows += _in_sentence(text, begin, end, between(dates, begin, end), language)
    return rows


def _measured(text: str, begin: int, end: int, lexicon: FigureLexicon) -> bool:
    """Whether anything in a sentence may be a currency or a unit; without one no number is a figure."""
    measures = lexicon.measures
    return bool(_SIGN.search(text, begin, end)) or any(
        [measures[word.text] for word in between(words(text), begin, end)]
    )


def _in_sentence(text: str, begin: int, end: int, dates: Sequence[DateRow], language: str) -> list[FigureRow]:
    lexicon = figure_lexicon(language)
    parts = cut_words(with_letters(text[begin:end], language), PART)
    indicators, target_said = None, False
    rows: list[FigureRow] = []
    free = 0
    begins, spoken = lexicon.begins, lexicon.spoken
    at_numbers = [
        at for at, part in enumerate(parts) if part.key in spoken or (part.text[0].isdecimal() and begins[part.text])
    ]
    for at in at_numbers:
        if at < free or any(row.start <= begin + parts[at].start < row.end for row in dates):
            continue
        read = _read(parts, at, lexicon)
        if read is None:
            continue
        if indicators is None:  # most numbers are no figures, so this is not looked for before one is read
            indicators, target_said = lexicon.indicators.find(parts), bool(lexicon.targets.find(parts))
        value, unit, currency, last = read
        first = at - 1 if at and parts[at - 1].text in "$€£¥" else at
        place, stop = begin + parts[first].start, begin + parts[last].end
        indicator = min(indicators, key=lambda hit: (abs(hit.first - at), hit.first)).value if indicators else None
        period = _period(dates, place)
        target = target_said and (period is None or _future(period, dates))
        rows.append(
            FigureRow(
                indicator=indicator or ("amount" if currency else "share" if unit == "%" else "quantity"),
                value=float(value),
                unit=unit,
                currency=currency,
                period=period.edtf if period else None,
                status="target" if target else "measured",
                start=place,
                end=stop,
                text=text[place:stop],
                rule=f"{language}.figure",
            )
        )
        free = last + 1
    return rows


def _read(parts: Words, at: int, lexicon: FigureLexicon) -> tuple[Decimal, str, str | None, int] | None:
    """Read a number with its scales, then its currency or unit; ``None`` where it has none of them."""
    total, scaled, half = Decimal(0), False, False
    position = at
    if lexicon.half and parts[position].key == lexicon.half:
        half, position = True, position + 1
    last = position
    while position < len(parts):
        value = lexicon.values[parts[position].text]
        if value is None or (position > at + half and not scaled):
            break
        scale = lexicon.scales.get(parts.keys[position + 1]) if position + 1 < len(parts) else None
        if scale is None and position > at + half:
            break
        value = value + Decimal("0.5") if half else value
        total += value * scale if scale else value
        scaled = scaled or scale is not None
        last = position + (scale is not None)
        position, half = last + 1, False
    if last == at and lexicon.values[parts[at].text] is None:
        return None
    before = parts[at - 1].text if at else ""
    currency = {"$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY"}.get(before)
    if currency:
        return total, "currency", currency, last
    reach = last + 3
    if hits := [hit for hit in lexicon.currencies.find(parts, last + 1, reach) if hit.last <= reach]:
        return total, "currency", hits[0].value, hits[0].last
    if at and (prefix := [hit for hit in lexicon.currencies.find(parts, at - 1, at) if hit.last < at]):
        return total, "currency", prefix[0].value, last
    if hits := [hit for hit in lexicon.units.find(parts, last + 1, last + 2) if hit.last <= reach]:
        return total, hits[0].value, None, hits[0].last
    if at and (prefix := [hit for hit in lexicon.units_before.find(parts, at - 1, at) if hit.last < at]):
        return total, prefix[0].value, None, last
    return None


def _period(dates: Sequence[DateRow], place: int) -> DateRow | None:
    fitting = [row for row in dates if edtf.precision(row.edtf) != "day" and abs(row.start - place) <= _FAR]
    return min(fitting, key=lambda row: abs(row.start - place)) if fitting else None


def _future(period: DateRow, dates: Sequence[DateRow]) -> bool:
    newest = max(row.edtf[:4] for row in dates)
    return period.edtf[:4] == newest and period.anchor == "written"
