"""The numbers that an article states about the relations: what is counted, how much, for when."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Any

from relations import edtf, languages
from relations.coding.bilateral import sides
from relations.coding.rows import FigureRow
from relations.coding.stems import Stems
from relations.coding.words import Word, key
from relations.dates.row import DateRow
from relations.languages.spelling import with_letters

# A number, its groups of three parted by spaces, commas or points; a word; or a sign that counts.
_PART = re.compile(r"\d+(?:[\u00a0\u202f \u2009.,]\d{3})*(?:[.,]\d+)?|[^\W\d_]+|[$€£¥%]")
_GROUP = re.compile(r"[\u00a0\u202f\u2009 ]")
_FAR = 160  # characters between a number and its date


@dataclass(frozen=True, slots=True)
class _Lexicon:
    decimal: str
    half: str | None
    scales: dict[str, Decimal]
    cardinals: dict[str, Decimal]
    currencies: Stems[str]
    units: Stems[str]
    units_before: Stems[str]  # "%18", "yüzde 18"
    indicators: Stems[str]
    targets: Stems[str]


@cache
def _lexicon(language: str) -> _Lexicon:
    body = languages.load(language, "figures")
    cardinals = {
        key(word): Decimal(number)
        for number, words in languages.load(language, "dates").get("cardinal", {}).items()
        for word in words.split()
    }

    def stems(table: dict[str, str]) -> Stems[str]:
        return Stems([(phrase, name) for name, phrases in table.items() for phrase in phrases.split("|")])

    return _Lexicon(
        decimal=body["decimal"],
        half=key(body["half"]) if "half" in body else None,
        scales={key(word): Decimal(value) for word, value in body["scales"].items()},
        cardinals=cardinals,
        currencies=stems(body["currencies"]),
        units=stems(body["units"]),
        units_before=stems(body.get("units_before", {})),
        indicators=stems(body["indicators"]),
        targets=stems({"target": body["target"]}),
    )


def number(text: str, decimal: str) -> Decimal:
    """Return the value of a number as press copy writes it, exactly.

    Parameters
    ----------
    text : str
        Digits of any script, with separators.
    decimal : str
        The language's decimal mark; the other mark parts thousands, unless it cannot.

    Examples
    --------
    >>> number("219,12", ","), number("18,877", "."), number("1 800", ",")
    (Decimal('219.12'), Decimal('18877'), Decimal('1800'))
    """
    plain = _GROUP.sub("", "".join(str(int(c)) if c.isdigit() else c for c in text))
    other = "," if decimal == "." else "."
    if plain.count(other) == 1 and decimal not in plain and not re.search(rf"{re.escape(other)}\d{{3}}$", plain):
        plain, other = plain.replace(other, decimal), ""
    if other:
        plain = plain.replace(other, "")
    if plain.count(decimal) > 1:
        plain = plain.replace(decimal, "")
    return Decimal(plain.replace(decimal, "."))


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
    rows = []
    for begin, end in sentences:
        if end <= start:
            continue
        here = [row for row in dates if begin <= row.start < end]
        rows += _in_sentence(text, max(begin, start), end, here, language)
    return rows


def _in_sentence(text: str, begin: int, end: int, dates: list[DateRow], language: str) -> list[FigureRow]:
    lexicon = _lexicon(language)
    parts = [
        Word(begin + match.start(), begin + match.end(), match[0], key(match[0]), match[0][0].isupper(), False)
        for match in _PART.finditer(with_letters(text[begin:end], language))
    ]
    taken = [(row.start, row.end) for row in dates]
    rows: list[FigureRow] = []
    at = 0
    while at < len(parts):
        read = None if any(a <= parts[at].start < b for a, b in taken) else _read(parts, at, lexicon)
        if read is None:
            at += 1
            continue
        value, unit, currency, last = read
        first = at - 1 if at and parts[at - 1].text in "$€£¥" else at
        place, stop = parts[first].start, parts[last].end
        indicator = _nearest(lexicon.indicators, parts, at)
        period = _period(dates, place)
        target = bool(lexicon.targets.find(parts)) and (period is None or _future(period, dates))
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
        at = last + 1
    return rows


def _read(parts: Sequence[Word], at: int, lexicon: _Lexicon) -> tuple[Decimal, str, str | None, int] | None:
    """Read a number with its scales, then its currency or unit; ``None`` where it has none of them."""
    total, scaled, half = Decimal(0), False, False
    position = at
    if lexicon.half and parts[position].key == lexicon.half:
        half, position = True, position + 1
    last = position
    while position < len(parts):
        value = _value(parts[position], lexicon)
        if value is None or (position > at + half and not scaled):
            break
        scale = lexicon.scales.get(parts[position + 1].key) if position + 1 < len(parts) else None
        if scale is None and position > at + half:
            break
        value += Decimal("0.5") if half else 0
        total += value * (scale or 1)
        scaled = scaled or scale is not None
        last = position + (scale is not None)
        position, half = last + 1, False
    if last == at and _value(parts[at], lexicon) is None:
        return None
    before = parts[at - 1].text if at else ""
    currency = {"$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY"}.get(before)
    if currency:
        return total, "currency", currency, last
    window = list(parts[last + 1 : last + 4])
    if hits := [hit for hit in lexicon.currencies.find(window) if hit.first <= 1]:
        return total, "currency", hits[0].value, last + 1 + hits[0].last
    if at and (prefix := lexicon.currencies.find(parts[at - 1 : at])):
        return total, "currency", prefix[0].value, last
    if hits := [hit for hit in lexicon.units.find(window) if hit.first == 0]:
        return total, hits[0].value, None, last + 1 + hits[0].last
    if at and (prefix := lexicon.units_before.find(parts[at - 1 : at])):
        return total, prefix[0].value, None, last
    return None


def _value(part: Word, lexicon: _Lexicon) -> Decimal | None:
    if part.text[0].isdigit():
        return number(part.text, lexicon.decimal)
    return lexicon.cardinals.get(part.key)


def _nearest(stems: Stems[str], parts: Sequence[Word], at: int) -> str | None:
    hits: list[Any] = stems.find(parts)
    return min(hits, key=lambda hit: (abs(hit.first - at), hit.first)).value if hits else None


def _period(dates: list[DateRow], place: int) -> DateRow | None:
    fitting = [row for row in dates if edtf.precision(row.edtf) != "day" and abs(row.start - place) <= _FAR]
    return min(fitting, key=lambda row: abs(row.start - place)) if fitting else None


def _future(period: DateRow, dates: list[DateRow]) -> bool:
    newest = max(row.edtf[:4] for row in dates)
    return period.edtf[:4] == newest and period.anchor == "written"
