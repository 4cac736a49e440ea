"""What a language says numbers, currencies, units and what is counted with."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from relations import languages
from relations.coding.stems import Stems
from relations.coding.words import key
from relations.languages.spelling import with_letters
from relations.memo import Memo

# A number, its groups of three parted by spaces, commas or points; a word; or a sign that counts.
PART = re.compile(r"(\d+(?:[\u00a0\u202f \u2009.,]\d{3})*(?:[.,]\d+)?|[^\W\d_]+|[$€£¥%])")
_GROUP = re.compile(r"[\u00a0\u202f\u2009 ]")
_LONGEST = 40  # characters of a number; more is a serial number or no number at all


@dataclass(frozen=True, slots=True)
class FigureLexicon:
    """All that ``figures.toml`` says of one language."""

    decimal: str
    half: str | None
    scales: dict[str, Decimal]
    values: Memo[Decimal | None]  # of a number in digits or as a word
    begins: Memo[bool]  # whether a word may begin a number
    spoken: frozenset[str]  # keys of words that are numbers
    counts: Memo[bool]  # whether a word, or a part of it, may begin a number: "Rs18"
    measures: Memo[bool]  # whether a word may begin a currency or a unit
    currencies: Stems[str]
    units: Stems[str]
    units_before: Stems[str]  # "%18", "yüzde 18"
    indicators: Stems[str]
    targets: Stems[str]


@cache
def figure_lexicon(language: str) -> FigureLexicon:
    """Return the words of one language."""
    body = languages.load(language, "figures")
    cardinals = {
        key(word): Decimal(number)
        for number, words in languages.load(language, "dates").get("cardinal", {}).items()
        for word in words.split()
    }

    half = key(body["half"]) if "half" in body else None

    def value(word: str) -> Decimal | None:
        if not word[0].isdecimal():
            return cardinals.get(key(word))
        return number(word, body["decimal"]) if len(word) <= _LONGEST else None

    def begins(word: str) -> bool:
        return value(word) is not None or key(word) == half

    def counts(word: str) -> bool:
        if word.isalpha():
            return key(word) in spoken
        return any(map(begins, PART.findall(with_letters(word, language))))

    def measures(word: str) -> bool:
        if not word.isalpha():
            return not word.isdecimal()
        return any(known.begins(key(word)) for known in (currencies, units, units_before))

    def stems(table: dict[str, str]) -> Stems[str]:
        return Stems([(phrase, name) for name, phrases in table.items() for phrase in phrases.split("|")])

    spoken = frozenset(cardinals) | ({half} if half else set())
    currencies, units, units_before = (stems(body.get(name, {})) for name in ("currencies", "units", "units_before"))
    return FigureLexicon(
        decimal=body["decimal"],
        half=half,
        scales={key(word): Decimal(value) for word, value in body["scales"].items()},
        values=Memo(value),
        begins=Memo(begins),
        spoken=spoken,
        counts=Memo(counts),
        measures=Memo(measures),
        currencies=currencies,
        units=units,
        units_before=units_before,
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
